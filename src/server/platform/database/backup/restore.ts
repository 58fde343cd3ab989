import { createReadStream } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { fault } from '../../../../core/kit/problems.ts'
import type { Say } from '../../jobs/jobs.ts'
import { asOwner } from '../connect.ts'
import { migrate, migrationNames } from '../migrate.ts'
import { foreignKeys, migrationsSeen, quoted } from './catalogue.ts'
import { type Manifest, readManifest } from './manifest.ts'

export type RestoreTo = {
  readonly url: string
  readonly dataFolder: string
  readonly from: string
  /** The job queues of this version. */
  readonly queues: readonly string[]
}

const mustBeEmpty = async (client: Client): Promise<void> => {
  if ((await migrationsSeen(client)) === null) return
  const { rows } = await client.query<{ there: boolean }>('select exists (select from authority) as there')
  if (rows[0]?.there) throw fault('restore-not-empty')
}

const copyIn = async (client: Client, folder: string, table: Manifest['tables'][number]): Promise<void> => {
  const columns = table.columns.map(quoted).join(', ')
  const rows = client.query(copyFrom(`copy ${quoted(table.name)} (${columns}) from stdin`))
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), rows)
  if (rows.rowCount !== table.rows)
    throw new Error(`${table.name}: ${rows.rowCount} rows were read, and ${table.rows} were written.`)
}

/** Fills the tables in one transaction: all of it is there in the end, or nothing. */
const fill = async (client: Client, folder: string, manifest: Manifest, say: Say): Promise<void> => {
  await client.query('begin')
  // Made anew below, when every row is there: that also proves that each row has what it refers to.
  const keys = await foreignKeys(client)
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint "${name}"`)
  // What a trigger would add with each row is in the backup as rows of its own.
  const ours = manifest.tables.filter(({ name }) => !name.includes('.')).map(({ name }) => quoted(name))
  for (const table of ours) await client.query(`alter table ${table} disable trigger user`)
  for (const table of manifest.tables) {
    await copyIn(client, folder, table)
    if (table.rows > 0) say(`  ${table.name}: ${table.rows} rows`)
  }
  for (const { table, column, last } of manifest.sequences)
    await client.query('select setval(pg_get_serial_sequence($1, $2), $3)', [quoted(table), column, last])
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${table} add constraint "${name}" ${definition}`)
  for (const table of ours) await client.query(`alter table ${table} enable trigger user`)
  await client.query('commit')
  await client.query('analyze')
}

/**
 * Restores a backup into an empty database and data folder, after every file of it was checked. The tables are made as
 * they were when it was taken; the next start of Plumbline brings them to its own version.
 * Throws `backup-unreadable`, `restore-not-empty`, or `backup-newer` where this version is older than the backup's.
 */
export const restoreBackup = async (to: RestoreTo, say: Say): Promise<Manifest> => {
  say('Checking every file of the backup ...')
  const manifest = await readManifest(to.from)
  const known = new Set(await migrationNames())
  const unknown = manifest.migrations.find((name) => !known.has(name))
  if (unknown !== undefined) throw fault('backup-newer', { migration: unknown })
  await asOwner(to.url, mustBeEmpty)
  await migrate(to.url, to.queues, say, manifest.migrations)
  await asOwner(to.url, (client) => fill(client, to.from, manifest, say))
  if (manifest.files.length > 0)
    await cp(join(to.from, 'files'), join(to.dataFolder, 'files'), { recursive: true })
  return manifest
}
