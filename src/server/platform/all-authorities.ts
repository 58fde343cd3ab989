import { type Actor, system } from './actor.ts'
import { db, type Ground, unitOfWork } from './database/unit-of-work.ts'

/** Returns the system acting for every authority: what concerns them all, such as the trail. */
export const systemForAll = async (on: Ground, name: string): Promise<Actor> => {
  const rows = await unitOfWork(on, system('authorities', []), 'read', () =>
    db().selectFrom('authority').select('id').execute(),
  )
  return system(
    name,
    rows.map(({ id }) => id),
  )
}
