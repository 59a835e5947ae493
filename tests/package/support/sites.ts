import type { createDatabase } from './database.js'
import { talkAs, type Talk } from './talk.js'

/** How the fixture sites differ where a test has to know it. */
export const SITES = [
  { fixture: 'uuid', users: 'users', media: 'pictures', documents: 'pages', title: 'headline' },
  { fixture: 'tenants', users: 'users', media: 'media', documents: 'notes', title: 'title' },
  { fixture: 'drafts', users: 'staff', media: 'media', documents: 'posts', title: 'title' },
] as const

export type SiteFacts = (typeof SITES)[number]

type Database = Awaited<ReturnType<typeof createDatabase>>

/** What has to be there before Payload's first migration. */
export const prepareDatabase = async (database: Database, fixture: string): Promise<void> => {
  if (fixture === 'uuid') await database.query('create schema cms')
}

export const addTenant = async (database: Database, name: string): Promise<number> => {
  const rows = await database.query(`insert into tenants (name) values ('${name}') returning id`)
  return Number(rows[0]?.id)
}

/** A tenant with the first user as its member; by SQL, since only members may do it over REST. */
export const joinTenant = async (
  database: Database,
  { url, name }: { url: string; name: string },
): Promise<{ tenant: number; talk: Talk }> => {
  const tenant = await addTenant(database, name)
  await database.query(
    `insert into users_tenants (_order, _parent_id, id, tenant_id) select 1, id, 'a', ${tenant} from users`,
  )
  return { tenant, talk: await talkAs(url, 'users', 'first@example.com') }
}
