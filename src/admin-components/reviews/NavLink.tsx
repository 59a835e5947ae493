'use client'

import { Link, useAuth, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { formatAdminURL } from 'payload/shared'
import { useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'

import { REVIEWS_PATH } from '../../plugins/workflows/slugs.js'
import { useWorkflowsIfAny } from '../active-workflows/context.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import '../shared/tokens.css'
import './nav.css'

/** More digits say no more. */
const MOST_SHOWN = 99

/**
 * *Reviews* in the navigation, with the number that waits. Payload's navigation lists collections and globals only, so
 * the link goes into the group of the executions by itself; without that group it stands below all groups.
 */
export function ReviewsNavLink() {
  const { user, permissions } = useAuth()
  const workflows = useWorkflowsIfAny()
  const pathname = usePathname()
  const place = useNavPlace({ besides: workflows?.site.executions, pathname })
  if (!user || !workflows || place === undefined) return null
  if (!permissions?.collections?.[workflows.site.executions]?.read) return null
  const link = <ReviewsLink count={workflows.reviews?.totalDocs ?? 0} pathname={pathname} />
  return place ? createPortal(link, place) : link
}

function ReviewsLink({ count, pathname }: { count: number; pathname: string }) {
  const { t } = useWorkflowsTranslation()
  const { config } = useConfig()
  const href = formatAdminURL({ adminRoute: config.routes.admin, path: REVIEWS_PATH })
  const isHere = pathname === href
  const words = (
    <>
      {isHere ? <div className="nav__link-indicator" /> : null}
      <span className="nav__link-label">
        {t('reviews:title')}
        {count > 0 ? (
          <>
            <span aria-hidden="true" className="workflows-nav-count">
              {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
            </span>
            <span className="workflows-sr-only">, {t('reviews:badge', { count })}</span>
          </>
        ) : null}
      </span>
    </>
  )
  if (isHere) {
    return (
      <div className="nav__link" id="nav-workflow-reviews">
        {words}
      </div>
    )
  }
  return (
    <Link className="nav__link" href={href} id="nav-workflow-reviews" prefetch={false}>
      {words}
    </Link>
  )
}

/** An element right after the executions' link; null = there is no such link, undefined = not known yet. */
function useNavPlace({ besides, pathname }: { besides: string | undefined; pathname: string }) {
  const [place, setPlace] = useState<HTMLElement | null | undefined>(undefined)
  useLayoutEffect(() => {
    const neighbour = besides ? document.getElementById(`nav-${besides}`) : null
    if (!neighbour) {
      setPlace(null)
      return
    }
    const known = neighbour.parentElement?.querySelector<HTMLElement>('.workflows-nav-place')
    const element = known ?? document.createElement('div')
    element.className = 'workflows-nav-place'
    // Payload makes another element of the link of the page one is on, and puts it last.
    neighbour.after(element)
    setPlace(element)
  }, [besides, pathname])
  return place
}
