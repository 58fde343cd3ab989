import { dayIn } from '../kit/day-in.ts'
import type { Day } from '../kit/days.ts'
import { errorList } from '../kit/error-list.ts'
import type { FieldError } from '../kit/field-error.ts'
import { textUpTo } from '../kit/typed-text.ts'

/** What a person typed of an action, word for word. */
export type ActionTyped = {
  readonly what: string
  readonly person: string
  readonly who: string
  readonly due: string
}

/** Something that somebody is to do after an activity, by a day. */
export type ActionRead = {
  readonly what: string
  readonly person: string | null
  readonly who: string | null
  readonly due: Day
}

const longest = { what: 500, who: 100 } as const

/** Reads the form of an action. Returns it, or everything that is wrong at once. */
export const readAction = (
  typed: ActionTyped,
  people: readonly string[],
): ActionRead | { readonly errors: readonly FieldError[] } => {
  const { errors, wrong } = errorList()
  const what = textUpTo(typed.what, 'what', 'What is to be done', longest.what, wrong)
  if (typed.what.trim() === '') wrong('what', 'Say what is to be done')
  const who = textUpTo(typed.who, 'who', 'Who does it', longest.who, wrong)
  const person = people.includes(typed.person) ? typed.person : null
  if (person === null && who === null)
    wrong('person', 'Select a person of the council, or say who of the provider does it')
  const due = dayIn(typed.due, 'due', 'The day by which it is done', wrong)
  if (errors.length > 0 || what === null || due === null) return { errors }
  return { what, person, who: person === null ? who : null, due }
}
