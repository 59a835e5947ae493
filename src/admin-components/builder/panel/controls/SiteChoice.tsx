'use client'

import type { ControlProps } from '../form/controlProps.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'

/**
 * One of what this site has. Nothing means the first of them; a value that is not among them stays to be
 * seen until another is chosen.
 */
export function SiteChoice({
  control: { frame, value, readOnly, onChange },
  choices,
  nameDefault,
  nameUnknown,
}: {
  control: ControlProps
  /** Null until the site has said so. */
  choices: readonly { value: string; label: string }[] | null
  nameDefault: (label: string) => string
  nameUnknown: (value: string) => string
}) {
  const { t } = useWorkflowsTranslation()
  const chosen = textOf(value)
  const [first] = choices ?? []
  const isKnown = chosen === '' || (choices?.some((choice) => choice.value === chosen) ?? false)
  return (
    <FieldFrame {...frame}>
      <select
        {...ariaOf(frame)}
        className="workflows-control"
        disabled={readOnly}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        value={chosen}
      >
        <option value="">{first ? nameDefault(first.label) : t('panel:default')}</option>
        {isKnown ? null : <option value={chosen}>{choices ? nameUnknown(chosen) : chosen}</option>}
        {choices?.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
