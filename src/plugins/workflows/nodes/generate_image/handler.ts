import type { NodeHandler, NodeInput, OutputItem } from '../defineNode.js'
import type { GenerateImageConfig } from './spec.js'

import { cutAtWord } from '../../runtime/context/words.js'
import { altText, imagePrompt } from '../../runtime/prompts/imagePrompt.js'

/** Enough of the prompt to see where a picture comes from and to match it by content. */
const MAX_KEPT_PROMPT = 500

/** Makes one image, of its own prompt or of the copy it illustrates (`input.item`). */
export function createGenerateImageHandler(): NodeHandler<GenerateImageConfig> {
  return async (input, context) => {
    const { config, index, quantity, item: copy } = input
    const provider = context.provider(config.provider || undefined)
    const prompt = await context.render(config.promptTemplate)
    // A prompt that places the copy itself has it already.
    const mentionsCopy = /\bitem\b/.test(config.promptTemplate)
    const { width, height } = parseDimensions(config.dimensions)

    const drawn = imagePrompt({ prompt, style: config.style, copy: mentionsCopy ? null : copy })

    const image = await context.generateImage({
      step: 'draw',
      provider: config.provider || undefined,
      request: {
        ...(config.model && { model: config.model }),
        prompt: drawn,
        style: config.style,
        width,
        height,
        hints: {
          seed: `${context.execution.id}:${context.node.id}:${index}`,
          params: context.execution.params,
          index,
          quantity,
          nodeLabel: context.node.label,
          prompt,
          context: [],
        },
      },
    })

    const alt = altText({ prompt, copy, isDemo: provider.isDemo })
    const { tokensIn, tokensOut, cost, model } = image
    return {
      output: { ...copyLink(input), prompt: cutAtWord(prompt, MAX_KEPT_PROMPT) },
      input: { prompt: drawn, ...(config.model && { model: config.model }) },
      usage: { tokensIn, tokensOut, cost, model },
      write: async (cms) => {
        const media = await cms.createMedia({
          slot: 'media',
          bytes: image.bytes,
          mimeType: image.mimeType,
          alt,
          nameHint: context.node.label,
        })
        return {
          media_id: media.id,
          url: media.url,
          alt: media.alt,
          width: media.width,
          height: media.height,
        }
      },
    }
  }
}

/** Which copy the image belongs to, for attach_to_document's match by id. */
function copyLink({ config, index, item, upstream }: NodeInput<GenerateImageConfig>): OutputItem {
  if (!item) return {}
  const copies = upstream.find(({ nodeId }) => nodeId === config.copySourceNode)?.items.length ?? 0
  const inTurn = copies > 0 ? index % copies : index
  return {
    copy_index: typeof item.copy_index === 'number' ? item.copy_index : inTurn,
    ...(item.document_id !== undefined && { document_id: item.document_id }),
  }
}

/** `1080x1920`; the config schema allows no other form. */
function parseDimensions(dimensions: string): { width: number; height: number } {
  const [width = 1024, height = 1024] = dimensions.split('x').map(Number)
  return { width, height }
}
