import { describe, expect, it } from 'vitest'

import type { Memberships } from './memberships.js'

import { canEdit, canOwn, canRead, roleIn, workspacesWithRole } from './predicates.js'

const listed: Memberships = {
  user: { id: 1, collection: 'users' },
  reach: 'listed',
  byWorkspace: new Map([
    ['1', { workspace: 1, role: 'owner' }],
    ['2', { workspace: 2, role: 'editor' }],
    ['3', { workspace: 3, role: 'viewer' }],
  ]),
}
const admin: Memberships = { ...listed, reach: 'admin' }
const implicit: Memberships = { ...listed, reach: 'implicit', byWorkspace: new Map() }
const none: Memberships = { user: null, reach: 'none', byWorkspace: new Map() }

describe('predicates', () => {
  it('should rank owner over editor over viewer', () => {
    const rights = (workspace: number) =>
      [canRead, canEdit, canOwn].map((may) => may(listed, workspace))
    expect(rights(1)).toEqual([true, true, true])
    expect(rights(2)).toEqual([true, true, false])
    expect(rights(3)).toEqual([true, false, false])
    expect(rights(4)).toEqual([false, false, false])
  })

  it('should know a workspace by number and by text', () => {
    expect(canOwn(listed, '1')).toBe(true)
  })

  it('should keep members out of what belongs to no workspace', () => {
    expect(canRead(listed, null)).toBe(false)
    expect(canOwn(admin, null)).toBe(true)
  })

  it('should make everybody an editor where there are no workspaces', () => {
    expect(roleIn(implicit, null)).toBe('editor')
    expect(canOwn(implicit, null)).toBe(false)
  })

  it('should give strangers nothing', () => {
    expect(roleIn(none, 1)).toBeNull()
    expect(roleIn(none, null)).toBeNull()
    expect(workspacesWithRole(none, 'viewer')).toEqual([])
  })

  it('should list workspaces by the least role', () => {
    expect(workspacesWithRole(listed, 'viewer')).toEqual([1, 2, 3])
    expect(workspacesWithRole(listed, 'editor')).toEqual([1, 2])
    expect(workspacesWithRole(listed, 'owner')).toEqual([1])
    expect(workspacesWithRole(admin, 'owner')).toBe('all')
    expect(workspacesWithRole(implicit, 'editor')).toBe('all')
  })
})
