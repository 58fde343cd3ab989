import { emit } from '../../platform/events/emit.ts'
import { followRegister } from './follow-register.ts'
import { saveVersions } from './save-versions.ts'
import type { Taken } from './taken.ts'

/**
 * Draws the consequences of an import, once all of it is in: versions, services, and the events that others react to,
 * one each whatever the number of locations.
 */
export const finishImport = async (source: string, taken: Taken): Promise<void> => {
  const locations = [...taken.added, ...taken.changed]
  if (locations.length === 0) return
  const subject = { kind: 'file', id: source }
  await emit(
    { kind: 'register.imported', authority: null, subject, payload: { source, locations } },
    async (event) => {
      await saveVersions(locations, event.id)
      await followRegister(locations)
    },
  )
  if (taken.ratings.length > 0)
    await emit({
      kind: 'register.rating-changed',
      authority: null,
      subject,
      payload: { source, changes: taken.ratings },
    })
}
