/** Whether what somebody chose for a service can be taken: on what they saw, and with a reason where it differs. */
import type { FieldError } from '../kit/field-error.ts'
import { type Band, bandNamed } from '../policy/band.ts'
import { type Departure, departureOf, needsReason, type Proposed } from './departure.ts'

/** A row of the form of a session as it was sent. `seen` tells which proposal and decision stood on the page. */
export type ChoiceTyped = {
  readonly service: string
  readonly band: string
  readonly note: string
  readonly seen: string
}

/** What a choice is judged by. */
export type Judged = {
  readonly name: string
  readonly bands: readonly Band[]
  readonly proposed: Proposed
  /** What `seen` would be now. */
  readonly stands: string
  /** Somebody who chose the same gave the reason already. */
  readonly reasonGiven: boolean
}

/** What is wrong with a row: `field` is the id of what mends it. */
export type ChoiceError = FieldError & { readonly service: string }

/** Returns what tells one state of a row from another. */
export const seenOf = (proposal: string | null, decision: string | null): string =>
  `${proposal ?? 'none'}.${decision ?? 'none'}`

const longestNote = 1000

const asksWhy = (name: string, band: string, departure: Departure, proposed: string): string => {
  if (departure === 'permitted') return `${name}: say why ${band}, where ${proposed} is proposed`
  if (departure === 'override')
    return `${name}: the criteria do not permit ${band}. Give the reason for overriding them`
  return `${name}: too little is known to propose a rating. Say why ${band}`
}

/** Returns how the chosen band stands to the proposal, or what is wrong. */
export const judgeChoice = (
  { service, band, note, seen }: ChoiceTyped,
  { name, bands, proposed, stands, reasonGiven }: Judged,
): { readonly departure: Departure } | { readonly error: ChoiceError } => {
  const wrong = (field: string, text: string) => ({ error: { service, field: `${field}-${service}`, text } })
  if (seen !== stands)
    return wrong('band', `${name}: what is proposed or decided changed meanwhile. Look again, and choose`)
  const chosen = bands.find(({ id }) => id === band)
  if (chosen === undefined) return wrong('band', `${name}: choose a rating, or empty the note`)
  if (note.length > longestNote)
    return wrong('note', `${name}: the note must have ${longestNote} characters or fewer`)
  const departure = departureOf(band, proposed)
  if (!needsReason(departure) || reasonGiven || note !== '') return { departure }
  const named = proposed.band === null ? '' : bandNamed(bands, proposed.band).name
  return wrong('note', asksWhy(name, chosen.name, departure, named))
}
