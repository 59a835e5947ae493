'use client'

import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'

import {
  createSayProblem,
  type SayProblem,
} from '../../plugins/workflows/translations/problemTexts/createSayProblem.js'

/**
 * Says what is wrong with an answer to a template's question. Answers have no settings in them, so the node
 * types and zod stay out of the script of the dialog; the builder has a hook of its own that knows them.
 */
export function useSayAnswer(): SayProblem {
  const { i18n } = useTranslation()
  return useMemo(() => createSayProblem(i18n), [i18n])
}
