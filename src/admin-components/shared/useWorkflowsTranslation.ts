'use client'

import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'

import type { TranslationKey, WordKey } from '../../plugins/workflows/translations/types.js'

import { toLocale } from './format/toLocale.js'

type Variables = Record<string, number | string>

export type Translate = (key: WordKey, variables?: Variables) => string

/** Our words in the user's language: `t('attachments:images')`. `locale` is for numbers and dates. */
export function useWorkflowsTranslation(): { t: Translate; locale: string } {
  const { t, i18n } = useTranslation<object, TranslationKey>()
  const locale = toLocale(i18n.language)
  return useMemo(
    () => ({ t: (key, variables) => t(`plugin-workflows:${key}`, variables), locale }),
    [t, locale],
  )
}
