import type { Payload, SanitizedConfig } from 'payload'

import pg from 'pg'

import type { Finding } from '../../plugins/workflows/db/doctor/types.js'

import { doctorTablesOf } from '../../plugins/workflows/db/doctor/doctorTables.js'
import { faultsOf, MAX_ROWS, runDoctor } from '../../plugins/workflows/db/doctor/runDoctor.js'
import { databaseOf } from '../../plugins/workflows/db/executor.js'
import { getPluginContext } from '../../plugins/workflows/pluginContext.js'
import { runBin } from './runBin.js'

/** Rows of a broken rule that people read; `--json` has all. */
const SHOWN = 10

/**
 * `payload workflows:doctor`: whether everything that must hold in the database does. Reads only. Ends with 1 when
 * something is broken; `--json` for machines.
 */
export const script = (config: SanitizedConfig): Promise<void> => {
  // In development Payload brings the tables up to date when it connects: a doctor changes nothing.
  process.env.PAYLOAD_MIGRATING = 'true'
  return runBin(config, async (payload) => {
    const findings = await examine(payload)
    const faults = faultsOf(findings)
    const asJson = process.argv.includes('--json')
    process.stdout.write(
      asJson ? `${JSON.stringify({ ok: faults.length === 0, findings })}\n` : report(findings),
    )
    if (faults.length > 0) {
      throw new Error(`${faults.length} of ${findings.length} rules are broken.`)
    }
  })
}

export async function examine(payload: Payload): Promise<Finding[]> {
  // A connection of its own: the engine's have settings that are made for small statements.
  const client = new pg.Client({
    ...databaseOf(payload).poolOptions,
    application_name: 'payload_workflows:doctor',
  })
  // Of a connection that is cut, the query that is under way tells; without a listener Node ends the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await runDoctor(client, doctorTablesOf({ payload, site: getPluginContext(payload) }))
  } finally {
    await client.end()
  }
}

/** One line a rule, and below it the rows that break it: ids and numbers, no content. */
export function report(findings: Finding[]): string {
  const lines = findings.flatMap(({ note, rows, title }) => {
    if (rows.length === 0) return [`ok      ${title}`]
    const count = rows.length === MAX_ROWS ? `${MAX_ROWS} or more` : String(rows.length)
    return [
      `${note === null ? 'BROKEN ' : 'note   '} ${title}: ${count}`,
      ...(note === null ? [] : [`          ${note}`]),
      ...rows.slice(0, SHOWN).map((row) => `          ${JSON.stringify(row)}`),
      ...(rows.length > SHOWN ? [`          … ${rows.length - SHOWN} more with --json`] : []),
    ]
  })
  return `${lines.join('\n')}\n`
}
