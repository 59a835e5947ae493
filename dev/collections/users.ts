import type { Access, CollectionBeforeChangeHook, CollectionConfig } from 'payload'

import { adminOnly, adminOnlyField, isAdmin } from '../access/isAdmin.js'
import { workspacesOf } from '../access/membershipsOf.js'

const selfAndFellowMembers: Access = async ({ req }) => {
  const { payload, user } = req
  if (!user) return false
  if (isAdmin(user)) return true
  const workspaces = await workspacesOf({ payload, user, req })
  const people = workspaces.flatMap(({ members }) => members.map((member) => member.user))
  return { id: { in: [...new Set([user.id, ...people])] } }
}

const self: Access = ({ req: { user } }) => {
  if (!user) return false
  return isAdmin(user) ? true : { id: { equals: user.id } }
}

/** Somebody must be able to make others administrators. */
const firstUserIsAdmin: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || req.user || data.role) return data
  const { totalDocs } = await req.payload.count({ collection: 'users', req })
  return totalDocs === 0 ? { ...data, role: 'admin' } : data
}

export const createUsersCollection = (): CollectionConfig => ({
  slug: 'users',
  auth: true,
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'email', 'role'] },
  access: {
    read: selfAndFellowMembers,
    create: adminOnly,
    update: self,
    delete: adminOnly,
    unlock: adminOnly,
  },
  hooks: { beforeChange: [firstUserIsAdmin] },
  fields: [
    { name: 'name', type: 'text', required: true },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'user',
      saveToJWT: true,
      options: [
        { label: 'Administrator', value: 'admin' },
        { label: 'User', value: 'user' },
      ],
      access: { create: adminOnlyField, update: adminOnlyField },
    },
  ],
})
