import { type Agreement, agreementOf } from '../../core/decisions/agreement.ts'
import { type Asker, waitsFor } from '../../core/decisions/awaits.ts'
import { type Group, groupOf, inOrder } from '../../core/decisions/order.ts'
import type { Role } from '../../core/people/roles.ts'
import type { ChoiceMade } from './queries/choices.ts'
import type { SessionRow } from './queries/session-rows.ts'

/** A service of a session with where it stands among those who decide. */
export type RowState = SessionRow & {
  readonly group: Group
  readonly choices: readonly ChoiceMade[]
  readonly agreement: Agreement
  readonly required: readonly Role[]
}

type Given = {
  readonly rows: readonly SessionRow[]
  readonly choices: readonly ChoiceMade[]
  readonly required: readonly Role[]
  /** Ids of the bands, worst first. */
  readonly bands: readonly string[]
}

/** Returns the rows of a session in its order, each with what was chosen for it. */
export const rowStates = ({ rows, choices, required, bands }: Given): readonly RowState[] => {
  const byService = Map.groupBy(choices, ({ service }) => service)
  return inOrder(rows, bands).map((row) => {
    const chosen = byService.get(row.service) ?? []
    return {
      ...row,
      group: groupOf(row),
      choices: chosen,
      required,
      agreement: agreementOf(required, chosen, row.proposal),
    }
  })
}

/**
 * Whether people have to talk about a row: what is proposed is not what stands, it came back, they differ, or somebody
 * would move it. The others are folded away, each with a line that says how it stands.
 */
export const needsTalk = ({ group, decided, decidedHere, choices }: RowState): boolean =>
  decidedHere === null &&
  (group === 'sent-back' || group === 'differs' || choices.some(({ band }) => band !== decided))

/** Which rows a page shows. */
export const shows = ['all', 'to-do', 'yours', 'differs'] as const

export type Show = (typeof shows)[number]

const picks: Readonly<Record<Show, (row: RowState, asker: Asker) => boolean>> = {
  all: () => true,
  'to-do': ({ decidedHere }) => decidedHere === null,
  yours: (row, asker) => waitsFor(row, asker) === 'you',
  differs: ({ agreement }) => agreement.state === 'differs',
}

/** Returns the rows that a page shows to a person. */
export const shownRows = (rows: readonly RowState[], show: Show, asker: Asker): readonly RowState[] =>
  rows.filter((row) => picks[show](row, asker))
