import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Answer, Packing, Visit } from '../visit.ts'

/** A visit as it was packed, with the layout around its pages and the rules that the server sends with every page. */
export type Packed = {
  readonly visit: Visit
  readonly packing: Packing
  readonly frame: string
  readonly policy: string | null
}

/** An answer that the server has not acknowledged. Numbers follow the order in which they were recorded. */
export type Unsent = { readonly number?: number; readonly visit: string; readonly answer: Answer }

type Schema = DBSchema & {
  device: { key: 'id'; value: string }
  visits: { key: string; value: Packed }
  outbox: { key: number; value: Unsent; indexes: { visit: string; answer: string } }
}

export type DeviceDatabase = IDBPDatabase<Schema>

/** Opens what this device keeps. A later version adds a step to `upgrade` and never drops a store. */
const openDatabase = (): Promise<DeviceDatabase> =>
  openDB<Schema>('plumbline-visits', 1, {
    upgrade: (database) => {
      database.createObjectStore('device')
      database.createObjectStore('visits')
      const outbox = database.createObjectStore('outbox', { keyPath: 'number', autoIncrement: true })
      outbox.createIndex('visit', 'visit')
      outbox.createIndex('answer', 'answer.id', { unique: true })
    },
  })

/** Runs work on the database and closes it: a connection left open would block the next version's upgrade. */
export const withDatabase = async <Result>(
  work: (database: DeviceDatabase) => Promise<Result>,
): Promise<Result> => {
  const database = await openDatabase()
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

/** Writes reach the disk before we say "saved": browsers otherwise only promise to hand them to the system. */
export const durable = { durability: 'strict' } as const

/** Returns the id of this device, made when it first packs. It names a browser's storage, not a person. */
export const deviceId = (): Promise<string> =>
  withDatabase(async (database) => {
    const work = database.transaction('device', 'readwrite', durable)
    const known = await work.store.get('id')
    const id = known ?? crypto.randomUUID()
    if (!known) await work.store.put(id, 'id')
    await work.done
    return id
  })
