import { freePort } from '../../scripts/postgres/freePort.js'
import { buildFolder, ensureBuild, isBuilt } from '../../scripts/site/ensureBuild.js'
import { serve } from '../../scripts/site/serve.js'

export interface TestSite {
  /** `http://localhost:<port>` */
  url: string
  stop: () => Promise<void>
}

/** The build that people look at will do when it is current; else tests have one of their own. */
const currentBuild = (): Promise<string> | string =>
  isBuilt('site') ? buildFolder('site') : ensureBuild('test', () => {})

/** The built admin in a process of its own, on a free port. */
export const startTestSite = async (args: {
  databaseUri: string
  dataDir: string
  env?: Record<string, string | undefined>
}): Promise<TestSite> => {
  const folder = await currentBuild()
  const { url, stop } = await serve({
    mode: 'start',
    port: await freePort(),
    folder,
    quiet: !process.env.TEST_WEB_LOG,
    env: {
      DATABASE_URI: args.databaseUri,
      WORKFLOWS_DATA_DIR: args.dataDir,
      PAYLOAD_SECRET: 'tests',
      ...args.env,
    },
  })
  return { url, stop }
}
