import { roles } from '../../../core/people/roles.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { radios } from '../../../ui/components/radios.ts'
import { errorOf, type FieldError } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { inventedPeople } from '../queries/invented-people.ts'
import { passwordForm } from './password-form.ts'

/** What a method's form needs to know. */
export type SignInGiven = {
  readonly returnTo: string
  readonly email: string
  readonly errors: readonly FieldError[]
}

/** One way to prove who you are. Each ends in `enter()`, which starts the session. */
export type SignInMethod = {
  /** Stands in the session and in the trail. */
  readonly name: string
  readonly offered: (mode: 'demo' | 'live') => boolean
  readonly draw: (given: SignInGiven) => Promise<Html>
  /** Where its own form is, and how a page that begins with another method leads to it. */
  readonly address: string
  readonly linkText: string
}

const demonstrationForm = async (given: SignInGiven): Promise<Html> => html`${insetText({
  text: 'This is a demonstration. Everyone below is invented, and so is the council they work for.',
})}
<form method="post" action="/sign-in" novalidate>
<input type="hidden" name="return-to" value="${given.returnTo}">
${radios({
  name: 'person',
  idPrefix: 'person',
  fieldset: { legend: { text: 'Who would you like to be?', classes: 'govuk-fieldset__legend--m' } },
  items: (await inventedPeople()).map((person) => ({
    value: person.id,
    text: person.name,
    hint: { text: `${roles[person.role].name}, ${person.authority.name}` },
  })),
  errorMessage: errorOf(given.errors, 'person'),
})}
${button({ text: 'Sign in' })}
</form>`

/** Every way to sign in, in the order of the page. A new one is an entry here, and a route that proves it. */
export const methods: readonly SignInMethod[] = [
  {
    name: 'demonstration',
    offered: (mode) => mode === 'demo',
    draw: demonstrationForm,
    address: '/sign-in',
    linkText: 'Sign in as an invented person',
  },
  {
    name: 'password',
    offered: () => true,
    draw: async (given) => passwordForm(given),
    address: '/sign-in/password',
    linkText: 'Sign in with an email address and a password',
  },
]
