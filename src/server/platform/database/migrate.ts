import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { queueOptions, type Say } from '../jobs/jobs.ts'
import { connect } from './connect.ts'

const folder = new URL('../../../../migrations/', import.meta.url)

const jobGrants = `
  grant usage on schema pgboss to plumbline_app;
  grant select, insert, update, delete on all tables in schema pgboss to plumbline_app;
  grant execute on all functions in schema pgboss to plumbline_app;
  alter default privileges in schema pgboss grant select, insert, update, delete on tables to plumbline_app;
`

/** Returns the names of the migration files in their order. */
export const migrationNames = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort()

/**
 * Brings a database to the state of this version: the SQL files that it has not seen, each in its own
 * transaction, then the job queues. Forward only. Safe to call from several processes at once.
 * Returns the names of the migrations that it ran. `only` names those to run, for a backup of an earlier version.
 */
export const migrate = async (
  url: string,
  queues: readonly string[],
  say: Say,
  only?: readonly string[],
): Promise<string[]> => {
  const { kysely, pool } = connect(url, 'owner', 2)
  try {
    return await kysely.connection().execute(async (connection) => {
      await sql`select pg_advisory_lock(hashtext('plumbline migrations'))`.execute(connection)
      await sql`create table if not exists migration (name text primary key, ran_at timestamptz not null default now())`.execute(
        connection,
      )
      const seen = new Set(
        (await sql<{ name: string }>`select name from migration`.execute(connection)).rows.map(
          (row) => row.name,
        ),
      )
      const wanted = only ?? (await migrationNames())
      const fresh = wanted.filter((name) => !seen.has(name))
      for (const name of fresh) {
        say(`Migrating the database: ${name}`)
        const text = await readFile(new URL(name, folder), 'utf8')
        await connection.transaction().execute(async (transaction) => {
          await sql.raw(text).execute(transaction)
          await sql`insert into migration (name) values (${name})`.execute(transaction)
        })
      }
      await migrateJobs(url, queues, async (text) => void (await sql.raw(text).execute(connection)))
      await sql`select pg_advisory_unlock(hashtext('plumbline migrations'))`.execute(connection)
      return fresh
    })
  } finally {
    await pool.end()
  }
}

/** Creates or upgrades pg-boss's tables, and a queue for every reaction and scheduled job. */
const migrateJobs = async (
  url: string,
  queues: readonly string[],
  run: (text: string) => Promise<void>,
): Promise<void> => {
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: false, schedule: false })
  await boss.start()
  for (const name of queues) {
    await boss.createQueue(name, queueOptions)
    // createQueue leaves a queue of an earlier version as it was.
    await boss.updateQueue(name, queueOptions)
  }
  await boss.stop({ graceful: false })
  await run(jobGrants)
}
