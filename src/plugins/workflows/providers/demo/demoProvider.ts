import { estimateTokens, promptText } from '../tokens.js'
import type { DemoHints, Provider, ProviderCall } from '../types.js'
import { waitFor } from './latency.js'
import { createRandom, hashText } from './random.js'

/** From and to, in milliseconds. */
export type LatencyRange = readonly [from: number, to: number]

export interface DemoProviderOptions {
  /** How long the demo pretends to work; 0 = not at all. @default { text: [250, 900], image: [400, 900] } */
  latencyMs?: { text: LatencyRange; image: LatencyRange } | 0
  /** Another seed, other texts and pictures for the same requests. @default '' */
  seed?: string
}

/** Long enough to watch, short enough to like: niche-and-parts.md 6.1 asks for simulated latency. */
const LATENCY = { text: [250, 900], image: [400, 900] } as const

/** Pieces a streamed text comes in: often enough to look alive, seldom enough to cost nothing. */
const MAX_PIECES = 40

/**
 * Writes and paints without network, key or AI: a grammar for texts, shapes for images. The same request
 * gives the same answer. It says that it is a demo in its label, its models and under long texts.
 * @example
 * demoProvider({ latencyMs: 0, seed: 'tests' })
 */
export function demoProvider({
  latencyMs = LATENCY,
  seed = '',
}: DemoProviderOptions = {}): Provider {
  const latency = latencyMs === 0 ? { text: [0, 0] as const, image: [0, 0] as const } : latencyMs
  return {
    id: 'demo',
    label: 'Demo (no AI)',
    isDemo: true,
    capabilities: {
      structured: 'json_schema',
      tokenParam: 'max_tokens',
      systemRole: 'system',
      vision: true,
      streaming: true,
      streamUsage: true,
      images: true,
    },
    textModel: 'demo-writer',
    imageModel: 'demo-artist',
    generateText: async (request, call) => {
      const { writeDemoText } = await import('./text/writeDemoText.js')
      const text = writeDemoText({ request, seed })
      await streamText({
        text,
        call,
        totalMs: duration({ hints: request.hints, range: latency.text }),
      })
      return {
        text,
        tokensIn: estimateTokens(promptText(request)),
        tokensOut: estimateTokens(text),
        model: 'demo-writer',
        requestId: requestId({ hints: request.hints, call }),
        finishReason: 'stop',
      }
    },
    generateImage: async (request, call) => {
      const wait = duration({ hints: request.hints, range: latency.image })
      const started = performance.now()
      await waitFor({ milliseconds: 0, signal: call.signal })
      const { drawDemoImage } = await import('./art/drawDemoImage.js')
      const bytes = await drawDemoImage({ request, seed })
      await waitFor({ milliseconds: wait - (performance.now() - started), signal: call.signal })
      return {
        bytes,
        mimeType: 'image/png',
        tokensIn: estimateTokens(request.prompt),
        tokensOut: 0,
        model: 'demo-artist',
        requestId: requestId({ hints: request.hints, call }),
      }
    },
    listModels: async () => ['demo-artist', 'demo-writer'],
  }
}

async function streamText({
  text,
  call: { signal, onToken = () => undefined },
  totalMs,
}: {
  text: string
  call: ProviderCall
  totalMs: number
}): Promise<void> {
  const words = text.split(/(?<=\s)(?=\S)/)
  const size = Math.ceil(words.length / MAX_PIECES)
  const pieces = Math.ceil(words.length / size)
  for (let at = 0; at < words.length; at += size) {
    await waitFor({ milliseconds: totalMs / pieces, signal })
    onToken(words.slice(at, at + size).join(''))
  }
}

function duration({ hints, range }: { hints: DemoHints; range: LatencyRange }): number {
  return createRandom(`${hints.seed}|${hints.index}|latency`).between(...range)
}

function requestId({ hints, call }: { hints: DemoHints; call: ProviderCall }): string {
  return `demo_${hashText(`${call.idempotencyKey}|${hints.seed}`).toString(16).padStart(8, '0')}`
}
