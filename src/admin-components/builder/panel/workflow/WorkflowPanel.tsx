'use client'

import { useState } from 'react'

import { Tabs } from '../../../monitor/SidePanel/Tabs.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilderState } from '../../context.js'
import { useJumpHere } from '../data/useJumpHere.js'
import { InputsEditor } from '../inputs/InputsEditor.js'
import { ReadOnlyNote } from '../ReadOnlyNote.js'
import { StartValues } from '../inputs/StartValues.js'
import { AboutFields } from './AboutFields.js'

type Tab = 'about' | 'inputs' | 'values'

/** With nothing selected: what the launch form asks, and what the workflow is. */
export function WorkflowPanel() {
  const { t } = useWorkflowsTranslation()
  const [tab, setTab] = useState<Tab>('inputs')
  const count = useBuilderState(({ document }) => document.inputs.length)
  const readOnly = useBuilderState((state) => state.readOnly)
  useJumpHere(({ path }) => {
    if (path.startsWith('inputs')) setTab('inputs')
    if (!path.startsWith('defaultParams')) return 'passed'
    setTab('values')
    return 'followed'
  })
  return (
    <>
      <header className="workflows-panel__header">
        <div className="workflows-panel__title">
          <h2>{t('panel:workflow')}</h2>
          <p>{t('panel:workflowHint')}</p>
        </div>
      </header>
      <Tabs
        label={t('panel:parts')}
        onChange={setTab}
        tabs={[
          { key: 'inputs', label: t('panel:inputs'), count },
          { key: 'values', label: t('panel:startValues') },
          { key: 'about', label: t('panel:about') },
        ]}
        value={tab}
      >
        <div className="workflows-panel__body" key={tab}>
          <ReadOnlyNote />
          {tab === 'inputs' ? <InputsEditor readOnly={readOnly} /> : null}
          {tab === 'values' ? <StartValues readOnly={readOnly} /> : null}
          {tab === 'about' ? <AboutFields readOnly={readOnly} /> : null}
        </div>
      </Tabs>
    </>
  )
}
