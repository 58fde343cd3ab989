/** What somebody without an account says of a service: four short pages, each checked by itself and all at the end. */

import { dayOfParts } from '../kit/day-of-parts.ts'
import { type Day, minusYears, plusDays } from '../kit/days.ts'
import type { FieldError } from '../kit/field-error.ts'
import { emailErrors } from '../people/person-form.ts'
import { summaryErrors } from './item-form.ts'
import type { IntelligenceLists } from './lists.ts'
import type { IntelligenceSaid } from './said.ts'

/** The fields, by the page that asks for them. */
export const raiseSteps = {
  what: ['kind', 'when', 'day', 'month', 'year'],
  saw: ['summary', 'sure', 'risk'],
  you: ['source', 'name', 'email'],
} as const

export type RaiseStep = keyof typeof raiseSteps
export type RaiseField = (typeof raiseSteps)[RaiseStep][number]

/** Everything that was typed so far; a field that was not asked for yet is absent. */
export type RaiseAnswers = Readonly<Partial<Record<RaiseField, string>>>

/** The pages in their order. */
export const stepsInOrder = Object.keys(raiseSteps) as readonly RaiseStep[]

const longestName = 100
const oldestYears = 2

/** Returns the day that was meant: today, yesterday or one that was typed. */
const dayMeant = (answers: RaiseAnswers, today: Day): Day | FieldError => {
  if (answers.when === 'today') return today
  if (answers.when === 'yesterday') return plusDays(today, -1)
  if (answers.when !== 'other') return { field: 'when', text: 'Select when it was' }
  const words = { field: 'day', name: 'The day', example: '27 3 2026' }
  const read = dayOfParts([answers.day ?? '', answers.month ?? '', answers.year ?? ''], words)
  if (read === null) return { field: 'day', text: 'Enter the day on which it was' }
  if (typeof read !== 'string') return read
  if (read > today) return { field: 'day', text: 'The day must be today or in the past' }
  return read < minusYears(today, oldestYears)
    ? {
        field: 'day',
        text: `The day must be within the last ${oldestYears} years. For what is longer ago, ring us`,
      }
    : read
}

/** Whether it is asked if somebody is at risk now: not of praise. */
export const asksRisk = ({ kind }: RaiseAnswers): boolean => kind !== 'compliment'

const whatErrors = (answers: RaiseAnswers, lists: IntelligenceLists, today: Day): FieldError[] => {
  const day = dayMeant(answers, today)
  const offered = lists.kinds.some(({ id, asked }) => asked !== null && id === answers.kind)
  return [
    ...(offered ? [] : [{ field: 'kind', text: 'Select what you want to tell us' }]),
    ...(typeof day === 'string' ? [] : [day]),
  ]
}

const sawErrors = (answers: RaiseAnswers): FieldError[] => {
  const summary = (answers.summary ?? '').trim()
  return [
    ...(summary === ''
      ? [{ field: 'summary', text: 'Enter what you saw or heard' }]
      : summaryErrors(summary, answers.sure === 'yes')),
    ...(asksRisk(answers) && !['yes', 'no'].includes(answers.risk ?? '')
      ? [{ field: 'risk', text: 'Select yes if anyone is at risk now' }]
      : []),
  ]
}

const youErrors = (answers: RaiseAnswers, lists: IntelligenceLists): FieldError[] => {
  const asked = lists.sources.filter((source) => source.asked !== null)
  const known = asked.length === 0 || asked.some(({ id }) => id === answers.source)
  const { name = '', email = '' } = answers
  return [
    ...(known ? [] : [{ field: 'source', text: 'Select who you are' }]),
    ...(name.length > longestName
      ? [{ field: 'name', text: `Your name must be ${longestName} characters or fewer` }]
      : []),
    ...emailErrors('email', email),
  ]
}

/** Returns what is wrong with one page. */
export const stepErrors = (
  step: RaiseStep,
  answers: RaiseAnswers,
  lists: IntelligenceLists,
  today: Day,
): readonly FieldError[] =>
  step === 'what'
    ? whatErrors(answers, lists, today)
    : step === 'saw'
      ? sawErrors(answers)
      : youErrors(answers, lists)

/** A concern as it is sent: what it says, and who says so. */
export type Raised = {
  readonly said: IntelligenceSaid
  readonly immediateRisk: boolean
  readonly name: string | null
  readonly email: string
}

/** Reads all pages. Returns the concern, or the first page on which something is wrong or missing. */
export const readRaised = (
  answers: RaiseAnswers,
  lists: IntelligenceLists,
  today: Day,
): Raised | { readonly incomplete: RaiseStep } => {
  const wrong = stepsInOrder.find((step) => stepErrors(step, answers, lists, today).length > 0)
  if (wrong !== undefined) return { incomplete: wrong }
  const occurred = dayMeant(answers, today)
  if (typeof occurred !== 'string') return { incomplete: 'what' }
  return {
    said: {
      kind: answers.kind ?? '',
      occurred,
      concluded: null,
      progressed: null,
      outcome: null,
      reference: null,
      summary: (answers.summary ?? '').trim(),
      category: null,
      source: answers.source || null,
      route: lists.routes.some(({ id }) => id === 'to-authority') ? 'to-authority' : null,
    },
    immediateRisk: asksRisk(answers) && answers.risk === 'yes',
    name: answers.name?.trim() || null,
    email: (answers.email ?? '').trim(),
  }
}

const letters = '23456789BCDFGHJKMNPQRSTVWXZ'
const lettersOfGroup = 3

/** Returns a reference number out of random bytes, that can be read aloud: no vowels, and nothing that looks like another. */
export const referenceOf = (random: Uint8Array): string => {
  const text = [...random].map((byte) => letters[byte % letters.length]).join('')
  return `C-${text.slice(0, lettersOfGroup)}-${text.slice(lettersOfGroup, 2 * lettersOfGroup)}`
}
