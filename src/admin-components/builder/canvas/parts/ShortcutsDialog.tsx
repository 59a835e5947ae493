'use client'

import { Fragment } from 'react'

import { Dialog } from '../../../shared/Dialog/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { SHORTCUT_GROUPS, wordOf } from '../keys/shortcuts.js'
import { useCell } from '../session/cell.js'
import { useSession } from '../session/session.js'
import './shortcuts.css'

/** The keyboard map. */
export function ShortcutsDialog() {
  const session = useSession()
  const isOpen = useCell(session.isHelpOpen)
  const { t } = useWorkflowsTranslation()
  if (!isOpen) return null
  return (
    <Dialog
      onClose={() => session.isHelpOpen.set(false)}
      title={t('builder:shortcuts')}
      width={720}
    >
      <div className="workflows-keys">
        {SHORTCUT_GROUPS.map(({ key, shortcuts }) => (
          <section className="workflows-keys__group" key={key}>
            <h3>{t(`builder:keys_${key}`)}</h3>
            <dl>
              {shortcuts.map(({ id, keys }) => (
                <div className="workflows-keys__row" key={id}>
                  <dt>{t(wordOf(id))}</dt>
                  <dd>
                    {keys.map((chord, at) => (
                      <Fragment key={chord}>
                        {at > 0 ? <span className="workflows-keys__or">/</span> : null}
                        {chord.split(' ').map((part) => (
                          <kbd className="workflows-kbd" key={part}>
                            {part === 'Mod' ? modName() : part}
                          </kbd>
                        ))}
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

const modName = (): string => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl')
