'use client'

import { IconButton } from '../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useBuilder } from '../context.js'

/** What the panel is about, and the way out: with nothing selected it shows the workflow. */
export function PanelHeader({
  tile,
  subtitle,
  actions,
  children,
}: {
  tile?: React.ReactNode
  subtitle?: React.ReactNode
  actions?: React.ReactNode
  /** The title. */
  children: React.ReactNode
}) {
  const { t } = useWorkflowsTranslation()
  const { store } = useBuilder()
  return (
    <header className="workflows-panel__header">
      {tile}
      <div className="workflows-panel__title">
        {children}
        {subtitle ? <p>{subtitle}</p> : null}
      </div>
      {actions}
      <IconButton
        icon="x"
        label={t('panel:close')}
        onClick={() => store.select({ nodes: [], edges: [], notes: [] })}
      />
    </header>
  )
}
