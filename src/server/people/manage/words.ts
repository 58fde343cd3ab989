import { listed } from '../../../core/kit/words.ts'
import { type Role, roles } from '../../../core/people/roles.ts'
import type { Standing } from '../queries/people.ts'

/** What a standing is called. */
export const standingWords: Readonly<Record<Standing, string>> = {
  none: 'No local account',
  invited: 'Invited',
  active: 'Active',
  disabled: 'Disabled',
}

/** Colours of the tags; the word says the same. */
export const standingClasses: Readonly<Record<Standing, string>> = {
  none: 'govuk-tag--grey',
  invited: 'govuk-tag--yellow',
  active: 'govuk-tag--green',
  disabled: 'govuk-tag--red',
}

/** Returns roles as words of a sentence. */
export const rolesInWords = (held: readonly Role[]): string => listed(held.map((role) => roles[role].name))
