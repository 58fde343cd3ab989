import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './schema.ts'

/** A pool of connections and the typed queries over it. */
export type Connection = { readonly kysely: Kysely<Database>; readonly pool: pg.Pool }

const dateType = 1082
const timestampType = 1184
const bigintType = 20

// pg's own parsers turn a day into midnight of the local zone: 1 July became 30 June 23:00Z.
// A day is its text, everywhere; a timestamp is an ISO instant in UTC.
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [dateType]: (text) => text,
  [timestampType]: (text) => new Date(text).toISOString(),
  [bigintType]: Number,
}

const types = {
  getTypeParser: (type: number, format?: 'text' | 'binary') =>
    parsers[type] ?? pg.types.getTypeParser(type, format ?? 'text'),
} as pg.CustomTypesConfig

/** How long a statement, a transaction and an idle transaction may take before the server ends them. */
const limits = [
  'statement_timeout=60000',
  'transaction_timeout=120000',
  'idle_in_transaction_session_timeout=60000',
]

/**
 * Runs work on one connection as the owner of the tables, for whom row-level security does not hold: backups alone.
 * A transaction that the work leaves open is rolled back.
 */
export const asOwner = async <Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client({
    connectionString: url,
    options: '-c timezone=UTC -c datestyle=ISO',
    application_name: 'plumbline-backup',
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Returns a pool whose every connection acts as `plumbline_app`, for which row-level security holds.
 * `role: 'owner'` is for migrations alone.
 */
export const connect = (url: string, role: 'app' | 'owner' = 'app', max = 10): Connection => {
  const options = [
    ...(role === 'app' ? ['role=plumbline_app', ...limits] : []),
    'timezone=UTC',
    'datestyle=ISO',
  ]
    .map((option) => `-c ${option}`)
    .join(' ')
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options,
    types,
    application_name: `plumbline-${role}`,
  })
  // An idle connection that the server closes would otherwise end the process.
  pool.on('error', () => {})
  return { pool, kysely: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }) }
}
