import { counted } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { table } from '../../../ui/components/table.ts'
import { tag } from '../../../ui/components/tag.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { PersonShown } from '../queries/people.ts'
import { rolesInWords, standingClasses, standingWords } from './words.ts'

const secondStep = ({ standing, secondFactor }: PersonShown): string =>
  standing === 'none' || standing === 'invited' ? '' : secondFactor ? 'Set up' : 'Not set up'

/** Everyone who works with this council here. */
export const listPage = (people: readonly PersonShown[], council: string): Html => html`${pageHeading({
  text: 'People',
  caption: council,
  aside: button({ text: 'Invite a person', href: '/people/invite' }),
})}
<p class="govuk-body"><a class="govuk-link" href="/outbox">Mail</a> shows what was sent to them, and what waits.</p>
${scrollRegion({
  label: 'People of this council',
  content: table({
    caption: counted(people.length, 'person', 'people'),
    captionClasses: 'govuk-table__caption--m',
    head: ['Name', 'Email address', 'Roles', 'Account', 'Second step'].map((text) => ({ text })),
    firstCellIsHeader: true,
    rows: people.map((person) => [
      { html: html`<a class="govuk-link" href="/people/${person.id}">${person.name}</a>` },
      { text: person.email ?? '' },
      { text: rolesInWords(person.roles) },
      {
        html: tag({ text: standingWords[person.standing], classes: standingClasses[person.standing] }),
      },
      { text: secondStep(person) },
    ]),
  }),
})}`
