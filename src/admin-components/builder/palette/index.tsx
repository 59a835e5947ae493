'use client'

import { useMemo, useState } from 'react'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { addStep } from '../canvas/parts/addStep.js'
import { useSession } from '../canvas/session/session.js'
import { useBuilder, useBuilderState } from '../context.js'
import { PickList } from './PickList.js'
import { useCarry } from './useCarry.js'
import { useTypeGroups } from './useTypeGroups.js'
import './palette.css'

/** All node types of the site: to drag onto the canvas, to click, or to choose by keyboard. */
export function Palette() {
  const { t } = useWorkflowsTranslation()
  const handle = useBuilder()
  const session = useSession()
  const isLocked = useBuilderState((state) => state.readOnly)
  const [search, setSearch] = useState('')
  const specs = useMemo(() => [...handle.specs.values()], [handle.specs])
  const groups = useTypeGroups({ specs, search })
  const { carry, wasCarried } = useCarry()
  if (isLocked) return null
  const pick = ({ type }: { type: string }) => {
    const spec = handle.specs.get(type)
    if (spec && !wasCarried()) addStep({ handle, session, spec })
  }
  return (
    <aside aria-label={t('builder:palette')} className="workflows-palette">
      <PickList
        className="workflows-palette__pick"
        empty={t('builder:nothingFound')}
        groups={groups}
        hint="/"
        onCarry={carry}
        onPick={pick}
        onSearch={setSearch}
        placeholder={t('builder:searchNodes')}
        search={search}
      />
      <button
        aria-keyshortcuts="?"
        className="workflows-palette__shortcuts"
        onClick={() => session.isHelpOpen.set(true)}
        type="button"
      >
        <Icon name="keyboard" />
        {t('builder:shortcuts')}
        <kbd aria-hidden="true" className="workflows-kbd">
          ?
        </kbd>
      </button>
    </aside>
  )
}
