import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { withPayload } from '@payloadcms/next/withPayload'

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')

/** @type {import('next').NextConfig} */
const nextConfig = {
  // `site` for `npm run web`, `test` for the tests: a build never replaces one that is being served.
  distDir: process.env.WORKFLOWS_NEXT_DIR ?? '.next',
  turbopack: { root: repository },
  outputFileTracingRoot: repository,
  // `npm run types` checks the whole repository, this app included.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
