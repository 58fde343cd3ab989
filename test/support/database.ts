import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** A database of one test file, and how to be rid of it. */
export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> }

const clusterAddress = (): string => {
  const address = process.env.PLUMBLINE_TEST_DATABASE
  if (!address)
    throw new Error('Run tests through `npm test`, or one file with `npm test -- test/server/some.test.ts`.')
  return address
}

const run = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: clusterAddress() })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Returns a copy of a template of its own: `empty` is migrated only, `demo` holds the demonstration. */
export const testDatabase = async (template: 'empty' | 'demo'): Promise<TestDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`
  await run(`create database ${name} template template_${template}`)
  const url = new URL(clusterAddress())
  url.pathname = `/${name}`
  // Without force, which may not end a worker of autovacuum; the plain word waits some seconds for whoever is leaving.
  return { url: url.href, drop: () => run(`drop database ${name}`) }
}
