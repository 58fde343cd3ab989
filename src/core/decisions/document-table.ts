/** The rows of a document as a table of texts: for spreadsheets, and beside the page and the print. */
import { counted, dayInWords, listed } from '../kit/words.ts'
import type { Departure } from './departure.ts'
import { countOf, type DecisionDocument, type DocumentRow, type Outcome } from './document.ts'

const departureNames: Readonly<Record<Departure, string>> = {
  follows: 'As proposed',
  permitted: 'Another rating that the criteria permit',
  override: 'Not permitted by the criteria, overridden',
  unproposed: 'Nothing was proposed',
}

/** Returns how a decision stands to what was proposed, in words. */
export const departureInWords = (departure: Departure | null): string =>
  departure === null ? '' : departureNames[departure]

const outcomeNames: Readonly<Record<Outcome, string>> = {
  decided: 'Decided',
  left: 'Not decided',
  confirmed: 'Confirmed',
  'sent-back': 'Sent back',
}

/** Returns an outcome in words. */
export const outcomeInWords = (outcome: Outcome): string => outcomeNames[outcome]

/** The columns of a document's table, each with what it says of a row. */
export const documentColumns: readonly (readonly [name: string, says: (row: DocumentRow) => string])[] = [
  ['Service', ({ name }) => name],
  ['Before', ({ before }) => before?.name ?? 'Not decided'],
  ['Decided', ({ band }) => band?.name ?? 'Not decided'],
  ['Proposed', ({ proposed }) => proposed?.name ?? 'No rating'],
  ['Beside the proposal', ({ departure }) => departureInWords(departure)],
  ['Reason', ({ note }) => note ?? ''],
  ['Decided by', ({ by }) => listed(by)],
  ['Decided on', ({ on }) => (on === null ? '' : dayInWords(on))],
  ['Outcome', ({ outcome }) => outcomeInWords(outcome)],
  ['Because', ({ because }) => because ?? ''],
]

/** Returns a document's rows as texts, the names of the columns first. */
export const documentTable = ({ rows }: Pick<DecisionDocument, 'rows'>): readonly (readonly string[])[] => [
  documentColumns.map(([name]) => name),
  ...rows.map((row) => documentColumns.map(([, says]) => says(row))),
]

/** Returns what a document comes to, in one sentence: *14 services decided, 9 not decided.* */
export const documentInWords = (document: DecisionDocument): string => {
  const said = (outcome: Outcome, words: string) => {
    const count = countOf(document, outcome)
    return count === 0 && (outcome === 'left' || outcome === 'sent-back')
      ? []
      : [`${counted(count, 'service', 'services')} ${words}`]
  }
  return document.kind === 'decisions'
    ? `${listed([...said('decided', 'decided'), ...said('left', 'not decided')])}.`
    : `${listed([...said('confirmed', 'confirmed'), ...said('sent-back', 'sent back')])}.`
}

/** Returns how a document is called: *Weekly decision on the ratings, 21 November 2026*. */
export const documentTitle = ({ meeting, heldOn }: Pick<DecisionDocument, 'meeting' | 'heldOn'>): string =>
  `${meeting}, ${dayInWords(heldOn)}`
