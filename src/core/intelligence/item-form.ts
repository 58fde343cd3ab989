import { dayOfParts } from '../kit/day-of-parts.ts'
import { type Day, minusYears } from '../kit/days.ts'
import type { FieldError } from '../kit/field-error.ts'
import { partsOfDay } from '../kit/typed-day.ts'
import type { ItemTyped } from './item-typed.ts'
import type { IntelligenceLists } from './lists.ts'
import { isWrittenAsNhsNumber, mustNotStand, nameSeen } from './personal-details.ts'
import type { IntelligenceSaid } from './said.ts'

/** The most characters of a summary: intelligence keeps no narrative. */
export const longestSummary = 500
/** The most characters of a reference. */
export const longestReference = 40
/** Older items belong to a file with its own source, not to a form of a minute or two. */
const oldestYears = 10

const readOccurred = (typed: ItemTyped, today: Day): Day | FieldError => {
  const wrong = (text: string): FieldError => ({ field: 'occurred', text })
  const words = { field: 'occurred', name: 'The day on which it happened', example: '27 3 2026' }
  const read = dayOfParts([typed['occurred-day'], typed['occurred-month'], typed['occurred-year']], words)
  if (read === null) return wrong('Enter the day on which it happened')
  if (typeof read !== 'string') return read
  if (read > today) return wrong('The day on which it happened must be today or in the past')
  if (read < minusYears(today, oldestYears))
    return wrong(`The day must be within the last ${oldestYears} years: check the year`)
  return read
}

const tooLong = (field: string, name: string, text: string, longest: number): FieldError[] =>
  text.length > longest
    ? [{ field, text: `${name} must be ${longest} characters or fewer: it has ${text.length}` }]
    : []

/** What a text must not say of people. A name that is no secret, of a manager say, can be confirmed. */
export const summaryErrors = (summary: string, sure: boolean): FieldError[] => {
  const held = mustNotStand(summary)
  if (held !== null)
    return [{ field: 'summary', text: `Take out ${held}: it belongs in the person’s own record` }]
  const name = nameSeen(summary)
  return name === null || sure
    ? tooLong('summary', 'What it is about', summary, longestSummary)
    : [
        {
          field: 'summary',
          text: `Take out “${name}”, or tick below that it names nobody who uses the service`,
        },
      ]
}

const referenceErrors = (reference: string): FieldError[] =>
  isWrittenAsNhsNumber(reference)
    ? [{ field: 'reference', text: 'Enter the number of the case, not the person’s NHS number' }]
    : tooLong('reference', 'The reference', reference, longestReference)

const oneOf = (field: string, id: string, choices: readonly { readonly id: string }[], text: string) =>
  id === '' || choices.some((choice) => choice.id === id) ? [] : [{ field, text }]

type Ended = Pick<IntelligenceSaid, 'concluded' | 'outcome' | 'progressed'>

/** How it ended: outcome and day together, or neither. */
const readEnd = (
  typed: ItemTyped,
  lists: IntelligenceLists,
  occurred: Day | null,
  today: Day,
): Ended | FieldError[] => {
  const words = { field: 'ended', name: 'The day on which it ended', example: '27 3 2026' }
  const day = dayOfParts([typed['ended-day'], typed['ended-month'], typed['ended-year']], words)
  const { outcome, progressed } = typed
  const enquiry = typed.kind === 'section-42'
  const errors: FieldError[] = [
    ...(day !== null && typeof day !== 'string' ? [day] : []),
    ...oneOf('outcome', outcome, lists.outcomes, 'Select how it ended from the list'),
  ]
  if (outcome !== '' && day === null) errors.push({ field: 'ended', text: 'Enter the day on which it ended' })
  if (outcome === '' && day !== null) errors.push({ field: 'outcome', text: 'Select how it ended' })
  if (typeof day === 'string' && day > today)
    errors.push({ field: 'ended', text: 'The day on which it ended must be today or in the past' })
  if (typeof day === 'string' && occurred !== null && day < occurred)
    errors.push({ field: 'ended', text: 'It cannot have ended before it happened' })
  if (enquiry && outcome !== '' && !['yes', 'no'].includes(progressed))
    errors.push({ field: 'progressed', text: 'Select yes if it met the section 42 duty' })
  if (errors.length > 0) return errors
  const concluded = typeof day === 'string' ? day : null
  return {
    concluded,
    outcome: outcome || null,
    progressed: enquiry && concluded !== null ? progressed === 'yes' : null,
  }
}

/** What a form came to: the item, or everything that is wrong with it at once, in the order of the form. */
export type ItemRead =
  | { readonly said: IntelligenceSaid; readonly immediateRisk: boolean }
  | { readonly errors: readonly FieldError[] }

/** Reads the form. `asksRisk` is false for a correction: whether anyone is at risk now is asked once. */
export const readItem = (
  typed: ItemTyped,
  lists: IntelligenceLists,
  today: Day,
  asksRisk = true,
): ItemRead => {
  const occurred = readOccurred(typed, today)
  const summary = typed.summary.trim()
  const reference = typed.reference.trim()
  const end = readEnd(typed, lists, typeof occurred === 'string' ? occurred : null, today)
  const { kind, category, source, route } = typed
  const errors: FieldError[] = [
    ...(kind === '' ? [{ field: 'kind', text: 'Select what kind it is' }] : []),
    ...oneOf('kind', kind, lists.kinds, 'Select what kind it is from the list'),
    ...oneOf('category', category, lists.categories, 'Select what it is about from the list'),
    ...(typeof occurred === 'string' ? [] : [occurred]),
    ...summaryErrors(summary, typed.sure === 'yes'),
    ...oneOf('source', source, lists.sources, 'Select where it came from from the list'),
    ...oneOf('route', route, lists.routes, 'Select to whom it came first from the list'),
    ...referenceErrors(reference),
    ...(asksRisk && !['yes', 'no'].includes(typed.risk)
      ? [{ field: 'risk', text: 'Select yes if anyone is at risk now' }]
      : []),
    ...(Array.isArray(end) ? end : []),
  ]
  if (errors.length > 0 || typeof occurred !== 'string' || Array.isArray(end)) return { errors }
  return {
    said: {
      kind,
      occurred,
      ...end,
      reference: reference || null,
      summary: summary || null,
      category: category || null,
      source: source || null,
      route: route || null,
    },
    immediateRisk: typed.risk === 'yes',
  }
}

/** Returns the form as it would have been typed for an item: to correct it. */
export const typedOf = (said: IntelligenceSaid): ItemTyped => {
  const [day, month, year] = partsOfDay(said.occurred)
  const [endedDay, endedMonth, endedYear] = partsOfDay(said.concluded)
  return {
    kind: said.kind,
    category: said.category ?? '',
    'occurred-day': day,
    'occurred-month': month,
    'occurred-year': year,
    source: said.source ?? '',
    route: said.route ?? '',
    reference: said.reference ?? '',
    summary: said.summary ?? '',
    // Whoever wrote it was asked then.
    sure: said.summary !== null && nameSeen(said.summary) !== null ? 'yes' : '',
    risk: '',
    outcome: said.outcome ?? '',
    'ended-day': endedDay,
    'ended-month': endedMonth,
    'ended-year': endedYear,
    progressed: said.progressed === null ? '' : said.progressed ? 'yes' : 'no',
  }
}
