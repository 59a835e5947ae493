'use client'

import { useState } from 'react'

import { Icon, type IconName } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useBuilder } from '../context.js'
import { addNode, newNode } from '../edits/index.js'
import { ImportDialog } from '../files/ImportDialog.js'
import './start.css'
import { StartTemplates } from './StartTemplates.js'

/** What an empty canvas offers to start from. */
export function StartPoints() {
  const { t } = useWorkflowsTranslation()
  const handle = useBuilder()
  const [step, setStep] = useState<'import' | 'points' | 'templates'>('points')
  const blank = () => {
    const { store, specs, canvas } = handle
    const spec = specs.get('generate_copy') ?? [...specs.values()][0]
    if (!spec) return
    const node = newNode({
      document: store.getState().document,
      spec,
      position: { x: 0, y: 0 },
    })
    store.apply(addNode(node), { select: { nodes: [node.id], edges: [], notes: [] } })
    // The card is drawn in the next frame.
    requestAnimationFrame(() => canvas.current?.reveal(node.id))
  }
  return (
    <section aria-label={t('toolbar:startTitle')} className="workflows-start">
      {step === 'templates' ? (
        <StartTemplates onBack={() => setStep('points')} />
      ) : (
        <>
          <h2 className="workflows-start__title">{t('toolbar:startTitle')}</h2>
          <div className="workflows-start__points">
            <Point
              help={t('toolbar:startBlankHelp')}
              icon="plus"
              label={t('toolbar:startBlank')}
              onChoose={blank}
            />
            <Point
              help={t('toolbar:startSystemHelp')}
              icon="flow"
              label={t('toolbar:startSystem')}
              onChoose={() => setStep('templates')}
            />
            <Point
              help={t('toolbar:startImportHelp')}
              icon="upload"
              label={t('toolbar:startImport')}
              onChoose={() => setStep('import')}
            />
          </div>
        </>
      )}
      {step === 'import' ? (
        <ImportDialog handle={handle} onClose={() => setStep('points')} />
      ) : null}
    </section>
  )
}

function Point({
  icon,
  label,
  help,
  onChoose,
}: {
  icon: IconName
  label: string
  help: string
  onChoose: () => void
}) {
  return (
    <button className="workflows-start__point" onClick={onChoose} type="button">
      <span className="workflows-start__icon">
        <Icon name={icon} size={20} />
      </span>
      <span className="workflows-start__label">{label}</span>
      <span className="workflows-start__help">{help}</span>
    </button>
  )
}
