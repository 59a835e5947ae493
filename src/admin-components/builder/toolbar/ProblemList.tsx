'use client'

import type { Phrase } from '../../../plugins/workflows/graph/sentence.js'
import type { GraphProblem } from '../../../plugins/workflows/graph/types.js'

import { sentenceWithoutNode } from '../../shared/sentenceWithoutNode.js'
import { Icon } from '../../shared/Icon/index.js'
import { useSayProblem } from '../useSayProblem.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import './problemList.css'

/** More is not read; the number says how many there are. */
const MOST = 50

/** Problems to read, where they cannot be jumped to. */
export function ProblemList({
  heading,
  problems,
  labelOf = (id) => id,
}: {
  heading: string
  problems: readonly Pick<GraphProblem, 'message' | 'nodeId' | 'path' | 'words'>[]
  labelOf?: (nodeId: string) => string
}) {
  const { t } = useWorkflowsTranslation()
  const sayProblem = useSayProblem()
  const shown = problems.slice(0, MOST)
  return (
    <div className="workflows-problem-list" role="alert">
      <p className="workflows-problem-list__heading">
        <Icon name="warn" />
        {heading}
      </p>
      <ul>
        {shown.map((problem, at) => {
          const label = problem.nodeId ? labelOf(problem.nodeId) : ''
          return (
            <li dir="auto" key={`${problem.path} ${at}`}>
              {label ? <strong>{label}: </strong> : null}
              {sayProblem(label ? withoutName({ problem, label }) : problem)}
            </li>
          )
        })}
      </ul>
      {problems.length > MOST ? (
        <p>{t('toolbar:importMore', { count: problems.length - MOST })}</p>
      ) : null}
    </div>
  )
}

/** Most sentences begin with the name that stands before them already. */
function withoutName({
  problem,
  label,
}: {
  problem: Pick<GraphProblem, 'message' | 'words'>
  label: string
}): Pick<GraphProblem, 'message' | 'words'> | Phrase {
  const { words } = problem
  if (words?.text !== '“{{node}}”: {{what}}' || words.values.node !== label) return problem
  return sentenceWithoutNode(words) ?? problem
}
