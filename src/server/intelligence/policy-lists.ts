import { type IntelligenceLists, listsOf } from '../../core/intelligence/lists.ts'
import { policyToday } from '../policy/in-force.ts'

/** Returns what can be chosen for intelligence, by the policy of a council that is in force today. */
export const listsFor = async (authority: string): Promise<IntelligenceLists> =>
  listsOf((await policyToday(authority))?.documents.intelligence)
