'use client'

import { useMemo, useState } from 'react'

import type { Outlet, Point } from '../session/session.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilder, useBuilderState } from '../../context.js'
import { connect } from '../../edits/index.js'
import { FloatingBox } from '../../palette/FloatingBox.js'
import { PickList, type PickEntry } from '../../palette/PickList.js'
import { endsBetween, judgePorts } from '../pointer/judgePorts.js'
import { useCell } from '../session/cell.js'
import { portKey, useSession } from '../session/session.js'
import { focusElement } from './focusElement.js'

/** Connecting by keyboard: the nodes that the selected one may lead to, or one branch of it. */
export function TargetPopover() {
  const request = useCell(useSession().targets)
  return request ? <Popover {...request} /> : null
}

function Popover({ from, at }: { from: Outlet; at: Point }) {
  const { t } = useWorkflowsTranslation()
  const { store, specs } = useBuilder()
  const session = useSession()
  const document = useBuilderState((state) => state.document)
  const [search, setSearch] = useState('')
  const node = document.graph.nodes.find(({ id }) => id === from.nodeId)
  const outlets = useMemo(
    () =>
      (node ? (specs.get(node.type)?.outputs ?? []) : []).map((port) => ({
        port,
        connecting: judgePorts({ document, specs, from: { ...from, handleId: port.id } }),
      })),
    [node, specs, document, from],
  )
  const words = search.toLowerCase()
  const groups = outlets.flatMap(({ port, connecting }) => {
    const entries = document.graph.nodes.flatMap((target): PickEntry[] => {
      const isFound = target.label.toLowerCase().includes(words)
      if (!isFound || !connecting.fitting.has(target.id)) return []
      return [
        {
          key: portKey(port.id, target.id),
          type: target.type,
          label: target.label,
          description: t('builder:connectTo', { name: target.label }),
        },
      ]
    })
    const own = node?.config[`${port.id}Label`]
    const branch = typeof own === 'string' && own !== '' ? own : port.label
    const label =
      outlets.length > 1
        ? t('builder:connectBranch', { branch })
        : t('builder:connectFrom', { name: node?.label ?? '' })
    return entries.length > 0 ? [{ key: port.id, label, entries }] : []
  })
  const close = () => session.targets.set(null)
  const pick = ({ key }: PickEntry) => {
    const cut = key.indexOf(' ')
    const [handleId, nodeId] = [key.slice(0, cut), key.slice(cut + 1)]
    const outlet = outlets.find(({ port }) => port.id === handleId)
    const port = [...(outlet?.connecting.verdicts ?? [])].find(
      ([name, reason]) => reason === null && name.startsWith(`${nodeId} `),
    )
    close()
    if (!port) return
    const to = { nodeId, handleId: port[0].slice(nodeId.length + 1) }
    store.apply(connect(endsBetween({ ...from, handleId }, to)))
    focusElement(from.nodeId)
  }
  return (
    <FloatingBox
      at={at}
      className="workflows-floating--pick"
      label={t('builder:connectFrom', { name: node?.label ?? '' })}
      onClose={close}
    >
      <PickList
        autoFocus
        className="workflows-palette__pick"
        empty={t('builder:noTargets')}
        groups={groups}
        onPick={pick}
        onSearch={setSearch}
        placeholder={t('builder:searchTargets')}
        search={search}
      />
    </FloatingBox>
  )
}
