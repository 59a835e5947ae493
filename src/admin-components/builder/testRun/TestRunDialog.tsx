'use client'

import { Button, useFormModified } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { BuilderHandle } from '../context.js'
import type { TestRequest } from './session.js'

import '../../launch/fields.css'
import { ParamField } from '../../launch/ParamField.js'
import '../../launch/slider.css'
import { Dialog } from '../../shared/Dialog/index.js'
import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useCell } from '../canvas/session/cell.js'
import { ProblemList } from '../toolbar/ProblemList.js'
import './dialog.css'
import { settlePins } from './pins.js'
import { testSessionOf } from './session.js'
import { testProblems } from './testProblems.js'
import { useTestForm } from './useTestForm.js'

/** Asks for sample answers and starts a test of what is drawn. */
export function TestRunDialog({
  handle,
  upTo,
  onStart,
  onClose,
}: {
  handle: BuilderHandle
  upTo: string | null
  /** Answers why it could not be started. */
  onStart: (request: TestRequest) => Promise<string | null>
  onClose: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const form = useTestForm(handle)
  const isModified = useFormModified()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const prefix = useId()
  const { graph } = handle.store.getState().document
  const labelOf = (id: string) => graph.nodes.find((node) => node.id === id)?.label ?? id
  const problems = testProblems({ handle, upTo })
  const { kept } = settlePins({ pins: useCell(testSessionOf(handle).pins), graph })
  const pinned = Object.keys(kept)

  const start = async () => {
    if (isBusy || !form.check()) return
    setBusy(true)
    form.keep()
    const why = await onStart({ upTo, params: form.params })
    setBusy(false)
    setFailure(why)
    if (why === null) onClose()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement
    if (event.key !== 'Enter' || !isField) return
    // React bubbles through portals: Enter here must not submit the template's own form.
    event.preventDefault()
    event.stopPropagation()
    void start()
  }
  return (
    <Dialog
      footer={
        <>
          <p className="workflows-test-dialog__note" role="status">
            {failure ?? (isModified ? t('toolbar:testSaves') : '')}
          </p>
          <Button buttonStyle="secondary" margin={false} onClick={onClose}>
            {t('toolbar:cancel')}
          </Button>
          <Button
            disabled={isBusy || problems.length > 0}
            margin={false}
            onClick={() => void start()}
          >
            {isBusy ? t('toolbar:testStarting') : t('toolbar:testStart')}
          </Button>
        </>
      }
      onClose={onClose}
      title={
        upTo === null ? t('toolbar:testTitle') : t('toolbar:testTitleUpTo', { name: labelOf(upTo) })
      }
      width={560}
    >
      <div className="workflows-test-dialog" onKeyDown={onKeyDown}>
        <p className="workflows-test-dialog__means">{t('toolbar:testMeans')}</p>
        {problems.length > 0 ? (
          <ProblemList heading={t('toolbar:testBlocked')} labelOf={labelOf} problems={problems} />
        ) : null}
        {pinned.length > 0 ? (
          <p className="workflows-test-dialog__pins">
            <Icon name="pin" />
            {t('toolbar:testPinned', {
              count: pinned.length,
              names: pinned.map((id) => `“${labelOf(id)}”`).join(', '),
            })}
          </p>
        ) : null}
        {form.inputs.length === 0 ? (
          <p className="workflows-test-dialog__means">{t('toolbar:testNoInputs')}</p>
        ) : (
          <section aria-label={t('toolbar:testSample')}>
            <div className="workflows-test-dialog__fields">
              {form.inputs.map((input) => (
                <ParamField
                  error={form.issues.find(({ path }) => path === `params.${input.name}`)?.message}
                  id={`${prefix}-${input.name}`}
                  input={input}
                  key={input.name}
                  onChange={(value) => form.set(input.name, value)}
                  value={form.params[input.name]}
                />
              ))}
            </div>
          </section>
        )}
      </div>
    </Dialog>
  )
}
