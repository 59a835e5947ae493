import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { GraphProblem } from '../../../../plugins/workflows/graph/types.js'

import { phrase, sentence } from '../../../../plugins/workflows/graph/sentence.js'
import { validateGraph } from '../../../../plugins/workflows/graph/validateGraph.js'
import { builtInSpecs, specMap } from '../../../../plugins/workflows/nodes/specs.js'
import { createSayProblem } from '../../../../plugins/workflows/translations/problemTexts/createSayProblem.js'
import { arrangeFields } from './arrangeFields.js'
import {
  problemsOfEntry,
  problemsOfInputs,
  problemsOfNode,
  problemsOfWhole,
} from './fieldProblems.js'
import { readFields } from './readFields.js'
import { canShow, readNumber } from './shapeOf.js'

const schemaOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>

describe('the fields of a form', () => {
  it('should have a control of its own for every setting of every built-in type', () => {
    for (const spec of builtInSpecs) {
      const fields = readFields(schemaOf(spec.configSchema))
      expect(fields.length).toBeGreaterThan(0)
      expect(fields.filter(({ control }) => control === 'json')).toEqual([])
    }
  })

  it('should know limits, options, standards and what is required', () => {
    const copy = builtInSpecs.find(({ type }) => type === 'generate_copy')
    const fields = new Map(
      readFields(copy && schemaOf(copy.configSchema)).map((field) => [field.key, field]),
    )
    expect(fields.get('promptTemplate')).toMatchObject({ control: 'prompt', required: true })
    expect(fields.get('quantity')).toMatchObject({ min: 1, max: 100, standard: 1, isInteger: true })
    expect(fields.get('temperature')).toMatchObject({
      control: 'slider',
      min: 0,
      max: 2,
      step: 0.1,
    })
    expect(fields.get('outputStatus')).toMatchObject({ standard: 'draft', group: 'output' })
    expect(fields.get('outputStatus')?.options).toHaveLength(3)
  })

  it('should guess the controls of a host’s schema without our metadata', () => {
    const fields = readFields(
      schemaOf(
        z.object({
          wordLimit: z.int(),
          tone: z.enum(['very_dry', 'warm']),
          isLoud: z.boolean(),
          story: z.string().max(5000),
          tags: z.array(z.string()),
          nested: z.object({ a: z.number() }),
        }),
      ),
    )
    expect(fields.map(({ control, label }) => `${control}: ${label}`)).toEqual([
      'number: Word limit',
      'select: Tone',
      'checkbox: Is loud',
      'textarea: Story',
      'list: Tags',
      'json: Nested',
    ])
    expect(fields[1]?.options[0]).toEqual({ value: 'very_dry', label: 'Very dry' })
    expect(fields[0]).not.toHaveProperty('min')
  })

  it('should be none for what is no object', () => {
    expect(readFields(undefined)).toEqual([])
    expect(readFields({ type: 'string' })).toEqual([])
    expect(readFields({ properties: { broken: null } })[0]).toMatchObject({ control: 'json' })
  })

  it('should leave out what means nothing at the moment, unless it is wrong', () => {
    const copy = builtInSpecs.find(({ type }) => type === 'generate_copy')
    const fields = readFields(copy && schemaOf(copy.configSchema))
    const keys = (config: object, wrong: string[] = []) =>
      arrangeFields({ fields, config: { ...config }, hasProblem: (key) => wrong.includes(key) })
        .main.flatMap((row) => row.fields)
        .map(({ key }) => key)
    expect(keys({})).not.toContain('contextDocuments')
    expect(keys({ contextMode: 'custom' })).toContain('contextDocuments')
    expect(keys({}, ['contextDocuments'])).toContain('contextDocuments')
  })
})

describe('values of a draft', () => {
  it('should be shown by a control only when it can', () => {
    expect(canShow({ control: 'text', value: 3 })).toBe(true)
    expect(canShow({ control: 'text', value: { a: 1 } })).toBe(false)
    expect(canShow({ control: 'documents', value: 'x' })).toBe(false)
    expect(canShow({ control: 'mapping', value: ['x'] })).toBe(false)
    expect(canShow({ control: 'checkbox', value: 'yes' })).toBe(false)
    expect(canShow({ control: 'rules', value: undefined })).toBe(true)
  })

  it('should be numbers only when they read as such', () => {
    expect(['7', '0.5', '0,5', '-3', '.5'].map(readNumber)).toEqual([7, 0.5, 0.5, -3, 0.5])
    expect(['', '1.', 'seven', '0x10', '1e3', '1,000,000'].map(readNumber)).toEqual(
      Array.from({ length: 6 }, () => null),
    )
  })
})

