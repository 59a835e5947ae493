import type { Payload, PayloadRequest } from 'payload'

import type { Membership, WorkspaceRole } from '../../src/index.js'
import type { Workspace } from '../payload-types.js'
import { idOf } from './idOf.js'

interface WorkspaceOfUser {
  id: string
  members: { user: string; role: WorkspaceRole }[]
}

interface Args {
  payload: Payload
  user: { id?: number | string }
  /** Joins its transaction and remembers the answer for as long as the request lasts. */
  req?: PayloadRequest
}

const CACHE = 'workspacesOfUser'

const readWorkspaces = async ({ payload, user, req }: Args): Promise<WorkspaceOfUser[]> => {
  const { docs } = await payload.find({
    collection: 'workspaces',
    where: { 'members.user': { equals: user.id } },
    depth: 0,
    pagination: false,
    req,
  })
  const workspaces: Pick<Workspace, 'id' | 'members'>[] = docs.map((doc) => ({
    id: String(doc.id),
    members: doc.members,
  }))
  return workspaces.map(({ id, members }) => ({
    id,
    members: (members ?? []).flatMap((member) => {
      const memberId = idOf(member.user)
      return memberId ? [{ user: memberId, role: member.role }] : []
    }),
  }))
}

/** The workspaces `user` belongs to, each with everybody in it. */
export const workspacesOf = (args: Args): Promise<WorkspaceOfUser[]> => {
  if (!args.req) return readWorkspaces(args)
  const key = `${CACHE}:${args.user.id}`
  const known = args.req.context[key]
  if (known instanceof Promise) return known
  const reading = readWorkspaces(args)
  args.req.context[key] = reading
  return reading
}

/** After a change of members the rest of the request must see it. */
export const forgetWorkspaces = (req: PayloadRequest): void => {
  for (const key of Object.keys(req.context)) {
    if (key.startsWith(`${CACHE}:`)) delete req.context[key]
  }
}

export const membershipsOf = async (args: Args): Promise<Membership[]> => {
  const workspaces = await workspacesOf(args)
  return workspaces.flatMap(({ id, members }) =>
    members
      .filter((member) => member.user === args.user.id)
      .map(({ role }) => ({ workspace: id, role })),
  )
}

/** Ids of the workspaces in which `user` may create, change and delete. */
export const editableWorkspaces = async (args: Args): Promise<string[]> =>
  (await membershipsOf(args))
    .filter(({ role }) => role !== 'viewer')
    .map(({ workspace }) => String(workspace))
