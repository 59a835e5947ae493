import { buildDemoConfig } from './dev/buildDemoConfig.js'
import { siteFromEnv } from './dev/site.js'
import { providersFromEnv } from './src/index.js'

/** The demo site; `dev/workflows.ts` is where it uses the plugin. */
export default buildDemoConfig({
  ...siteFromEnv(process.env),
  workflows: { providers: providersFromEnv(process.env) },
})
