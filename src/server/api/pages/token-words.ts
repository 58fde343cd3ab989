import { clockTimeOf, dayOf, type Instant } from '../../../core/kit/days.ts'
import { dayInWords, listed } from '../../../core/kit/words.ts'
import type { ShownToken } from '../../platform/api/tokens.ts'
import { kindNames } from '../../register/words.ts'

/** Where a token stands, in a word. */
export const stateWords: Readonly<Record<ShownToken['state'], string>> = {
  works: 'Works',
  ended: 'Ended',
  revoked: 'Revoked',
}

/** The colours beside those words. */
export const stateClasses: Readonly<Record<ShownToken['state'], string>> = {
  works: 'govuk-tag--green',
  ended: 'govuk-tag--grey',
  revoked: 'govuk-tag--red',
}

/** Returns when a token was last used, in words. */
export const lastUseInWords = (at: Instant | null): string =>
  at === null ? 'Never' : `${dayInWords(dayOf(at))} at ${clockTimeOf(at)}`

/** Returns the kinds of intelligence that are open to a token, in words. */
export const kindsInWords = (kinds: readonly string[] | null): string =>
  kinds === null
    ? 'Every kind'
    : listed(kinds.map((kind) => kindNames[kind as keyof typeof kindNames] ?? kind))
