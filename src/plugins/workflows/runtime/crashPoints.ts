/**
 * Named places where a test may kill the process: `WORKFLOWS_CRASH=after_memo:2` dies at the second time this
 * process passes `after_memo`. Without the variable this is one comparison.
 */
export const CRASH_POINTS = [
  'launch_before_commit',
  'after_claim',
  'after_reserve',
  'mid_http',
  'after_http',
  'after_memo',
  'tx_after_effect',
  'tx_after_doc',
  'tx_before_commit',
  'after_commit',
  'sweep_before_commit',
  'control_before_commit',
  'decide_before_commit',
] as const

export type CrashPoint = (typeof CRASH_POINTS)[number]

const [armed, occurrence = '1'] = (process.env.WORKFLOWS_CRASH ?? '').split(':')
let passed = 0

export function crashPoint(name: CrashPoint): void {
  if (armed !== name) return
  passed += 1
  // SIGKILL, not exit(): no handler of ours or of Node may tidy up.
  if (passed === Number(occurrence)) process.kill(process.pid, 'SIGKILL')
}
