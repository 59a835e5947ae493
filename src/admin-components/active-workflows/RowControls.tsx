'use client'

import { Button } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import type { ListedExecution } from '../../client/types.js'

import { IconButton } from '../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { useWorkflows } from './context.js'
import { controlsOf, useControls } from './useControls.js'

/** Pause, resume, stop and open. Stopping asks in its own place, so that the rest can still be seen. */
export function RowControls({
  execution,
  href,
  reviewHref,
}: {
  execution: ListedExecution
  href: string
  /** Where the answer is given that it waits for; null when it waits for somebody else, or for nobody. */
  reviewHref: string | null
}) {
  const { t } = useWorkflowsTranslation()
  const { canLaunch } = useWorkflows()
  const { busy, send } = useControls(execution)
  const [asks, setAsks] = useState(false)
  const stop = useRef<HTMLButtonElement>(null)
  const controls = (execution.mayControl ?? canLaunch) ? controlsOf(execution) : []
  const { status } = execution
  const { name } = execution.template
  const keep = () => {
    setAsks(false)
    requestAnimationFrame(() => stop.current?.focus())
  }
  if (asks) {
    return (
      <div
        className="workflows-row__confirm"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          keep()
        }}
        role="group"
        aria-label={t('active:stopTitle', { name })}
      >
        <p className="workflows-row__words">{t('active:stopKept')}</p>
        <Button
          buttonStyle="secondary"
          className="workflows-row__stop"
          disabled={busy !== null}
          extraButtonProps={{ autoFocus: true }}
          margin={false}
          onClick={() => void send('stop').then(() => setAsks(false))}
          size="small"
        >
          {t('active:stop')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={keep} size="small">
          {t('active:keepRunning')}
        </Button>
      </div>
    )
  }
  return (
    <div
      className={`workflows-row__controls${status === 'paused' || reviewHref ? ' workflows-row__controls--shown' : ''}`}
    >
      {controls.includes('pause') ? (
        <IconButton
          disabled={busy !== null}
          icon="pause"
          label={t('active:pauseName', { name })}
          onClick={() => void send('pause')}
        />
      ) : null}
      {controls.includes('resume') ? (
        <IconButton
          disabled={busy !== null}
          icon="play"
          label={t('active:resumeName', { name })}
          onClick={() => void send('resume')}
        />
      ) : null}
      {controls.includes('stop') ? (
        <IconButton
          disabled={busy !== null}
          icon="stop"
          label={t('active:stopName', { name })}
          onClick={() => setAsks(true)}
          ref={stop}
        />
      ) : null}
      {reviewHref ? (
        <Button buttonStyle="primary" el="link" margin={false} size="small" to={reviewHref}>
          {t('active:review')}
        </Button>
      ) : (
        <Button
          aria-label={t('active:openName', { name })}
          buttonStyle="secondary"
          el="link"
          margin={false}
          size="small"
          to={href}
        >
          {t('active:openExecution')}
        </Button>
      )}
    </div>
  )
}
