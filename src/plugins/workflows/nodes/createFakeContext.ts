import type { ImageRequest, ImageResult, TextRequest, TextResult } from '../providers/types.js'
import type { CmsWriter } from '../runtime/cmsTypes.js'
import type { NodeContext } from '../runtime/nodeContext.js'

export interface FakeContext extends NodeContext {
  /** Every text call in order, with its step. */
  textCalls: { step: string; provider?: string; request: TextRequest }[]
  imageCalls: { step: string; provider?: string; request: ImageRequest }[]
  logs: string[]
}

/** What a fake model says: a text, or a text with why it ended. */
export type FakeAnswer = string | Pick<TextResult, 'finishReason' | 'text'>

/** A node's surroundings as plain data: answers are given one after the other, prompts rendered as they are. */
export function createFakeContext({
  answers = [],
  image,
  ...overrides
}: {
  answers?: FakeAnswer[]
  image?: Partial<ImageResult>
} & Partial<NodeContext> = {}): FakeContext {
  const textCalls: FakeContext['textCalls'] = []
  const imageCalls: FakeContext['imageCalls'] = []
  const logs: string[] = []
  const waiting = [...answers]
  return {
    execution: {
      id: '0b9d3f52-0000-4000-8000-000000000001',
      workspace: 1,
      project: null,
      test: false,
      params: { topic: 'Sandals' },
      templateName: 'Campaign',
    },
    node: { id: 'node', label: 'Node', type: 'generate_copy' },
    job: { id: 'job', attempt: 1 },
    render: async (template) => template,
    resolve: () => undefined,
    generateText: async (call) => {
      textCalls.push(call)
      const next = waiting.shift()
      if (next === undefined) throw new Error(`No answer left for step ${call.step}`)
      const { text, finishReason } =
        typeof next === 'string' ? { text: next, finishReason: 'stop' as const } : next
      return {
        text,
        finishReason,
        tokensIn: 10,
        tokensOut: 5,
        model: 'fake-text',
        requestId: null,
        cost: 0.5,
        fromLedger: false,
      }
    },
    generateImage: async (call) => {
      imageCalls.push(call)
      return {
        bytes: Buffer.from('image'),
        mimeType: 'image/png',
        tokensIn: 3,
        tokensOut: 0,
        model: 'fake-image',
        requestId: null,
        cost: 0.25,
        fromLedger: false,
        ...image,
      }
    },
    provider: () => ({
      id: 'fake',
      label: 'Fake',
      isDemo: false,
      textModel: 'fake-text',
      imageModel: 'fake-image',
      structured: true,
    }),
    contextSources: async () => [],
    siblingTexts: async () => [],
    defaultCollection: 'documents',
    signal: new AbortController().signal,
    log: (message) => logs.push(message),
    ...overrides,
    textCalls,
    imageCalls,
    logs,
  }
}

export type WriterCall = {
  [Name in keyof CmsWriter]: [Name, Parameters<CmsWriter[Name]>[0]]
}[keyof CmsWriter]

export type FakeWriter = CmsWriter & { calls: WriterCall[] }

/** A writer that makes nothing and remembers what it was asked for. */
export function createFakeWriter(): FakeWriter {
  const calls: WriterCall[] = []
  return {
    calls,
    createDocument: async (args) => {
      calls.push(['createDocument', args])
      return { collection: args.collection, id: 7, title: args.title }
    },
    createMedia: async (args) => {
      calls.push(['createMedia', args])
      return {
        collection: 'media',
        id: 9,
        url: '/api/media/file/a.png',
        alt: args.alt,
        width: 1,
        height: 1,
      }
    },
    attachImages: async (args) => {
      calls.push(['attachImages', args])
      return { attached: args.imageIds.length }
    },
  }
}
