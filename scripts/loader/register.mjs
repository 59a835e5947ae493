// Runs the TypeScript of this repository: `node --import ./scripts/loader/register.mjs scripts/demo.ts`.
import { register } from 'node:module'

process.setSourceMapsEnabled(true)
register('./hooks.mjs', import.meta.url)
