import { createWorkflowsClient, type WorkflowsClient } from 'payload-workflows/api'

import { waitFor } from '../../support/waitFor.js'

type Json = Record<string, unknown>

export interface Talk {
  client: WorkflowsClient
  get: (path: string) => Promise<{ status: number; body: Json }>
  post: (path: string, body: unknown) => Promise<{ status: number; body: Json }>
}

const PASSWORD = 'a-good-password'

/** Makes the site's first user over REST, as somebody who opens a new admin, and talks as that user. */
export const talkAsFirstUser = async (
  url: string,
  users: string,
  more: Json = {},
): Promise<Talk> => {
  const email = 'first@example.com'
  const anonymous = requester(url)
  await anonymous(`/${users}/first-register`, { email, password: PASSWORD, ...more })
  return talkAs(url, users, email)
}

export const talkAs = async (url: string, users: string, email: string): Promise<Talk> => {
  const { body } = await requester(url)(`/${users}/login`, { email, password: PASSWORD })
  const headers = { Authorization: `JWT ${String(body.token)}` }
  const request = requester(url, headers)
  return {
    client: createWorkflowsClient({ baseURL: `${url}/api`, headers }),
    get: (path) => request(path),
    post: (path, given) => request(path, given),
  }
}

const requester =
  (url: string, headers: Record<string, string> = {}) =>
  async (path: string, json?: unknown): Promise<{ status: number; body: Json }> => {
    const answer = await fetch(`${url}/api${path}`, {
      headers: { ...headers, 'Content-Type': 'application/json' },
      ...(json !== undefined && { method: 'POST', body: JSON.stringify(json) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: text ? (JSON.parse(text) as Json) : {} }
  }

const node = (id: string, type: string, config: Json, x: number) => ({
  id,
  type,
  label: id,
  position: { x, y: 0 },
  config,
})

/** Two copies, an image for each, attached; in `collection`, or in the site's first one. */
export const launchSmallWorkflow = async (
  { client }: Talk,
  { collection, workspace }: { collection?: string; workspace?: number | string } = {},
) => {
  const template = await client.templates.create({
    name: 'Two posts with pictures',
    category: 'Custom',
    ...(workspace !== undefined && { workspace }),
    inputs: [{ name: 'topic', label: 'Topic', type: 'text', required: true }],
    graph: {
      nodes: [
        node(
          'copy',
          'generate_copy',
          {
            promptTemplate: 'Write about {{topic}}',
            quantity: 2,
            contextMode: 'none',
            outputStatus: 'draft',
            ...(collection && { collection }),
          },
          0,
        ),
        node('image', 'generate_image', { promptTemplate: '{{topic}}', quantity: 2 }, 300),
        node(
          'attach',
          'attach_to_document',
          { strategy: 'one_to_one', matchBy: 'position', setPrimary: true },
          600,
        ),
      ],
      edges: [
        { id: 'a', source: 'copy', target: 'image' },
        { id: 'b', source: 'copy', target: 'attach' },
        { id: 'c', source: 'image', target: 'attach' },
      ],
    },
  } as never)
  const { id } = await client.executions.launch({
    template: template.id,
    params: { topic: 'Bridges' },
  })
  return waitFor(
    'the workflow to end',
    async () => {
      const execution = await client.executions.get({ id })
      if (execution.status === 'failed') throw new Error(JSON.stringify(execution.error))
      return execution.status === 'completed' ? execution : null
    },
    { withinMs: 90_000, everyMs: 250 },
  )
}
