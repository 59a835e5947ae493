import type { Plugin } from 'payload'

import { type WorkflowsPluginOptions, workflowsPlugin } from '../src/index.js'
import { isAdmin } from './access/isAdmin.js'
import { membershipsOf } from './access/membershipsOf.js'

export type DemoWorkflows = Omit<Partial<WorkflowsPluginOptions>, 'documents' | 'media'>

/** The plugin as the demo site uses it. */
export const createWorkflows = (options: DemoWorkflows = {}): Plugin =>
  workflowsPlugin({
    documents: [{ collection: 'documents', statusField: 'status' }],
    media: { collection: 'media' },
    workspaces: { collection: 'workspaces', memberships: membershipsOf },
    projects: { collection: 'projects' },
    access: { isAdmin },
    ...options,
  })
