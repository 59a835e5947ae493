import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Payload } from 'payload'

import { drawImage, images } from './seed/images.js'
import { createSeeder, type Seeder } from './seed/seeder.js'
import { withSeedLock } from './seed/withSeedLock.js'

/** Under this key the database remembers that it was seeded, so that what people delete stays deleted. */
const SEEDED = 'workflows-demo-seeded'

export const DEMO_PASSWORD = 'demo'
export const DEMO_EMAIL = 'demo@example.com'
export const DEMO_WORKSPACE = 'Acme Studio'
export const DEMO_PROJECT = 'Summer Launch'
export const DEMO_GUIDELINES = 'Fjord brand guidelines'

interface Studio {
  workspace: string
  project: string
}

/** Ids of what the seed makes first. */
export interface DemoStudios {
  users: Record<'demo' | 'editor' | 'viewer' | 'rival', string>
  acme: Studio
  rival: Studio
}

const texts = path.join(path.dirname(fileURLToPath(import.meta.url)), 'seed', 'texts')

const people = async ({ ensure }: Seeder): Promise<DemoStudios['users']> => {
  const person = (email: string, name: string): Promise<string> =>
    ensure({
      collection: 'users',
      where: { email: { equals: email } },
      data: { email, name, password: DEMO_PASSWORD, role: 'user' },
    })
  return {
    demo: await person(DEMO_EMAIL, 'Dana Demo'),
    editor: await person('editor@example.com', 'Emil Editor'),
    viewer: await person('viewer@example.com', 'Vera Viewer'),
    rival: await person('rival@example.com', 'Rosa Rival'),
  }
}

const studio = async (
  { ensure }: Seeder,
  args: { name: string; project: string; members: { user: string; role: string }[] },
): Promise<Studio> => {
  const { name, members } = args
  const workspace = await ensure({
    collection: 'workspaces',
    where: { name: { equals: name } },
    data: { name, members },
  })
  const project = await ensure({
    collection: 'projects',
    where: { name: { equals: args.project }, workspace: { equals: workspace } },
    data: { name: args.project, workspace },
  })
  return { workspace, project }
}

const document = (
  { ensure, richText }: Seeder,
  args: { title: string; text: string; workspace: string; project: string },
): Promise<string> => {
  const { title, text, workspace, project } = args
  const body = richText(readFileSync(path.join(texts, text), 'utf8'))
  return ensure({
    collection: 'documents',
    where: { title: { equals: title }, workspace: { equals: workspace } },
    data: { title, body, workspace, project, status: 'published', _status: 'published' },
  })
}

/** Users, workspaces and projects alone: what most tests need, without drawing pictures. */
export const seedStudios = async (seeder: Seeder): Promise<DemoStudios> => {
  const users = await people(seeder)
  const { demo, editor, viewer, rival } = users
  const acme = await studio(seeder, {
    name: DEMO_WORKSPACE,
    project: DEMO_PROJECT,
    members: [
      { user: demo, role: 'owner' },
      { user: editor, role: 'editor' },
      { user: viewer, role: 'viewer' },
    ],
  })
  const other = await studio(seeder, {
    name: 'Rival Studio',
    project: 'Volt One',
    members: [{ user: rival, role: 'owner' }],
  })
  return { users, acme, rival: other }
}

const seed = async (seeder: Seeder): Promise<void> => {
  const { acme, rival } = await seedStudios(seeder)
  await document(seeder, { title: DEMO_GUIDELINES, text: 'brand-guidelines.md', ...acme })
  await document(seeder, { title: 'Fjord 3 product brief', text: 'product-brief.md', ...acme })
  await document(seeder, { title: 'Volt One launch plan', text: 'rival-brief.md', ...rival })
  for (const image of images) {
    const { alt, caption, filename } = image
    await seeder.ensure({
      collection: 'media',
      where: { alt: { equals: alt }, workspace: { equals: acme.workspace } },
      data: { alt, caption, filename, ...acme },
      file: () => drawImage(image),
    })
  }
}

/**
 * Users, workspaces, projects, documents and pictures of the demo. Does nothing the second time,
 * goes on after an interruption, and waits for another process that is at it.
 */
export const seedDemo = (payload: Payload): Promise<void> =>
  withSeedLock(payload, async () => {
    if (await payload.kv.has(SEEDED)) return
    await seed(await createSeeder(payload))
    await payload.kv.set(SEEDED, true)
  })
