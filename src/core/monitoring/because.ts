/** Why an activity is due on its day, as plain data that is kept with it (X1). */
import type { Day } from '../kit/days.ts'
import { dayInWords } from '../kit/words.ts'
import type { Basis, PolicyReference } from '../policy/policy.ts'
import type { Counted } from './due-date.ts'
import { spanInWords } from './span.ts'

/** What a due date hangs on. Bands are by name: the words of the policy that made it stay true of it. */
export type Because = {
  readonly policy: PolicyReference
  /** The cell of the policy, in its own words and with its paragraph. */
  readonly row: { readonly text: string; readonly basis: Basis }
  /** Where the contract's own frequency goes before the policy's. */
  readonly ofContract: boolean
  readonly band: { readonly id: string; readonly name: string; readonly decided: boolean }
  readonly clock: { readonly text: string; readonly basis: Basis }
  /** What decides. */
  readonly counted: Counted
  /** What the present band alone would give, where a slower one before it is earlier. */
  readonly present: Counted | null
  /** Where it fell on a day off: that day, and what it is. */
  readonly dayOff: { readonly day: Day; readonly is: string } | null
}

const fromWords = ({ since, from }: Counted): string =>
  ({
    held: `it was last held on ${dayInWords(from)}`,
    beginning: `the service came under the plan on ${dayInWords(from)}`,
    band: `${dayInWords(from)}, when the service came into this band or a stricter one`,
  })[since]

const countedInWords = (counted: Counted): string =>
  counted.gives === counted.from
    ? `Asked for from ${dayInWords(counted.from)} on, when it had been long enough since it was last held.`
    : `${spanInWords(counted.span)} from ${counted.since === 'band' ? '' : 'when '}${fromWords(counted)}: ${dayInWords(counted.gives)}.`

/** Returns why it is due then, a sentence a step. */
export const becauseInWords = ({
  band,
  row,
  ofContract,
  counted,
  present,
  dayOff,
}: Because): readonly string[] => [
  band.decided
    ? `${band.name}: “${row.text}”${ofContract ? ', as the contract says' : ''}.`
    : `Nobody has decided on the service yet, so it is monitored as ${band.name}: “${row.text}”${ofContract ? ', as the contract says' : ''}.`,
  ...(present === null
    ? [countedInWords(counted)]
    : [
        countedInWords(present),
        `It was due on ${dayInWords(counted.gives)} already, and a stricter band makes nothing later.`,
      ]),
  ...(dayOff === null
    ? []
    : [`${dayInWords(dayOff.day)} is ${dayOff.is}, so it is due on the last working day before.`]),
]
