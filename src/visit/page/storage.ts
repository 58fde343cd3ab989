import { deleteDB, openDB } from 'idb'

/** What a test of this browser's storage found. Numbers are bytes; null where the browser does not say. */
export type Storage = { readonly free: number | null; readonly persistent: boolean }

const name = 'plumbline-storage-test'
const testSize = 1_000_000

const write = async (): Promise<void> => {
  const database = await openDB(name, 1, { upgrade: (fresh) => void fresh.createObjectStore('test') })
  try {
    await database.put('test', new Uint8Array(testSize).fill(7), 'megabyte')
  } finally {
    database.close()
  }
}

/** Opens it anew, so that what is read was kept and not just remembered. */
const readBack = async (): Promise<void> => {
  const database = await openDB(name, 1)
  try {
    const read: unknown = await database.get('test', 'megabyte')
    const isSame = read instanceof Uint8Array && read.length === testSize && read.every((byte) => byte === 7)
    if (!isSame) throw new Error('what was read is not what was written')
  } finally {
    database.close()
  }
}

/** Writes a megabyte, reads it back and removes it, then asks the browser to keep our storage. Throws in plain words. */
export const testStorage = async (): Promise<Storage> => {
  try {
    await write()
    await readBack()
  } catch (error) {
    throw new Error(
      `its storage failed the test (${String(error)}). Free some space, leave private browsing and try again.`,
    )
  } finally {
    await deleteDB(name)
  }
  const { quota, usage } = await navigator.storage.estimate()
  return {
    free: quota === undefined || usage === undefined ? null : quota - usage,
    persistent: (await navigator.storage.persisted()) || (await navigator.storage.persist()),
  }
}

/** Returns in words whether the device will keep what is recorded. */
export const storageWords = ({ free, persistent }: Storage): string => {
  const room =
    free === null ? '' : ` ${Math.floor(free / 1_000_000).toLocaleString('en-GB')} MB are free for it.`
  return persistent
    ? `This device can keep the visit, and the browser has agreed not to clear it.${room}`
    : `This device can keep the visit.${room} The browser has not agreed never to clear it: it may if the device runs out of space, so hand the visit back on the same day.`
}
