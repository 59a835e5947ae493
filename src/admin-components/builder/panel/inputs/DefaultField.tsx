'use client'

import type { JsonValue, TemplateInput } from '../../../../plugins/workflows/graph/types.js'
import type { FrameProps } from '../form/FieldFrame.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { NumberInput } from '../controls/NumberInput.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'

/** The answer an input starts with, as the control its type asks for. Emptied, there is none. */
export function DefaultField({
  input,
  value = input.default,
  readOnly,
  placeholder,
  onChange,
  ...frame
}: FrameProps & {
  input: TemplateInput
  value?: JsonValue | undefined
  readOnly: boolean
  placeholder?: string
  onChange: (value: JsonValue | undefined) => void
}) {
  const { t } = useWorkflowsTranslation()
  const common = { ...ariaOf(frame), className: 'workflows-control' }
  const text = textOf(value)
  const options = input.type === 'checkbox' ? yesNo(t('panel:yes'), t('panel:no')) : input.options
  const write = (next: string) => onChange(next === '' ? undefined : next)
  if (input.type === 'select' || input.type === 'checkbox') {
    const known = Array.isArray(options) ? options : []
    const isKnown = text === '' || known.some((option) => option.value === text)
    return (
      <FieldFrame {...frame}>
        <select
          {...common}
          disabled={readOnly}
          onChange={({ target }) => {
            if (input.type === 'select') return write(target.value)
            onChange(target.value === '' ? undefined : target.value === 'true')
          }}
          value={text}
        >
          <option value="">{placeholder ?? t('panel:none')}</option>
          {isKnown ? null : <option value={text}>{t('panel:notAllowed', { value: text })}</option>}
          {known.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </FieldFrame>
    )
  }
  return (
    <FieldFrame {...frame}>
      {input.type === 'number' || input.type === 'slider' ? (
        <NumberInput
          {...ariaOf(frame)}
          max={input.max}
          min={input.min}
          onChange={onChange}
          placeholder={placeholder}
          readOnly={readOnly}
          value={value}
        />
      ) : input.type === 'textarea' ? (
        <textarea
          {...common}
          dir="auto"
          onChange={({ target }) => write(target.value)}
          placeholder={placeholder}
          readOnly={readOnly}
          rows={3}
          value={text}
        />
      ) : (
        <input
          {...common}
          autoComplete="off"
          dir="auto"
          onChange={({ target }) => write(target.value)}
          placeholder={placeholder}
          readOnly={readOnly}
          type="text"
          value={text}
        />
      )}
    </FieldFrame>
  )
}

const yesNo = (yes: string, no: string) => [
  { value: 'true', label: yes },
  { value: 'false', label: no },
]
