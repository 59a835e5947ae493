'use client'

import { useId, useRef, useState } from 'react'

import type { ApiIssue } from '../../../client/WorkflowsApiError.js'
import type {
  JsonObject,
  JsonValue,
  TemplateInput,
} from '../../../plugins/workflows/graph/types.js'
import type { Controls } from '../useControls.js'

import { checkAnswers } from '../../launch/checkAnswers.js'
import { focusField } from '../../launch/focusField.js'
import { ParamField } from '../../launch/ParamField.js'
import { issueOf } from '../../launch/useLaunchForm.js'
import { Icon } from '../../shared/Icon/index.js'
import { useSayAnswer } from '../../launch/useSayAnswer.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ActionButton } from '../ActionButton.js'
import './retry.css'

/** The answers given at launch, to be changed while the execution is paused. */
export function ParamsForm({
  inputs,
  params,
  controls: { busy, typed, adjustParams },
}: {
  inputs: TemplateInput[]
  params: JsonObject
  controls: Controls
}) {
  const { t } = useWorkflowsTranslation()
  const sayProblem = useSayAnswer()
  const [answers, setAnswers] = useState<JsonObject>(() => Object.fromEntries(typed.params))
  const [issues, setIssues] = useState<ApiIssue[]>([])
  const root = useRef<HTMLFieldSetElement>(null)
  const prefix = useId()
  const idOf = (path: string) => `${prefix}-${path}`
  const changed = Object.fromEntries(
    Object.entries(answers).filter(([name, value]) => value !== (params[name] ?? '')),
  )
  const paths = new Set<string | undefined>(inputs.map(({ name }) => `params.${name}`))
  const isChanged = Object.keys(changed).length > 0
  const change = (name: string, value: JsonValue) => {
    typed.params.set(name, value)
    setAnswers({ ...answers, [name]: value })
    setIssues((known) => known.filter(({ path }) => path !== `params.${name}`))
  }
  const forget = () => {
    typed.params.clear()
    setAnswers({})
    setIssues([])
  }
  const save = async () => {
    const wrong = checkAnswers({ inputs, params: { ...params, ...changed }, t, sayProblem })
    const found = wrong.length > 0 ? wrong : await adjustParams(changed)
    if (found === null) return
    setIssues(found)
    if (found.length === 0) forget()
    const first = found.find(({ path }) => paths.has(path))?.path
    if (first) focusField(root.current, idOf(first))
  }
  return (
    <div className="workflows-retry workflows-retry--params">
      <fieldset className="workflows-retry__fields" disabled={busy !== null} ref={root}>
        <legend className="workflows-sr-only">{t('monitor:tabParams')}</legend>
        {inputs.map((input) => (
          <ParamField
            error={issueOf(issues, `params.${input.name}`)}
            id={idOf(`params.${input.name}`)}
            input={input}
            key={input.name}
            onChange={(value) => change(input.name, value)}
            value={answers[input.name] ?? params[input.name]}
          />
        ))}
      </fieldset>
      {issues
        .filter(({ path }) => !paths.has(path))
        .map(({ path, message }) => (
          <p className="workflows-retry__problem" key={`${path ?? ''} ${message}`} role="alert">
            <Icon name="warn" size={12} />
            {message}
          </p>
        ))}
      <p className="workflows-retry__help">{t('monitor:adjustParamsHelp')}</p>
      <div className="workflows-retry__foot">
        <ActionButton
          disabled={busy !== null || !isChanged}
          onClick={() => void save()}
          tone="primary"
        >
          {t('monitor:adjustSave')}
        </ActionButton>
        {isChanged ? (
          <ActionButton disabled={busy !== null} onClick={forget}>
            {t('review:undoAll')}
          </ActionButton>
        ) : null}
      </div>
    </div>
  )
}
