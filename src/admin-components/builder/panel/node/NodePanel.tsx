'use client'

import { useMemo, useState } from 'react'

import type { GraphNode } from '../../../../plugins/workflows/graph/types.js'

import { Tabs } from '../../../monitor/SidePanel/Tabs.js'
import { Icon } from '../../../shared/Icon/index.js'
import { useSayProblem } from '../../useSayProblem.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilderState } from '../../context.js'
import { ReadableContext, useFindReadable } from '../data/panelData.js'
import { useJumpHere } from '../data/useJumpHere.js'
import { ConfigForm } from '../form/ConfigForm.js'
import { problemsOfNode } from '../form/fieldProblems.js'
import { ReadOnlyNote } from '../ReadOnlyNote.js'
import { NodeHeader } from './NodeHeader.js'
import { NotesTab } from './NotesTab.js'
import { OutputTab } from './OutputTab.js'

type Tab = 'notes' | 'output' | 'setup'

/** One node: its settings, what it gives on, what colleagues should know. */
export function NodePanel({ node }: { node: GraphNode }) {
  const { t } = useWorkflowsTranslation()
  const [tab, setTab] = useState<Tab>('setup')
  const readOnly = useBuilderState((state) => state.readOnly)
  const all = useBuilderState((state) => state.problems)
  const sayProblem = useSayProblem()
  const problems = useMemo(
    () => problemsOfNode({ problems: all, nodeId: node.id, sayProblem }),
    [all, node.id, sayProblem],
  )
  const readable = useFindReadable(node.id)
  useJumpHere(({ nodeId }) => {
    if (nodeId !== node.id) return 'passed'
    setTab('setup')
    return 'followed'
  })
  return (
    <ReadableContext value={readable}>
      <NodeHeader node={node} readOnly={readOnly} />
      <Tabs
        label={t('panel:parts')}
        onChange={setTab}
        tabs={[
          { key: 'setup', label: t('panel:setup') },
          { key: 'output', label: t('panel:output') },
          { key: 'notes', label: t('panel:notes'), ...(node.notes && { count: 1 }) },
        ]}
        value={tab}
      >
        <div className="workflows-panel__body" key={`${node.id}-${tab}`}>
          {tab === 'notes' ? null : <ReadOnlyNote />}
          {tab === 'setup' ? (
            <>
              {problems.others.map((message, at) => (
                <p className="workflows-panel__problem" key={`${at} ${message}`}>
                  <Icon name="warn" />
                  <span>{message}</span>
                </p>
              ))}
              <ConfigForm node={node} problems={problems} readOnly={readOnly} />
            </>
          ) : null}
          {tab === 'output' ? <OutputTab node={node} readOnly={readOnly} /> : null}
          {tab === 'notes' ? <NotesTab node={node} readOnly={readOnly} /> : null}
        </div>
      </Tabs>
    </ReadableContext>
  )
}
