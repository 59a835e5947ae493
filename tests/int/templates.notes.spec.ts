import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startSite, type Site } from './site.fixture.js'
import { graph, PATH, template } from './templates.fixture.js'

let site: Site

beforeAll(async () => {
  site = await startSite('template notes')
})
afterAll(() => site.stop())

const note = {
  id: 'note',
  text: 'Ask Mia before this goes out',
  position: { x: 12, y: -40 },
  size: { width: 240, height: 160 },
}
const noted = {
  ...graph,
  nodes: graph.nodes.map((node) => ({ ...node, notes: 'The words are from the brand book.' })),
  notes: [note],
}

describe('notes of a template', () => {
  it('should stay through saving, changing, exporting, importing and cloning', async () => {
    const made = await site.post('editor', PATH, template({ graph: noted }))
    expect([made.status, made.body.graph]).toEqual([201, noted])
    const { id } = made.body as { id: string }

    const renamed = await site.call('editor', `${PATH}/${id}`, {
      method: 'PUT',
      json: { name: 'With notes' },
    })
    expect(renamed.body.graph).toEqual(noted)

    const file = await site.call('viewer', `${PATH}/${id}/export`)
    expect(file.body.graph).toEqual(noted)
    const imported = await site.post('editor', `${PATH}/import`, file.body)
    expect([imported.status, imported.body.graph]).toEqual([201, noted])

    const copy = await site.post('editor', `${PATH}/${id}/clone`, {})
    expect([copy.status, copy.body.graph]).toEqual([201, noted])
  })

  it('should be refused with the problem when they are not fit to be stored', async () => {
    const tooLong = { ...graph, notes: [{ ...note, text: 'x'.repeat(5_001) }] }
    const answer = await site.post('editor', PATH, template({ graph: tooLong }))
    expect(answer.status).toBe(422)
    expect(answer.body.errors[0].data.issues).toEqual([
      expect.objectContaining({ code: 'value_out_of_range', path: 'notes[0].text' }),
    ])
  })

  it('should make no other plan: two launches of the same flow share one', async () => {
    const plain = await site.post('editor', PATH, template())
    const withNotes = await site.post('editor', PATH, template({ graph: noted }))
    const count = async () =>
      (await site.sql.query('select count(*)::int as n from payload_workflows.plan')).rows[0]
        .n as number
    const launch = (id: string) =>
      site.post('editor', '/workflows/executions/launch', {
        template: id,
        params: { topic: 'bikes' },
      })
    expect((await launch(plain.body.id as string)).status).toBeLessThan(300)
    const before = await count()
    expect((await launch(withNotes.body.id as string)).status).toBeLessThan(300)
    expect(await count()).toBe(before)
  })
})
