'use client'

import { Button, toast, useField } from '@payloadcms/ui'
import { useState } from 'react'

import type { BuilderHandle } from '../context.js'
import type { FileRefusal, ReadFile } from './readTemplateFile.js'

import { useCategories } from '../../gallery/useCategories.js'
import { describeError } from '../../shared/describeError.js'
import { Dialog } from '../../shared/Dialog/index.js'
import { useWorkflowsApi } from '../../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { replaceDocument } from '../edits/index.js'
import { ProblemList } from '../toolbar/ProblemList.js'
import { useElsewhere } from '../toolbar/useElsewhere.js'
import './files.css'
import { FileDrop } from './FileDrop.js'
import { readTemplateFile } from './readTemplateFile.js'
import { importAsNew } from './importAsNew.js'

interface Chosen {
  name: string
  answer: ReadFile
}

/** Reads a file, says what is in it and what is wrong with it, and puts it where one wants it. */
export function ImportDialog({ handle, onClose }: { handle: BuilderHandle; onClose: () => void }) {
  const { t } = useWorkflowsTranslation()
  const api = useWorkflowsApi()
  const { open } = useElsewhere()
  const categories = useCategories().map(({ value }) => value)
  const { value: ownName, setValue: setName } = useField<string>({ path: 'name' })
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [isBusy, setBusy] = useState(false)
  const read = chosen?.answer.kind === 'read' ? chosen.answer : null
  const name = read?.head.name ?? chosen?.name ?? ''

  const choose = async (file: File) => {
    const text = await file.text()
    setChosen({ name: file.name, answer: readTemplateFile({ text, specs: handle.specs }) })
  }
  const replace = () => {
    if (!read) return
    handle.store.apply(replaceDocument(read.document), {
      select: { nodes: [], edges: [], notes: [] },
    })
    if (!ownName?.trim() && read.head.name) setName(read.head.name)
    onClose()
    toast.success(t('toolbar:imported', { name }))
    requestAnimationFrame(() => handle.canvas.current?.fit())
  }
  const openNew = async () => {
    if (!read) return
    setBusy(true)
    try {
      const template = await importAsNew({ api, read, name, categories })
      onClose()
      open(template.id, t('toolbar:imported', { name }))
    } catch (error) {
      toast.error(describeError(error, t).message)
    } finally {
      setBusy(false)
    }
  }
  const readOnly = handle.store.getState().readOnly
  return (
    <Dialog
      footer={
        <>
          <span className="workflows-toolbar__space" />
          <Button buttonStyle="secondary" margin={false} onClick={onClose} type="button">
            {t('toolbar:cancel')}
          </Button>
          <Button
            buttonStyle="secondary"
            disabled={!read || isBusy}
            margin={false}
            onClick={() => void openNew()}
            type="button"
          >
            {t('toolbar:importNew')}
          </Button>
          <Button
            disabled={!read || isBusy || readOnly}
            margin={false}
            onClick={replace}
            type="button"
          >
            {t('toolbar:importReplaces')}
          </Button>
        </>
      }
      onClose={onClose}
      title={t('toolbar:importTitle')}
      width={640}
    >
      <div className="workflows-import">
        <FileDrop help={t('toolbar:importHelp')} onFile={(file) => void choose(file)} />
        {chosen ? <Judgement chosen={chosen} name={name} /> : null}
        {read ? <p className="workflows-import__help">{t('toolbar:importReplacesHelp')}</p> : null}
      </div>
    </Dialog>
  )
}

function Judgement({ chosen: { name: file, answer }, name }: { chosen: Chosen; name: string }) {
  const { t } = useWorkflowsTranslation()
  switch (answer.kind) {
    case 'refused':
      return <Refusal file={file} reason={answer.reason} />
    case 'broken':
      return <ProblemList heading={t('toolbar:importBroken')} problems={answer.problems} />
    case 'read': {
      const { nodes } = answer.document.graph
      const labels = new Map(nodes.map(({ id, label }) => [id, label]))
      const { problems } = answer
      return (
        <>
          <p className="workflows-import__found" dir="auto" role="status">
            {t('toolbar:importFound', { name, count: nodes.length })}
          </p>
          {problems.length > 0 ? (
            <ProblemList
              heading={t('toolbar:importProblems', { count: problems.length })}
              labelOf={(id) => labels.get(id) ?? id}
              problems={problems}
            />
          ) : null}
        </>
      )
    }
  }
}

function Refusal({ file, reason }: { file: string; reason: FileRefusal }) {
  const { t } = useWorkflowsTranslation()
  return (
    <p className="workflows-import__refusal" role="alert">
      {t(`toolbar:import_${reason}`, { name: file })} {t('toolbar:nothingChanged')}
    </p>
  )
}
