import { describe, expect, it } from 'vitest'

import { analysePrompt, createPromptEngine, PromptError, renderPrompt } from './liquid.js'

const render = (template: string, scope: Record<string, unknown> = {}) =>
  renderPrompt({ template, scope })
const failure = async (template: string, scope: Record<string, unknown> = {}) => {
  const error: unknown = await render(template, scope).catch((thrown: unknown) => thrown)
  if (!(error instanceof PromptError)) throw new Error(`No PromptError: ${String(error)}`)
  return error
}

describe('renderPrompt', () => {
  it('should fill in values, with hyphens in node ids', async () => {
    const nodes = { 'copy-1': { output: { text: 'Hi', items: [{ title: 'A' }, { title: 'B' }] } } }
    expect(await render('{{nodes.copy-1.output.text}} {{ topic }}', { nodes, topic: 'x' })).toBe(
      'Hi x',
    )
    expect(await render('{{ nodes["copy-1"].output.items.last.title }}', { nodes })).toBe('B')
    expect(
      await render('{% for i in nodes.copy-1.output.items %}{{ i.title }};{% endfor %}', { nodes }),
    ).toBe('A;B;')
  })

  it('should never read what a value holds: one pass', async () => {
    const scope = { text: '{{ secret }}{% include "x" %}', secret: 's', list: ['{{ secret }}'] }
    expect(await render('{{ text }}{{ list | join: "" }}', scope)).toBe(
      '{{ secret }}{% include "x" %}{{ secret }}',
    )
    expect(await render('{% capture c %}{{ text }}{% endcapture %}{{ c }}', scope)).toBe(scope.text)
    expect(await render('{% assign a = text | append: "" %}{{ a }}', scope)).toBe(scope.text)
  })

  it('should leave markup alone and write lists and objects as JSON', async () => {
    expect(await render('{{ a }} {{ b }} {{ c }}', { a: '<b>&"', b: [{ x: 1 }], c: null })).toBe(
      '<b>&" [{"x":1}] ',
    )
  })

  it('should fail for an unknown variable, say where, and take a default', async () => {
    const error = await failure('one\n{{ missing }}')
    expect(error.code).toBe('template_render_error')
    expect(error.message).toContain('line 2, column 4')
    expect(error.message).toContain('undefined variable: missing')
    expect(await render('{{ missing | default: "d" }}{% if missing %}x{% endif %}')).toBe('d')
  })

  it('should find no property that a value only inherits', async () => {
    for (const path of [
      'a.constructor',
      'a.__proto__',
      'a.toString',
      'toString',
      'constructor',
      'list.push',
    ]) {
      const error = await failure(`{{ ${path} }}`, { a: {}, list: [] })
      expect(error.message, path).toContain('undefined variable')
    }
    expect(await render('{{ list | map: "constructor" | json }}', { list: [{}] })).toBe('[null]')
  })

  it('should take a key called __proto__ as a key and pollute nothing', async () => {
    const scope: Record<string, unknown> = JSON.parse('{"a":{"__proto__":{"polluted":"yes"}}}')
    expect(await render('{{ a.__proto__.polluted }}', scope)).toBe('yes')
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('should give templates no code: functions, getters and instances are nothing', async () => {
    const scope = { f: () => 'ran', date: new Date(0), map: new Map([['a', 1]]), n: Number.NaN }
    expect(await render('[{{ f }}{{ date }}{{ map }}{{ n }}]', scope)).toBe('[]')
  })
})

describe('limits of prompts', () => {
  it.each(['include', 'render', 'layout', 'block'])('should not know the tag %s', async (tag) => {
    expect((await failure(`{% ${tag} "../../.env" %}`)).message).toContain(`tag "${tag}" not found`)
  })

  it.each(['where_exp: "x", "1"', 'find_exp: "x", "1"', 'sample', 'nope'])(
    'should not know the filter %s',
    async (filter) => {
      expect((await failure(`{{ list | ${filter} }}`, { list: [1] })).message).toContain(
        'undefined filter',
      )
    },
  )

  it('should stop loops and texts that grow without end', async () => {
    const double = '{% capture s %}{{ s }}{{ s }}{% endcapture %}'.repeat(25)
    const bombs = [
      '{% for i in (1..100000000) %}x{% endfor %}',
      '{% for i in (1..3000) %}{% for j in (1..3000) %}{% for k in (1..3000) %}{% endfor %}{% endfor %}{% endfor %}',
      '{% assign s = "aaaaaaaaaa" %}{% for i in (1..100) %}{% assign s = s | append: s %}{% endfor %}',
      `{% assign s = "aaaaaaaaaa" %}${double}{{ s | size }}`,
      '{{ "now" | date: "%99999999Y" }}',
    ]
    for (const bomb of bombs) {
      expect((await failure(bomb)).code, bomb).toBe('template_limit_exceeded')
    }
  }, 30_000)

  it('should refuse templates over 20,000 and prompts over 200,000 characters', async () => {
    expect((await failure('x'.repeat(20_001))).code).toBe('template_limit_exceeded')
    expect(await render('x'.repeat(20_000))).toHaveLength(20_000)
    const half = 'y'.repeat(100_000)
    expect(await render('{{ half }}{{ half }}', { half })).toHaveLength(200_000)
    const error = await failure('{{ half }}{{ half }}!', { half })
    expect(error.message).toContain('longer than 200,000 characters')
  })

  it('should fail cleanly on nesting that would overflow the stack', async () => {
    expect((await failure(`{{ a${'['.repeat(9_000)} }}`)).message).toContain('nested too deeply')
    expect(analysePrompt(`{{ a${'['.repeat(9_000)} }}`).error?.message).toContain('nested')
  })

  it('should make engines that share nothing', () => {
    expect(createPromptEngine().tags).not.toBe(createPromptEngine().tags)
  })
})

describe('analysePrompt', () => {
  it('should name what a prompt reads from outside, and where', () => {
    const { variables, positions, error } = analysePrompt(
      '{{ topic }}\n{{ nodes.copy-1.output.items[0].title }}{% assign x = tone %}{{ x }}',
    )
    expect(error).toBeNull()
    expect(variables).toEqual([
      ['topic'],
      ['nodes', 'copy-1', 'output', 'items', 0, 'title'],
      ['tone'],
    ])
    expect(positions.slice(0, 2)).toEqual([
      { line: 1, column: 4 },
      { line: 2, column: 4 },
    ])
  })

  it('should mark computed segments and name what they are computed from', () => {
    expect(analysePrompt('{{ nodes.a.output.items[index].text }}').variables).toEqual([
      ['nodes', 'a', 'output', 'items', '[index]', 'text'],
      ['index'],
    ])
  })

  it('should refuse prompts with more names than a person writes, which cost too much to check', () => {
    expect(analysePrompt('{{ a.b.c | upcase }}'.repeat(150)).error).toBeNull()
    const { error } = analysePrompt('{{ a }}'.repeat(301))
    expect(error?.message).toBe('its tags hold more than 300 names')
    expect(analysePrompt(`{{ a }} ${'prose '.repeat(3_000)}`).error).toBeNull()
  })

  it('should answer syntax errors instead of throwing', () => {
    expect(analysePrompt('ok\n {{ oops')).toMatchObject({
      variables: [],
      error: { line: 2, column: 2 },
    })
    expect(analysePrompt('{{ a | nope }}').error?.message).toBe('undefined filter: nope')
  })
})
