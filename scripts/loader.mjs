// Runs TypeScript for the commands: `node --import ./scripts/loader.mjs scripts/<command>.ts`.
import 'tsx'

// While the loader's thread works, Node 20 may see nothing left to wait for on this one and leave in
// the middle of an import, with 13 or even 0. Commands end by `process.exit`.
setInterval(() => {}, 2 ** 30)
