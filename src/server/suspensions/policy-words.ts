import { fault } from '../../core/kit/problems.ts'
import type { SuspensionsDocument } from '../../core/policy/documents/suspensions.ts'
import { policyToday } from '../policy/in-force.ts'

/** What the policy of a council says of suspensions today. Throws `no-suspensions` where it says nothing. */
export const suspensionsToday = async (authority: string): Promise<SuspensionsDocument> => {
  const said = (await policyToday(authority))?.documents.suspensions
  if (said === undefined) throw fault('no-suspensions')
  return said
}

/** Returns what the policies of some councils call their kinds of suspension and reasons, by id. */
export type SuspensionWords = Readonly<Record<'kinds' | 'reasons' | 'liftReasons', (id: string) => string>>

const named = (
  list: readonly { readonly id: string; readonly name?: string; readonly text?: string }[] = [],
) => {
  const names = new Map(list.map(({ id, name, text }) => [id, name ?? text ?? id]))
  // One that a later version of the policy no longer has is named by its id.
  return (id: string): string => names.get(id) ?? id.replaceAll('-', ' ')
}

/** Returns what a council's policy calls kinds and reasons today. */
export const suspensionWords = async (authority: string): Promise<SuspensionWords> => {
  const said = (await policyToday(authority))?.documents.suspensions
  return {
    kinds: named(said?.kinds),
    reasons: named(said?.reasons),
    liftReasons: named(said?.liftReasons),
  }
}
