import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { inRepository } from '../repository.js'
import { runChild } from './runChild.js'

interface Assertion {
  status: string
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: Assertion[] }[]
}

/** Twice what a run may take on two cores: this ends runs that hang, not slow ones. */
const LIMIT_MS = 30 * 60_000

/** A file that could not even be loaded has no tests that could have failed. */
const brokenFiles = ({ testResults }: Report): number =>
  testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length

const count = (file: string, code: number): { passed: number; failed: number } => {
  try {
    const report: Report = JSON.parse(readFileSync(file, 'utf8'))
    const failed = report.numFailedTests + brokenFiles(report)
    // An error outside of any test fails the run, and must not be called a success here.
    return { passed: report.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed }
  } catch {
    console.log('vitest left no report.')
    return { passed: 0, failed: 1 }
  }
}

/** Runs the tests; `filters` are vitest's own arguments. */
export const runVitest = async (args: {
  filters: string[]
  env: Record<string, string | undefined>
}): Promise<{ passed: number; failed: number }> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'payload-workflows-report-'))
  const file = path.join(folder, 'report.json')
  try {
    const { code } = await runChild(
      [
        inRepository('node_modules', 'vitest', 'vitest.mjs'),
        'run',
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
        ...args.filters,
      ],
      { quiet: false, limitMs: LIMIT_MS, env: args.env },
    )
    return count(file, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
