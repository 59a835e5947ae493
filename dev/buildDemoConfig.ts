import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { pt } from '@payloadcms/translations/languages/pt'
import { buildConfig, type SanitizedConfig } from 'payload'
import sharp from 'sharp'

import { createDocumentsCollection } from './collections/documents.js'
import { createMediaCollection } from './collections/media.js'
import { createProjectsCollection } from './collections/projects.js'
import { createReferenceFilesCollection } from './collections/referenceFiles.js'
import { createUsersCollection } from './collections/users.js'
import { createWorkspacesCollection } from './collections/workspaces.js'
import { consoleEmail } from './consoleEmail.js'
import type { Site } from './site.js'
import { createWorkflows, type DemoWorkflows } from './workflows.js'

const here = path.dirname(fileURLToPath(import.meta.url))

export interface DemoConfigOptions extends Site {
  /** How workflows differ from the demo's: providers, and for tests limits and node types. */
  workflows?: DemoWorkflows
}

/**
 * The demo site. Made anew at every call, because Payload fills in the objects it is given and tests
 * start several sites in one process.
 */
export const buildDemoConfig = (site: DemoConfigOptions): Promise<SanitizedConfig> =>
  buildConfig({
    secret: site.secret,
    serverURL: site.serverURL,
    csrf: site.origins,
    telemetry: false,
    db: postgresAdapter({
      idType: 'uuid',
      push: false,
      migrationDir: path.join(here, '..', 'migrations'),
      pool: {
        connectionString: site.databaseUri,
        max: 20,
        connectionTimeoutMillis: 10_000,
        application_name: site.applicationName,
      },
    }),
    editor: lexicalEditor(),
    // Those that the plugin speaks; a browser's own is chosen, and the account's page changes it.
    i18n: { supportedLanguages: { de, en, pt } },
    email: consoleEmail,
    sharp,
    admin: {
      user: 'users',
      // The default one asks gravatar.com, and the demo works without internet.
      avatar: 'default',
      importMap: {
        baseDir: path.join(here, '..'),
        importMapFile: path.join(here, 'app', '(payload)', 'admin', 'importMap.js'),
      },
      meta: { titleSuffix: ' · Payload Workflows demo' },
    },
    // Without the global declaration: the plugin must not come to know this site's collections.
    typescript: { outputFile: path.join(here, 'payload-types.ts'), declare: false },
    graphQL: { schemaOutputFile: path.join(here, 'schema.graphql') },
    collections: [
      createDocumentsCollection(),
      createMediaCollection(site),
      createReferenceFilesCollection(site),
      createProjectsCollection(),
      createWorkspacesCollection(),
      createUsersCollection(),
    ],
    plugins: [createWorkflows(site.workflows)],
  })
