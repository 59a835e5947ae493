'use client'

import { Button } from '@payloadcms/ui'

import type { Selection } from '../store/types.js'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useBuilder, useBuilderState } from '../context.js'
import { alignNodes, distributeNodes, type AlignSide } from '../edits/index.js'
import { AlignIcon } from './AlignIcon.js'
import { PanelHeader } from './PanelHeader.js'
import { ReadOnlyNote } from './ReadOnlyNote.js'
import { usePartActs } from './usePartActs.js'

const SIDES: AlignSide[] = ['left', 'center', 'right', 'top', 'middle', 'bottom']
const AXES = ['horizontal', 'vertical'] as const

/** Several things at once: bring them in line, double them, delete them. */
export function ManyPanel({ selection }: { selection: Selection }) {
  const { t } = useWorkflowsTranslation()
  const { store, specs } = useBuilder()
  const readOnly = useBuilderState((state) => state.readOnly)
  const { duplicate, remove } = usePartActs()
  const { nodes, edges, notes } = selection
  const counts = [
    nodes.length > 0 && t('panel:nodeCount', { count: nodes.length }),
    edges.length > 0 && t('panel:edgeCount', { count: edges.length }),
    notes.length > 0 && t('panel:noteCount', { count: notes.length }),
  ].filter((words) => words !== false)
  return (
    <>
      <PanelHeader subtitle={counts.join(' · ')}>
        <h2>{t('panel:selected', { count: nodes.length + edges.length + notes.length })}</h2>
      </PanelHeader>
      <div className="workflows-panel__body">
        <ReadOnlyNote />
        {readOnly ? null : (
          <>
            {nodes.length > 1 ? (
              <section>
                <h3 className="workflows-panel__heading">{t('panel:align')}</h3>
                <div className="workflows-arrange">
                  {SIDES.map((side) => (
                    <button
                      aria-label={t(`panel:align_${side}`)}
                      key={side}
                      onClick={() => store.apply(alignNodes({ nodes, side, specs }))}
                      title={t(`panel:align_${side}`)}
                      type="button"
                    >
                      <AlignIcon name={side} />
                    </button>
                  ))}
                  {AXES.map((axis) => (
                    <button
                      aria-label={t(`panel:distribute_${axis}`)}
                      disabled={nodes.length < 3}
                      key={axis}
                      onClick={() => store.apply(distributeNodes({ nodes, axis, specs }))}
                      title={t(`panel:distribute_${axis}`)}
                      type="button"
                    >
                      <AlignIcon name={axis} />
                    </button>
                  ))}
                </div>
              </section>
            ) : null}
            <div className="workflows-panel__buttons">
              {nodes.length + notes.length > 0 ? (
                <Button
                  buttonStyle="secondary"
                  margin={false}
                  onClick={() => duplicate(selection)}
                  size="small"
                  type="button"
                >
                  <span className="workflows-button-words">
                    <Icon name="copy" /> {t('panel:duplicate')}
                  </span>
                </Button>
              ) : null}
              <Button
                buttonStyle="secondary"
                className="workflows-panel__danger"
                margin={false}
                onClick={() => remove(selection)}
                size="small"
                type="button"
              >
                <span className="workflows-button-words">
                  <Icon name="trash" /> {t('panel:delete')}
                </span>
              </Button>
            </div>
          </>
        )}
      </div>
    </>
  )
}
