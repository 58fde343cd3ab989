import { clockTimeOf, dayOf, type Instant } from '../../../core/kit/days.ts'
import { dayInWords, listed } from '../../../core/kit/words.ts'
import { roles } from '../../../core/people/roles.ts'
import { button } from '../../../ui/components/button.ts'
import { type SummaryListRow, summaryList } from '../../../ui/components/summary-list.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { OwnSession } from '../../platform/http/sessions.ts'
import type { Place } from '../places.ts'
import type { Account } from '../queries/account.ts'
import { isOfCouncil, type Membership } from '../queries/memberships.ts'

const at = (when: Instant): string => `${dayInWords(dayOf(when))} at ${clockTimeOf(when)}`

const row = (key: string, value: string, ...links: readonly (readonly [text: string, href: string])[]) =>
  ({
    key: { text: key },
    value: { text: value },
    actions: {
      items: links.map(([text, href]) => ({ text, href, visuallyHiddenText: key.toLowerCase() })),
    },
  }) satisfies SummaryListRow

const secondStep = (account: Account, memberships: readonly Membership[]): SummaryListRow => {
  const address = '/account/second-factor'
  if (account.factor === null) return row('Second step', 'Not set up', ['Set up', address])
  return isOfCouncil(memberships)
    ? row('Second step', 'Authenticator app', ['Replace', address])
    : row('Second step', 'Authenticator app', ['Replace', address], ['Remove', `${address}/remove`])
}

/** Whoever has no password comes by their council's own sign-in, which looks after all of this. */
const byCouncil = ({ person, email }: Account): Html =>
  summaryList({
    rows: [row('Name', person.name), row('Email address', email), row('Sign-in', 'Your council account')],
  })

const local = (account: Account, memberships: readonly Membership[], codesLeft: number): Html =>
  summaryList({
    rows: [
      row('Name', account.person.name),
      row('Email address', account.email, ['Change', '/account/email']),
      row(
        'Password',
        account.passwordChanged
          ? `Changed on ${dayInWords(dayOf(account.passwordChanged))}`
          : 'Not chosen yet',
        ['Change', '/account/password'],
      ),
      secondStep(account, memberships),
      account.factor !== null &&
        row('Recovery codes', `${codesLeft} left`, ['Make new ones', '/account/recovery-codes']),
    ],
  })

const placeOf = ({ memberships, name, authority, value }: Place, here: string | null): Html =>
  html`<li>${name}: ${listed([
    ...new Set(
      memberships.flatMap(({ roles: held, authority: council }) =>
        held.map(
          (role) => `${roles[role].name.toLowerCase()}${authority === null ? ` with ${council.name}` : ''}`,
        ),
      ),
    ),
  ])}${value === here && ' (you are here now)'}</li>`

const work = (
  places: readonly Place[],
  here: string,
): Html => html`<h2 class="govuk-heading-m">Where you work</h2>
<ul class="govuk-list govuk-list--bullet">
${places.map((place) => placeOf(place, places.length > 1 ? here : null))}
</ul>
${places.length > 1 && html`<p class="govuk-body"><a class="govuk-link" href="/acting-for">Change for whom you act</a></p>`}`

const signedInBy = ({ method, strength }: OwnSession): string => {
  if (method === 'oidc') return 'Your council account'
  if (method === 'demonstration') return 'One click, in the demonstration'
  return strength === 'two-factors' ? 'Password and code' : 'Password'
}

const session = (given: OwnSession): Html =>
  summaryList({
    card: {
      title: { text: given.device },
      actions: {},
    },
    rows: [
      {
        key: { text: 'Last used' },
        value: { text: given.isThis ? 'Now, on this page' : at(given.lastSeen) },
      },
      { key: { text: 'Began' }, value: { text: at(given.started) } },
      { key: { text: 'Acts for' }, value: { text: given.council ?? 'Your provider or agency' } },
      {
        key: { text: 'Signed in by' },
        value: {
          html: html`${signedInBy(given)}
${
  !given.isThis &&
  html`<form method="post" action="/account/sessions/${given.id}/end" class="govuk-!-margin-top-2">
${button({ html: html`End<span class="govuk-visually-hidden"> the session on ${given.device}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0' })}
</form>`
}`,
        },
      },
    ],
  })

/** A person's own page: who they are here, how they sign in, and where they are signed in. */
export const accountPage = (given: {
  readonly name: string
  readonly account: Account | null
  readonly codesLeft: number
  readonly memberships: readonly Membership[]
  readonly places: readonly Place[]
  /** The place where this session acts. */
  readonly here: string
  readonly sessions: readonly OwnSession[]
  /** Whether the person has a work list, of which mail can tell. */
  readonly hasWork: boolean
}): Html => html`${pageHeading({ text: 'Your account', caption: given.name })}
${
  given.account
    ? given.account.passwordHash === null
      ? byCouncil(given.account)
      : local(given.account, given.memberships, given.codesLeft)
    : html`<p class="govuk-body">You have no password here: in the demonstration you sign in with one click. An administrator can give you a local account under <em>People</em>.</p>`
}
${work(given.places, given.here)}
${given.hasWork && html`<p class="govuk-body"><a class="govuk-link" href="/account/notices">Your notices: by which mail you hear of your work</a></p>`}
<h2 class="govuk-heading-m">Where you are signed in</h2>
${given.sessions.map(session)}
${
  given.sessions.length > 1 &&
  html`<form method="post" action="/account/sessions/end-all">
${button({ text: 'End all other sessions', classes: 'govuk-button--warning' })}
</form>`
}`
