'use client'

import { Button } from '@payloadcms/ui'
import { use } from 'react'

import type { ControlProps } from '../form/controlProps.js'

import { Icon } from '../../../shared/Icon/index.js'
import { Segmented } from '../../../shared/Segmented/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilderState } from '../../context.js'
import { RunDataContext, useReadable } from '../data/panelData.js'
import { exampleOf } from '../data/sampleScope.js'
import { Problems } from '../form/FieldFrame.js'
import { problemsOfEntry, problemsOfWhole } from '../form/fieldProblems.js'
import { labelOfPath } from '../prompt/offerVariables.js'
import { fittingOperator } from './operators.js'
import {
  findVariable,
  readRules,
  ruleVariables,
  writeRules,
  type RuleRow as Row,
} from './readRules.js'
import { RuleRow } from './RuleRow.js'
import { tryRules } from './tryRules.js'
import { moveEntry, useRowSort } from './useRowSort.js'
import './rules.css'

/** As the schema of conditions has it. */
const MOST_RULES = 50

/** The rows of a condition, with the choice between all and any. */
export function RulesControl({
  frame,
  node,
  value,
  problems,
  readOnly,
  onChange,
  onChangeOther,
}: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const run = use(RunDataContext)
  const graph = useBuilderState(({ document }) => document.graph)
  const readable = useReadable()
  const variables = ruleVariables(readable.groups)
  const rows = readRules(value)
  const set = (next: readonly Row[]) => onChange(writeRules(next))
  const { list, handle } = useRowSort({
    count: rows.length,
    onMove: (from, to) => set(moveEntry(rows, from, to)),
  })
  const labelOf = (field: string) => {
    if (field.startsWith('params.'))
      return `${t('panel:inputs')} · ${field.slice('params.'.length)}`
    return labelOfPath({ path: field, graph })
  }
  const groups = variables.map(({ kind, title, variables: own }) => ({
    title: kind === 'inputs' ? t('panel:inputs') : title,
    options: own.map(({ path, label }) => ({
      value: path,
      label: labelOf(path),
      shortLabel: kind === 'node' ? label.slice(`${title} · `.length) : label,
      aside: exampleOf({ scope: readable.scope, path }),
    })),
  }))
  const add = () => {
    const [first] = variables.flatMap((group) => group.variables)
    const operator = fittingOperator({ operator: '', type: first?.type })
    set([...rows, { field: first?.path ?? '', operator, value: first?.type === 'number' ? 1 : '' }])
  }
  const held = run ? tryRules({ rows, run }) : null
  const { match } = node.config
  return (
    <section
      aria-labelledby={`${frame.id}-label`}
      className="workflows-rules"
      data-field={frame.id}
    >
      <div className="workflows-rules__head">
        <h3 className="workflows-panel__heading" id={`${frame.id}-label`}>
          {t('panel:yesWhen', { branch: branchOf(node.config.trueLabel) ?? t('panel:yes') })}
        </h3>
        <fieldset className="workflows-rules__match" disabled={readOnly}>
          <Segmented
            label={frame.label}
            onChange={(next) => onChangeOther('match', next)}
            segments={[
              { value: 'all', label: t('panel:allHold') },
              { value: 'any', label: t('panel:anyHolds') },
            ]}
            value={match === 'any' ? 'any' : 'all'}
          />
        </fieldset>
      </div>
      <div className="workflows-rules__list" ref={list}>
        {rows.map((row, at) => (
          <RuleRow
            at={at}
            groups={groups}
            handle={handle(at)}
            id={`${frame.id}-${at}`}
            // Rows have no identity of their own; all of their state is in the store.
            key={at}
            label={findVariable(variables, row.field) || row.field ? labelOf(row.field) : ''}
            onChange={(next) => set(rows.map((known, place) => (place === at ? next : known)))}
            onRemove={() => set(rows.filter((_, place) => place !== at))}
            problems={problemsOfEntry(problems, at)}
            readOnly={readOnly}
            row={row}
            variables={variables}
          />
        ))}
      </div>
      <Problems id={frame.id} problems={problemsOfWhole(problems)} />
      {readOnly ? null : (
        <div>
          <Button
            buttonStyle="secondary"
            disabled={rows.length >= MOST_RULES}
            margin={false}
            onClick={add}
            size="small"
            type="button"
          >
            <span className="workflows-button-words">
              <Icon name="plus" /> {t('panel:addRule')}
            </span>
          </Button>
        </div>
      )}
      {held !== null && rows.length > 0 ? (
        <p className="workflows-rules__tried">
          {t('panel:rulesHold', { held, count: rows.length })}
        </p>
      ) : null}
    </section>
  )
}

const branchOf = (label: unknown): string | null =>
  typeof label === 'string' && label.trim() !== '' ? label : null
