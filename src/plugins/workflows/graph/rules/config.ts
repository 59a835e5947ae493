import type { GraphProblem } from '../types.js'
import type { KnownNode, Rule } from './context.js'

import { phrase, sentence } from '../sentence.js'
import { shorten } from '../wording.js'
import { describeIssue, writePath } from './configIssue.js'

/** Settings fit the schema of their type, and whatever else the type checks. */
export const checkConfig: Rule = (context) => context.known.flatMap(checkNode)

function checkNode({ node, rules, configPath }: KnownNode): GraphProblem[] {
  const nodeId = node.id
  const label = shorten(node.label)
  try {
    const result = rules.configSchema.safeParse(node.config)
    if (result.success) {
      const found = rules.check?.({ node, config: result.data }) ?? []
      return found.map(({ code, path, message, words }) => {
        const at = path === '' ? configPath : `${configPath}.${path}`
        return { code, message, ...(words ? { words } : {}), path: at, nodeId }
      })
    }
    const seen = new Set<string>()
    return result.error.issues
      .flatMap((issue) => describeIssue({ issue, config: node.config, rules }))
      .filter(({ path }) => {
        // Several checks of one field say the same thing twice; the first is the plainest.
        const key = writePath(path)
        return seen.has(key) ? false : seen.add(key)
      })
      .map(({ code, path, what, allowed }) => ({
        code,
        ...sentence('“{{node}}”: {{what}}', { node: label, what }),
        path: configPath + writePath(path),
        nodeId,
        ...(allowed ? { data: { allowed } } : {}),
      }))
  } catch (error) {
    // A host's schema or check may throw; the rest of the graph is still worth judging.
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown error'
    const what = phrase('its settings could not be checked ({{reason}}).', { reason })
    const said = sentence('“{{node}}”: {{what}}', { node: label, what })
    return [{ code: 'invalid_type', ...said, path: configPath, nodeId }]
  }
}
