import type {
  Access,
  CollectionAfterChangeHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
} from 'payload'

import { adminOnly, isAdmin } from '../access/isAdmin.js'
import { forgetWorkspaces, membershipsOf } from '../access/membershipsOf.js'

const members: Access = async ({ req }) => {
  const { payload, user } = req
  if (!user) return false
  if (isAdmin(user)) return true
  const memberships = await membershipsOf({ payload, user, req })
  return { id: { in: memberships.map(({ workspace }) => workspace) } }
}

const owners: Access = async ({ req }) => {
  const { payload, user } = req
  if (!user) return false
  if (isAdmin(user)) return true
  const memberships = await membershipsOf({ payload, user, req })
  const owned = memberships.filter(({ role }) => role === 'owner')
  return { id: { in: owned.map(({ workspace }) => workspace) } }
}

/** Who opens a workspace owns it, whatever else they sent. */
const creatorOwns: CollectionBeforeValidateHook = ({ data, operation, req: { user } }) => {
  if (operation !== 'create' || !data || !user || isAdmin(user)) return data
  const sent: { user?: unknown }[] = Array.isArray(data.members) ? data.members : []
  const others = sent.filter((member) => member.user !== user.id)
  return { ...data, members: [{ user: user.id, role: 'owner' }, ...others] }
}

const forget: CollectionAfterChangeHook = ({ doc, req }) => {
  forgetWorkspaces(req)
  return doc
}

export const createWorkspacesCollection = (): CollectionConfig => ({
  slug: 'workspaces',
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'updatedAt'] },
  access: {
    read: members,
    create: ({ req }) => Boolean(req.user),
    update: owners,
    delete: adminOnly,
  },
  hooks: { beforeValidate: [creatorOwns], afterChange: [forget] },
  fields: [
    { name: 'name', type: 'text', required: true },
    {
      name: 'members',
      type: 'array',
      fields: [
        { name: 'user', type: 'relationship', relationTo: 'users', required: true, index: true },
        {
          name: 'role',
          type: 'select',
          required: true,
          defaultValue: 'viewer',
          options: [
            { label: 'Owner', value: 'owner' },
            { label: 'Editor', value: 'editor' },
            { label: 'Viewer', value: 'viewer' },
          ],
        },
      ],
    },
  ],
})
