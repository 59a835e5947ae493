'use client'

import { useDocumentInfo, useEditDepth, useFormModified, useHotkey } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import { useWorkflows } from '../../active-workflows/context.js'
import { useHydrated } from '../../shared/Hydrated/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useCurrentBuilder } from '../field/currentBuilder.js'
import { TestRun } from '../testRun/TestRun.js'
import { testSessionOf } from '../testRun/session.js'
import { askAfterFirstSave } from './afterFirstSave.js'
import { Actions } from './Actions.js'
import { Dialogs, type DialogName } from './Dialogs.js'
import { HistoryButtons } from './HistoryButtons.js'
import { LookingNote } from './LookingNote.js'
import { NameEdit } from './NameEdit.js'
import { Problems } from './Problems.js'
import { SavedState } from './SavedState.js'
import './popover.css'
import './toolbar.css'
import { useAccess } from './useAccess.js'
import { useJump } from './useJump.js'
import { useProblems } from './useProblems.js'
import { useSave } from './useSave.js'
import { useSaveDraft } from './useSaveDraft.js'
import { useTemplateActs } from './useTemplateActs.js'

/** One row: what this is, whether it is saved, what is wrong with it, and what to do with it. */
export function Toolbar() {
  const { t } = useWorkflowsTranslation()
  const handle = useCurrentBuilder()
  const root = useRef<HTMLDivElement>(null)
  const { id, hasPublishedDoc, unpublishedVersionCount } = useDocumentInfo()
  const { launch } = useWorkflows()
  const isModified = useFormModified()
  const editDepth = useEditDepth()
  const access = useAccess(handle)
  const { problems, name, isNameMissing } = useProblems(handle)
  const { busy, failure, save } = useSave()
  const acts = useTemplateActs({ handle, name: name || t('toolbar:untitled') })
  const { builder, jump } = useJump({ handle, root })
  const [list, setList] = useState<'blocked' | 'open' | null>(null)
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const isAlive = useHydrated()
  const mayEdit = access.looking === null
  const isUpToDate = id !== undefined && hasPublishedDoc && !isModified && !unpublishedVersionCount

  const saveDraft = useSaveDraft({ handle, mayEdit, busy, save })
  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (event) => {
    // Absorbed also when there is nothing to save: the browser would offer to save the page.
    event.preventDefault()
    event.stopPropagation()
    saveDraft()
  })

  const publish = async (): Promise<boolean> => {
    if (problems.length > 0) {
      setList('blocked')
      return false
    }
    return save('published')
  }
  const launchNow = () => {
    if (id !== undefined) launch({ id, name: name || t('toolbar:untitled') })
  }
  const publishAndLaunch = async () => {
    if (access.mayPublish && !isUpToDate) {
      if (problems.length === 0 && id === undefined) askAfterFirstSave({ kind: 'launch' })
      if (!(await publish())) return
    }
    launchNow()
  }
  const test = () => {
    if (handle) testSessionOf(handle).asking.set({ upTo: null })
  }

  return (
    <div
      aria-label={t('toolbar:toolbar')}
      className="workflows-toolbar"
      inert={!isAlive}
      ref={root}
      role="group"
    >
      <NameEdit isMissing={isNameMissing && list !== null} readOnly={!mayEdit} />
      {mayEdit ? <SavedState failure={failure} /> : <LookingNote looking={access.looking} />}
      <span className="workflows-toolbar__space" />
      {handle && mayEdit ? (
        <>
          <Problems
            handle={handle}
            isBlocking={list === 'blocked'}
            isOpen={list !== null}
            onChoose={jump}
            onClose={() => setList(null)}
            onOpen={() => setList('open')}
            problems={problems}
          />
          <HistoryButtons handle={handle} />
        </>
      ) : null}
      <Actions
        access={access}
        acts={acts}
        busy={busy}
        isModified={isModified}
        isReady={handle !== null}
        isUpToDate={isUpToDate}
        onDialog={setDialog}
        onLaunch={() => void publishAndLaunch()}
        onLaunchPublished={launchNow}
        onPublish={() => void publish()}
        onSave={saveDraft}
        onTest={test}
      />
      {handle ? (
        <>
          <TestRun builder={builder} handle={handle} onLaunch={launchNow} save={save} />
          <Dialogs
            acts={acts}
            handle={handle}
            name={name || t('toolbar:untitled')}
            onClose={() => setDialog(null)}
            onPublish={() => void publish()}
            open={dialog}
          />
        </>
      ) : null}
    </div>
  )
}
