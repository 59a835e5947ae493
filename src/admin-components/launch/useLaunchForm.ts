'use client'

import { useRef, useState } from 'react'

import type { ApiIssue } from '../../client/WorkflowsApiError.js'
import type { Id, JsonObject, JsonValue, TemplateDetail } from '../../client/types.js'
import type { LaunchAgain } from '../active-workflows/context.js'

import { useSayAnswer } from './useSayAnswer.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { checkAnswers } from './checkAnswers.js'

export interface ContextChoice {
  mode: 'all' | 'selected' | 'none'
  documents: { id: Id; title: string }[]
}

export interface LaunchForm {
  params: JsonObject
  project: Id | null
  context: ContextChoice
  test: boolean
}

/** What was typed and not launched yet, so that closing the dialog by mistake loses nothing. */
const typed = new Map<string, LaunchForm>()

export const forgetTyped = (template: Id): boolean => typed.delete(String(template))

/** Values, and what is wrong with them: by the same code on this side and on the server's. */
export function useLaunchForm({
  template,
  again,
}: {
  template: TemplateDetail
  again?: LaunchAgain | undefined
}) {
  const { t } = useWorkflowsTranslation()
  const sayProblem = useSayAnswer()
  const [form, setForm] = useState<LaunchForm>(
    () =>
      repeat({ template, again }) ??
      typed.get(String(template.id)) ?? {
        params: startValues(template),
        project: null,
        context: { mode: 'none', documents: [] },
        test: template.status === 'draft',
      },
  )
  const [issues, setIssues] = useState<ApiIssue[]>([])
  // Made when the dialog opens: however often Launch is pressed, it is one launch.
  const [key, setKey] = useState(newKey)
  const sentWith = useRef<string | null>(null)

  const change = (changes: Partial<LaunchForm>) => {
    const next = { ...form, ...changes }
    typed.set(String(template.id), next)
    setForm(next)
    // After a launch that was sent, other values are another launch.
    if (sentWith.current === key) setKey(newKey())
  }
  const setParam = (name: string, value: JsonValue) => {
    change({ params: { ...form.params, [name]: value } })
    setIssues((known) => known.filter(({ path }) => path !== `params.${name}`))
  }
  /** @returns What is wrong; with nothing wrong the server may be asked. */
  const check = (): ApiIssue[] => {
    const found = checkAnswers({ inputs: template.inputs, params: form.params, t, sayProblem })
    setIssues(found)
    return found
  }
  return {
    form,
    change,
    setParam,
    issues,
    setIssues,
    check,
    idempotencyKey: key,
    markSent: () => {
      sentWith.current = key
    },
  }
}

export type LaunchFormState = ReturnType<typeof useLaunchForm>

/** The issue of one field, by the path that the server and the browser both use. */
export const issueOf = (issues: readonly ApiIssue[], path: string): string | undefined =>
  issues.find((issue) => issue.path === path)?.message

/** What was given before; of inputs the template did not have then, what they begin with. */
function repeat({
  template,
  again,
}: {
  template: TemplateDetail
  again: LaunchAgain | undefined
}): LaunchForm | null {
  if (!again) return null
  const start = startValues(template)
  const names = Object.keys(start)
  return {
    ...again,
    params: Object.fromEntries(
      names.map((name) => [name, again.params[name] ?? start[name] ?? '']),
    ),
  }
}

function startValues({ inputs, defaultParams }: TemplateDetail): JsonObject {
  return Object.fromEntries(
    inputs.map((input) => [
      input.name,
      defaultParams[input.name] ?? input.default ?? emptyValue(input.type, input.min),
    ]),
  )
}

function emptyValue(type: TemplateDetail['inputs'][number]['type'], min = 1): JsonValue {
  if (type === 'checkbox') return false
  return type === 'slider' ? min : ''
}

/** `randomUUID` is missing where a site is served without TLS. */
function newKey(): string {
  return globalThis.crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`
}
