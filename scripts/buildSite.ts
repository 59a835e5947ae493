import { repository } from './repository.js'
import { runCommand } from './shutdown.js'
import { ensureBuild } from './site/ensureBuild.js'

/** For images and CI: what `npm run web` would otherwise do when it starts. */
runCommand(async () => {
  process.chdir(repository)
  await ensureBuild('site')
  return 0
})
