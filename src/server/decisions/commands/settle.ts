import { agreementOf, type Decider } from '../../../core/decisions/agreement.ts'
import { dayOf } from '../../../core/kit/days.ts'
import { now } from '../../platform/database/unit-of-work.ts'
import type { Loaded } from '../load-session.ts'
import { type ChoiceMade, choicesAt } from '../queries/choices.ts'
import type { JudgedChoice } from './choose.ts'
import { type Decided, letTakeEffect } from './take-effect.ts'

/** The reasons of those who decide, each with its name where they are not the same. */
const noteOf = (choices: readonly ChoiceMade[], deciders: readonly Decider[]): string | null => {
  const said = choices.filter(
    ({ person, note }) => note !== null && deciders.some((decider) => decider.person === person),
  )
  const notes = new Set(said.map(({ note }) => note))
  if (notes.size <= 1) return said[0]?.note ?? null
  return said.map(({ name, note }) => `${name}: ${note}`).join(' ')
}

/** Lets take effect what all who must agree now chose alike, of the services for which somebody has just chosen. */
export const settle = async (
  { session, meeting, rows }: Loaded,
  chosen: readonly JudgedChoice[],
): Promise<void> => {
  const choices = await choicesAt(session.id, null)
  const decided = chosen.flatMap((judged): readonly Decided[] => {
    const { service, band, proposed, proposal, departure } = judged
    const ofService = choices.filter((choice) => choice.service === service)
    const agreement = agreementOf(meeting.agreedBy, ofService, proposal)
    // Decided the same before, at this session: there is nothing to decide anew.
    if (agreement.state !== 'agreed' || rows.find((row) => row.service === service)?.decidedHere === band)
      return []
    const { deciders } = agreement
    return [{ service, band, proposed, proposal, departure, note: noteOf(ofService, deciders), deciders }]
  })
  await letTakeEffect({ authority: session.authority, session: session.id, on: dayOf(now()) }, decided)
}
