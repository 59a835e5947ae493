'use client'

import type { ControlProps } from '../form/controlProps.js'

import { isNumberInput } from '../../../../plugins/workflows/graph/promptVariables.js'
import { quantityParam } from '../../../../plugins/workflows/graph/quantityParam.js'
import { IconButton } from '../../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilderState } from '../../context.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'
import { NumberInput, stepTo } from './NumberInput.js'

/** How many: a number, or whatever a number input of the launch form says. */
export function QuantityControl({ field, frame, value, readOnly, onChange }: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const inputs = useBuilderState(({ document }) => document.inputs)
  const { min = 1, max, standard, label } = field
  const name = quantityParam(value)
  const numbers = inputs.filter(isNumberInput)
  const start = typeof standard === 'number' ? standard : min
  const number = typeof value === 'number' ? value : start
  const step = (by: number) => onChange(stepTo({ from: number, by, min, max }))
  // Without a number input there is nothing to choose, but a draft may name one all the same.
  const canChoose = numbers.length > 0 || name !== null
  return (
    <FieldFrame {...frame}>
      {name === null ? (
        <div className="workflows-stepper">
          <NumberInput
            {...ariaOf(frame)}
            max={max}
            min={min}
            onChange={onChange}
            placeholder={textOf(standard)}
            readOnly={readOnly}
            value={value}
          />
          {readOnly ? null : (
            <>
              <IconButton
                disabled={number <= min}
                icon="minus"
                label={t('panel:fewer', { label })}
                onClick={() => step(-1)}
              />
              <IconButton
                disabled={max !== undefined && number >= max}
                icon="plus"
                label={t('panel:more', { label })}
                onClick={() => step(1)}
              />
            </>
          )}
        </div>
      ) : (
        <select
          {...ariaOf(frame)}
          className="workflows-control"
          disabled={readOnly}
          onChange={({ target }) => onChange(`{{${target.value}}}`)}
          value={name}
        >
          {numbers.some((input) => input.name === name) ? null : (
            <option value={name}>{t('panel:missingInput', { name })}</option>
          )}
          {numbers.map((input) => (
            <option key={input.name} value={input.name}>
              {input.label || input.name}
            </option>
          ))}
        </select>
      )}
      {canChoose && !readOnly ? (
        <button
          className="workflows-link"
          onClick={() => onChange(name === null ? `{{${numbers[0]?.name ?? ''}}}` : start)}
          type="button"
        >
          {t(name === null ? 'panel:fromInput' : 'panel:fixedNumber')}
        </button>
      ) : null}
    </FieldFrame>
  )
}
