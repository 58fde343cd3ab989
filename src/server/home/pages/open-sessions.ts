/** Sessions at which ratings are being decided, as those who decide find them on Home. */
import { dayOf } from '../../../core/kit/days.ts'
import { counted, dayInWords, listed } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { WorkListItem } from '../../../ui/work-list.ts'
import type { OpenWork } from '../../decisions/open-work.ts'

/** So many services are named; of the rest it is said how many they are. */
const named = 3

const namesOf = (services: readonly string[]): string => {
  const rest = services.length - named
  return listed([...services.slice(0, named), ...(rest > 0 ? [`${rest} more`] : [])])
}

const howFar = ({ services, undecided }: OpenWork): string =>
  undecided === 0
    ? 'Every service is decided: it can be ended.'
    : `${undecided} of ${counted(services, 'service', 'services')} still to be decided.`

const opened = ({ openedBy, openedAt }: OpenWork): string =>
  `${openedBy === null ? 'It was opened' : `${openedBy} opened it`} on ${dayInWords(dayOf(openedAt))}.`

/** Says which sessions are open, who opened each, and how far it is. Nothing where none is. */
export const openSessionsPart = (open: readonly OpenWork[]): Html | false =>
  open.length > 0 &&
  html`<h2 class="govuk-heading-m">Ratings are being decided</h2>
${open.map((session) => html`<p class="govuk-body"><a class="govuk-link" href="/decisions/${session.id}">${session.name}, ${dayInWords(session.heldOn)}</a>. ${opened(session)} <strong>${howFar(session)}</strong></p>`)}`

type Waiting = { readonly title: string; readonly services: readonly string[]; readonly show: string }

const item = (
  { id, name, heldOn }: OpenWork,
  { title, services, show }: Waiting,
  action: string,
): WorkListItem => ({
  title: html`<a class="govuk-link" href="/decisions/${id}?show=${show}">${title}<span class="govuk-visually-hidden">: ${name}</span></a>`,
  about: name,
  text: `${namesOf(services)}.`,
  due: `Session of ${dayInWords(heldOn)}`,
  action: button({
    html: html`${action}<span class="govuk-visually-hidden">: ${name}, ${dayInWords(heldOn)}</span>`,
    href: `/decisions/${id}?show=${show}`,
    classes: 'govuk-button--secondary',
  }),
})

/** What somebody else chose and this person has still to agree to, a session each. */
export const toAgree = (open: readonly OpenWork[]): readonly WorkListItem[] =>
  open.flatMap((session) => {
    const services = session.waitsForYou
    if (services.length === 0) return []
    const title = `${counted(services.length, 'rating waits', 'ratings wait')} for your decision`
    return [item(session, { title, services, show: 'yours' }, 'Decide')]
  })

/** What this person chose and somebody else has still to agree to, a session each. */
export const agreedByOthers = (open: readonly OpenWork[]): readonly WorkListItem[] =>
  open.flatMap((session) => {
    const services = session.waitsForOthers
    if (services.length === 0) return []
    const title = `${counted(services.length, 'rating waits', 'ratings wait')} for the other who decides`
    return [item(session, { title, services, show: 'to-do' }, 'Open the session')]
  })
