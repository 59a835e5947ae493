'use client'

import { Button } from '@payloadcms/ui'
import { useMemo, useState } from 'react'

import type { TemplateInput } from '../../../../plugins/workflows/graph/types.js'

import { Icon } from '../../../shared/Icon/index.js'
import { useSayProblem } from '../../useSayProblem.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { setInputs } from '../../edits/index.js'
import { useBuilder, useBuilderState } from '../../context.js'
import { useJumpHere } from '../data/useJumpHere.js'
import { problemsOfInputs } from '../form/fieldProblems.js'
import { moveEntry, useRowSort } from '../rules/useRowSort.js'
import { FormPreview } from './FormPreview.js'
import { newInput } from './inputChanges.js'
import { InputRow } from './InputRow.js'
import './inputs.css'

/** Where the engine bounds them: graph/limits.ts. */
const MOST_INPUTS = 100

/** What the launch form asks: added, ordered, and opened one at a time. */
export function InputsEditor({ readOnly }: { readOnly: boolean }) {
  const { t } = useWorkflowsTranslation()
  const { store } = useBuilder()
  const inputs = useBuilderState(({ document }) => document.inputs)
  const all = useBuilderState((state) => state.problems)
  const sayProblem = useSayProblem()
  const problems = useMemo(() => problemsOfInputs({ problems: all, sayProblem }), [all, sayProblem])
  const [openAt, setOpenAt] = useState<number | null>(null)
  const [isPreview, setPreview] = useState(false)
  useJumpHere(({ path }) => {
    const [, at] = /^inputs\[(\d+)\]/.exec(path) ?? []
    if (at === undefined) return 'passed'
    setOpenAt(Number(at))
    return 'followed'
  })
  const set = (next: TemplateInput[], gesture?: string) =>
    store.apply(setInputs(next), gesture ? { gesture } : {})
  const { list, handle } = useRowSort({
    count: inputs.length,
    onMove: (from, to) => {
      set(moveEntry(inputs, from, to))
      if (openAt === from) setOpenAt(to)
      else if (openAt === to) setOpenAt(from)
    },
  })
  const add = () => {
    set([...inputs, newInput(inputs, '')])
    setOpenAt(inputs.length)
  }
  return (
    <div className="workflows-inputs">
      {inputs.length === 0 ? <p className="workflows-panel__hint">{t('panel:noInputs')}</p> : null}
      <div className="workflows-inputs__list" ref={list}>
        {inputs.map((input, at) => (
          <InputRow
            at={at}
            handle={handle(at)}
            input={input}
            isOpen={openAt === at}
            // Inputs have no identity but their name, which may be missing or doubled in a draft.
            key={at}
            onChange={(next, gesture) =>
              set(
                inputs.map((known, place) => (place === at ? next : known)),
                gesture,
              )
            }
            onRemove={() => {
              set(inputs.filter((_, place) => place !== at))
              setOpenAt(null)
            }}
            onToggle={() => setOpenAt(openAt === at ? null : at)}
            problems={problems.get(at) ?? new Map<string, string[]>()}
            readOnly={readOnly}
          />
        ))}
      </div>
      <div className="workflows-panel__buttons">
        {readOnly ? null : (
          <Button
            buttonStyle="secondary"
            disabled={inputs.length >= MOST_INPUTS}
            margin={false}
            onClick={add}
            size="small"
            type="button"
          >
            <span className="workflows-button-words">
              <Icon name="plus" /> {t('panel:addInput')}
            </span>
          </Button>
        )}
        {inputs.length > 0 ? (
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => setPreview(true)}
            size="small"
            type="button"
          >
            {t('panel:previewForm')}
          </Button>
        ) : null}
      </div>
      {isPreview ? <FormPreview onClose={() => setPreview(false)} /> : null}
    </div>
  )
}
