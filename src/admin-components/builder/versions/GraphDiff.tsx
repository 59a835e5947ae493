import type { JSONField, JSONFieldClient, FieldDiffServerProps } from 'payload'

import { t as translate } from '@payloadcms/translations'

import type { WorkflowGraph } from '../../../plugins/workflows/graph/types.js'
import type { TranslationKey } from '../../../plugins/workflows/translations/types.js'
import type { Translate } from '../../shared/useWorkflowsTranslation.js'

import { isRecord } from '../../../plugins/workflows/graph/json.js'
import { readGraph } from '../../../plugins/workflows/graph/readGraph.js'
import { getPluginContext } from '../../../plugins/workflows/pluginContext.js'
import { createSay } from '../../../plugins/workflows/translations/nodeTexts/createSay.js'
import {
  translateSettings,
  translateSpecs,
} from '../../../plugins/workflows/translations/nodeTexts/translateSpecs.js'
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
  const say = createSay(i18n)
  const specs = translateSpecs({ specs: getPluginContext(req.payload).specs, say })
  const t: Translate = (key, vars) =>
    translate<typeof i18n.translations, TranslationKey>({
      key: `plugin-workflows:${key}`,
      translations: i18n.translations,
      ...(vars && { vars }),
    })
  const before = graphOf(comparisonValue)
  const after = graphOf(versionValue)
  const names = namesFrom({
    labels: new Map([...specs].map(([type, { label }]) => [type, label])),
    schemaOf: (type) => {
      const spec = specs.get(type)
      return spec && translateSettings({ spec, say })
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
