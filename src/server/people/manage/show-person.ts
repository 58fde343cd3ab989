import type { FieldError } from '../../../core/kit/field-error.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import { signedOf } from '../account/session-routes.ts'
import type { PersonShown } from '../queries/people.ts'
import { personPage } from './person-page.ts'

/** Shows a person to an administrator. */
export const showPerson = async (
  asked: Asked,
  person: PersonShown,
  email: string,
  errors: readonly FieldError[],
): Promise<Response> => {
  const signed = signedOf(asked)
  return framed(asked, {
    title: person.name,
    section: 'People',
    width: 'two-thirds',
    errors,
    breadcrumbs: [{ text: 'People', href: '/people' }],
    content: personPage({
      person,
      isSelf: person.id === signed.person.id,
      email,
      errors,
    }),
  })
}
