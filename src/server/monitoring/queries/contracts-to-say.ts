import { dayOf } from '../../../core/kit/days.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'

/** Returns the contracts of a service that are not over, by reference. */
export const contractsToSay = (service: string) =>
  db()
    .selectFrom('contract_now')
    .where('service_id', '=', service)
    .where((where) => where.or([where('stopped_on', 'is', null), where('stopped_on', '>=', dayOf(now()))]))
    .select(['id', 'reference'])
    .orderBy('reference')
    .execute()
