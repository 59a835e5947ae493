'use client'

import { Button } from '@payloadcms/ui'

import type { JsonValue } from '../../../../plugins/workflows/graph/types.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'

/** More of it says no more. */
const SHOWN = 400

/** A value of a draft that the control cannot show: seen, and cleared with one button. */
export function WrongValue({
  name,
  value,
  words,
  readOnly,
  onClear,
}: {
  name: string
  value: JsonValue | undefined
  words?: string
  readOnly: boolean
  onClear: () => void
}) {
  const { t } = useWorkflowsTranslation()
  return (
    <div className="workflows-wrong-value">
      <p>{words ?? t('panel:wrongValue')}</p>
      <code>{JSON.stringify(value)?.slice(0, SHOWN)}</code>
      {readOnly ? null : (
        <Button
          aria-label={t('panel:clearNamed', { name })}
          buttonStyle="secondary"
          margin={false}
          onClick={onClear}
          size="small"
          type="button"
        >
          {t('panel:clear')}
        </Button>
      )}
    </div>
  )
}
