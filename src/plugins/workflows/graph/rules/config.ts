import type { GraphProblem } from '../types.js'
import type { KnownNode, Rule } from './context.js'

import { quote } from '../wording.js'
import { describeIssue, writePath } from './configIssue.js'

/** Settings fit the schema of their type, and whatever else the type checks. */
export const checkConfig: Rule = (context) => context.known.flatMap(checkNode)

function checkNode({ node, rules, configPath }: KnownNode): GraphProblem[] {
  const nodeId = node.id
  try {
    const result = rules.configSchema.safeParse(node.config)
    if (result.success) {
      const found = rules.check?.({ node, config: result.data }) ?? []
      return found.map(({ code, path, message }) => {
        const at = path === '' ? configPath : `${configPath}.${path}`
        return { code, message, path: at, nodeId }
      })
    }
    const seen = new Set<string>()
    return result.error.issues
      .flatMap((issue) => describeIssue({ issue, config: node.config, schema: rules.configSchema }))
      .filter(({ path }) => {
        // Several checks of one field say the same thing twice; the first is the plainest.
        const key = writePath(path)
        return seen.has(key) ? false : seen.add(key)
      })
      .map(({ code, path, sentence, allowed }) => ({
        code,
        message: `${quote(node.label)}: ${sentence}`,
        path: configPath + writePath(path),
        nodeId,
        ...(allowed ? { data: { allowed } } : {}),
      }))
  } catch (error) {
    // A host's schema or check may throw; the rest of the graph is still worth judging.
    const reason = error instanceof Error ? error.message.slice(0, 200) : 'unknown error'
    const message = `${quote(node.label)}: its settings could not be checked (${reason}).`
    return [{ code: 'invalid_type', message, path: configPath, nodeId }]
  }
}
