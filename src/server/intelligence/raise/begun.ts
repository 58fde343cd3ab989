import { fault } from '../../../core/kit/problems.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { type Draft, draftOf } from '../queries/drafts.ts'
import { type OpenService, openServices, type RaisingRules, raisingRules } from '../queries/raising.ts'
import { asCouncil, asCouncils } from './as-councils.ts'
import { raisePath } from './frame.ts'

/** A form that was begun: what was typed, about which service, and by which rules. */
export type Begun = {
  readonly draft: Draft
  readonly service: OpenService
  readonly rules: RaisingRules
}

/** Returns the service of an id if a concern can be about it, with its council’s rules. Throws `raising-closed`. */
export const openFor = async (id: string): Promise<Omit<Begun, 'draft'> | null> => {
  const [service] = await asCouncils(() => openServices([id]))
  if (service === undefined) return null
  const rules = await asCouncil(service.authority, () => raisingRules(service.authority))
  if (rules === null) throw fault('raising-closed')
  return { service, rules }
}

/** Returns what this browser has begun; null where it has begun nothing, or its time is over. */
export const begun = async (asked: Asked, lock = false): Promise<Begun | null> => {
  const draft = await draftOf(asked.context, lock)
  const found = draft === null ? null : await openFor(draft.answers.service)
  return draft === null || found === null ? null : { draft, ...found }
}

/** Leads to the first page. */
export const startAgain = (): Response => seeOther(raisePath)
