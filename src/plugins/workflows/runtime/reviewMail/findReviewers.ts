import type { PayloadRequest, Where } from 'payload'

import type { UntoldReview } from '../../db/statements/claimUntoldReviews.js'
import type { ActingUser } from '../../options.js'
import type { Memberships } from '../../access/memberships.js'
import type { Engine } from '../engine.js'

import { createLocalReq } from 'payload'

import { asSlug, parseHostId } from '../../access/hostIds.js'
import { membershipsFor, toActingUser } from '../../access/memberships.js'
import { canEdit } from '../../access/predicates.js'
import { slugs } from '../../slugs.js'

/** As many as a review may name; a review of every editor tells no more. */
const MOST_MAILS = 50
/** Users of a site whose memberships are asked for, to find the editors of one workspace. */
const MOST_USERS = 1_000
const PAGE = 100

export interface Reviewer {
  email: string
  /** A request of theirs, for their rights. */
  req: PayloadRequest
  /** Of the execution, read with these rights. */
  execution: { templateName?: unknown; launchedBy?: unknown }
}

/** Who is to be told: may answer the review, may read the execution, and has an address. */
export async function* findReviewers({
  engine,
  review,
}: {
  engine: Engine
  review: UntoldReview
}): AsyncGenerator<Reviewer> {
  let found = 0
  for await (const user of candidates({ engine, review })) {
    if (found >= MOST_MAILS) return
    const { email } = user
    if (typeof email !== 'string' || email === '') continue
    const req = await createLocalReq(
      { user: user as NonNullable<PayloadRequest['user']> },
      engine.payload,
    )
    const memberships = await membershipsFor({ req })
    if (!review.reviewers && !isEditorThere({ engine, memberships, review })) continue
    const execution = await engine.payload.findByID({
      collection: asSlug(slugs.executions),
      id: review.exec,
      depth: 1,
      disableErrors: true,
      overrideAccess: false,
      req,
      select: { templateName: true, launchedBy: true },
      user: req.user,
    })
    if (!execution) continue
    found += 1
    yield { email, req, execution: execution as Reviewer['execution'] }
  }
}

/** By membership: who may do everything everywhere is no editor of every workspace. */
function isEditorThere({
  engine,
  memberships,
  review: { workspace },
}: {
  engine: Engine
  memberships: Memberships
  review: UntoldReview
}): boolean {
  if (!engine.site.slugs.workspaces) return canEdit(memberships, null)
  const role = memberships.byWorkspace.get(workspace)?.role
  return role === 'editor' || role === 'owner'
}

/** Those a review names, else everybody: only the site can say who edits where, one user at a time. */
async function* candidates({
  engine,
  review,
}: {
  engine: Engine
  review: UntoldReview
}): AsyncGenerator<ActingUser> {
  const { payload } = engine
  const collection = engine.site.slugs.users
  const where = review.reviewers ? namedBy({ engine, reviewers: review.reviewers }) : {}
  for (let page = 1; page * PAGE <= MOST_USERS; page += 1) {
    const { docs, hasNextPage } = await payload.find({
      collection: asSlug(collection),
      depth: 0,
      limit: PAGE,
      page,
      // As the system: whoever may be told has not asked for anything.
      overrideAccess: true,
      sort: 'createdAt',
      where,
    })
    for (const doc of docs) {
      const user = toActingUser({ ...doc, collection })
      if (user) yield user
    }
    if (!hasNextPage) return
  }
}

/** Reviewers are named by id or by address, as in the answer's own check. */
function namedBy({ engine, reviewers }: { engine: Engine; reviewers: string[] }): Where {
  const { payload, site } = engine
  const ids = reviewers.flatMap(
    (value) => parseHostId({ payload, collection: site.slugs.users, value }) ?? [],
  )
  return { or: [{ id: { in: ids } }, { email: { in: reviewers } }] }
}
