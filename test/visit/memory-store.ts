import { heldByAnother, heldElsewhere, noSuchVisit } from '../../src/visit/refusals.ts'
import type { HandoverStore } from '../../src/visit/store.ts'
import type { Visit } from '../../src/visit/visit.ts'

/** A server's store in a map: for tests of the routes, and as the shortest statement of what a store must do. */
export const memoryStore = (
  visits: readonly Visit[],
  changed: (visits: readonly Visit[]) => void = () => {},
): HandoverStore => {
  const kept = new Map(visits.map((visit) => [visit.id, visit]))
  const keep = (visit: Visit): void => {
    kept.set(visit.id, visit)
    changed([...kept.values()])
  }
  return {
    loadVisit: async (id) => kept.get(id) ?? null,
    recordAnswer: async (id, answer) => {
      const visit = kept.get(id)
      if (!visit) return noSuchVisit
      if (visit.heldBy) return heldElsewhere(visit.heldBy)
      const isThere = visit.answers.some((earlier) => earlier.id === answer.id)
      if (!isThere) keep({ ...visit, answers: [...visit.answers, answer] })
      return null
    },
    pack: async (id, packing) => {
      const visit = kept.get(id)
      if (!visit) return noSuchVisit
      if (visit.heldBy?.deviceId === packing.deviceId) return null
      if (visit.heldBy) return heldElsewhere(visit.heldBy)
      keep({ ...visit, heldBy: packing })
      return null
    },
    handBack: async (id, device, answers) => {
      const visit = kept.get(id)
      if (!visit) return noSuchVisit
      if (visit.heldBy && visit.heldBy.deviceId !== device) return heldByAnother(visit.heldBy)
      const there = new Set(visit.answers.map((answer) => answer.id))
      const fresh = answers.filter((answer) => !there.has(answer.id))
      keep({ ...visit, heldBy: null, answers: [...visit.answers, ...fresh] })
      return { received: answers.map((answer) => answer.id) }
    },
  }
}
