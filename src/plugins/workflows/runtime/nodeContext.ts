import type { JsonObject } from '../graph/types.js'
import type { ImageRequest, ImageResult, TextRequest, TextResult } from '../providers/types.js'
import type { HostId } from './cmsTypes.js'

/** A document or file a launch gives to the model, read as the launching user. */
export interface ContextSource {
  kind: 'document' | 'file'
  id: string
  title: string
  /** Plain text, at most 40,000 characters a source. */
  text: string
  images: { mimeType: string; bytes: Buffer; alt: string }[]
}

/** A paid answer together with what it cost, as the call ledger keeps it. */
export interface Paid {
  /** Was answered from the ledger: nothing was paid now. */
  fromLedger: boolean
  cost: number
}

export interface NodeContext {
  execution: {
    id: string
    workspace: HostId | null
    project: HostId | null
    test: boolean
    params: JsonObject
    templateName: string
  }
  node: { id: string; label: string; type: string }
  job: { id: string; attempt: number }
  /** Renders a Liquid prompt with params, index, item, previous_output and nodes.<id>.output. Single pass. */
  render: (template: string) => Promise<string>
  /** Reads `params.x` or `nodes.<id>.output.<path>`; undefined when absent. */
  resolve: (field: string) => unknown
  /**
   * Calls the model through the call ledger: the same request is paid once, whatever dies. `step` tells
   * several calls of one job apart. Streams tokens to the monitor.
   */
  generateText: (args: {
    step: string
    provider?: string
    request: TextRequest
  }) => Promise<TextResult & Paid>
  generateImage: (args: {
    step: string
    provider?: string
    request: ImageRequest
  }) => Promise<ImageResult & Paid>
  /** The provider's entry, e.g. to learn the default model or whether it is the demo. */
  provider: (id?: string) => {
    id: string
    label: string
    isDemo: boolean
    textModel: string
    imageModel: string
    structured: boolean
  }
  contextSources: (args: {
    mode: 'inherit' | 'none' | 'custom'
    documents?: string[]
  }) => Promise<ContextSource[]>
  /** Texts of this node's items that are finished already, to notice near-duplicates. */
  siblingTexts: () => Promise<string[]>
  /** Slug the copies go to when the config names none, and what is known of it. */
  defaultCollection: string
  /** Aborts on stop, lost lease, shutdown and time-out. */
  signal: AbortSignal
  log: (message: string, data?: JsonObject) => void
}
