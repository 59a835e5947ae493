import { describe, expect, it } from 'vitest'

import { checkOptions } from './checkOptions.js'
import { demoProvider } from './providers/demo/demoProvider.js'

const minimal = { documents: [{ collection: 'posts' }], media: { collection: 'media' } }
const check = (more: object) => () => checkOptions({ ...minimal, ...more })

describe('checkOptions', () => {
  it('should take what the types allow', () => {
    const memberships = () => Promise.resolve([])
    for (const more of [
      {},
      { users: {}, limits: {}, worker: {}, access: {}, overrides: {}, prices: {}, nodes: [] },
      { workspaces: { collection: 'teams', memberships }, projects: { collection: 'projects' } },
      { providers: [demoProvider()], prices: { 'gpt-*': { inputPerMillion: 1.25, perImage: 0 } } },
      { worker: { embedded: () => true, load: () => import('./options.js') }, reviewMails: false },
      { workspaces: undefined, limits: { maxAttempts: undefined } },
    ]) {
      expect(check(more)).not.toThrow()
    }
  })

  it.each([
    [{ documents: 'posts' }, '`documents` must be a list, such as `['],
    [{ documents: ['posts'] }, '`documents[0]` must be an object'],
    [{ documents: [null] }, '`documents[0]` must be an object'],
    [
      { documents: [{ collection: 'posts', bodyfield: 'text' }] },
      '`documents[0].bodyfield` does not exist. Did you mean bodyField?',
    ],
    [{ media: 'media' }, '`media` must be an object'],
    [{ users: 'users' }, '`users` must be an object'],
    [{ workspaces: { collection: 'teams' } }, '`workspaces.memberships` must be a function'],
    [{ providers: {} }, '`providers` must be a list'],
    [{ providers: [{ id: 'mine' }] }, '`providers[0].generateText` must be a function'],
    [{ prices: { 'gpt-5': { input: 3 } } }, "`prices['gpt-5'].input` does not exist. There are: i"],
    [{ prices: { 'gpt-5': { perImage: -1 } } }, "`prices['gpt-5'].perImage` must be 0 or more"],
    [{ nodes: [{}] }, '`nodes[0].spec` must be the spec of a node'],
    [
      { limits: { maxAttemps: 4 } },
      '`limits.maxAttemps` does not exist. Did you mean maxAttempts?',
    ],
    [{ worker: true }, '`worker` must be an object'],
    [{ worker: { embedded: 'yes' } }, '`worker.embedded` must be true, false or a function'],
    [{ access: { isAdmin: true } }, '`access.isAdmin` must be a function'],
    [{ overrides: { templates: {} } }, '`overrides.templates` must be a function'],
    [{ provider: [] }, '`provider` does not exist. Did you mean providers?'],
    [{ enabled: 'false' }, '`enabled` must be true or false'],
  ])('should name the option in %j', (more, message) => {
    expect(check(more)).toThrow(`workflowsPlugin: option ${message}`)
  })
})
