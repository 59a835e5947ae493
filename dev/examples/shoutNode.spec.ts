import { PermanentNodeError } from 'payload-workflows'
import { runNode } from 'payload-workflows/testing'
import { expect, it } from 'vitest'

import { shoutNode } from './shoutNode.js'

it('should shout what came in', async () => {
  const { output } = await runNode({
    node: shoutNode,
    config: { suffix: '!!' },
    upstream: [{ items: [{ text: 'hello' }, { text: 'world' }] }],
  })
  expect(output).toMatchObject({ text: 'HELLO!!\n\nWORLD!!', count: 2 })
})

it('should say what is missing when nothing came in', async () => {
  await expect(runNode({ node: shoutNode })).rejects.toThrow(PermanentNodeError)
})
