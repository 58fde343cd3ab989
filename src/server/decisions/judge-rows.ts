import { type ChoiceError, type ChoiceTyped, judgeChoice, seenOf } from '../../core/decisions/choice-form.ts'
import { needsReason } from '../../core/decisions/departure.ts'
import type { JudgedChoice } from './commands/choose.ts'
import type { Loaded } from './load-session.ts'
import type { RowState } from './row-states.ts'
import { rowViews } from './row-views.ts'

/** Whether somebody else who chose the same on the same proposal gave the reason. */
const reasonGiven = ({ choices, proposal }: RowState, band: string, person: string): boolean =>
  choices.some(
    (choice) =>
      choice.person !== person &&
      choice.band === band &&
      choice.proposal === proposal &&
      choice.note !== null &&
      needsReason(choice.departure),
  )

/** Returns the choices of a form that can be taken, and what is wrong with the others. */
export const judgeRows = async (
  loaded: Loaded,
  typed: readonly ChoiceTyped[],
  person: string,
): Promise<{ chosen: readonly JudgedChoice[]; errors: readonly ChoiceError[] }> => {
  const { policy, rows } = loaded
  const touched = rows.filter(({ service }) => typed.some((row) => row.service === service))
  const views = await rowViews(touched, { policy, at: null, since: null })
  type Judged = { readonly chosen: JudgedChoice } | { readonly error: ChoiceError }
  const judged = views.flatMap((view): readonly Judged[] => {
    const row = typed.find(({ service }) => service === view.service)
    if (row === undefined) return []
    const result = judgeChoice(row, {
      name: view.name,
      bands: policy.rating.bands,
      proposed: { band: view.proposed, permits: view.permits },
      stands: seenOf(view.proposal, view.decision),
      reasonGiven: reasonGiven(view, row.band, person),
    })
    if ('error' in result) return [result]
    const { service, band, note } = row
    const { proposed, proposal, decided } = view
    const { departure } = result
    return [{ chosen: { service, band, note: note || null, proposed, proposal, departure, before: decided } }]
  })
  return {
    chosen: judged.flatMap((each) => ('chosen' in each ? [each.chosen] : [])),
    errors: judged.flatMap((each) => ('error' in each ? [each.error] : [])),
  }
}