describe('problems', () => {
  const sayProblem = createSayProblem({ language: 'en', translations: {} })
  const problem = (more: Partial<GraphProblem>): GraphProblem => ({
    code: 'invalid_type',
    message: 'It is wrong.',
    path: '',
    nodeId: 'a',
    ...more,
  })

  it('should stand at the field they are about, without the name of the node', () => {
    const unknownVariable = sentence('“{{node}}”: {{what}}', {
      node: 'Ad copy',
      what: phrase('{{setting}} uses “{{variable}}”, but {{why}}', {
        setting: { setting: 'Prompt', type: 'generate_copy' },
        variable: 'x',
        why: phrase('there is no such variable.'),
      }),
    })
    const { fields, others } = problemsOfNode({
      nodeId: 'a',
      sayProblem,
      problems: [
        problem({
          path: 'nodes[2].config.promptTemplate',
          ...unknownVariable,
          data: { line: 2, column: 5 },
        }),
        problem({ path: 'nodes[2].config.quantity', nodeId: 'b' }),
        problem({ path: 'nodes[2]', message: '“Ad copy” is connected to nothing.' }),
      ],
    })
    expect([...fields]).toEqual([
      [
        'promptTemplate',
        [
          {
            message: 'Prompt uses “x”, but there is no such variable.',
            full: '“Ad copy”: Prompt uses “x”, but there is no such variable.',
            rest: '',
            line: 2,
            column: 5,
          },
        ],
      ],
    ])
    expect(others).toEqual(['“Ad copy” is connected to nothing.'])
  })

  it('should be said in the language of the reader, and be found by the whole sentence', () => {
    const graph = {
      nodes: [{ id: 'a', type: 'generate_copy', label: 'Ad', config: { promptTemplate: '{{x}}' } }],
      edges: [],
    }
    const { problems } = validateGraph({ graph, inputs: [], specs: specMap() })
    const { fields } = problemsOfNode({
      nodeId: 'a',
      problems,
      sayProblem: createSayProblem({ language: 'de', translations: {} }),
    })
    expect(fields.get('promptTemplate')).toMatchObject([
      {
        message: expect.stringMatching(
          /^„Prompt“ verwendet „x“, aber eine solche Variable gibt es nicht\. Bekannt: /,
        ) as string,
        full: expect.stringMatching(/^„Ad“: „Prompt“ verwendet „x“, /) as string,
      },
    ])
  })

  it('should stand at their rule', () => {
    const comparison = sentence('“{{node}}” compares “{{field}}”, but {{why}}', {
      node: 'Strong?',
      field: 'params.market',
      why: phrase('the workflow has no input “{{name}}”.', { name: 'market' }),
    })
    const { fields } = problemsOfNode({
      nodeId: 'a',
      sayProblem,
      problems: [
        problem({ path: 'nodes[0].config.rules[1].field', ...comparison }),
        problem({ path: 'nodes[0].config.rules[11]' }),
        problem({ path: 'nodes[0].config.rules' }),
      ],
    })
    const rules = fields.get('rules') ?? []
    expect(problemsOfEntry(rules, 1).map((one) => one.message)).toEqual([
      'The workflow has no input “market”.',
    ])
    expect(problemsOfEntry(rules, 11)).toHaveLength(1)
    expect(problemsOfWhole(rules)).toHaveLength(1)
  })

  it('should find their input', () => {
    const found = problemsOfInputs({
      sayProblem,
      problems: [
        problem({ path: 'inputs[1].options[0]', message: 'one' }),
        problem({ path: 'inputs[1].name', message: 'two' }),
        problem({ path: 'inputs[0]', message: 'three' }),
        problem({ path: 'nodes[0]' }),
      ],
    })
    expect([...(found.get(1) ?? [])]).toEqual([
      ['options', ['one']],
      ['name', ['two']],
    ])
    expect(found.get(0)?.get('')).toEqual(['three'])
  })
})
