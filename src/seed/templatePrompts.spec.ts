import { describe, expect, it } from 'vitest'

import type { JsonObject } from '../plugins/workflows/graph/types.js'
import type { SystemTemplate } from './types.js'

import { compileGraph } from '../plugins/workflows/graph/compileGraph.js'
import { renderPrompt } from '../plugins/workflows/graph/liquid.js'
import { planIndex } from '../plugins/workflows/graph/planIndex.js'
import { promptScope } from '../plugins/workflows/graph/promptScope.js'
import { resolveQuantities } from '../plugins/workflows/graph/quantity.js'
import { planPairs } from '../plugins/workflows/nodes/attach_to_document/pairs.js'
import { specMap } from '../plugins/workflows/nodes/specs.js'
import { systemTemplates } from './systemTemplates.js'
import { facebookAdsCampaign } from './templates/facebook-ads-campaign.js'

const specs = specMap()
const COPY = { title: 'Lift before you ride', text: 'It begins on the stairs.\n\nAnd ends there.' }
const OUTPUT = { text: COPY.text, word_count: 8, count: 1, items: [COPY] }

/** How lines begin that are only there with an answer. */
const OPTIONAL_LINES =
  /^(Facts to use|Offer|Search phrase|Main benefit|What (readers|visitors) should do)\b|Look of all/m

/** The prompts of a node as its jobs would send them. */
async function promptsOf({
  template: { graph, inputs, defaultParams },
  nodeId,
  key = 'promptTemplate',
  params = {},
}: {
  template: SystemTemplate
  nodeId: string
  key?: string
  params?: JsonObject
}): Promise<string[]> {
  const given = { ...defaultParams, ...params }
  const plan = compileGraph({ graph, inputs, specs })
  const node = plan.nodes.find(({ id }) => id === nodeId)
  const jobs = resolveQuantities({ plan, params: given }).get(nodeId)
  return Promise.all(
    Array.from({ length: typeof jobs === 'number' ? jobs : 0 }, (_, at) =>
      renderPrompt({
        template: String(node?.config[key] ?? ''),
        scope: promptScope({
          plan,
          specs,
          nodeId,
          params: given,
          outputs: new Map(
            planIndex(plan)
              .ancestorsOf(nodeId)
              .map((id) => [id, OUTPUT]),
          ),
          index: at + 1,
          previousOutput: '',
          item: node?.sources.copy ? COPY : null,
        }),
      }),
    ),
  )
}

const withPrompts = systemTemplates.flatMap((template) =>
  template.graph.nodes
    .filter(({ type }) => type === 'generate_copy' || type === 'generate_image')
    .map(({ id, type }) => ({ name: `${template.key} ${id}`, template, nodeId: id, type })),
)

describe.each(withPrompts)('$name', ({ template, nodeId, type }) => {
  it('should read as finished text with what was filled in', async () => {
    for (const prompt of await promptsOf({ template, nodeId })) {
      expect(prompt).not.toMatch(
        /\{\{|\{%|\bundefined\b|\bnull\b|\[object|: [.,;]| {2}|\n{3}|^\s|\s$/,
      )
      expect(prompt).toContain(String(template.defaultParams.audience))
      expect(prompt).toContain(String(template.defaultParams.tone))
    }
  })

  it('should leave no gaps where optional answers are empty', async () => {
    const empty = template.inputs.filter(({ required }) => !required).map(({ name }) => [name, ''])
    const params = Object.fromEntries(empty) as JsonObject
    for (const prompt of await promptsOf({ template, nodeId, params })) {
      expect(prompt).not.toMatch(OPTIONAL_LINES)
      expect(prompt).not.toMatch(/: [.,;]|“”|\n{3}| {2}/)
    }
  })

  it('should ask for something else in each job, up to the most there can be', async () => {
    const most = template.inputs.filter(({ type }) => type === 'slider')
    const params = Object.fromEntries(most.map(({ name, max = 1 }) => [name, max])) as JsonObject
    const prompts = await promptsOf({ template, nodeId, params })
    expect(new Set(prompts).size).toBe(prompts.length)
  })

  it('should make an alt text of its first sentence', async () => {
    const sentences = (await promptsOf({ template, nodeId })).map(
      (prompt) => /^[^\n]*?[.!?](?=\s|$)/.exec(prompt)?.[0] ?? prompt,
    )
    const tooLong = sentences.filter((sentence) => sentence.length > 125)
    expect(type === 'generate_image' ? tooLong : []).toEqual([])
  })
})

describe('the brand voice', () => {
  it('should speak in the chosen tone', async () => {
    const [voice] = await promptsOf({
      template: facebookAdsCampaign,
      nodeId: 'ad_copy',
      key: 'systemPrompt',
      params: { tone: 'playful', ad_count: 1 },
    })
    expect(voice).toContain('be playful')
  })
})

describe('the ideas of facebook-ads-campaign', () => {
  const ideaOf = (prompt = '') => /idea of this one: ([^.]+)\./.exec(prompt)?.[1]
  const openingOf = (prompt = '') => /It opens with ([^.]+)\./.exec(prompt)?.[1]

  it.each([
    { ad_count: 10, image_count: 5 },
    { ad_count: 20, image_count: 5 },
    { ad_count: 12, image_count: 3 },
    { ad_count: 8, image_count: 10 },
    { ad_count: 20, image_count: 1 },
  ])(
    'should be the same for an ad and its image with $ad_count and $image_count',
    async (params) => {
      const template = facebookAdsCampaign
      const ads = await promptsOf({ template, nodeId: 'ad_copy', params })
      const images = await promptsOf({ template, nodeId: 'ad_images', params })
      const pairs = planPairs({
        strategy: 'round_robin',
        matchBy: 'position',
        copies: ads.map((_, index) => ({ index })),
        images: images.map((_, index) => ({ index })),
      })
      expect(pairs.map(({ copyIndex }) => copyIndex)).toEqual(ads.map((_, index) => index))

      const scenes = images.map((prompt) => /: ([^.]+)\./.exec(prompt)?.[1])
      const scenesOfIdea = new Map<string | undefined, Set<string | undefined>>()
      for (const { copyIndex, imageIndex } of pairs) {
        const idea = ideaOf(ads[copyIndex])
        scenesOfIdea.set(idea, (scenesOfIdea.get(idea) ?? new Set()).add(scenes[imageIndex]))
      }
      expect([...scenesOfIdea.values()].map(({ size }) => size)).toEqual(
        [...scenesOfIdea].map(() => 1),
      )
      expect(scenesOfIdea.size).toBe(Math.min(5, params.image_count))
    },
  )

  it('should differ in their opening where ads share an idea', async () => {
    const ads = await promptsOf({ template: facebookAdsCampaign, nodeId: 'ad_copy' })
    const combined = ads.map((prompt) => `${ideaOf(prompt)} / ${openingOf(prompt)}`)
    expect(new Set(combined).size).toBe(10)
    expect(new Set(ads.map(openingOf)).size).toBe(4)
  })
})
