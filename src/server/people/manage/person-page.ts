import type { FieldError } from '../../../core/kit/field-error.ts'
import { roles } from '../../../core/people/roles.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { tag } from '../../../ui/components/tag.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { AccessShown, PersonShown } from '../queries/people.ts'
import { rolesInWords, standingClasses, standingWords } from './words.ts'

type Deed = { readonly path: string; readonly text: string; readonly says: string; readonly warns?: boolean }

const deed = (
  person: PersonShown,
  { path, text, says, warns }: Deed,
): Html => html`<form method="post" action="/people/${person.id}/${path}">
<p class="govuk-body govuk-!-margin-bottom-2">${says}</p>
${button({ text, preventDoubleClick: true, classes: warns ? 'govuk-button--warning' : 'govuk-button--secondary' })}
</form>`

/** What an administrator can do with an account, by where it stands. */
const deedsFor = ({ standing, secondFactor, elsewhere }: PersonShown): readonly Deed[] => [
  ...(standing === 'invited'
    ? [
        {
          path: 'invite-again',
          text: 'Send the invitation again',
          says: 'The link that was sent before stops working.',
        },
      ]
    : []),
  ...(standing === 'active'
    ? [
        {
          path: 'password-link',
          text: 'Send a link for a new password',
          says: 'Their password of now holds until they choose another.',
        },
      ]
    : []),
  ...(standing === 'active' && secondFactor
    ? [
        {
          path: 'reset-second-factor',
          text: 'Reset the second step',
          says: 'For somebody who lost phone and recovery codes. Make sure by voice that it is them.',
          warns: true,
        },
      ]
    : []),
  ...(standing === 'active' || standing === 'none'
    ? [
        {
          path: 'end-sessions',
          text: 'End all sessions',
          says: 'For a lost device. The person is signed out here on every device, and can sign in again.',
        },
      ]
    : []),
  ...(!elsewhere && (standing === 'active' || standing === 'invited')
    ? [
        {
          path: 'disable',
          text: 'Disable the account',
          says: 'Nobody can sign in with it, and its sessions end at once. It can be enabled again.',
          warns: true,
        },
      ]
    : []),
  ...(standing === 'disabled'
    ? [{ path: 'enable', text: 'Enable the account', says: 'The person signs in as before.' }]
    : []),
  {
    path: 'remove',
    text: 'Remove from this council',
    says: elsewhere
      ? 'Their roles and their access here end. They work with another council too: that stays, and their account.'
      : 'Their roles and their access here end. Invite them again to let them back in.',
    warns: true,
  },
]

const giveAccount = (
  person: PersonShown,
  email: string,
  errors: readonly FieldError[],
): Html => html`<h2 class="govuk-heading-m">Give a local account</h2>
<form method="post" action="/people/${person.id}/invite" novalidate>
${input({
  name: 'email',
  type: 'email',
  label: { text: 'Email address' },
  hint: { text: 'Nothing is sent from a demonstration: the link appears on the page Mail.' },
  spellcheck: false,
  value: email,
  errorMessage: errorOf(errors, 'email'),
})}
${button({ text: 'Send the invitation', preventDoubleClick: true })}
</form>`

const whereOf = ({ service, of }: AccessShown): Html =>
  service === null
    ? html`${of}`
    : html`<a class="govuk-link" href="/services/${service.id}/people">${service.name}</a> (${of})`

const accessOf = (person: PersonShown, access: AccessShown): Html =>
  html`<p class="govuk-body govuk-!-margin-bottom-2">${roles[access.role].name}, ${whereOf(access)}</p>${
    access.membership !== null &&
    html`<form method="post" action="/people/${person.id}/access/${access.membership}/end">
${button({
  html: html`End<span class="govuk-visually-hidden"> the access as ${roles[access.role].name.toLowerCase()}, ${access.service?.name ?? access.of}</span>`,
  classes: 'govuk-button--secondary govuk-!-margin-bottom-3',
  preventDoubleClick: true,
})}
</form>`
  }`

const shown = (person: PersonShown): Content =>
  summaryList({
    rows: [
      { key: { text: 'Email address' }, value: { text: person.email ?? 'None' } },
      {
        key: { text: 'Account' },
        value: {
          html: tag({ text: standingWords[person.standing], classes: standingClasses[person.standing] }),
        },
      },
      {
        key: { text: 'Roles' },
        value: { text: person.roles.length > 0 ? rolesInWords(person.roles) : 'None of the council’s own' },
        actions: {
          items: [{ text: 'Change', href: `/people/${person.id}/roles`, visuallyHiddenText: 'roles' }],
        },
      },
      person.access.length > 0 && {
        key: { text: 'Access' },
        value: { html: html`${person.access.map((access) => accessOf(person, access))}` },
      },
      person.standing === 'active' && {
        key: { text: 'Second step' },
        value: { text: person.secondFactor ? 'Set up' : 'Not set up' },
      },
    ],
  })

/** One person as an administrator sees them. Nobody does these things to their own account. */
export const personPage = (given: {
  readonly person: PersonShown
  readonly isSelf: boolean
  readonly email: string
  readonly errors: readonly FieldError[]
}): Html => html`${pageHeading({ text: given.person.name })}
${shown(given.person)}
${given.person.standing === 'none' && giveAccount(given.person, given.email, given.errors)}
${
  given.isSelf
    ? html`<p class="govuk-body">This is you. What you can change yourself is on the page <a class="govuk-link" href="/account">Your account</a>.</p>`
    : deedsFor(given.person).map((each) => deed(given.person, each))
}`
