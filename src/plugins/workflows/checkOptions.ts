import { z } from 'zod'

import { hint } from './graph/closeMatches.js'
import { said } from './graph/sentence.js'
import { refuseOption } from './sanitizeCollections.js'

/**
 * What kind of value each option is, whoever wrote the config: not all do so in TypeScript, and a misspelt key is
 * silent in both. Names and numbers are looked at by sanitizeOptions.
 */
const must = (what: string) => ({ error: `must be ${what}.` })

const text = (what = 'a text') => z.string(must(what))
const onOrOff = z.boolean(must('true or false')).optional()
const callable = (what = 'a function') =>
  z.custom<() => unknown>((value) => typeof value === 'function', must(what))
const object = <Shape extends z.ZodRawShape>(shape: Shape, example: string) =>
  z.strictObject(shape, must(`an object, such as \`${example}\``))
const list = <Item extends z.ZodType>(item: Item, example: string) =>
  z.array(item, must(`a list, such as \`${example}\``))

const places = { workspaceField: text().optional(), projectField: text().optional() }
/** Their limits are looked at with their numbers. */
const number = z.unknown().optional()
const dollars = z.number(must('a number of dollars')).nonnegative(must('0 or more')).optional()
const override = callable('a function that answers a collection').optional()
const startWorker = "() => import('payload-workflows/worker')"

const shape = z.strictObject({
  enabled: onOrOff,
  documents: list(
    object(
      {
        collection: text('the slug of a collection'),
        titleField: text().optional(),
        bodyField: text().optional(),
        statusField: text().optional(),
        ...places,
      },
      "{ collection: 'posts' }",
    ),
    "[{ collection: 'posts' }]",
  ).optional(),
  media: object(
    { collection: text('the slug of a collection'), altField: text().optional(), ...places },
    "{ collection: 'media' }",
  ).optional(),
  users: object({ collection: text().optional() }, "{ collection: 'users' }").optional(),
  workspaces: object(
    {
      collection: text('the slug of a collection'),
      memberships: callable('a function that answers memberships'),
    },
    "{ collection: 'teams', memberships }",
  ).optional(),
  projects: object(
    { collection: text('the slug of a collection'), workspaceField: text().optional() },
    "{ collection: 'projects' }",
  ).optional(),
  providers: list(
    z.looseObject(
      {
        id: text(),
        generateText: callable(),
        generateImage: callable(),
        listModels: callable(),
      },
      must('a provider, such as `openAIProvider({ apiKey })`'),
    ),
    '[openAIProvider({ apiKey })]',
  ).optional(),
  prices: z
    .record(
      z.string(),
      object(
        { inputPerMillion: dollars, outputPerMillion: dollars, perImage: dollars },
        '{ inputPerMillion: 1.25 }',
      ),
      must("an object, such as `{ 'gpt-*': { inputPerMillion: 1.25 } }`"),
    )
    .optional(),
  nodes: list(
    z.looseObject(
      {
        spec: z.looseObject({ type: text() }, must('the spec of a node')),
        handler: callable(),
      },
      must('what `defineNode` answers'),
    ),
    '[shoutNode]',
  ).optional(),
  limits: object(
    {
      parallelJobsPerExecution: number,
      executionTimeoutMinutes: number,
      maxAttempts: number,
      duplicateRewrites: number,
      workerConcurrency: number,
      leaseSeconds: number,
      documentSeconds: number,
      attachmentsPerDocument: number,
      attachmentBytes: number,
    },
    '{ maxAttempts: 4 }',
  ).optional(),
  reviewMails: z.unknown().optional(),
  worker: object(
    {
      secret: z.unknown().optional(),
      load: callable(`a function: \`${startWorker}\``).optional(),
      embedded: z
        .union([z.boolean(), callable()], must('true, false or a function that answers one'))
        .optional(),
      concurrency: number,
    },
    `{ load: ${startWorker} }`,
  ).optional(),
  access: object(
    { isAdmin: callable('a function that answers true or false').optional() },
    '{ isAdmin }',
  ).optional(),
  overrides: object(
    { templates: override, executions: override, agentJobs: override, attachments: override },
    '{ templates: ({ defaultCollection }) => defaultCollection }',
  ).optional(),
  seedSystemTemplates: onOrOff,
})

/** Throws for the first value of a wrong kind and the first key that is no option, with a sentence that names it. */
export function checkOptions(options: object): void {
  const [issue] = shape.safeParse(options).error?.issues ?? []
  if (!issue) return
  if (issue.code !== 'unrecognized_keys') refuseOption(pathOf(issue.path), issue.message)
  const [name = ''] = issue.keys
  const known = keysAt(issue.path)
  const guess = hint({ name, candidates: known })
  refuseOption(
    pathOf([...issue.path, name]),
    `does not exist.${guess ? ` ${said(guess).message}` : ''} There are: ${known.join(', ')}.`,
  )
}

/** As it is written in a config: `documents[0].titleField`. */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => {
      if (typeof part === 'number') return `[${part}]`
      const name = String(part)
      if (!/^\w+$/.test(name)) return `['${name}']`
      return at === 0 ? name : `.${name}`
    })
    .join('')
}

function keysAt(path: readonly PropertyKey[]): string[] {
  let at: unknown = shape
  for (const part of path) {
    at = unwrap(at)
    if (at instanceof z.ZodArray) at = at.element
    else if (at instanceof z.ZodRecord) at = at.valueType
    else if (at instanceof z.ZodObject) at = at.shape[String(part)]
  }
  const found = unwrap(at)
  return found instanceof z.ZodObject ? Object.keys(found.shape) : []
}

const unwrap = (schema: unknown): unknown =>
  schema instanceof z.ZodOptional ? schema.unwrap() : schema
