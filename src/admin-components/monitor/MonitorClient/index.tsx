'use client'

import { SetDocumentStepNav, useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { ExecutionDetail } from '../../../plugins/workflows/operations/executions/types.js'
import type { MonitorFace } from '../Header/index.js'
import type { MonitorProps } from '../types.js'

import { lightenStyles } from '../../shared/lightenStyles.js'
import { ErrorBoundary } from '../../shared/ErrorBoundary/index.js'
import { ErrorState } from '../../shared/ErrorState/index.js'
import { Hydrated } from '../../shared/Hydrated/index.js'
import { LiveRegion } from '../../shared/LiveRegion/index.js'
import { describeError } from '../../shared/describeError.js'
import { useWorkflowsApi } from '../../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import '../../shared/tokens.css'
import { Header } from '../Header/index.js'
import { Totals } from '../Totals/index.js'
import { useAnnouncement } from '../useAnnouncement.js'
import { useCelebration } from '../useCelebration.js'
import { useControls } from '../useControls.js'
import { useIsPhone } from '../useIsPhone.js'
import { isOver, useLiveExecution } from '../useLiveExecution.js'
import { useNow } from '../useNow.js'
import { useWorkers } from '../useWorkers.js'
import { DesktopBody } from './DesktopBody.js'
import { Notices } from './Notices.js'
import { PhoneBody } from './PhoneBody.js'
import { firstFace, facesOf, waitingNode } from './faces.js'
import { firstNode, useSelection } from './useSelection.js'
import { useCardViews } from './useCardViews.js'
import './index.css'

/** The execution's page: what it does, what it made, and what one can do about it. */
export function MonitorClient(props: MonitorProps) {
  const { initial, names, slugs, graph } = props
  const { t, locale } = useWorkflowsTranslation()
  const { getEntityConfig } = useConfig()
  const api = useWorkflowsApi()
  const phone = useIsPhone()
  useEffect(lightenStyles, [])
  const { live, connection, lost, accept } = useLiveExecution({ initial, api })
  const { detail } = live
  const over = isOver(detail)
  const now = useNow({ initial: props.now, active: !over })
  const controls = useControls({ id: initial.id, api, accept })
  const [chosen, setFace] = useState<MonitorFace | null>(() =>
    props.review !== null && waitingNode({ detail: initial, wanted: null })
      ? 'review'
      : firstFace(initial),
  )
  const { selected, select } = useSelection(detail)
  const views = useCardViews({ live, graph, words: { t, locale } })
  const faces = facesOf({ detail, t })
  const face = chosen && faces.some(({ value }) => value === chosen) ? chosen : 'flow'
  const idle =
    detail.status === 'pending' ||
    (detail.status === 'running' && !detail.jobs.some(({ status }) => status === 'running'))
  const noWorker = useWorkers({ api, idle })
  const said = useAnnouncement(
    t('monitor:announce', {
      status: t(`status:${detail.status}`),
      done: detail.progress.itemsDone,
      total: detail.progress.itemsTotal,
    }),
  )
  useCelebration(detail.status)
  const refusal = props.refusal === null ? null : t('errors:role_too_low')
  const open = (id: string) => {
    select(id)
    setFace('flow')
  }
  const body = {
    props: { ...props, refusal },
    live,
    views,
    now,
    face,
    api,
    accept,
    controls,
    chosen: selected,
    selected: selected ?? firstNode(detail),
    onSelect: select,
    onOpen: open,
    onFace: setFace,
  }
  const entity = getEntityConfig({ collectionSlug: slugs.executions })
  return (
    <Hydrated className="workflows-monitor">
      <SetDocumentStepNav
        collectionSlug={slugs.executions}
        id={initial.id}
        pluralLabel={entity?.labels?.plural}
        useAsTitle={entity?.admin?.useAsTitle}
      />
      <LiveRegion text={said} />
      <Header
        controls={controls}
        detail={detail}
        face={face}
        faces={faces}
        now={now}
        onFace={setFace}
        phone={phone}
        props={props}
        refusal={refusal}
        subtitle={subtitleOf({ ...props, params: detail.params })}
      />
      <Notices
        connection={over ? 'live' : connection}
        detail={detail}
        noWorker={noWorker}
        refusal={refusal}
      />
      {lost ? (
        <ErrorState code={lost.code} title={t('monitor:lost')}>
          {describeError(lost, t).message}
        </ErrorState>
      ) : null}
      <ErrorBoundary>{phone ? <PhoneBody {...body} /> : <DesktopBody {...body} />}</ErrorBoundary>
      {phone ? null : <Totals detail={detail} names={names} now={now} />}
      {controls.dialog}
    </Hydrated>
  )
}

/** Executions have no name of their own; the first text of the form tells them apart. */
function subtitleOf({
  params,
  inputs,
  names,
}: Pick<MonitorProps, 'inputs' | 'names'> & Pick<ExecutionDetail, 'params'>): string {
  const name = inputs.find(({ type }) => type === 'text')?.name
  const value = name ? params[name] : undefined
  return typeof value === 'string' && value ? value.slice(0, 120) : (names.project ?? '')
}
