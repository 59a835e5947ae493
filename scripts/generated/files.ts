import { mkdirSync } from 'node:fs'
import path from 'node:path'

import { generateSchema } from '@payloadcms/graphql/utilities'
import { generateImportMap, type SanitizedConfig } from 'payload'
import { generateTypes } from 'payload/node'

/** What is made from the config and committed, relative to the repository. */
export const GENERATED_FILES = {
  types: 'dev/payload-types.ts',
  graphql: 'dev/schema.graphql',
  importMap: 'dev/app/(payload)/admin/importMap.js',
} as const

/**
 * Writes them below `target`: the repository, or a folder to compare it with. In this process and not
 * by `payload generate:*`, which on Node 20 may run out of things to wait for and leave silently.
 */
export const writeGeneratedFiles = async (
  config: SanitizedConfig,
  target: string,
): Promise<void> => {
  const at = (file: string): string => path.join(target, file)
  for (const file of Object.values(GENERATED_FILES)) {
    mkdirSync(path.dirname(at(file)), { recursive: true })
  }
  process.env.PAYLOAD_TS_OUTPUT_PATH = at(GENERATED_FILES.types)
  await generateTypes(config, { log: false })
  process.env.PAYLOAD_GRAPHQL_SCHEMA_PATH = at(GENERATED_FILES.graphql)
  generateSchema(config)
  config.admin.importMap.importMapFile = at(GENERATED_FILES.importMap)
  await generateImportMap(config, { force: true, log: false })
}
