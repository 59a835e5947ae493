import type { UntoldReview } from '../../db/statements/claimUntoldReviews.js'
import type { Engine } from '../engine.js'
import type { Reviewer } from './findReviewers.js'

import { setTimeout as sleep } from 'node:timers/promises'

import { formatAdminURL } from 'payload/shared'

import { claimUntoldReviews } from '../../db/statements/claimUntoldReviews.js'
import { slugs } from '../../slugs.js'
import { composeReviewMail } from './composeReviewMail.js'
import { findReviewers } from './findReviewers.js'

/** A mail server that answers nothing must not keep the next reviews from being told. */
const SEND_LIMIT_MS = 30_000
/** What a stopping worker still waits for; what is left then stays untold. */
const STOP_LIMIT_MS = 5_000

export interface ReviewMailer {
  /** Looks for reviews that began to wait, and mails their reviewers in the background. */
  look: () => void
  stop: () => Promise<void>
}

/** E-mail through Payload's adapter, beside the work: whatever happens to a mail, no execution notices. */
export function createReviewMailer(engine: Engine): ReviewMailer {
  const { logger } = engine.payload
  let mailing: Promise<void> | null = null
  let stopped = false

  const run = async () => {
    const reviews = await claimUntoldReviews(engine.pools.durable)
    for (const review of reviews.filter((one) => isWanted(engine, one))) {
      for await (const reviewer of findReviewers({ engine, review })) {
        if (stopped) return
        await send({ engine, review, reviewer }).catch((error: unknown) =>
          logger.warn({
            err: error,
            msg: 'workflows: a reviewer was not mailed',
            exec: review.exec,
          }),
        )
      }
    }
  }
  return {
    look: () => {
      if (mailing || stopped) return
      mailing = run()
        .catch((error: unknown) =>
          logger.warn({ err: error, msg: 'workflows: reviewers were not mailed' }),
        )
        .finally(() => {
          mailing = null
        })
    },
    stop: async () => {
      const last = mailing
      if (last) await Promise.race([last, sleep(STOP_LIMIT_MS, undefined, { ref: false })])
      stopped = true
    },
  }
}

/** Without an adapter Payload would write each mail to the log. */
function isWanted({ payload, site }: Engine, { reviewers }: UntoldReview): boolean {
  if (!payload.config.email) return false
  const { reviewMails } = site.options
  return reviewMails === 'all' || (reviewMails === 'named' && reviewers !== null)
}

async function send({
  engine: { payload },
  review,
  reviewer: { email, req, execution },
}: {
  engine: Engine
  review: UntoldReview
  reviewer: Reviewer
}): Promise<void> {
  const { serverURL, routes } = payload.config
  const mail = composeReviewMail({
    facts: {
      template: String(execution.templateName ?? ''),
      label: review.label,
      instructions: review.instructions,
      launchedBy: nameOf(execution.launchedBy),
      autoAt: review.auto_at ? new Date(review.auto_at) : null,
      url: serverURL
        ? formatAdminURL({
            adminRoute: routes.admin,
            path: `/collections/${slugs.executions}/${review.exec}`,
            serverURL,
          })
        : null,
    },
    t: req.i18n.t,
    language: req.i18n.language,
  })
  const late = new AbortController()
  try {
    await Promise.race([
      payload.sendEmail({ to: email, ...mail }),
      sleep(SEND_LIMIT_MS, undefined, { ref: false, signal: late.signal }).then(() => {
        throw new Error(`The mail was not taken within ${SEND_LIMIT_MS / 1_000} seconds.`)
      }),
    ])
  } finally {
    late.abort()
  }
}

function nameOf(user: unknown): string | null {
  if (user === null || typeof user !== 'object') return null
  const { name, email } = user as { name?: unknown; email?: unknown }
  for (const word of [name, email]) if (typeof word === 'string' && word) return word
  return null
}
