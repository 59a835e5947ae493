import type { AdminViewServerProps } from 'payload'

import { DefaultTemplate } from '@payloadcms/next/templates'
import { notFound, redirect } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'

import { listReviews } from '../../plugins/workflows/operations/executions/listReviews.js'
import { getPluginContext } from '../../plugins/workflows/pluginContext.js'
import { REVIEWS_PATH } from '../../plugins/workflows/slugs.js'
import { LazyReviews } from './LazyReviews.js'
import { REVIEWS_SHOWN } from './shown.js'

/** What waits for whoever looks. Payload guards no view of its root, so nothing is read before it is known who asks. */
export async function Reviews(props: AdminViewServerProps) {
  const { initPageResult, params, searchParams } = props
  const { permissions, req, visibleEntities } = initPageResult
  const { payload, user } = req
  const { routes } = payload.config
  const at = (path: `/${string}`) => formatAdminURL({ adminRoute: routes.admin, path })
  if (!user) {
    const back = encodeURIComponent(at(REVIEWS_PATH))
    redirect(`${at(payload.config.admin.routes.login as `/${string}`)}?redirect=${back}`)
  }
  if (!permissions.canAccessAdmin) {
    redirect(at(payload.config.admin.routes.unauthorized as `/${string}`))
  }
  const { slugs } = getPluginContext(payload)
  if (!permissions.collections?.[slugs.executions]?.read) notFound()
  const page = Math.max(1, Math.trunc(Number(searchParams?.page)) || 1)
  const initial = await listReviews({ req, filters: { limit: REVIEWS_SHOWN, page } })
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={initPageResult.locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={user}
      viewActions={props.viewActions}
      visibleEntities={{
        collections: visibleEntities?.collections ?? [],
        globals: visibleEntities?.globals ?? [],
      }}
    >
      <LazyReviews initial={initial} now={Date.now()} />
    </DefaultTemplate>
  )
}
