import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { defineNode } from './defineNode.js'
import { runNode } from './runNode.js'

const HINTS = {
  seed: '',
  params: {},
  index: 0,
  quantity: 1,
  nodeLabel: 'Headline',
  prompt: '',
  context: [],
}

const headline = defineNode({
  spec: {
    type: 'headline',
    label: 'Headline',
    description: '',
    icon: 'pen',
    category: 'custom',
    inputs: [],
    outputs: [],
    configSchema: z.strictObject({ prompt: z.string().default('{{topic}} {{index}}') }),
    outputFields: [],
    templateFields: [],
    produces: 'copy',
    summarize: ({ prompt }) => prompt,
  },
  handler: async ({ config }, context) => {
    const prompt = await context.render(config.prompt)
    const { text } = await context.generateText({
      step: 'write',
      request: {
        messages: [{ role: 'user', content: [{ type: 'text', text: prompt }] }],
        hints: HINTS,
      },
    })
    context.log('written')
    return {
      output: { text, seen: String(context.resolve('params.topic')) },
      write: async (cms) => {
        const { id } = await cms.createDocument({
          slot: 'document',
          collection: context.defaultCollection,
          title: text,
          markdown: text,
          status: 'draft',
        })
        return { document_id: id }
      },
    }
  },
})

describe('runNode', () => {
  it('should render prompts, ask the fake model and write into the fake site', async () => {
    const ran = await runNode({
      node: headline,
      params: { topic: 'Bikes' },
      index: 2,
      answers: ['Two wheels'],
    })
    expect(ran.textCalls[0]?.request.messages).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'Bikes 3' }] },
    ])
    expect(ran.output).toEqual({ text: 'Two wheels', seen: 'Bikes', document_id: 7 })
    expect(ran.writes).toMatchObject([['createDocument', { title: 'Two wheels' }]])
    expect(ran.logs).toEqual(['written'])
  })

  it('should show the nodes before to prompts', async () => {
    const { textCalls } = await runNode({
      node: headline,
      config: { prompt: '{{previous_output}} / {{nodes.draft.output.text}}' },
      upstream: [{ nodeId: 'draft', items: [{ text: 'One' }] }],
      answers: ['x'],
    })
    expect(JSON.stringify(textCalls)).toContain('One / One')
  })

  it('should refuse config that the node itself refuses, and calls that no answer was given for', async () => {
    await expect(runNode({ node: headline, config: { prompt: 3 } })).rejects.toThrow(z.ZodError)
    await expect(runNode({ node: headline, config: { prompt: 'Hi' } })).rejects.toThrow(
      'No answer left',
    )
  })
})
