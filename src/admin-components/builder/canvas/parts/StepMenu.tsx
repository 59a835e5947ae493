'use client'

import { Fragment, useEffect } from 'react'

import type { NodeMenuItem } from '../nodeMenu.js'
import type { Point } from '../session/session.js'

import { Icon } from '../../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilder, useBuilderState } from '../../context.js'
import { duplicateParts, removeParts } from '../../edits/index.js'
import { FloatingBox } from '../../palette/FloatingBox.js'
import { moveInList } from '../../palette/moveInList.js'
import { addedMenuItems } from '../nodeMenu.js'
import { useCell } from '../session/cell.js'
import { useSession } from '../session/session.js'

/** The menu of a card. */
export function StepMenu() {
  const menu = useCell(useSession().menu)
  return menu ? <Menu key={menu.nodeId} {...menu} /> : null
}

function Menu({ nodeId, at }: { nodeId: string; at: Point }) {
  const { t } = useWorkflowsTranslation()
  const handle = useBuilder()
  const session = useSession()
  const node = useBuilderState(({ document }) =>
    document.graph.nodes.find(({ id }) => id === nodeId),
  )
  const close = () => session.menu.set(null)
  // Undone, or deleted by somebody else's hand, while it was open.
  const isGone = node === undefined
  useEffect(() => {
    if (isGone) session.menu.set(null)
  }, [isGone, session])
  if (!node) return null

  const { store, specs } = handle
  const selection = { nodes: [nodeId], edges: [], notes: [] }
  const isLocked = store.getState().readOnly
  const rename: NodeMenuItem = {
    key: 'rename',
    label: t('builder:rename'),
    icon: 'pen',
    keys: 'F2',
    onSelect: () => session.renaming.set(nodeId),
  }
  const duplicate: NodeMenuItem = {
    key: 'duplicate',
    label: t('builder:duplicate'),
    icon: 'copy',
    onSelect: () => {
      const { document } = store.getState()
      const answer = duplicateParts({ document, specs, selection })
      if (answer) store.apply(answer.edit, { select: answer.select })
    },
  }
  const connect: NodeMenuItem = {
    key: 'connect',
    label: t('builder:connectMenu'),
    icon: 'arrow',
    keys: 'C',
    onSelect: () => session.targets.set({ from: { nodeId, handleId: 'out', side: 'source' }, at }),
  }
  const remove: NodeMenuItem = {
    key: 'remove',
    label: t('builder:remove'),
    icon: 'trash',
    keys: 'Del',
    onSelect: () => store.apply(removeParts({ ...selection, specs })),
  }
  const added = addedMenuItems({ node, handle, t })
  const groups = isLocked ? [added] : [[rename, duplicate, connect], added, [remove]]
  const filled = groups.filter((group) => group.length > 0)
  if (filled.length === 0) return null
  const choose = ({ disabledBecause, onSelect }: NodeMenuItem) => {
    if (disabledBecause) return
    close()
    onSelect()
  }
  return (
    <FloatingBox
      at={at}
      className="workflows-floating--menu"
      label={t('builder:menuFor', { name: node.label })}
      onClose={close}
      role="menu"
    >
      <MenuItems groups={filled} onChoose={choose} />
    </FloatingBox>
  )
}

function MenuItems({
  groups,
  onChoose,
}: {
  groups: NodeMenuItem[][]
  onChoose: (item: NodeMenuItem) => void
}) {
  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const root = event.currentTarget
    if (moveInList({ root, key: event.key, isField: false })) event.preventDefault()
  }
  return (
    <div onKeyDown={onKeyDown} role="presentation">
      {groups.map((group, at) => (
        <Fragment key={group[0]?.key}>
          {at > 0 ? <div className="workflows-menu__line" role="separator" /> : null}
          {group.map((item) => (
            <button
              aria-disabled={item.disabledBecause ? true : undefined}
              className={`workflows-menu__item${item.key === 'remove' ? ' workflows-menu__item--danger' : ''}`}
              data-pick={item.key}
              key={item.key}
              onClick={() => onChoose(item)}
              role="menuitem"
              title={item.disabledBecause}
              type="button"
            >
              <Icon name={item.icon} />
              {item.label}
              {item.keys ? <span className="workflows-menu__keys">{item.keys}</span> : null}
            </button>
          ))}
        </Fragment>
      ))}
    </div>
  )
}
