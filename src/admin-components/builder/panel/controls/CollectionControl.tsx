'use client'

import { useMemo } from 'react'

import type { ControlProps } from '../form/controlProps.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useCollections } from '../data/useSiteFacts.js'
import { SiteChoice } from './SiteChoice.js'

/** Where the documents go: a collection of the site in which one may create. */
export function CollectionControl(props: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const { answer, hasFailed } = useCollections()
  const choices = useMemo(
    () => answer?.map(({ slug, label }) => ({ value: slug, label })) ?? null,
    [answer],
  )
  const frame = hasFailed ? { ...props.frame, help: t('panel:factsFailed') } : props.frame
  return (
    <SiteChoice
      choices={choices}
      control={{ ...props, frame }}
      nameDefault={(name) => t('panel:defaultCollection', { name })}
      nameUnknown={(name) => t('panel:notYourCollection', { name })}
    />
  )
}
