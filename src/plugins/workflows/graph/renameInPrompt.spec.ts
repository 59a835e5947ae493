import { describe, expect, it } from 'vitest'

import { renameInPrompt } from './renameInPrompt.js'

const rename = (template: string, names: { nodes?: object; inputs?: object }) =>
  renameInPrompt({
    template,
    renames: {
      nodes: new Map(Object.entries(names.nodes ?? {})) as Map<string, string>,
      inputs: new Map(Object.entries(names.inputs ?? {})) as Map<string, string>,
    },
  })

describe('renameInPrompt', () => {
  it('should follow a node in outputs, filters, loops, brackets and tags', () => {
    const before =
      '{{ nodes.a.output.text | append: nodes.a.output.count }}\n{% for x in nodes.a.output.items %}{{ x.title }}{% endfor %}{% if nodes["a"].output.text contains nodes[ \'a\' ].output.text %}{% endif %}{%- liquid\n  echo nodes.a.output.text -%}'
    expect(rename(before, { nodes: { a: 'ad_copy' } })).toBe(
      '{{ nodes.ad_copy.output.text | append: nodes.ad_copy.output.count }}\n{% for x in nodes.ad_copy.output.items %}{{ x.title }}{% endfor %}{% if nodes["ad_copy"].output.text contains nodes[ \'ad_copy\' ].output.text %}{% endif %}{%- liquid\n  echo nodes.ad_copy.output.text -%}',
    )
  })

  it('should follow an input by its name and through params, also as an index', () => {
    expect(
      rename('{{ topic }} {{params.topic|upcase}} {{ nodes.a.output.items[params.topic].title }}', {
        inputs: { topic: 'subject' },
      }),
    ).toBe(
      '{{ subject }} {{params.subject|upcase}} {{ nodes.a.output.items[params.subject].title }}',
    )
  })

  it('should leave text, strings, comments, longer names and assigned names alone', () => {
    const template =
      'topic {{ "topic" }} {{ topics }} {{ nodes.topic.output.text }} {% raw %}{{ topic }}{% endraw %}{% comment %}{{ topic }}{% endcomment %}{% assign topic = "x" %}{{ topic }}{{ nodes.ab.output.text }}'
    expect(rename(template, { inputs: { topic: 'subject' }, nodes: { a: 'b' } })).toBe(template)
  })

  it('should swap two names', () => {
    expect(
      rename('{{ nodes.a.output.text }}{{ nodes.b.output.text }}', { nodes: { a: 'b', b: 'a' } }),
    ).toBe('{{ nodes.b.output.text }}{{ nodes.a.output.text }}')
  })

  it('should write params.<name> where the prompt assigns the new name to something else', () => {
    expect(
      rename('{% assign city = "Bern" %}{{ topic }} in {{ city }}', { inputs: { topic: 'city' } }),
    ).toBe('{% assign city = "Bern" %}{{ params.city }} in {{ city }}')
  })

  it('should follow names in a prompt that cannot be parsed yet', () => {
    expect(
      rename('{% if topic %}{{ nodes.a.output.text | append: "topic" }} topic {{ x.topic }', {
        inputs: { topic: 'subject' },
        nodes: { a: 'b' },
      }),
    ).toBe('{% if subject %}{{ nodes.b.output.text | append: "topic" }} topic {{ x.topic }')
  })
})
