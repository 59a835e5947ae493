/** The one place that spells the plugin's collection slugs. */
export const slugs = {
  templates: 'workflow-templates',
  executions: 'workflow-executions',
  agentJobs: 'agent-jobs',
  attachments: 'document-attachments',
} as const

export const PLUGIN_SLUG = 'payload-workflows'

/** Postgres schema of the engine; fixed, because two sites never share one database schema of Payload either. */
export const ENGINE_SCHEMA = 'payload_workflows'

/** Below the admin's route: the page of reviews that wait for somebody. */
export const REVIEWS_PATH = '/workflows/reviews'
