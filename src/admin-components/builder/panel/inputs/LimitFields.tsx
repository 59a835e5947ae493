'use client'

import type { FrameProps } from '../form/FieldFrame.js'
import type { InputProps } from './InputRow.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { NumberInput } from '../controls/NumberInput.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { withSetting } from './inputChanges.js'

/** Smallest and largest number, or shortest and longest text. */
export function LimitFields({
  input,
  at,
  readOnly,
  frame,
  onChange,
}: InputProps & { frame: (key: string, label: string) => FrameProps }) {
  const { t } = useWorkflowsTranslation()
  const { type } = input
  if (type === 'select' || type === 'checkbox') return null
  const isText = type === 'text' || type === 'textarea'
  const limits = {
    min: frame('min', t(isText ? 'panel:shortest' : 'panel:smallest')),
    max: frame('max', t(isText ? 'panel:longest' : 'panel:largest')),
  }
  return (
    <div className="workflows-config-row workflows-config-row--pair">
      {(['min', 'max'] as const).map((key) => (
        <FieldFrame {...limits[key]} key={key}>
          <NumberInput
            {...ariaOf(limits[key])}
            onChange={(value) =>
              // What is no number yet is kept as it was typed, and the problem says so.
              onChange(withSetting(input, key, value as number | undefined), `input:${at}:${key}`)
            }
            readOnly={readOnly}
            value={input[key]}
          />
        </FieldFrame>
      ))}
    </div>
  )
}
