/** What a meeting that confirms types: minutes, who was there, and what goes back. */

/** What is typed so far; all of it may be empty until the meeting confirms. */
export type ConfirmDraft = {
  readonly minutes: string
  /** Ids of the people of the teams who were there. */
  readonly present: readonly string[]
  readonly others: string
  readonly sentBack: readonly { readonly decision: string; readonly reason: string }[]
}

/** A draft in which nothing is typed. */
export const emptyDraft: ConfirmDraft = { minutes: '', present: [], others: '', sentBack: [] }

export type ConfirmError = { readonly field: 'minutes' | 'present' | 'reason'; readonly text: string }

const longestMinutes = 10_000

/** Returns what keeps a meeting from confirming: it needs somebody who was there, and minutes. */
export const judgeConfirmation = ({ minutes, present, others }: ConfirmDraft): readonly ConfirmError[] => {
  const errors: ConfirmError[] = []
  if (present.length === 0 && others === '') errors.push({ field: 'present', text: 'Say who was there' })
  if (minutes === '') errors.push({ field: 'minutes', text: 'Write the minutes: one sentence is enough' })
  if (minutes.length > longestMinutes)
    errors.push({ field: 'minutes', text: `The minutes must have ${longestMinutes} characters or fewer` })
  return errors
}

/** Returns a draft in which a decision goes back with a reason, or no longer does where there is none. */
export const withSentBack = (draft: ConfirmDraft, decision: string, reason: string): ConfirmDraft => ({
  ...draft,
  sentBack: [
    ...draft.sentBack.filter((each) => each.decision !== decision),
    ...(reason === '' ? [] : [{ decision, reason }]),
  ],
})
