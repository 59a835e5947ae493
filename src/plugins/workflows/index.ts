import type { CollectionConfig, Config, Endpoint, Plugin } from 'payload'

import { definePlugin } from 'payload'

import { createAgentJobsCollection } from '../../collections/agent-jobs/index.js'
import { createAttachmentsCollection } from '../../collections/document-attachments/index.js'
import { createExecutionsCollection } from '../../collections/workflow-executions/index.js'
import { createTemplatesCollection } from '../../collections/workflow-templates/index.js'
import { seedTemplates } from '../../seed/seedTemplates.js'
import { siteFacts } from './siteFacts.js'
import { bins } from './bins.js'
import { checkOptions } from './checkOptions.js'
import { guardPool } from './db/guardPool.js'
import { answerMalformedPaths } from './endpoints/afterError.js'
import { attachmentEndpoints } from './endpoints/attachments/index.js'
import { executionEndpoints } from './endpoints/executions/index.js'
import { machineEndpoints } from './endpoints/machines/index.js'
import { provenanceEndpoints } from './endpoints/provenance/index.js'
import { templateEndpoints } from './endpoints/templates/index.js'
import { addGraphQL } from './graphql/index.js'
import { attachmentsFollowDocument, attachmentsFollowMedia } from './hooks/attachmentsFollow.js'
import { mountAttachmentsField } from './fields/attachmentsField.js'
import { mountProvenanceField } from './fields/provenanceField.js'
import { builtInSpecs } from './nodes/specs.js'
import { createPluginContext, storePluginContext, type PluginContext } from './pluginContext.js'
import { demoProvider } from './providers/demo/demoProvider.js'
import { refuseOption } from './sanitizeCollections.js'
import { assertPostgres, sanitizeOptions } from './sanitizeOptions.js'
import { PLUGIN_SLUG, REVIEWS_PATH } from './slugs.js'
import { embedWorker } from './workers/embedWorker.js'
import { mergeTranslations } from './translations/mergeTranslations.js'
import type { WorkflowsPluginOptions } from './options.js'

declare module 'payload' {
  interface RegisteredPlugins {
    'payload-workflows': WorkflowsPluginOptions
  }
}

/**
 * Adds workflows to a Payload site: four collections, REST endpoints, system templates and the commands
 * `payload workflows:migrate`, `workflows:seed`, `workflows:work` and `workflows:doctor`.
 *
 * List it after whatever adds the collections and fields it names, `multiTenantPlugin` too.
 * @example
 * plugins: [workflowsPlugin({ documents: [{ collection: 'posts' }], media: { collection: 'media' } })]
 * @throws Error with a sentence that names the option, when an option is wrong.
 */
export const workflowsPlugin: (options: WorkflowsPluginOptions) => Plugin =
  definePlugin<WorkflowsPluginOptions>({
    slug: PLUGIN_SLUG,
    plugin: ({ config, plugins: _plugins, ...options }) => install(config, options),
  })

function install(config: Config, given: WorkflowsPluginOptions): Config {
  checkOptions(given)
  const options = sanitizeOptions({
    options: given,
    config,
    defaultProviders: () => [demoProvider()],
  })
  const context = createPluginContext({ options, builtInSpecs })
  const withSchema = storePluginContext(addCollections(config, context), context)
  // Switched off, the tables stay: otherwise the site's next migration would drop them with all they hold.
  if (!options.enabled) return withSchema
  return mergeTranslations(addBehaviour(withSchema, context))
}

function addCollections(config: Config, context: PluginContext): Config {
  const override = (
    name: keyof PluginContext['options']['overrides'],
    defaultCollection: CollectionConfig,
  ) => {
    const change = context.options.overrides[name]
    const collection = change ? change({ defaultCollection }) : defaultCollection
    if (collection?.slug === defaultCollection.slug) return collection
    // The engine writes these tables by their names.
    return refuseOption(
      `overrides.${name}`,
      `must answer the collection it was given, changed, with its slug "${defaultCollection.slug}".`,
    )
  }
  return {
    ...config,
    collections: [
      ...(config.collections ?? []),
      override('templates', createTemplatesCollection(context)),
      override('executions', createExecutionsCollection(context)),
      override('agentJobs', createAgentJobsCollection(context)),
      override('attachments', createAttachmentsCollection(context)),
    ],
  }
}

function addBehaviour(config: Config, context: PluginContext): Config {
  const { options } = context
  const documents = new Set(options.documents.map(({ collection }) => collection))
  return {
    ...config,
    collections: (config.collections ?? []).map((collection) => {
      if (documents.has(collection.slug)) return addToDocuments(collection, context)
      return collection.slug === options.media.collection
        ? addToMedia(collection, context)
        : collection
    }),
    endpoints: [
      ...(config.endpoints ?? []),
      ...templateEndpoints(),
      ...executionEndpoints(),
      ...machineEndpoints(),
    ],
    bin: [...(config.bin ?? []), ...bins()],
    admin: addAdmin(config, context),
    graphQL: addGraphQL(config.graphQL),
    hooks: {
      ...config.hooks,
      afterError: [...(config.hooks?.afterError ?? []), answerMalformedPaths],
    },
    onInit: async (payload) => {
      await config.onInit?.(payload)
      await assertPostgres(payload)
      guardPool(payload)
      if (options.seedSystemTemplates) await seedTemplates({ payload })
      embedWorker(payload)
    },
  }
}

/** The header's icon, the page of reviews with its link, and around every page what they and the launch dialog remember between pages. */
function addAdmin({ admin, collections = [] }: Config, context: PluginContext): Config['admin'] {
  const { actions = [], afterNavLinks = [], providers = [], views } = admin?.components ?? {}
  const provider = {
    path: 'payload-workflows/client#WorkflowsProvider',
    clientProps: { site: siteFacts({ context, collections }) },
  }
  return {
    ...admin,
    components: {
      ...admin?.components,
      actions: [...actions, 'payload-workflows/client#ActiveWorkflowsAction'],
      afterNavLinks: [...afterNavLinks, 'payload-workflows/client#ReviewsNavLink'],
      providers: [...providers, provider],
      views: {
        ...views,
        workflowReviews: {
          Component: 'payload-workflows/rsc#Reviews',
          path: REVIEWS_PATH,
          exact: true,
        },
      },
    },
  }
}

function addToDocuments(collection: CollectionConfig, context: PluginContext): CollectionConfig {
  const withFields = mountProvenanceField(mountAttachmentsField(collection, context), context)
  return addEndpoints(attachmentsFollowDocument(withFields), [
    ...attachmentEndpoints(collection.slug),
    ...provenanceEndpoints(collection.slug),
  ])
}

function addToMedia(collection: CollectionConfig, context: PluginContext): CollectionConfig {
  return addEndpoints(
    attachmentsFollowMedia(mountProvenanceField(collection, context)),
    provenanceEndpoints(collection.slug),
  )
}

function addEndpoints(collection: CollectionConfig, endpoints: Endpoint[]): CollectionConfig {
  const own = collection.endpoints === false ? [] : (collection.endpoints ?? [])
  return { ...collection, endpoints: [...own, ...endpoints] }
}
