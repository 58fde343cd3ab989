import { noSuchVisit, type Refusal } from '../refusals.ts'
import type { VisitStore } from '../store.ts'
import type { Answer, Visit } from '../visit.ts'
import { durable, type Packed, type Unsent, withDatabase } from './database.ts'

/** The store of a packed visit: what was packed, and after it the answers that wait to be sent. */
export const deviceStore: VisitStore = {
  loadVisit: async (id) => {
    const packed = await loadPacked(id)
    if (!packed) return null
    const unsent = await loadUnsent(id)
    return { ...packed.visit, answers: [...packed.visit.answers, ...unsent.map(({ answer }) => answer)] }
  },
  recordAnswer: async (visit, answer) => {
    try {
      return await append(visit, answer)
    } catch (error) {
      return notKept(error)
    }
  },
}

/** Returns a packed visit as it came, or undefined where this device does not hold it. */
export const loadPacked = (id: string): Promise<Packed | undefined> =>
  withDatabase((database) => database.get('visits', id))

/** Returns the answers of a visit that the server has not acknowledged, in the order in which they were recorded. */
export const loadUnsent = (visit: string): Promise<readonly Unsent[]> =>
  withDatabase((database) => database.getAllFromIndex('outbox', 'visit', visit))

/** Keeps a packed visit. Answers that wait from an earlier packing stay where they are. */
export const keepPacked = (packed: Packed): Promise<void> =>
  withDatabase(async (database) => {
    const work = database.transaction('visits', 'readwrite', durable)
    await work.store.put(packed, packed.visit.id)
    await work.done
  })

const append = (visit: string, answer: Answer): Promise<Refusal | null> =>
  withDatabase(async (database) => {
    const work = database.transaction(['visits', 'outbox'], 'readwrite', durable)
    const packed = await work.objectStore('visits').get(visit)
    const outbox = work.objectStore('outbox')
    const isThere = await outbox.index('answer').getKey(answer.id)
    if (packed && isThere === undefined) await outbox.add({ visit, answer })
    await work.done
    return packed ? null : noSuchVisit
  })

/**
 * Forgets the answers that the server says it keeps, and only those. With none left the visit itself goes, too,
 * and the server answers again. Returns how many are left.
 */
export const acknowledge = (id: string, received: readonly string[]): Promise<number> =>
  withDatabase(async (database) => {
    const work = database.transaction(['visits', 'outbox'], 'readwrite', durable)
    const visits = work.objectStore('visits')
    const sent: Answer[] = []
    let left = 0
    for (
      let cursor = await work.objectStore('outbox').index('visit').openCursor(id);
      cursor;
      cursor = await cursor.continue()
    ) {
      if (received.includes(cursor.value.answer.id)) {
        sent.push(cursor.value.answer)
        await cursor.delete()
      } else left += 1
    }
    const packed = await visits.get(id)
    if (left === 0) await visits.delete(id)
    else if (packed) await visits.put({ ...packed, visit: withAnswers(packed.visit, sent) }, id)
    await work.done
    return left
  })

const withAnswers = (visit: Visit, more: readonly Answer[]): Visit => ({
  ...visit,
  answers: [...visit.answers, ...more],
})

/** Why the device could not keep something. Everything that a browser may throw here means that it is not kept. */
export const notKept = (error: unknown): Refusal =>
  error instanceof DOMException && error.name === 'QuotaExceededError'
    ? {
        status: 507,
        says: 'This device has no room left, so this was not saved.',
        next: 'Free some space on the device (photos and downloads take most), then save again.',
      }
    : {
        status: 500,
        says: 'This device could not save this.',
        next: `Save again. If it fails again, copy your text somewhere safe and tell your administrator: ${String(error)}.`,
      }
