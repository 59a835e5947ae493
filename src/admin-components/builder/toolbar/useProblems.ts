'use client'

import { useFormFields } from '@payloadcms/ui'
import { useMemo } from 'react'

import type { GraphProblem } from '../../../plugins/workflows/graph/types.js'
import type { BuilderHandle } from '../context.js'
import type { ListedProblem } from './Problems.js'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useBuilderPart } from './useBuilderPart.js'

const NONE: GraphProblem[] = []

/** Where the missing name is: a field of the form, not of the graph. */
export const NAME_PATH = 'name'

/** What keeps the workflow from being published: the graph's problems, and a missing name. */
export function useProblems(handle: BuilderHandle | null) {
  const { t } = useWorkflowsTranslation()
  const name = useFormFields(([fields]) => {
    const value = fields?.name?.value
    return typeof value === 'string' ? value.trim() : ''
  })
  const ofGraph = useBuilderPart(handle, (state) => state.problems, NONE)
  const isNameMissing = name === ''
  const problems = useMemo<readonly ListedProblem[]>(
    () =>
      isNameMissing
        ? [{ message: t('toolbar:nameMissing'), path: NAME_PATH }, ...ofGraph]
        : ofGraph,
    [isNameMissing, ofGraph, t],
  )
  return { problems, name, isNameMissing }
}
