import type { GraphNode, WorkflowGraph } from '../../../plugins/workflows/graph/types.js'
import type { Translate } from '../../shared/useWorkflowsTranslation.js'
import type { ChangedNode, SettingChange } from './compareGraphs.js'

import { compareGraphs, isSameFlow } from './compareGraphs.js'
import { SettingWords } from './SettingWords.js'
import './versions.css'

export interface NodeNames {
  /** Name of a node type. */
  type: (type: string) => string
  /** Name of a setting in the forms. */
  setting: (args: { type: string; key: string }) => string
}

/** What became of a flow, in sentences. No hooks: the server's view of versions shows it too. */
export function ChangeList({
  before,
  after,
  names,
  t,
}: {
  before: WorkflowGraph
  after: WorkflowGraph
  names: NodeNames
  t: Translate
}) {
  const comparison = compareGraphs({ before, after })
  if (isSameFlow(comparison)) return <p className="workflows-changes">{t('toolbar:diffSame')}</p>
  const { added, removed, changed, addedEdges, removedEdges } = comparison
  const labels = new Map([...before.nodes, ...after.nodes].map(({ id, label }) => [id, label]))
  const labelOf = (id: string) => labels.get(id) || id
  const list = { added: added.length, removed: removed.length, changed: changed.length }
  return (
    <div className="workflows-changes">
      <p className="workflows-changes__summary">{t('toolbar:diffSummary', list)}</p>
      <ul className="workflows-changes__list">
        {added.map((node) => (
          <Step key={node.id} mark="added" names={names} node={node} t={t} />
        ))}
        {removed.map((node) => (
          <Step key={node.id} mark="removed" names={names} node={node} t={t} />
        ))}
        {changed.map((change) => (
          <Step key={change.after.id} mark="changed" names={names} node={change.after} t={t}>
            <Change change={change} names={names} t={t} />
          </Step>
        ))}
        {addedEdges.map(({ id, source, target }) => (
          <li className="workflows-changes__edge" dir="auto" key={`+${id}`}>
            {t('toolbar:diffConnected', { source: labelOf(source), target: labelOf(target) })}
          </li>
        ))}
        {removedEdges.map(({ id, source, target }) => (
          <li className="workflows-changes__edge" dir="auto" key={`-${id}`}>
            {t('toolbar:diffDisconnected', { source: labelOf(source), target: labelOf(target) })}
          </li>
        ))}
      </ul>
    </div>
  )
}

const MARK_WORDS = {
  added: 'toolbar:diffAdded',
  changed: 'toolbar:diffChanged',
  removed: 'toolbar:diffRemoved',
} as const

function Step({
  mark,
  node: { label, type },
  names,
  t,
  children,
}: {
  mark: keyof typeof MARK_WORDS
  node: GraphNode
  names: NodeNames
  t: Translate
  children?: React.ReactNode
}) {
  return (
    <li className={`workflows-changes__step workflows-changes__step--${mark}`}>
      <p className="workflows-changes__head">
        <span className="workflows-changes__mark">{t(MARK_WORDS[mark])}</span>
        <strong dir="auto">{label || names.type(type)}</strong>
        <span className="workflows-changes__type">{names.type(type)}</span>
      </p>
      {children}
    </li>
  )
}

function Change({
  change: { before, after, renamed, retyped, renoted, settings },
  names,
  t,
}: {
  change: ChangedNode
  names: NodeNames
  t: Translate
}) {
  const nameOf = ({ key }: SettingChange) => names.setting({ type: after.type, key })
  return (
    <ul className="workflows-changes__settings">
      {renamed ? <li dir="auto">{t('toolbar:diffRenamed', { before: before.label })}</li> : null}
      {retyped ? (
        <li>
          {t('toolbar:diffRetyped', {
            before: names.type(before.type),
            after: names.type(after.type),
          })}
        </li>
      ) : null}
      {renoted ? <li>{t('toolbar:diffNotes')}</li> : null}
      {settings.map((setting) => (
        <li key={setting.key}>
          <span className="workflows-changes__name">{nameOf(setting)}</span>{' '}
          <SettingWords change={setting} t={t} />
        </li>
      ))}
    </ul>
  )
}
