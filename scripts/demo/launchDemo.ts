import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { DEMO_EMAIL, DEMO_GUIDELINES, DEMO_PROJECT, DEMO_WORKSPACE } from '../../dev/seedDemo.js'
import { launchExecution } from '../../src/plugins/workflows/operations/executions/launchExecution.js'
import { slugs } from '../../src/plugins/workflows/slugs.js'
import { PlainError } from '../plainError.js'

export const DEMO_TEMPLATE = 'Facebook Ads Campaign'

/** A request as the demo's user makes it: the same rights as in the admin. */
export const requestAsDemo = async (payload: Payload): Promise<PayloadRequest> => {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: DEMO_EMAIL } },
    depth: 0,
    limit: 1,
  })
  const user = docs[0]
  if (!user)
    throw new PlainError(`${DEMO_EMAIL} is gone: run npm run demo with another data folder.`)
  return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
}

/** The id of the one with this name that the demo's user may see. */
const named = async (
  req: PayloadRequest,
  args: { collection: 'documents' | 'projects' | 'workspaces'; field: string; name: string },
): Promise<string | undefined> => {
  const { docs } = await req.payload.find({
    collection: args.collection,
    where: { [args.field]: { equals: args.name } },
    depth: 0,
    limit: 1,
    overrideAccess: false,
    user: req.user,
  })
  return docs[0] && String(docs[0].id)
}

const template = async (req: PayloadRequest): Promise<string> => {
  const { docs } = await req.payload.find({
    collection: slugs.templates,
    where: { name: { equals: DEMO_TEMPLATE }, isSystem: { equals: true } },
    depth: 0,
    limit: 1,
  })
  if (!docs[0]) throw new PlainError(`The template "${DEMO_TEMPLATE}" was not seeded.`)
  return String(docs[0].id)
}

/** Launches the template as it is on the seeded brand guidelines; answers with the execution's id. */
export const launchDemo = async (req: PayloadRequest): Promise<string> => {
  const guidelines = await named(req, {
    collection: 'documents',
    field: 'title',
    name: DEMO_GUIDELINES,
  })
  const { id } = await launchExecution({
    req,
    input: {
      template: await template(req),
      workspace: await named(req, {
        collection: 'workspaces',
        field: 'name',
        name: DEMO_WORKSPACE,
      }),
      project: await named(req, { collection: 'projects', field: 'name', name: DEMO_PROJECT }),
      contextDocuments: guidelines ? { mode: 'selected', ids: [guidelines] } : { mode: 'none' },
    },
  })
  return id
}
