import type { ProviderCapabilities } from '../types.js'
import { isLocalName, parseBaseURL } from './baseURL.js'

/** Limits of one HTTP call, in milliseconds. */
export interface ProviderTimeouts {
  /** Until the first byte of a streamed answer. @default 60000 */
  firstByteMs: number
  /**
   * Until the first byte of an answer that comes in one piece (images, texts without streaming): servers
   * send nothing before it is ready, and OpenAI speaks of up to two minutes for an image. @default 180000
   */
  wholeAnswerMs: number
  /** Between two pieces of an answer. @default 30000 */
  idleMs: number
  /** From the start to the last byte. @default 300000 */
  totalMs: number
}

/** What `openAIProvider` takes. */
export interface OpenAIProviderOptions {
  /** Name that node configs use. @default 'openai' */
  id?: string
  /** @default 'OpenAI', or the host of `baseURL` */
  label?: string
  /** A function is asked before every call, so a rotated key needs no restart. Local servers may have ''. */
  apiKey: string | (() => string)
  /** Ends in `/v1` as a rule. @default 'https://api.openai.com/v1' */
  baseURL?: string
  /** Any id the server knows. @default 'gpt-5.4-mini' */
  textModel?: string
  /** Any id the server knows. @default 'gpt-image-2' */
  imageModel?: string
  /** What the server can do, where it differs from the defaults for OpenAI or for compatible servers. */
  capabilities?: Partial<ProviderCapabilities>
  timeouts?: Partial<ProviderTimeouts>
  /** Allows `http:` base URLs: for servers on this machine or in this network. @default false */
  allowInsecure?: boolean
  /** Allows image URLs in answers that lead to private addresses. Local base URLs only. @default false */
  allowPrivateImageURLs?: boolean
}

/** Options with every default filled in and checked. */
export interface OpenAISettings {
  id: string
  label: string
  readKey: () => string
  baseURL: string
  /** Host and port, for sentences. */
  host: string
  isOfficial: boolean
  textModel: string
  imageModel: string
  capabilities: ProviderCapabilities
  timeouts: ProviderTimeouts
  allowPrivateImageURLs: boolean
}

// fault-catalogue.md A03 names 60 s, 30 s and 300 s.
const TIMEOUTS: ProviderTimeouts = {
  firstByteMs: 60_000,
  wholeAnswerMs: 180_000,
  idleMs: 30_000,
  totalMs: 300_000,
}

const OFFICIAL: ProviderCapabilities = {
  structured: 'json_schema',
  tokenParam: 'max_completion_tokens',
  systemRole: 'developer',
  vision: true,
  streaming: true,
  streamUsage: true,
  images: true,
}

/**
 * The common denominator of niche-and-parts.md 5.6. Structured output and usage in streams are asked for
 * because most servers have them, and a refusal is remembered; images in messages are not, because a
 * model without eyes fails the whole call.
 */
const COMPATIBLE: ProviderCapabilities = {
  ...OFFICIAL,
  tokenParam: 'max_tokens',
  systemRole: 'system',
  vision: false,
}

/** Throws an Error that says what to change when the options cannot work. */
export function resolveSettings(options: OpenAIProviderOptions): OpenAISettings {
  const url = parseBaseURL(options)
  const isOfficial = url.protocol === 'https:' && /(^|\.)api\.openai\.com$/.test(url.hostname)
  if (options.allowPrivateImageURLs && !isLocalName(url.hostname)) {
    throw new Error(
      `allowPrivateImageURLs is for servers in this network; ${url.host} is not one. Remove the option.`,
    )
  }
  const { apiKey } = options
  return {
    id: options.id ?? 'openai',
    label: options.label ?? (isOfficial ? 'OpenAI' : url.host),
    readKey: typeof apiKey === 'function' ? apiKey : () => apiKey,
    baseURL: url.href.replace(/\/+$/, ''),
    host: url.host,
    isOfficial,
    textModel: options.textModel || 'gpt-5.4-mini',
    imageModel: options.imageModel || 'gpt-image-2',
    capabilities: { ...(isOfficial ? OFFICIAL : COMPATIBLE), ...options.capabilities },
    timeouts: { ...TIMEOUTS, ...options.timeouts },
    allowPrivateImageURLs: options.allowPrivateImageURLs ?? false,
  }
}
