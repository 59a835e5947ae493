'use client'

import { useMemo } from 'react'

import type { WordKey } from '../../../../plugins/workflows/translations/types.js'
import type { PromptFacts } from './promptFacts.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { PROMPT_FILTERS } from './promptFilters.js'

const WORDS: Record<string, WordKey> = {
  index: 'panel:aboutIndex',
  previous_output: 'panel:aboutPrevious',
  item: 'panel:aboutItem',
}

/** The words of the picker in the user's language. */
export function usePromptWords(): PromptFacts['words'] {
  const { t } = useWorkflowsTranslation()
  return useMemo(
    () => ({
      inputs: t('panel:inputs'),
      item: t('panel:item'),
      others: t('panel:otherVariables'),
      filters: t('panel:filters'),
      describe: (path) => {
        const key = WORDS[path]
        return key ? t(key) : ''
      },
      describeFilter: (name) => {
        const filter = PROMPT_FILTERS.find((known) => known.name === name)
        return filter ? t(`panel:filter_${filter.name}`) : ''
      },
      chipHint: (name) => t('panel:chipHint', { name }),
    }),
    [t],
  )
}
