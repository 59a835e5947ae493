'use client'

import { useDocumentInfo, useForm, useFormFields, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'

import type { BuilderShellProps } from './BuilderShell.js'

import { createSay } from '../../../plugins/workflows/translations/nodeTexts/createSay.js'
import { BuilderContext } from '../context.js'
import { sayerOf } from '../useSayProblem.js'
import { BuilderFrame } from '../frame/BuilderFrame.js'
import { FrameSkeleton } from '../frame/FrameSkeleton.js'
import { LeaveDialog } from '../frame/LeaveDialog.js'
import { Notices } from '../frame/Notices.js'
import { createHandle } from './createHandle.js'
import { findFirstSave, forgetFirstSave, registerBuilder } from './currentBuilder.js'
import { hasSameContent, readDocument } from './documentParts.js'
import { peekParts } from './peekParts.js'
import { replaceDocument } from '../edits/replaceDocument.js'
import { leaveSitting, resumeSitting } from './sitting.js'
import { createSavedCell } from './savedCell.js'
import { useFormBinding } from './useFormBinding.js'
import { useLeaveGuard } from './useLeaveGuard.js'
import { useLocalCopy } from './useLocalCopy.js'
import { useOtherTabs } from './useOtherTabs.js'
import { useReadOnly } from './useReadOnly.js'
import { useSaveOutcome } from './useSaveOutcome.js'
import { useServerProblems } from './useServerProblems.js'

/** One sitting at one template, from when its form is there. */
export function BuilderSession(props: BuilderShellProps) {
  const isReady = useFormFields(([fields]) => fields?.graph?.value !== undefined)
  return isReady ? <OpenBuilder {...props} /> : <FrameSkeleton />
}

function OpenBuilder({ facts, mayWrite }: BuilderShellProps) {
  const { id, getDocPreferences } = useDocumentInfo()
  const { getField } = useForm()
  const { i18n } = useTranslation()
  const [opened] = useState(() => {
    const values = {
      graph: getField('graph')?.value,
      inputs: getField('inputs')?.value,
      defaultParams: getField('defaultParams')?.value,
    }
    const document = readDocument(peekParts(values))
    // The page of a template that was just saved for the first time: the same sitting goes on.
    const first = id === undefined ? null : findFirstSave()
    const before = first && hasSameContent(first.posted, document) ? first : null
    const start = before?.posted ?? document
    return {
      start,
      saved: createSavedCell(start),
      store: before?.store,
      ofNew: before !== null,
    }
  })
  // They come anew with every render of the page, and say the same. Another handle would be another sitting.
  const [{ known, say, sayProblem }] = useState(() => ({
    known: facts,
    say: createSay(i18n),
    sayProblem: sayerOf(i18n),
  }))
  const handle = useMemo(
    () =>
      createHandle({
        facts: known,
        say,
        sayProblem,
        templateId: id,
        document: opened.start,
        store: opened.store,
      }),
    [known, say, sayProblem, opened, id],
  )
  const { store } = handle

  // Payload waits for them at each save, and for ever when they were first asked for without a connection.
  useEffect(() => {
    if (id !== undefined) void getDocPreferences()
  }, [id, getDocPreferences])

  const reason = useReadOnly({ store, mayWrite })
  const tabs = useOtherTabs({ templateId: id })
  const { ofNew, saved } = opened
  const isDirty = useCallback(() => saved.isDirty(store), [saved, store])
  const copy = useLocalCopy({ handle, isDirty })
  const outcome = useSaveOutcome({ isDirty, isNew: id === undefined })
  useFormBinding({
    handle,
    saved,
    onSaved: ({ byThisPage }) => {
      tabs.ignore()
      if (!byThisPage) return
      outcome.dismiss()
      copy.forget()
      tabs.tellSaved()
    },
    onReplaced: copy.keep,
  })
  const guard = useLeaveGuard({ isDirty })
  useServerProblems({ store })

  useEffect(() => registerBuilder(handle), [handle])
  const resume = useEffectEvent(() => {
    const left = resumeSitting({ templateId: id, saved: saved.get() })
    if (left) store.apply(replaceDocument(left.document), { select: left.selection })
  })
  const leave = useEffectEvent(() => {
    const { document, selection } = store.getState()
    const isWork = id !== undefined && isDirty()
    leaveSitting(isWork ? { templateId: id, document, selection, saved: saved.get() } : null)
  })
  useEffect(() => {
    const { pathname } = window.location
    resume()
    // Who went elsewhere was asked, and is asked again when they come back.
    return () => (window.location.pathname === pathname ? leave() : leaveSitting(null))
  }, [])
  const forgetNew = useEffectEvent(() => {
    forgetFirstSave()
    copy.forgetNew()
  })
  useEffect(() => {
    if (ofNew) forgetNew()
  }, [ofNew])

  return (
    <BuilderContext value={handle}>
      <Notices copy={copy} outcome={outcome} reason={reason} tabs={tabs} />
      <BuilderFrame />
      {guard.isAsking ? <LeaveDialog onLeave={guard.leave} onStay={guard.stay} /> : null}
    </BuilderContext>
  )
}
