import type { DocumentViewServerProps } from 'payload'

import { notFound, redirect } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'

import { LazyMonitor } from './LazyMonitor.js'
import { readMonitor } from './readMonitor.server.js'

/** The execution's page. Nothing is read before it is known who asks. */
export async function Monitor({ initPageResult, doc, searchParams }: DocumentViewServerProps) {
  const { req, permissions } = initPageResult
  const { config } = req.payload
  const { admin } = config.routes
  if (!req.user) redirect(formatAdminURL({ adminRoute: admin, path: config.admin.routes.login }))
  if (!permissions.canAccessAdmin) {
    redirect(formatAdminURL({ adminRoute: admin, path: config.admin.routes.unauthorized }))
  }
  const props = await readMonitor({ req, id: doc?.id, review: searchParams?.review })
  if (!props) notFound()
  return <LazyMonitor {...props} />
}
