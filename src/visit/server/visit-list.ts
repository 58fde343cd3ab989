import type { Day } from '../../core/kit/days.ts'
import { counted, dayInWords } from '../../core/kit/words.ts'
import { db } from '../../server/platform/database/unit-of-work.ts'
import { table } from '../../ui/components/table.ts'
import { emptyState } from '../../ui/empty-state.ts'
import { type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import { scrollRegion } from '../../ui/scroll-region.ts'

type Line = {
  readonly id: string
  readonly title: string
  readonly service: string
  readonly heldOn: Day
  readonly packedBy: string | null
}

/** Returns the visits that the actor may see, the latest first. */
export const listVisits = async (): Promise<readonly Line[]> =>
  db()
    .selectFrom('visit')
    .innerJoin('service_now', 'service_now.id', 'visit.service_id')
    .select([
      'visit.id',
      'title',
      'service_now.name as service',
      'held_on as heldOn',
      'packed_by as packedBy',
    ])
    .orderBy('held_on', 'desc')
    .orderBy('service_now.name')
    .execute()

/** The list of visits: where, when, and who has it on a device. */
export const visitList = (visits: readonly Line[]): Html => html`
  ${pageHeading({ text: 'Visits', caption: counted(visits.length, 'visit', 'visits') })}
  ${
    visits.length === 0
      ? emptyState({
          title: 'No visits are planned',
          text: 'A planned visit appears here, ready to be packed.',
        })
      : scrollRegion({ label: 'Visits', content: visitTable(visits) })
  }`

const visitTable = (visits: readonly Line[]): Html =>
  table({
    firstCellIsHeader: true,
    head: [{ text: 'Service' }, { text: 'Visit' }, { text: 'Day' }, { text: 'On a device' }],
    rows: visits.map(({ id, service, title, heldOn, packedBy }) => [
      { html: html`<a class="govuk-link" href="/visits/${id}">${service}</a>` },
      { text: title },
      { text: dayInWords(heldOn) },
      { text: packedBy ? `With ${packedBy}` : 'No' },
    ]),
  })
