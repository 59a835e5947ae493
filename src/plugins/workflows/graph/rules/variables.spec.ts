import { describe, expect, it } from 'vitest'

import type { JsonObject } from '../types.js'

import { amount, codesOf, draw, problemsOf, topic } from '../testSupport/drawGraph.js'

/** Problems of a prompt behind a copy `copy-1` and an image `pic`, beside a copy `side`. */
function problemsOfPrompt(promptTemplate: string, config: JsonObject = {}) {
  const text = 'copy:copy-1 > image:pic > copy:n, copy-1 > copy:side'
  return problemsOf(draw(text, { n: { promptTemplate, ...config } }))
}
const messagesOf = (prompt: string) => problemsOfPrompt(prompt).map(({ message }) => message)

describe('prompt variables', () => {
  it.each([
    '{{ topic }} {{ amount | plus: 1 }} {{ params.topic }} {{ topic.size }}',
    '{{ index }} {{ previous_output | truncate: 100 }}',
    '{{nodes.copy-1.output.text}} {{ nodes["copy-1"].output.word_count }}',
    '{{ nodes.copy-1.output.items[0].title }} {{ nodes.copy-1.output.items.last.document_id }}',
    '{% for i in nodes.pic.output.items %}{{ i.url }} {{ forloop.index }}{% endfor %}',
    '{{ nodes.copy-1.output.items[index].text }} {{ nodes.pic.output.items.size }}',
    '{% assign mine = topic %}{{ mine }} {% capture c %}{{ mine }}{% endcapture %}{{ c }}',
    '{% if topic %}{{ topic | default: "x" }}{% endif %} {% raw %}{{ nope }}{% endraw %}',
    '{{ nodes.copy-1.output | json }}',
  ])('should take %s', (prompt) => {
    expect(messagesOf(prompt)).toEqual([])
  })

  it.each([
    ['{{ topik }}', '“topik”, but there is no such variable. Did you mean topic?'],
    ['{{ item.text }}', 'choose it in “itemsFrom”'],
    ['{{ nodes.copy-2.output.text }}', 'no node “copy-2”. Did you mean copy-1?'],
    ['{{ nodes.side.output.text }}', '“SIDE” does not run before this node'],
    ['{{ nodes.n.output.text }}', '“N” does not run before this node'],
    ['{{ nodes.pic.output.text }}', '“PIC” has no output “text”. It has count or items.'],
    ['{{ nodes.copy-1.output.txt }}', 'Did you mean text?'],
    ['{{ nodes.copy-1.output.items[0].url }}', 'has no output “items.0.url”'],
    ['{{ nodes.copy-1.output.count.x }}', 'has no output'],
    ['{{ nodes.copy-1.output.count[0] }}', 'has no output'],
    ['{{ nodes.copy-1.text }}', 'write it as nodes.<id>.output.<field>'],
    ['{{ nodes[topic].output.text }}', 'write it as nodes.<id>.output.<field>'],
    ['{{ nodes }}', 'write it as'],
    ['{{ topic.length }}', '“topic” is a single value'],
    ['{{ params.nothing }}', 'no input “nothing”'],
    ['{{ constructor }}', 'no such variable'],
    ['{{ toString.call }}', 'no such variable'],
    ['{{ nodes.constructor.output.text }}', 'no node “constructor”'],
  ])('should refuse %s', (prompt, why) => {
    const problems = problemsOfPrompt(prompt)
    expect(problems).toMatchObject([{ code: 'unknown_variable', nodeId: 'n' }])
    expect(problems[0]?.message).toContain(why)
  })

  it('should say where in the prompt a variable stands, once for each', () => {
    expect(problemsOfPrompt('one\n  {{ foo }} {{ foo }}{{ bar }}')).toMatchObject([
      { path: 'nodes[2].config.promptTemplate', data: { line: 2, column: 6 } },
      { data: { line: 2, column: 25 } },
    ])
  })

  it('should say where a prompt cannot be read, and why', () => {
    const syntax: [string, number, number, string][] = [
      ['a\n{{ topic', 2, 1, 'not closed'],
      ['{% if topic %}', 1, 1, 'not closed'],
      ['{{ topic | shout }}', 1, 1, 'undefined filter: shout'],
      ['{% include "secret" %}', 1, 1, 'tag "include" not found'],
    ]
    for (const [prompt, line, column, why] of syntax) {
      const [problem] = problemsOfPrompt(prompt)
      expect(problem).toMatchObject({ code: 'template_syntax_error', data: { line, column } })
      expect(problem?.message).toContain(why)
    }
  })

  it('should know the fields of an item when the node goes through another one', () => {
    const mapped = (prompt: string, itemsFrom: string) =>
      problemsOfPrompt(prompt, { itemsFrom }).map(({ message }) => message)
    expect(mapped('{{ item.title }} {{ item }}', 'copy-1')).toEqual([])
    expect(mapped('{{ item.url }}', 'pic')).toEqual([])
    expect(mapped('{{ item.url }}', 'copy-1')[0]).toContain('has no “url”')
    const image = (copySourceNode: JsonObject) =>
      codesOf(
        draw('copy:a > image:i', { i: { promptTemplate: '{{ item.text }}', ...copySourceNode } }),
      )
    expect(image({ copySourceNode: 'a' })).toEqual([])
    expect(image({})).toEqual(['unknown_variable nodes[1].config.promptTemplate'])
  })

  it('should check the brand voice as well', () => {
    const problems = problemsOfPrompt('fine', { systemPrompt: '{{ brand }}' })
    expect(problems).toMatchObject([{ path: 'nodes[2].config.systemPrompt' }])
    expect(problems[0]?.message).toContain('“N”: Brand voice uses “brand”')
  })
})

