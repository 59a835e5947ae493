'use client'

import { useState } from 'react'

import type { ApiIssue } from '../../../client/WorkflowsApiError.js'
import type { JsonObject, JsonValue, TemplateInput } from '../../../client/types.js'
import type { BuilderHandle } from '../context.js'

import { checkParams } from '../../../plugins/workflows/graph/params.js'
import { useSayProblem } from '../useSayProblem.js'
import { readKept, writeKept } from './kept.js'

/** Sample answers of one template: what was answered last, else the defaults. */
export function useTestForm(handle: BuilderHandle) {
  const sayProblem = useSayProblem()
  const { templateId, store } = handle
  const { inputs, defaultParams } = store.getState().document
  const [params, setParams] = useState(() => startValues({ inputs, defaultParams, templateId }))
  const [issues, setIssues] = useState<ApiIssue[]>([])
  return {
    inputs,
    params,
    issues,
    setIssues,
    set: (name: string, value: JsonValue) => {
      setParams((known) => ({ ...known, [name]: value }))
      setIssues((known) => known.filter(({ path }) => path !== `params.${name}`))
    },
    /** @returns whether the answers will do */
    check: () => {
      const { problems } = checkParams({ inputs, params })
      setIssues(problems.map((problem) => ({ ...problem, message: sayProblem(problem) })))
      return problems.length === 0
    },
    keep: () => writeKept({ what: 'params', templateId, value: params }),
  }
}

function startValues({
  inputs,
  defaultParams,
  templateId,
}: {
  inputs: readonly TemplateInput[]
  defaultParams: JsonObject
  templateId: BuilderHandle['templateId']
}): JsonObject {
  const kept = readKept({ what: 'params', templateId })
  const known: JsonObject = typeof kept === 'object' && kept !== null ? { ...kept } : {}
  return Object.fromEntries(
    inputs.map((input) => {
      const { name, type, min } = input
      const empty = type === 'checkbox' ? false : type === 'slider' ? (min ?? 1) : ''
      return [name, known[name] ?? defaultParams[name] ?? input.default ?? empty]
    }),
  )
}
