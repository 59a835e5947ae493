import sharp from 'sharp'

import { openAIProvider, type Provider } from '../../../src/index.js'

/** A provider in the process itself, which has its answers ready: what is left is what the engine costs. */
export async function createInstantProvider(): Promise<Provider> {
  const bytes = await sharp({
    create: { width: 1024, height: 1024, channels: 3, background: '#7aa2c8' },
  })
    .png({ compressionLevel: 4 })
    .toBuffer()
  const { capabilities } = openAIProvider({ apiKey: 'none' })
  const figures = { tokensIn: 12, tokensOut: 40, requestId: null }
  let number = 0
  return {
    id: 'instant',
    label: 'Instant',
    isDemo: false,
    capabilities,
    textModel: 'instant-text',
    imageModel: 'instant-image',
    generateText: async (_request, { beforeSend }) => {
      beforeSend?.()
      number += 1
      const body = `${'A river is a street that carries itself along. '.repeat(5)}${number}.`
      const text = JSON.stringify({ title: `River ${number}`, body })
      return { ...figures, text, model: 'instant-text', finishReason: 'stop' }
    },
    generateImage: async (_request, { beforeSend }) => {
      beforeSend?.()
      return { ...figures, bytes, mimeType: 'image/png', model: 'instant-image' }
    },
    listModels: async () => ['instant-text', 'instant-image'],
  }
}
