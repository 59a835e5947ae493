import pg from 'pg'
import { inject } from 'vitest'

const query = async (uri: string, text: string): Promise<pg.QueryResult> => {
  const client = new pg.Client({ connectionString: uri })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

/** An empty database of that name, on the run's server if none is named. */
export const createDatabase = async (name: string, server = inject('databaseServer')) => {
  const uri = new URL(server)
  uri.pathname = '/postgres'
  await query(uri.href, `drop database if exists "${name}" with (force)`)
  await query(uri.href, `create database "${name}"`)
  uri.pathname = `/${name}`
  return {
    uri: uri.href,
    query: async (text: string) => (await query(uri.href, text)).rows as Record<string, unknown>[],
  }
}
