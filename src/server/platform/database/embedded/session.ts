import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { codeOf } from './errors.ts'
import type { Passwords } from './passwords.ts'

/** Returns the address of a database for a role. Says `disable`, lest PGSSLMODE ask a loopback server for TLS. */
export const address = (role: string, password: string, port: number, database: string): string =>
  `postgres://${role}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}?sslmode=disable`

/** Opens a session of the superuser in the database `postgres`, named for whoever looks at the sessions. */
export const openSession = async (port: number, passwords: Passwords, name: string): Promise<Client> => {
  const client = new Client({
    connectionString: address('postgres', passwords.superuser, port, 'postgres'),
    application_name: name,
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
  })
  client.on('error', () => {}) // Without a listener Node would end. `end` follows, and is what we watch.
  await client.connect()
  return client
}

/**
 * What answers at a port: `ours`; a PostgreSQL that is `starting or stopping`; `nobody`; a `stranger`; or
 * `unclear`, which time must tell.
 */
export type Answer = 'ours' | 'starting or stopping' | 'nobody' | 'stranger' | 'unclear'

/** Whether the server sees a file that we have just put into the folder: a copy of the folder would not. */
const seesFolder = async (client: Client, cluster: string): Promise<boolean> => {
  const name = `plumbline-${randomUUID()}`
  await writeFile(join(cluster, name), '')
  try {
    // A record `is not null` only where all of its fields are, and a file's creation is not known everywhere.
    const { rows } = await client.query('select (pg_stat_file($1, true)).size is not null as seen', [name])
    return rows[0]?.seen === true
  } finally {
    await rm(join(cluster, name), { force: true })
  }
}

/** Asks who is at a port. Only our own server knows the password and sees our folder. */
export const askPort = async (port: number, cluster: string, passwords: Passwords): Promise<Answer> => {
  try {
    const client = await openSession(port, passwords, 'plumbline who')
    try {
      return (await seesFolder(client, cluster)) ? 'ours' : 'stranger'
    } finally {
      await client.end()
    }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ECONNREFUSED') return 'nobody'
    if (code.startsWith('28')) return 'stranger' // Wrong password, or no such role.
    if (code.startsWith('57P')) return 'starting or stopping'
    if (/^[0-9A-Z]{5}$/.test(code)) throw error // A PostgreSQL with a trouble of its own: too many clients.
    return 'unclear'
  }
}
