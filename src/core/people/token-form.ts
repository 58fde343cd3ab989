/** The form on which an administrator makes a token of the API. */
import { type IntelligenceKind, intelligenceKinds } from '../intelligence/kinds.ts'
import { type Day, plusDays } from '../kit/days.ts'
import type { FieldError } from '../kit/field-error.ts'
import { isScope, type Scope, scopesHeld } from './scopes.ts'

/** How many days a token may work. None works for ever: a forgotten one must end by itself. */
export const tokenDays = [30, 90, 365] as const

/** What was typed, word for word. */
export type TokenTyped = {
  readonly name: string
  readonly source: string
  readonly scopes: readonly string[]
  readonly kinds: readonly string[]
  readonly lasts: string
}

/** A form with nothing in it. */
export const blankToken: TokenTyped = { name: '', source: '', scopes: [], kinds: [], lasts: '' }

/** What a token is made with. */
export type TokenAsked = {
  readonly name: string
  readonly source: string
  readonly scopes: readonly Scope[]
  /** Null is every kind of intelligence. */
  readonly kinds: readonly IntelligenceKind[] | null
  /** The last day on which it works. */
  readonly until: Day
}

const longest = 100

const textErrors = (field: string, name: string, text: string, advice: string): FieldError[] => {
  if (text === '') return [{ field, text: advice }]
  return text.length > longest ? [{ field, text: `${name} must be ${longest} characters or fewer` }] : []
}

const isSpan = (text: string): boolean => tokenDays.some((days) => String(days) === text)

/** Reads the form. Returns what to make, or everything that is wrong with it at once. */
export const readToken = (
  typed: TokenTyped,
  today: Day,
): { readonly asked: TokenAsked } | { readonly errors: readonly FieldError[] } => {
  const [name, source] = [typed.name.trim(), typed.source.trim()]
  const scopes = scopesHeld(typed.scopes)
  const kinds = intelligenceKinds.filter((kind) => typed.kinds.includes(kind))
  const wrong = typed.scopes.some((scope) => !isScope(scope)) || scopes.length < typed.scopes.length
  const errors: FieldError[] = [
    ...textErrors('name', 'The name', name, 'Enter what the token is for'),
    ...textErrors('source', 'The system', source, 'Enter which system uses it'),
    ...(wrong ? [{ field: 'scope', text: 'Select among the scopes of this page' }] : []),
    ...(typed.scopes.length === 0 ? [{ field: 'scope', text: 'Select what the token may do' }] : []),
    ...(kinds.length < typed.kinds.length
      ? [{ field: 'kind', text: 'Select among the kinds of this page' }]
      : []),
    ...(isSpan(typed.lasts) ? [] : [{ field: 'lasts', text: 'Select how long it works' }]),
  ]
  if (errors.length > 0) return { errors }
  return {
    asked: {
      name,
      source,
      scopes,
      kinds: kinds.length === 0 ? null : kinds,
      until: plusDays(today, Number(typed.lasts)),
    },
  }
}
