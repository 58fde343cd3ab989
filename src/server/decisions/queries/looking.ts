import { type Instant, plusMilliseconds } from '../../../core/kit/days.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

const minutes = 10
const millisecondsOfMinute = 60 * 1000

/** Returns the names of the others who opened a session within the last minutes: the trail of reads says who. */
export const whoElseLooks = async (session: string, person: string): Promise<readonly string[]> => {
  const since: Instant = plusMilliseconds(now(), -minutes * millisecondsOfMinute)
  const rows = await db()
    .selectFrom('access_log_now as access')
    .innerJoin('person', 'person.id', 'access.person_id')
    .where('access.subject_kind', '=', 'session')
    .where('access.subject_id', '=', session)
    .where('access.recorded_at', '>', since)
    .where('access.person_id', '<>', person)
    .select('person.name')
    .distinct()
    .orderBy('person.name')
    .execute()
  return rows.map(({ name }) => name)
}
