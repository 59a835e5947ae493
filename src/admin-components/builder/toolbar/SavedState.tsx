'use client'

import { useDocumentInfo, useFormModified, useFormProcessing } from '@payloadcms/ui'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** Whether the server has what one sees, in a word or two. */
export function SavedState({ failure }: { failure: string | null }) {
  const { t, locale } = useWorkflowsTranslation()
  const { id, data } = useDocumentInfo()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  const kind = isProcessing
    ? 'saving'
    : failure && isModified
      ? 'failed'
      : isModified
        ? 'unsaved'
        : id === undefined
          ? 'new'
          : 'saved'
  const words = {
    saving: t('toolbar:saving'),
    failed: t('toolbar:couldNotSave', { why: failure ?? '' }),
    unsaved: t('toolbar:unsaved'),
    new: t('toolbar:notSaved'),
    saved: t('toolbar:saved', { time: timeOf(data?.updatedAt, locale) }),
  }
  return (
    <span
      className={`workflows-toolbar__saved workflows-toolbar__saved--${kind}`}
      role="status"
      // The server tells the time of its own zone.
      suppressHydrationWarning
      title={kind === 'failed' ? words.failed : undefined}
    >
      {kind === 'saved' ? <Icon name="check" /> : null}
      {kind === 'failed' ? <Icon name="warn" /> : null}
      <span suppressHydrationWarning>{words[kind]}</span>
    </span>
  )
}

/** Today the time is enough. */
function timeOf(at: unknown, locale: string): string {
  const then = new Date(typeof at === 'string' ? at : Number.NaN)
  if (Number.isNaN(then.getTime())) return ''
  const isToday = then.toDateString() === new Date().toDateString()
  return new Intl.DateTimeFormat(
    locale,
    isToday ? { timeStyle: 'short' } : { day: 'numeric', month: 'short' },
  ).format(then)
}
