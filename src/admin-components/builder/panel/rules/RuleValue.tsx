'use client'

import type { JsonValue } from '../../../../plugins/workflows/graph/types.js'
import type { OfferedVariable } from '../prompt/offerVariables.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { NumberInput } from '../controls/NumberInput.js'
import { textOf } from '../form/shapeOf.js'

/** What a rule compares with: as its field is, a number, yes or no, one of the options, or a text. */
export function RuleValue({
  variable,
  value,
  readOnly,
  onChange,
  ...aria
}: {
  variable: OfferedVariable | undefined
  value: JsonValue | undefined
  readOnly: boolean
  onChange: (value: JsonValue | undefined) => void
} & React.AriaAttributes & { id: string }) {
  const { t } = useWorkflowsTranslation()
  const options = optionsOf(variable, { yes: t('panel:yes'), no: t('panel:no') })
  const text = textOf(value)
  if (variable?.type === 'number') {
    return <NumberInput {...aria} onChange={onChange} readOnly={readOnly} value={value} />
  }
  if (!options) {
    return (
      <input
        {...aria}
        autoComplete="off"
        className="workflows-control"
        dir="auto"
        onChange={({ target }) => onChange(target.value)}
        readOnly={readOnly}
        type="text"
        value={text}
      />
    )
  }
  return (
    <select
      {...aria}
      className="workflows-control"
      disabled={readOnly}
      onChange={({ target }) =>
        onChange(variable?.type === 'boolean' ? target.value === 'true' : target.value)
      }
      value={text}
    >
      {options.some((option) => option.value === text) ? null : (
        <option value={text}>{text}</option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

function optionsOf(
  variable: OfferedVariable | undefined,
  words: { yes: string; no: string },
): { label: string; value: string }[] | null {
  if (variable?.type === 'boolean') {
    return [
      { value: 'true', label: words.yes },
      { value: 'false', label: words.no },
    ]
  }
  return variable?.options ?? null
}
