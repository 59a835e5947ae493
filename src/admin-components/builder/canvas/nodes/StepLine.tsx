'use client'

import type { FlowStep } from '../../../flow/types.js'

import { Icon, type IconName } from '../../../shared/Icon/index.js'
import { formatMinutes } from './formatMinutes.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'

/** How images are dealt out, as a picture before the words. */
const STRATEGY_ICONS: Record<string, IconName> = {
  one_to_one: 'arrow',
  one_to_many: 'branch',
  many_to_one: 'merge',
  round_robin: 'retry',
  all_to_all: 'grid',
}

/** The summary of a card; a review's clock and an attachment's strategy have a picture in it. */
export function StepLine({
  step: { type, summary, config },
  typeLabel,
}: {
  step: FlowStep
  /** Said while the config is too incomplete for a summary. */
  typeLabel: string
}) {
  const { locale } = useWorkflowsTranslation()
  const minutes = config.autoApproveAfterMinutes
  if (type === 'review' && typeof minutes === 'number') {
    const kind = summary.split(' · ')[0]
    return (
      <>
        {kind}
        {kind ? ' · ' : null}
        <Icon className="workflows-step__sign" name="clock" size={12} />
        {formatMinutes({ minutes, locale })}
      </>
    )
  }
  const strategy = type === 'attach_to_document' ? config.strategy : undefined
  const icon = typeof strategy === 'string' ? STRATEGY_ICONS[strategy] : undefined
  return (
    <>
      {icon ? <Icon className="workflows-step__sign" name={icon} size={12} /> : null}
      {summary || typeLabel}
    </>
  )
}
