'use client'

import { toast } from '@payloadcms/ui'
import { use } from 'react'

import type { GraphNode } from '../../../../plugins/workflows/graph/types.js'

import { IconButton } from '../../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilder } from '../../context.js'
import { RunDataContext } from '../data/panelData.js'
import { NodeIdField } from './NodeIdField.js'
import { RunOutput } from './RunOutput.js'

/** What later nodes can read of this one, and what it made in the last test run. */
export function OutputTab({ node, readOnly }: { node: GraphNode; readOnly: boolean }) {
  const { t } = useWorkflowsTranslation()
  const { specs } = useBuilder()
  const run = use(RunDataContext)
  const fields = specs.get(node.type)?.outputFields ?? []
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    toast.success(t('panel:copied', { text }))
  }
  return (
    <div className="workflows-config-form">
      <section>
        <h3 className="workflows-panel__heading">{t('panel:readByLater')}</h3>
        {fields.length === 0 ? (
          <p className="workflows-panel__hint">{t('panel:noOutput')}</p>
        ) : null}
        <ul className="workflows-outputs">
          {fields.map(({ path, description, type }) => {
            const variable = `{{ nodes.${node.id}.output.${path.replace('[]', '[0]')} }}`
            return (
              <li key={path}>
                <div>
                  <span className="workflows-variable">
                    {path.replaceAll('_', ' ').replace('[].', ' · ')}
                  </span>
                  <span className="workflows-outputs__type">{t(`panel:type_${type}`)}</span>
                  <p>{description}</p>
                </div>
                <IconButton
                  icon="copy"
                  label={t('panel:copyNamed', { text: variable })}
                  onClick={() => void copy(variable)}
                />
              </li>
            )
          })}
        </ul>
      </section>
      <RunOutput node={node} output={run?.outputs.get(node.id) ?? null} />
      <NodeIdField node={node} readOnly={readOnly} />
    </div>
  )
}
