import type { GraphProblem, NodeRulesMap } from '../../../plugins/workflows/graph/types.js'
import type { BuilderDocument } from '../store/types.js'
import type { FileHead } from './writeTemplateFile.js'

import { findJsonFlaws, isDeeperThan, isRecord } from '../../../plugins/workflows/graph/json.js'
import { MAX_JSON_DEPTH } from '../../../plugins/workflows/graph/limits.js'
import { checkParams } from '../../../plugins/workflows/graph/params.js'
import { parseInputs } from '../../../plugins/workflows/graph/parseInputs.js'
import { readGraph } from '../../../plugins/workflows/graph/readGraph.js'
import { sentence } from '../../../plugins/workflows/graph/sentence.js'
import { validateGraph } from '../../../plugins/workflows/graph/validateGraph.js'
import { FILE_FORMAT, FILE_VERSION } from '../../../plugins/workflows/graph/templateFile.js'

export type FileRefusal = 'too_large' | 'no_json' | 'no_template' | 'newer_version'

export type ReadFile =
  /** Not worth looking into. */
  | { kind: 'refused'; reason: FileRefusal }
  /** It can be drawn. With problems it can only be a draft. */
  | { kind: 'read'; document: BuilderDocument; head: Partial<FileHead>; problems: GraphProblem[] }
  /** It cannot even be drawn: parts are missing, broken or dangerous. */
  | { kind: 'broken'; problems: GraphProblem[] }

/** What the server takes: security.md 5.2.4. */
const MAX_BYTES = 1024 * 1024

/** Judges a file somebody chose, by the same code that judges what is drawn. Changes nothing. */
export function readTemplateFile({ text, specs }: { text: string; specs: NodeRulesMap }): ReadFile {
  if (text.length > MAX_BYTES) return { kind: 'refused', reason: 'too_large' }
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return { kind: 'refused', reason: 'no_json' }
  }
  if (!isRecord(file) || file.format !== FILE_FORMAT) {
    return { kind: 'refused', reason: 'no_template' }
  }
  if (file.version !== FILE_VERSION) return { kind: 'refused', reason: 'newer_version' }
  return judge({ file, specs })
}

function judge({ file, specs }: { file: Record<string, unknown>; specs: NodeRulesMap }): ReadFile {
  if (isDeeperThan({ value: file, depth: MAX_JSON_DEPTH })) {
    const what = sentence('The file is nested more than {{levels}} levels deep.', {
      levels: MAX_JSON_DEPTH,
    })
    return { kind: 'broken', problems: [{ code: 'graph_too_large', ...what, path: '' }] }
  }
  const inputs = file.inputs ?? []
  const defaults = file.defaultParams ?? {}
  const shape = [
    ...flawsOf(file),
    ...readGraph(file.graph).problems.filter(({ code }) => code !== 'empty_graph'),
    ...parseInputs(inputs).problems,
    ...(isRecord(defaults) ? [] : [notParams]),
  ]
  const { graph, inputs: asked, problems } = validateGraph({ graph: file.graph, inputs, specs })
  if (!graph || shape.length > 0)
    return { kind: 'broken', problems: unique([...shape, ...problems]) }
  const defaultParams = defaults as BuilderDocument['defaultParams']
  const wrong = checkParams({ inputs: asked, params: defaultParams })
    .problems.filter(({ code }) => code !== 'required_field_missing')
    .map((problem) => ({ ...problem, path: problem.path.replace(/^params/, 'defaultParams') }))
  return {
    kind: 'read',
    document: { graph: { ...graph, notes: graph.notes ?? [] }, inputs: asked, defaultParams },
    head: headOf(file),
    problems: [...problems, ...wrong],
  }
}

const notParams: GraphProblem = {
  code: 'invalid_type',
  ...sentence('The default params must be an object of names and values.'),
  path: 'defaultParams',
}

const flawsOf = (file: Record<string, unknown>): GraphProblem[] =>
  ['graph', 'inputs', 'defaultParams'].flatMap((part) =>
    findJsonFlaws({ value: file[part] ?? null, path: part }).map(({ path, words }) => ({
      code: 'invalid_type' as const,
      ...sentence('{{path}}: {{what}}', { path, what: words }),
      path,
    })),
  )

const headOf = ({ name, description, category }: Record<string, unknown>): Partial<FileHead> => ({
  ...(typeof name === 'string' && name.trim() && { name: name.trim().slice(0, 200) }),
  ...(typeof description === 'string' && { description: description.slice(0, 2000) }),
  ...(typeof category === 'string' && { category }),
})

const unique = (problems: GraphProblem[]): GraphProblem[] => [
  ...new Map(problems.map((problem) => [`${problem.path} ${problem.message}`, problem])).values(),
]
