import { parseArgs } from 'node:util'

const HELP = `This engine beside what one would use instead, in one run on one PostgreSQL: npm run bench -- [options]

  --rounds 3       how often each is measured, interleaved
  --only a,b       some of the measures; --list says their names
  --quick          small sizes: shows that all of it works
  --soak 100000    that many jobs in one process, instead of everything else
  --json file      all figures, the machine and the versions`

export interface BenchOptions {
  rounds: number
  only: string[] | null
  quick: boolean
  /** Jobs. */
  soak: number | null
  json: string | null
}

/** What the command line asks for. Answers a question, or says what is wrong, and leaves. */
export function readOptions(names: string[]): BenchOptions {
  const values = parse()
  if (values.help) leave(HELP)
  if (values.list) leave(names.join(', '))
  const only = values.only?.split(',') ?? null
  const unknown = only?.filter((name) => !names.includes(name)) ?? []
  if (unknown.length > 0) refuse(`Unknown: ${unknown.join(', ')}. Names: ${names.join(', ')}`)
  return {
    rounds: readCount('rounds', values.rounds),
    only,
    quick: values.quick,
    soak: values.soak === undefined ? null : readCount('soak', values.soak),
    json: values.json ?? null,
  }
}

function parse() {
  try {
    return parseArgs({
      options: {
        rounds: { type: 'string', default: '3' },
        only: { type: 'string' },
        quick: { type: 'boolean', default: false },
        soak: { type: 'string' },
        json: { type: 'string' },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`)
  }
}

function readCount(option: string, value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value)
  return refuse(`--${option} is a number from 1, not '${value}'.`)
}

function leave(answer: string): never {
  console.log(answer)
  process.exit(0)
}

function refuse(reason: string): never {
  console.error(reason)
  process.exit(1)
}
