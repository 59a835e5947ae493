'use client'

import { useEffect, useState } from 'react'

import type { WorkflowsClient } from '../../../../client/createWorkflowsClient.js'

import { useWorkflowsApi } from '../../../shared/useWorkflowsApi.js'

/** As long as the server keeps its own list of models. */
const FRESH_MS = 5 * 60_000

/**
 * A hook for facts of the site that many panels show: asked for when the first one needs them, shared
 * by all, asked for again after some minutes or when the answer did not come.
 */
export function createSharedRead<Answer>(read: (api: WorkflowsClient) => Promise<Answer>) {
  let shared: { answer: Promise<Answer>; until: number } | null = null
  let newest: Answer | null = null
  const ask = (api: WorkflowsClient): Promise<Answer> => {
    if (shared && shared.until > Date.now()) return shared.answer
    const answer = read(api)
    shared = { answer, until: Date.now() + FRESH_MS }
    answer.then(
      (value) => {
        newest = value
      },
      () => {
        shared = null
      },
    )
    return answer
  }
  return function useShared(): { answer: Answer | null; hasFailed: boolean } {
    const api = useWorkflowsApi()
    const [answer, setAnswer] = useState(newest)
    const [hasFailed, setFailed] = useState(false)
    useEffect(() => {
      let isHere = true
      ask(api).then(
        (value) => isHere && setAnswer(value),
        () => isHere && setFailed(true),
      )
      return () => {
        isHere = false
      }
    }, [api])
    return { answer, hasFailed }
  }
}
