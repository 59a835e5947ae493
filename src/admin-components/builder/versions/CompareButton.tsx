'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import type { MergedFlow } from './mergeFlows.js'

import { Dialog } from '../../shared/Dialog/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import '../../shared/tokens.css'
import { LazyCompareCanvas } from './LazyCompareCanvas.js'

/** In Payload's own view of versions: the two flows on one canvas. */
export function CompareButton({ flow }: { flow: MergedFlow }) {
  const { t } = useWorkflowsTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        buttonStyle="secondary"
        margin={false}
        onClick={() => setOpen(true)}
        size="small"
        type="button"
      >
        {t('toolbar:diffOnCanvas')}
      </Button>
      {isOpen ? (
        <Dialog onClose={() => setOpen(false)} title={t('toolbar:diffTitle')} width={1120}>
          <div className="workflows-compare">
            <LazyCompareCanvas flow={flow} label={t('toolbar:diffTitle')} />
          </div>
        </Dialog>
      ) : null}
    </>
  )
}
