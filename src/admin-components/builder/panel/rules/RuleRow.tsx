'use client'

import type { FieldProblem } from '../form/fieldProblems.js'
import type { VariableGroup } from '../prompt/offerVariables.js'
import type { RuleRow as Row } from './readRules.js'

import { IconButton } from '../../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { Combobox, type ComboGroup } from '../controls/Combobox.js'
import { ariaOf, Problems } from '../form/FieldFrame.js'
import { DragHandle } from './DragHandle.js'
import { fittingOperator, operatorsFor } from './operators.js'
import { findVariable } from './readRules.js'
import { RuleValue } from './RuleValue.js'

/** One rule: what is compared, how, with what. What is wrong with it stands in its own frame. */
export function RuleRow({
  id,
  at,
  row,
  label,
  groups,
  variables,
  problems,
  readOnly,
  handle,
  onChange,
  onRemove,
}: {
  id: string
  at: number
  row: Row
  /** What the field is called: `Ad copy · score`. */
  label: string
  groups: readonly ComboGroup[]
  variables: readonly VariableGroup[]
  problems: readonly FieldProblem[]
  readOnly: boolean
  handle: React.ComponentProps<'button'>
  onChange: (row: Row) => void
  onRemove: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const number = at + 1
  const variable = findVariable(variables, row.field)
  const fitting = operatorsFor(variable?.type)
  const isKnown = fitting.some((operator) => operator === row.operator)
  const of = (part: string) => ({
    ...ariaOf({ id: `${id}-${part}` }),
    'aria-describedby': problems.length > 0 ? `${id}-problems` : undefined,
    'aria-invalid': problems.some(({ rest }) => rest.endsWith(`.${part}`)) || undefined,
  })
  return (
    <div
      aria-label={t('panel:rule', { number })}
      className={`workflows-rule${problems.length > 0 ? ' workflows-rule--wrong' : ''}`}
      data-row=""
      role="group"
    >
      {readOnly ? null : <DragHandle {...handle} label={t('panel:moveRule', { number })} />}
      <div className="workflows-rule__controls">
        <div className="workflows-rule__line">
          <Combobox
            {...of('field')}
            aria-label={t('panel:ruleField', { number })}
            chip
            groups={groups}
            isWrong={problems.some(({ rest }) => rest.endsWith('.field'))}
            label={label}
            onChange={(field) => {
              const type = findVariable(variables, field)?.type
              onChange({
                ...row,
                field,
                operator: fittingOperator({ operator: row.operator, type }),
              })
            }}
            placeholder={t('panel:chooseField')}
            readOnly={readOnly}
            value={row.field}
          />
          {readOnly ? null : (
            <IconButton icon="trash" label={t('panel:removeRule', { number })} onClick={onRemove} />
          )}
        </div>
        <div className="workflows-rule__line">
          <select
            {...of('operator')}
            aria-label={t('panel:ruleOperator', { number })}
            className="workflows-control"
            disabled={readOnly}
            onChange={({ target }) => onChange({ ...row, operator: target.value })}
            value={row.operator}
          >
            {isKnown ? null : (
              <option value={row.operator}>
                {row.operator ? t('panel:notFittingOperator', { name: row.operator }) : ''}
              </option>
            )}
            {fitting.map((operator) => (
              <option key={operator} value={operator}>
                {t(`panel:operator_${operator}`)}
              </option>
            ))}
          </select>
          {row.operator === 'is_empty' ? null : (
            <RuleValue
              {...of('value')}
              aria-label={t('panel:ruleValue', { number })}
              onChange={(value) => onChange({ ...row, value })}
              readOnly={readOnly}
              value={row.value}
              variable={variable}
            />
          )}
        </div>
        <Problems id={id} problems={problems} />
      </div>
    </div>
  )
}
