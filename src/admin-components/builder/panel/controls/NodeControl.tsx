'use client'

import { useMemo } from 'react'

import type { ControlProps } from '../form/controlProps.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilder, useBuilderState } from '../../context.js'
import { ariaOf, FieldFrame } from '../form/FieldFrame.js'
import { textOf } from '../form/shapeOf.js'
import { fittingNodes } from './fittingNodes.js'

/** A node before this one, by its label. */
export function NodeControl({ field, frame, node, value, readOnly, onChange }: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const { specs } = useBuilder()
  const graph = useBuilderState(({ document }) => document.graph)
  const nodes = useMemo(
    () => fittingNodes({ graph, specs, nodeId: node.id, key: field.key }),
    [graph, specs, node.id, field.key],
  )
  const chosen = textOf(value).trim()
  const isKnown = chosen === '' || nodes.some(({ id }) => id === chosen)
  const labels = nodes.map(({ label }) => label)
  const isTwin = (label: string) => labels.indexOf(label) !== labels.lastIndexOf(label)
  const isHopeless = nodes.length === 0 && !readOnly
  const known = { ...frame, help: isHopeless ? t('panel:noFittingNodes') : frame.help }
  const lost = graph.nodes.find(({ id }) => id === chosen)?.label ?? chosen
  return (
    <FieldFrame {...known}>
      <select
        {...ariaOf(known)}
        className="workflows-control"
        disabled={readOnly}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
        value={chosen}
      >
        <option value="">{field.placeholder ?? t('panel:noNode')}</option>
        {isKnown ? null : <option value={chosen}>{t('panel:notFitting', { name: lost })}</option>}
        {nodes.map(({ id, label }) => (
          <option key={id} value={id}>
            {isTwin(label) ? `${label} (${id})` : label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
