import type { Access, FieldAccess } from 'payload'

/** Administrators see and change every workspace. */
export const isAdmin = (user: object | null | undefined): boolean =>
  Boolean(user && 'role' in user && user.role === 'admin')

export const adminOnly: Access = ({ req }) => isAdmin(req.user)

export const adminOnlyField: FieldAccess = ({ req }) => isAdmin(req.user)
