import { createWriteStream } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Instant } from '../../../../core/kit/days.ts'
import { fault } from '../../../../core/kit/problems.ts'
import type { Say } from '../../jobs/jobs.ts'
import { asOwner } from '../connect.ts'
import { type BackedTable, backedTables, migrationsSeen, quoted, sequences } from './catalogue.ts'
import { digestOfFile, type Manifest, manifestName } from './manifest.ts'

export type BackupOf = {
  readonly url: string
  /** Where the files are kept that people sent. */
  readonly dataFolder: string
  readonly to: string
  readonly at: Instant
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const copyOut = async (client: Client, { name, columns, key, where }: BackedTable, folder: string) => {
  const file = join('tables', `${name}.copy.gz`)
  const which = where === null ? '' : ` where ${where}`
  const order = key.length === 0 ? '' : ` order by ${key.map(quoted).join(', ')}`
  const chosen = `select ${columns.map(quoted).join(', ')} from ${quoted(name)}${which}${order}`
  const rows = client.query(copyTo(`copy (${chosen}) to stdout`))
  await pipeline(rows, createGzip(), createWriteStream(join(folder, file), { mode: 0o600 }))
  return {
    name,
    columns: [...columns],
    rows: rows.rowCount,
    file,
    sha256: await digestOfFile(join(folder, file)),
  }
}

/** Copies what is kept beside the database. What is thrown away meanwhile, no row of the snapshot needs any more. */
const copyFiles = async (dataFolder: string, folder: string): Promise<Manifest['files']> => {
  const kept = join(dataFolder, 'files')
  if (!(await isThere(kept))) return []
  await cp(kept, join(folder, 'files'), { recursive: true })
  const entries = await readdir(join(folder, 'files'), { recursive: true, withFileTypes: true })
  const files: Manifest['files'] = []
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files.push({ file: relative(folder, path), sha256: await digestOfFile(path) })
  }
  return files
}

/** Writes a backup into a folder that is there. */
const write = async (client: Client, { dataFolder, at }: BackupOf, folder: string, say: Say) => {
  const migrations = await migrationsSeen(client)
  if (migrations === null) throw fault('backup-nothing')
  const tables: Manifest['tables'] = []
  for (const table of await backedTables(client)) {
    const copied = await copyOut(client, table, folder)
    tables.push(copied)
    if (copied.rows > 0) say(`  ${copied.name}: ${copied.rows} rows`)
  }
  const manifest: Manifest = {
    format: 1,
    takenAt: at,
    migrations: [...migrations],
    tables,
    sequences: [...(await sequences(client))],
    files: await copyFiles(dataFolder, folder),
  }
  await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return manifest
}

/**
 * Takes a backup of a running installation: one snapshot of the database, so that what belongs together was saved
 * together, and the files that people sent. Nobody has to wait for it. The folder appears under its name only when it
 * is whole. Returns its list. Throws `backup-there` where the folder is there already.
 */
export const takeBackup = async (of: BackupOf, say: Say): Promise<Manifest> => {
  if (await isThere(of.to)) throw fault('backup-there', { folder: of.to })
  const unfinished = `${of.to}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(join(unfinished, 'tables'), { recursive: true, mode: 0o700 })
  const manifest = await asOwner(of.url, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    return write(client, of, unfinished, say)
  })
  await rename(unfinished, of.to)
  return manifest
}