describe('quantities from the form', () => {
  it('should name an input that asks for a number', () => {
    const codes = (quantity: string) => codesOf(draw('copy:a', { a: { quantity } }))
    expect(codes('{{ amount }}')).toEqual([])
    expect(codes('{{amount}}')).toEqual([])
    expect(codes('{{ topic }}')).toEqual(['unknown_variable nodes[0].config.quantity'])
    expect(codes('{{ amonut }}')).toEqual(['unknown_variable nodes[0].config.quantity'])
    expect(codes('{{ amount | plus: 1 }}')).toEqual(['invalid_type nodes[0].config.quantity'])
    const [problem] = problemsOf(draw('copy:a', { a: { quantity: '{{ amonut }}' } }))
    expect(problem?.message).toContain('Did you mean amount? Number inputs: amount.')
  })
})

describe('fields of conditions', () => {
  const codes = (field: string) => {
    const rules = [{ field, operator: 'is_empty' }]
    const graph = draw('copy:a > if:c.true > copy:b', { c: { rules } })
    return problemsOf(graph, [topic, amount])
  }

  it.each(['params.topic', 'nodes.a.output.count', 'nodes.a.output.items.0.title'])(
    'should take %s',
    (field) => expect(codes(field)).toEqual([]),
  )

  it.each([
    ['topic', 'a condition reads params.<input> or nodes.<id>.output.<field>'],
    ['params.topik', 'Did you mean topic?'],
    ['params.constructor', 'no input “constructor”'],
    ['nodes.b.output.text', '“B” does not run before this node'],
    ['nodes.a.output.score', 'has no output “score”'],
    ['nodes.a.output.items.first.title', 'has no output'],
    ['nodes.a.text', 'a condition reads'],
  ])('should refuse %s', (field, why) => {
    const problems = codes(field)
    expect(problems).toMatchObject([
      { code: 'unknown_variable', path: 'nodes[1].config.rules[0].field', nodeId: 'c' },
    ])
    expect(problems[0]?.message).toContain(why)
  })
})
