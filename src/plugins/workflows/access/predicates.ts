import type { WorkspaceRole } from '../options.js'
import type { HostId } from '../runtime/cmsTypes.js'
import type { Memberships } from './memberships.js'

const RANK: Record<WorkspaceRole, number> = { viewer: 0, editor: 1, owner: 2 }

/** The role a user has in a workspace; null = none, and to them it does not exist. */
export function roleIn(memberships: Memberships, workspace: HostId | null): WorkspaceRole | null {
  if (memberships.reach === 'admin') return 'owner'
  if (memberships.reach === 'implicit') return 'editor'
  if (workspace === null) return null
  return memberships.byWorkspace.get(String(workspace))?.role ?? null
}

export function hasRole(
  memberships: Memberships,
  workspace: HostId | null,
  needed: WorkspaceRole,
): boolean {
  const role = roleIn(memberships, workspace)
  return role !== null && RANK[role] >= RANK[needed]
}

export const canRead = (memberships: Memberships, workspace: HostId | null) =>
  hasRole(memberships, workspace, 'viewer')

export const canEdit = (memberships: Memberships, workspace: HostId | null) =>
  hasRole(memberships, workspace, 'editor')

export const canOwn = (memberships: Memberships, workspace: HostId | null) =>
  hasRole(memberships, workspace, 'owner')

/** Workspaces in which the user has at least this role; `all` where no list limits them. */
export function workspacesWithRole(
  memberships: Memberships,
  needed: WorkspaceRole,
): 'all' | HostId[] {
  if (memberships.reach === 'admin') return 'all'
  if (memberships.reach === 'implicit') return needed === 'owner' ? [] : 'all'
  return [...memberships.byWorkspace.values()]
    .filter(({ role }) => RANK[role] >= RANK[needed])
    .map(({ workspace }) => workspace)
}
