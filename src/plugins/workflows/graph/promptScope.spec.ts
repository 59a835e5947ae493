import { describe, expect, it } from 'vitest'

import { renderPrompt } from './liquid.js'
import { promptScope } from './promptScope.js'
import { planOf, specs } from './testSupport/drawGraph.js'

describe('promptScope', () => {
  const plan = planOf('copy:a > copy:c, image:b > c')
  const scope = promptScope({
    plan,
    specs,
    nodeId: 'c',
    params: { topic: 'Shoes', index: 'not mine' },
    outputs: new Map([['a', { text: 'Hello', count: 1 }]]),
    index: 2,
    previousOutput: 'Hello',
    item: { title: 'T' },
  })
  const render = (template: string) => renderPrompt({ template, scope })

  it('should hold every name that validation allows', async () => {
    const template =
      '{{ topic }}/{{ params.topic }}/{{ index }}/{{ previous_output }}/{{ item.title }}/{{ nodes.a.output.text }}'
    expect(await render(template)).toBe('Shoes/Shoes/2/Hello/T/Hello')
  })

  it('should read a node that was skipped as empty', async () => {
    expect(await render('{{ nodes.b.output.count }}[{{ nodes.b.output.items | join }}]')).toBe(
      '0[]',
    )
  })

  it('should hold no node that does not come before', async () => {
    await expect(render('{{ nodes.c.output.text }}')).rejects.toThrow('undefined variable')
  })
})
