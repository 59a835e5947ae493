'use client'

import { useTranslation } from '@payloadcms/ui'

import { createSayLabel } from '../../plugins/workflows/translations/nodeTexts/createSayLabel.js'
import {
  createSayProblem,
  type SayProblem,
} from '../../plugins/workflows/translations/problemTexts/createSayProblem.js'

/** Every card of a canvas asks, and there is one language. */
const known = new WeakMap<object, SayProblem>()

/** Says what is wrong with a workflow in the person's language, its settings as their forms call them. */
export function useSayProblem(): SayProblem {
  const { i18n } = useTranslation()
  return sayerOf(i18n)
}

/** The same outside of components. */
export function sayerOf(i18n: { language: string; translations: unknown }): SayProblem {
  const made = known.get(i18n)
  if (made) return made
  const { language, translations } = i18n
  const sayLabel = createSayLabel({ language, translations })
  const say = createSayProblem({ language, translations, sayLabel })
  known.set(i18n, say)
  return say
}
