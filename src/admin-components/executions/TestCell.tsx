'use client'

import type { DefaultCellComponentProps } from 'payload'

import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import '../shared/tokens.css'
import './filters.css'

/** Test runs are marked; that all others are none needs no word. */
export function TestCell({ cellData }: DefaultCellComponentProps) {
  const { t } = useWorkflowsTranslation()
  return cellData === true ? (
    <div>
      <span className="workflows-test-badge">{t('monitor:test')}</span>
    </div>
  ) : null
}
