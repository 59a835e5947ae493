import { inRepository, typeScript } from '../repository.js'
import { runChild } from './runChild.js'

interface Check {
  name: string
  args: string[]
}

const tool = (...parts: string[]): string => inRepository('node_modules', ...parts)

/** The longest are first, since two run at a time. */
const CHECKS: Check[] = [
  { name: 'types', args: [tool('typescript', 'bin', 'tsc'), '--noEmit'] },
  { name: 'lint', args: [tool('eslint', 'bin', 'eslint.js'), '.'] },
  {
    name: 'format',
    args: [
      tool('prettier', 'bin', 'prettier.cjs'),
      ...['--check', '--log-level', 'warn', '.', '!**/*.generated.ts', '!tsconfig.json'],
    ],
  },
  { name: 'generated files', args: [...typeScript('scripts/generate.ts'), '--check'] },
  { name: 'generated SQL', args: [...typeScript('scripts/buildSqlModule.ts'), '--check'] },
  { name: 'import rules', args: typeScript('scripts/checkImports.ts') },
  { name: 'docs: nodes', args: [...typeScript('scripts/docs/generateNodes.ts'), '--check'] },
  { name: 'docs: examples', args: [...typeScript('scripts/docs/embedCode.ts'), '--check'] },
  { name: 'docs: options', args: typeScript('scripts/docs/checkOptions.ts') },
]

/** `tsc` on a slow core takes a minute; a check that takes ten hangs. */
const LIMIT_MS = 10 * 60_000

/** Two at a time: more would only wait for each other on the machines that CI has. */
const AT_ONCE = 2

/** Everything that is no test; says what is wrong as soon as it is known. */
export const runChecks = async (): Promise<{ passed: number; failed: number }> => {
  const waiting = [...CHECKS]
  let passed = 0
  let failed = 0
  const next = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { code, output, seconds } = await runChild(check.args, {
        quiet: true,
        limitMs: LIMIT_MS,
      })
      if (code === 0) passed += 1
      else failed += 1
      console.log(`${code === 0 ? '✓' : '✗'} ${check.name} (${seconds.toFixed(0)} s)`)
      if (code !== 0) console.log(output.trimEnd())
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  return { passed, failed }
}
