'use client'

import { Panel, useReactFlow, useViewport } from '@xyflow/react'

import type { Collapse } from '../collapse/useCollapse.js'

import { Icon } from '../../shared/Icon/index.js'
import { IconButton } from '../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

export function FlowControls({
  followable,
  following,
  onFit,
  onTouch,
  collapse,
}: {
  followable: boolean
  following: boolean
  onFit: () => void
  onTouch: () => void
  collapse?: Collapse
}) {
  const { t, locale } = useWorkflowsTranslation()
  const { zoomIn, zoomOut } = useReactFlow()
  const { zoom } = useViewport()
  const change = (act: typeof zoomIn) => () => {
    onTouch()
    void act()
  }
  return (
    <>
      <Panel className="workflows-flow__zoom" position="bottom-left">
        <IconButton icon="minus" label={t('flow:zoomOut')} onClick={change(zoomOut)} />
        <span className="workflows-flow__percent">
          {new Intl.NumberFormat(locale, { style: 'percent' }).format(zoom)}
        </span>
        <IconButton icon="plus" label={t('flow:zoomIn')} onClick={change(zoomIn)} />
        <IconButton icon="fit" label={t('flow:fit')} onClick={onFit} />
      </Panel>
      {followable || collapse?.toggle ? (
        <Panel className="workflows-flow__tools" position="top-right">
          {collapse?.toggle ? (
            <button
              aria-pressed={collapse.isOn}
              className="workflows-flow__follow"
              onClick={collapse.toggle}
              type="button"
            >
              <Icon name="lanes" size={12} />
              {t('flow:collapse')}
            </button>
          ) : null}
          {followable ? (
            <button
              aria-pressed={following}
              className="workflows-flow__follow"
              onClick={following ? onTouch : onFit}
              type="button"
            >
              <Icon name="target" size={12} />
              {following ? t('flow:following') : t('flow:follow')}
            </button>
          ) : null}
        </Panel>
      ) : null}
    </>
  )
}
