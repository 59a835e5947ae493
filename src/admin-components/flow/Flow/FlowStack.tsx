'use client'

import { type NodeProps, Position } from '@xyflow/react'
import { memo } from 'react'

import type { StackNode } from './useFlowElements.js'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { Dot } from './Dot.js'
import './stack.css'

/** Many steps that are over, as one card. */
export const FlowStack = memo(function FlowStack({ data, selected }: NodeProps<StackNode>) {
  const { t } = useWorkflowsTranslation()
  const { stack, isRoot, isLeaf } = data
  const classes = [
    'workflows-node workflows-pill--completed workflows-stack',
    selected && 'workflows-node--selected',
  ]
  return (
    <>
      {isRoot ? null : <Dot at={Position.Left} isTaken />}
      <div className={classes.filter(Boolean).join(' ')}>
        <div className="workflows-node__head">
          <span aria-hidden="true" className="workflows-stack__tile">
            <Icon name="check" size={16} />
          </span>
          <div className="workflows-node__words">
            <div className="workflows-node__label">
              {t('flow:stack', { count: stack.nodeIds.length })}
            </div>
            <div className="workflows-node__line">{t('flow:expand')}</div>
          </div>
          <span className="workflows-stack__more">
            <Icon name="chevron-down" />
          </span>
        </div>
      </div>
      {isLeaf ? null : <Dot at={Position.Right} isTaken />}
    </>
  )
})
