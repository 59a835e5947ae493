'use client'

import { useMemo } from 'react'

import type { ControlProps } from '../form/controlProps.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useModels } from '../data/useSiteFacts.js'
import { SiteChoice } from './SiteChoice.js'

/** One of the site's providers; nothing means the first one. */
export function ProviderControl(props: ControlProps) {
  const { t } = useWorkflowsTranslation()
  const { answer } = useModels()
  const choices = useMemo(
    () => answer?.providers.map(({ name, label }) => ({ value: name, label })) ?? null,
    [answer],
  )
  return (
    <SiteChoice
      choices={choices}
      control={props}
      nameDefault={(name) => t('panel:defaultProvider', { name })}
      nameUnknown={(value) => t('panel:notAllowed', { value })}
    />
  )
}
