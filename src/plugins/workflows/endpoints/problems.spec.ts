import { ValidationError, type Payload } from 'payload'
import { describe, expect, it } from 'vitest'

import type { PluginContext } from '../pluginContext.js'

import { specMap } from '../nodes/specs.js'
import { checkStoredTemplate } from '../operations/templates/checkStoredTemplate.js'
import { findProblems, requireValid } from '../operations/templates/checkTemplate.js'
import { storePluginContext } from '../pluginContext.js'
import { errorAnswer } from './errorAnswer.js'

// Of the context the checks ask for the node types alone.
const context = { specs: specMap() } as unknown as PluginContext
const payload = { config: storePluginContext({}, context) } as unknown as Payload

const content = {
  graph: {
    nodes: [
      { id: 'a', type: 'generate_copy', label: 'Ad', config: { promptTemplate: '{{topik}}' } },
    ],
    edges: [],
  },
  inputs: [{ name: 'topic', label: 'Topic', type: 'text' }],
  defaultParams: {},
}

const message =
  '“Ad”: Prompt uses “topik”, but there is no such variable. Did you mean topic? Known: topic, index or previous_output, and nodes.<id>.output.<field> of nodes before this one.'
const issues = [
  {
    code: 'unknown_variable',
    message,
    path: 'nodes[0].config.promptTemplate',
    nodeId: 'a',
    data: { line: 1, column: 3 },
  },
]

const thrownBy = (act: () => unknown): unknown => {
  try {
    act()
  } catch (error) {
    return error
  }
  throw new Error('Nothing was thrown.')
}

describe('problems of a template', () => {
  it('should leave the server in English, with the fields of the contract and no other', () => {
    const checked = findProblems({ context, content })
    expect(checked.problems[0]?.words).toBeDefined()
    const error = thrownBy(() => requireValid(checked))
    const { status, body } = errorAnswer({ error, payload, doing: 'POST /x' })
    expect(status).toBe(422)
    // As text: the order of the fields is the same as ever, too.
    expect(JSON.stringify(body.errors[0].data)).toBe(
      JSON.stringify({ issues, code: 'validation_failed' }),
    )
  })

  it('should leave it the same way when the admin or the Local API saves', () => {
    const error = thrownBy(() => checkStoredTemplate({ payload, content, published: true }))
    if (!(error instanceof ValidationError)) throw error
    expect(JSON.parse(JSON.stringify(error.data))).toMatchObject({
      errors: [{ path: 'graph', message }],
      issues,
    })
    expect(JSON.stringify(error.data)).not.toContain('"words"')
  })
})
