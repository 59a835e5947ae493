'use client'

import { Button } from '@payloadcms/ui'
import { useId } from 'react'

import type { GraphEdge } from '../../../plugins/workflows/graph/types.js'

import { NodeTile } from '../../flow/NodeTile/index.js'
import { Icon } from '../../shared/Icon/index.js'
import { useSayProblem } from '../useSayProblem.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useBuilder, useBuilderState } from '../context.js'
import { checkInsertion, insertOnEdge, newNode } from '../edits/index.js'
import { FieldFrame } from './form/FieldFrame.js'
import { PanelHeader } from './PanelHeader.js'
import { ReadOnlyNote } from './ReadOnlyNote.js'
import { usePartActs } from './usePartActs.js'

/** One connection: what it joins, and what can stand between. */
export function EdgePanel({ edge }: { edge: GraphEdge }) {
  const { t } = useWorkflowsTranslation()
  const sayProblem = useSayProblem()
  const { store, specs, canvas } = useBuilder()
  const readOnly = useBuilderState((state) => state.readOnly)
  const problems = useBuilderState((state) => state.problems)
  const nodes = useBuilderState(({ document }) => document.graph.nodes)
  const { remove } = usePartActs()
  const id = useId()
  const ends = [edge.source, edge.target].map((end) => nodes.find((node) => node.id === end))
  const branch = specs
    .get(ends[0]?.type ?? '')
    ?.outputs.find((port) => port.id === edge.sourceHandle)?.label
  const wrong = problems.filter(({ edgeId }) => edgeId === edge.id)
  const insert = (type: string) => {
    const spec = specs.get(type)
    const { document } = store.getState()
    const [from, to] = ends.map((node) => node?.position ?? { x: 0, y: 0 })
    if (!spec || !from || !to) return
    const position = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    const node = newNode({ document, spec, position })
    store.apply(insertOnEdge({ edgeId: edge.id, node, specs }), {
      select: { nodes: [node.id], edges: [], notes: [] },
    })
  }
  return (
    <>
      <PanelHeader subtitle={branch}>
        <h2>{t('panel:edge')}</h2>
      </PanelHeader>
      <div className="workflows-panel__body">
        <ReadOnlyNote />
        {wrong.map((problem, at) => (
          <p className="workflows-panel__problem" key={`${at} ${problem.message}`}>
            <Icon name="warn" />
            <span>{sayProblem(problem)}</span>
          </p>
        ))}
        {ends.map((node, at) => (
          <div className="workflows-edge-end" key={at === 0 ? 'from' : 'to'}>
            <span className="workflows-field__help">{t(at === 0 ? 'panel:from' : 'panel:to')}</span>
            {node ? (
              <button onClick={() => canvas.current?.reveal(node.id)} type="button">
                <NodeTile size="small" type={node.type} />
                <span>{node.label}</span>
              </button>
            ) : (
              <span>{t('panel:noSuchNode')}</span>
            )}
          </div>
        ))}
        {readOnly ? null : (
          <>
            <FieldFrame id={id} label={t('panel:insertStep')}>
              <select
                className="workflows-control"
                id={id}
                onChange={({ target }) => insert(target.value)}
                value=""
              >
                <option value="">{t('panel:chooseStep')}</option>
                <InsertOptions edgeId={edge.id} />
              </select>
            </FieldFrame>
            <div className="workflows-panel__buttons">
              <Button
                buttonStyle="secondary"
                className="workflows-panel__danger"
                margin={false}
                onClick={() => remove({ nodes: [], edges: [edge.id], notes: [] })}
                size="small"
                type="button"
              >
                <span className="workflows-button-words">
                  <Icon name="trash" /> {t('panel:deleteEdge')}
                </span>
              </Button>
            </div>
          </>
        )}
      </div>
    </>
  )
}

/** Types that fit between the two; the others are told, but not offered. */
function InsertOptions({ edgeId }: { edgeId: string }) {
  const { specs } = useBuilder()
  const document = useBuilderState((state) => state.document)
  return [...specs.values()].map((spec) => {
    const node = newNode({ document, spec, position: { x: 0, y: 0 } })
    const check = checkInsertion({ document, specs, edgeId, node })
    return (
      <option
        disabled={!check.ok}
        key={spec.type}
        title={check.ok ? spec.description : check.reason}
        value={spec.type}
      >
        {spec.label}
      </option>
    )
  })
}
