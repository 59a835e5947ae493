import type { JSONField, JSONFieldClient, FieldDiffServerProps } from 'payload'

import { z } from 'zod'

import type { WorkflowGraph } from '../../../plugins/workflows/graph/types.js'
import type { Translate } from '../../shared/useWorkflowsTranslation.js'

import { isRecord } from '../../../plugins/workflows/graph/json.js'
import { readGraph } from '../../../plugins/workflows/graph/readGraph.js'
import { getPluginContext } from '../../../plugins/workflows/pluginContext.js'
import { compareGraphs, isSameFlow } from './compareGraphs.js'
import { ChangeList } from './ChangeList.js'
import { CompareButton } from './CompareButton.js'
import { mergeFlows } from './mergeFlows.js'
import { namesFrom } from './namesFrom.js'

/** In Payload's view of two versions: what became of the flow, in sentences instead of two walls of JSON. */
export function GraphDiff({
  comparisonValue,
  versionValue,
  i18n,
  req,
}: FieldDiffServerProps<JSONField, JSONFieldClient>) {
  const { specs } = getPluginContext(req.payload)
  const words = i18n.t as unknown as (key: string, variables?: object) => string
  const t: Translate = (key, variables) => words(`plugin-workflows:${key}`, variables)
  const before = graphOf(comparisonValue)
  const after = graphOf(versionValue)
  const names = namesFrom({
    labels: new Map([...specs].map(([type, { label }]) => [type, label])),
    schemaOf: (type) => {
      const schema = specs.get(type)?.configSchema
      return schema && z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    },
  })
  const isSame = isSameFlow(compareGraphs({ before, after }))
  return (
    <div className="workflows-graph-diff">
      <h3>{t('toolbar:diffTitle')}</h3>
      {isRecord(comparisonValue) ? (
        <ChangeList after={after} before={before} names={names} t={t} />
      ) : (
        <p>{t('toolbar:diffFirst')}</p>
      )}
      {isSame ? null : <CompareButton flow={mergeFlows({ before, after, specs })} />}
    </div>
  )
}

/** Old versions may be anything: what cannot be read is left out. */
const graphOf = (value: unknown): WorkflowGraph =>
  readGraph(value).read?.graph ?? { nodes: [], edges: [] }
