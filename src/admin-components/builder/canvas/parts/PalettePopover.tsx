'use client'

import { useMemo, useState } from 'react'

import type { NodeSpec } from '../../../../plugins/workflows/nodes/defineNode.js'
import type { BuilderHandle } from '../../context.js'
import type { PaletteRequest } from '../session/session.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilder } from '../../context.js'
import { checkInsertion } from '../../edits/index.js'
import { FloatingBox } from '../../palette/FloatingBox.js'
import { PickList } from '../../palette/PickList.js'
import { useTypeGroups } from '../../palette/useTypeGroups.js'
import { fittingTypes } from '../pointer/judgePorts.js'
import { useCell } from '../session/cell.js'
import { useSession } from '../session/session.js'
import { addStep } from './addStep.js'

/** The palette where one looks: only what fits, when it is for a connection or an edge. */
export function PalettePopover() {
  const request = useCell(useSession().palette)
  if (!request) return null
  const { at, onEdge, from } = request
  return <Popover key={`${at.x} ${at.y} ${onEdge} ${from?.nodeId}`} request={request} />
}

function Popover({ request }: { request: PaletteRequest }) {
  const { t } = useWorkflowsTranslation()
  const handle = useBuilder()
  const session = useSession()
  const [search, setSearch] = useState('')
  const specs = useMemo(() => typesFor({ handle, request }), [handle, request])
  const groups = useTypeGroups({ specs, search })
  const { at, position, from, onEdge } = request
  const close = () => session.palette.set(null)
  const pick = ({ type }: { type: string }) => {
    const spec = handle.specs.get(type)
    close()
    if (!spec) return
    addStep({
      handle,
      session,
      spec,
      ...(position && { position }),
      ...(from && { from }),
      ...(onEdge && { onEdge }),
    })
  }
  return (
    <FloatingBox
      at={at}
      className="workflows-floating--pick"
      label={t('builder:palette')}
      onClose={close}
    >
      <PickList
        autoFocus
        className="workflows-palette__pick"
        empty={specs.length === 0 ? t('builder:nothingFits') : t('builder:nothingFound')}
        groups={groups}
        onPick={pick}
        onSearch={setSearch}
        placeholder={t('builder:searchNodes')}
        search={search}
      />
    </FloatingBox>
  )
}

function typesFor({
  handle: { store, specs },
  request: { from, onEdge },
}: {
  handle: BuilderHandle
  request: PaletteRequest
}): NodeSpec[] {
  const { document } = store.getState()
  if (from) return fittingTypes({ document, specs, from })
  const all = [...specs.values()]
  if (onEdge === undefined) return all
  return all.filter(({ type, label }) => {
    const node = { id: ' new', type, label, position: { x: 0, y: 0 }, config: {} }
    return checkInsertion({ document, specs, edgeId: onEdge, node }).ok
  })
}
