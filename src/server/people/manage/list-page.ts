import { counted } from '../../../core/kit/words.ts'
import { roles } from '../../../core/people/roles.ts'
import { button } from '../../../ui/components/button.ts'
import { table } from '../../../ui/components/table.ts'
import { tag } from '../../../ui/components/tag.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { PersonShown } from '../queries/people.ts'
import { rolesInWords, standingClasses, standingWords } from './words.ts'

const secondStep = ({ standing, secondFactor }: PersonShown): string =>
  standing === 'none' || standing === 'invited' ? '' : secondFactor ? 'Set up' : 'Not set up'

const accessWords = (person: PersonShown): readonly string[] =>
  person.access.map(({ role, service, of }) => `${roles[role].name}, ${service?.name ?? of}`)

/** People of one side: what they do stands as roles of the council, or as access to services. */
const listOf = (
  caption: string,
  people: readonly PersonShown[],
  what: { readonly head: string; readonly of: (person: PersonShown) => Content },
): Html =>
  scrollRegion({
    label: caption,
    content: table({
      caption: `${caption}: ${counted(people.length, 'person', 'people')}`,
      captionClasses: 'govuk-table__caption--m',
      head: ['Name', 'Email address', what.head, 'Account', 'Second step'].map((text) => ({ text })),
      firstCellIsHeader: true,
      rows: people.map((person) => [
        { html: html`<a class="govuk-link" href="/people/${person.id}">${person.name}</a>` },
        { text: person.email ?? '' },
        { html: html`${what.of(person)}` },
        {
          html: tag({ text: standingWords[person.standing], classes: standingClasses[person.standing] }),
        },
        { text: secondStep(person) },
      ]),
    }),
  })

/** Everyone who works with this council here: its own people, and those of providers and agencies. */
export const listPage = (people: readonly PersonShown[], council: string): Html => {
  const outside = people.filter(({ access }) => access.length > 0)
  return html`${pageHeading({
    text: 'People',
    caption: council,
    aside: button({ text: 'Invite a person', href: '/people/invite' }),
  })}
<p class="govuk-body"><a class="govuk-link" href="/outbox">Mail</a> shows what was sent to them, and what waits.</p>
${listOf(
  'People of the council',
  people.filter(({ roles: held }) => held.length > 0),
  { head: 'Roles', of: ({ roles: held }) => rolesInWords(held) },
)}
${
  outside.length > 0 &&
  listOf('People of providers and agencies', outside, {
    head: 'Access',
    of: (person) => accessWords(person).map((words) => html`${words}<br>`),
  })
}
<h2 class="govuk-heading-m">If somebody got in</h2>
<p class="govuk-body">Sign everybody out at once, on every device, but for you here. They sign in again. What they typed and did not send is lost.</p>
<form method="post" action="/people/end-all-sessions">
${button({ text: 'End everybody’s sessions', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`
}
