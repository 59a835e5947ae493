import type { Requester } from './createRequester.js'
import type {
  Estimate,
  Id,
  JsonObject,
  ListTemplates,
  NewTemplate,
  TemplateChanges,
  TemplateContent,
  TemplateDetail,
  TemplateFile,
  TemplateList,
  ValidGraph,
} from './types.js'

const ROOT = '/workflows/templates'
const one = (id: Id, rest = '') => `${ROOT}/${encodeURIComponent(id)}${rest}`

export interface OneTemplate {
  id: Id
  signal?: AbortSignal
}

export function templateCalls(request: Requester) {
  return {
    list: ({
      signal,
      ...filters
    }: ListTemplates & { signal?: AbortSignal } = {}): Promise<TemplateList> =>
      request({ path: ROOT, query: filters, signal }),
    get: ({ id, signal }: OneTemplate): Promise<TemplateDetail> =>
      request({ path: one(id), signal }),
    create: (template: NewTemplate): Promise<TemplateDetail> =>
      request({ method: 'POST', path: ROOT, body: template }),
    update: ({ id, ...changes }: TemplateChanges & { id: Id }): Promise<TemplateDetail> =>
      request({ method: 'PUT', path: one(id), body: changes }),
    delete: ({ id }: OneTemplate): Promise<void> => request({ method: 'DELETE', path: one(id) }),
    clone: ({
      id,
      ...target
    }: {
      id: Id
      name?: string
      workspace?: Id | null
    }): Promise<TemplateDetail> =>
      request({ method: 'POST', path: one(id, '/clone'), body: target }),
    /** Stores nothing. @throws WorkflowsApiError 422 with every problem in `issues`. */
    validate: ({
      signal,
      ...content
    }: TemplateContent & { signal?: AbortSignal }): Promise<ValidGraph> =>
      request({ method: 'POST', path: `${ROOT}/validate`, body: content, signal }),
    export: ({ id, signal }: OneTemplate): Promise<TemplateFile> =>
      request({ path: one(id, '/export'), signal }),
    import: ({
      file,
      workspace,
    }: {
      file: TemplateFile
      workspace?: Id | null
    }): Promise<TemplateDetail> =>
      request({ method: 'POST', path: `${ROOT}/import`, body: { ...file, workspace } }),
    estimate: ({ id, params, signal }: OneTemplate & { params: JsonObject }): Promise<Estimate> =>
      request({ method: 'POST', path: one(id, '/estimate'), body: { params }, signal }),
  }
}
