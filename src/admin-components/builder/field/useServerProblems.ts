'use client'

import { useFormFields, useFormSubmitted } from '@payloadcms/ui'
import { useEffect } from 'react'

import type { BuilderStore } from '../store/types.js'

/**
 * What only the server can check (a host's own schema, say) comes back from a refused publish as one
 * sentence at the field. The message outlives its problem, so it counts only while the form is
 * submitted and the field not valid (native-views.md 3.4); the store forgets it at the next edit.
 */
export function useServerProblems({ store }: { store: BuilderStore }): void {
  const isSubmitted = useFormSubmitted()
  const message = useFormFields(([fields]) =>
    fields?.graph?.valid === false ? fields.graph.errorMessage : undefined,
  )
  const shown = isSubmitted ? message : undefined
  useEffect(() => {
    const own = store.checkNow()
    // The browser says the same better, with the node it is about.
    const isKnown = shown === undefined || own.some((problem) => shown.startsWith(problem.message))
    store.setServerProblems(isKnown ? [] : [{ code: 'invalid_type', message: shown, path: '' }])
  }, [shown, store])
}
