'use client'

import { useMemo } from 'react'

import type { GraphNode } from '../../../../plugins/workflows/graph/types.js'
import type { NodeProblems } from './fieldProblems.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilder } from '../../context.js'
import { arrangeFields, type FormRow } from './arrangeFields.js'
import { ConfigField } from './ConfigField.js'
import { Leftovers } from './Leftovers.js'
import { readFields } from './readFields.js'

/** The settings of a node, drawn from the schema of its type, a host's type too. */
export function ConfigForm({
  node,
  problems,
  readOnly,
}: {
  node: GraphNode
  problems: NodeProblems
  readOnly: boolean
}) {
  const { t } = useWorkflowsTranslation()
  const { configSchemas } = useBuilder()
  const schema = configSchemas.get(node.type)
  const fields = useMemo(() => readFields(schema), [schema])
  const hasProblem = (key: string) => problems.fields.has(key)
  const inGroup = (group: 'output' | 'setup') =>
    arrangeFields({
      fields: fields.filter((field) => field.group === group),
      config: node.config,
      hasProblem,
    })
  const setup = inGroup('setup')
  const output = inGroup('output')
  const row = ({ fields: own }: FormRow) => (
    <div
      className={`workflows-config-row${own.length > 1 ? ' workflows-config-row--pair' : ''}`}
      key={own[0]?.key}
    >
      {own.map((field) => (
        <ConfigField
          field={field}
          key={field.key}
          node={node}
          problems={problems.fields.get(field.key) ?? []}
          readOnly={readOnly}
        />
      ))}
    </div>
  )
  const branchWords = {
    trueLabel: t('panel:whenTrue'),
    falseLabel: t('panel:whenFalse'),
  }
  const rows = (shown: FormRow) =>
    shown.fields.every(({ key }) => key in branchWords) ? (
      <section className="workflows-config-form__section" key="branches">
        <h3 className="workflows-panel__heading">{t('panel:branches')}</h3>
        {row({
          fields: shown.fields.map((field) => ({
            ...field,
            label: branchWords[field.key as keyof typeof branchWords],
          })),
        })}
      </section>
    ) : (
      row(shown)
    )
  const isMoreOpen = setup.more.some((row) => row.fields.some(({ key }) => hasProblem(key)))
  return (
    <div className="workflows-config-form">
      {setup.main.map(rows)}
      {output.main.length > 0 ? (
        <section className="workflows-config-form__section">
          <h3 className="workflows-panel__heading">{t('panel:output')}</h3>
          {output.main.map(rows)}
        </section>
      ) : null}
      {setup.more.length > 0 ? (
        <details className="workflows-config-form__more" open={isMoreOpen || undefined}>
          <summary>{t('panel:moreSettings')}</summary>
          <div className="workflows-config-form">{setup.more.map(rows)}</div>
        </details>
      ) : null}
      <Leftovers fields={fields} node={node} problems={problems} readOnly={readOnly} />
      {fields.length === 0 && Object.keys(node.config).length === 0 ? (
        <p className="workflows-panel__hint">{t('panel:noSettings')}</p>
      ) : null}
    </div>
  )
}
