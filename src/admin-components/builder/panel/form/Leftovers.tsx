'use client'

import type { GraphNode } from '../../../../plugins/workflows/graph/types.js'
import type { NodeProblems } from './fieldProblems.js'
import type { ConfigField } from './readFields.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { setConfigValue } from '../../edits/index.js'
import { useBuilder } from '../../context.js'
import { WrongValue } from '../controls/WrongValue.js'
import { FieldFrame } from './FieldFrame.js'

/** Settings a draft has and its type does not: of an import, or of a type that changed. */
export function Leftovers({
  fields,
  node,
  problems,
  readOnly,
}: {
  fields: readonly ConfigField[]
  node: GraphNode
  problems: NodeProblems
  readOnly: boolean
}) {
  const { t } = useWorkflowsTranslation()
  const { store } = useBuilder()
  const known = new Set(fields.map(({ key }) => key))
  const left = Object.keys(node.config).filter((key) => !known.has(key))
  return left.map((key) => (
    <FieldFrame
      group
      id={`${node.id}-${key}`}
      key={key}
      label={key}
      problems={problems.fields.get(key) ?? []}
    >
      <WrongValue
        name={key}
        onClear={() => store.apply(setConfigValue({ nodeId: node.id, key, value: undefined }))}
        readOnly={readOnly}
        value={node.config[key]}
        words={t('panel:unknownSetting')}
      />
    </FieldFrame>
  ))
}
