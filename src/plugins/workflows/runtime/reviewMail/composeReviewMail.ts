import type { TFunction } from '@payloadcms/translations'

import type { TranslationKey, WordKey } from '../../translations/types.js'

import { TRANSLATIONS } from '../../translations/types.js'

export interface ReviewMailFacts {
  /** Name of the template. */
  template: string
  /** Of the review node. */
  label: string
  /** What its maker asks; may be empty. */
  instructions: string
  launchedBy: string | null
  autoAt: Date | null
  /** Absolute; null on a site that does not know its own address. */
  url: string | null
}

export interface ReviewMail {
  subject: string
  text: string
  html: string
}

/** A mail client shows some 80 characters; the rest is only weight. */
const SUBJECT_LIMIT = 150

/** The same sentences as text and as HTML. Everything people wrote is escaped: it may be anything. */
export function composeReviewMail({
  facts,
  t: translate,
  language,
}: {
  facts: ReviewMailFacts
  t: TFunction
  language: string
}): ReviewMail {
  const t = (key: WordKey, values?: Record<string, unknown>) => {
    const full: TranslationKey = `${TRANSLATIONS}:${key}`
    return String(translate(full as never, values as never))
  }
  const label = oneLine(facts.label)
  const template = oneLine(facts.template)
  const opening = facts.launchedBy
    ? t('mail:waitsBy', { label, template, by: oneLine(facts.launchedBy) })
    : t('mail:waits', { label, template })
  const clock = facts.autoAt
    ? t('mail:autoAt', { time: spellTime(facts.autoAt, language) })
    : t('mail:noClock')
  const asked = facts.instructions.trim()
  const where = facts.url ?? t('mail:where')
  return {
    subject: clip(t('mail:subject', { label, template })),
    text: [opening, asked, clock, where].filter(Boolean).join('\n\n'),
    html: [
      paragraph(opening),
      asked && `<blockquote>${escapeHtml(asked).replaceAll('\n', '<br>')}</blockquote>`,
      paragraph(clock),
      facts.url
        ? `<p><a href="${escapeHtml(facts.url)}">${escapeHtml(t('mail:open'))}</a></p>`
        : paragraph(where),
    ]
      .filter(Boolean)
      .join('\n'),
  }
}

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/** Line breaks would begin another header in the subject of a careless adapter. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function clip(text: string): string {
  return text.length > SUBJECT_LIMIT ? `${text.slice(0, SUBJECT_LIMIT - 1)}…` : text
}

/** In UTC and said so: nobody here knows where the reader is. */
function spellTime(time: Date, language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${format.format(time)} UTC`
}
