/**
 * The database server of a test run: one throwaway PostgreSQL with two templates, an empty migrated database and one
 * with the named dozen of the demonstration. Each test file copies a template, so that files run at once without
 * seeing each other.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { instant } from '../../src/core/kit/days.ts'
import { loadDemonstration } from '../../src/server/demo/load.ts'
import { openDatabase } from '../../src/server/open.ts'
import { startEmbedded } from '../../src/server/platform/database/embedded/start.ts'

/** The moment at which every test's demonstration was loaded: a Saturday, as the issue's examples have it. */
export const demonstrationLoadedAt = instant('2026-11-21T09:00:00Z')

export type Cluster = {
  readonly address: string
  readonly emptyAddress: string
  readonly stop: () => Promise<void>
}

const create = async (owner: string, name: string, template?: string): Promise<void> => {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  await client.query(`create database ${name}${template ? ` template ${template}` : ''}`)
  await client.end()
}

/** Starts the server and makes its templates. Returns the address of its database `plumbline`. */
export const startCluster = async (say: (text: string) => void): Promise<Cluster> => {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-test-'))
  const server = await startEmbedded({ dataFolder: folder, say, durable: false })
  const silent = () => {}
  for (const [name, template] of [['template_empty'], ['template_demo', 'template_empty']] as const) {
    await create(server.url('plumbline'), name, template)
    const opened = await openDatabase(server.url(name), 'demo', silent, folder, () => demonstrationLoadedAt)
    if (name === 'template_demo') await loadDemonstration(opened.ground, silent, 'named')
    await opened.close()
  }
  return {
    address: server.url('plumbline'),
    emptyAddress: server.url('template_empty'),
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
