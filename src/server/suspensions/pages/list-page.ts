import { type Day, dayOf } from '../../../core/kit/days.ts'
import { dayInWords, listed } from '../../../core/kit/words.ts'
import { type Standing, standingOn, standings } from '../../../core/suspensions/suspension.ts'
import { changedFields, suspensionFields } from '../../../core/suspensions/suspension-form.ts'
import { button } from '../../../ui/components/button.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { emptyState } from '../../../ui/empty-state.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { type StatusColour, statusTag } from '../../../ui/status-tag.ts'
import { asAtNotice } from '../../platform/http/as-at-notice.ts'
import type { SuspensionWords } from '../policy-words.ts'
import type { ShownSuspension, SuspensionVersion } from '../queries.ts'

export type ListPage = {
  readonly service: { readonly id: string; readonly name: string }
  readonly suspensions: readonly ShownSuspension[]
  readonly versions: readonly SuspensionVersion[]
  readonly words: SuspensionWords
  /** A past day, where the page is of one. */
  readonly asAt: Day | null
  /** The day on which each stands as it is shown. */
  readonly today: Day
  readonly mayDecide: boolean
  readonly seesContracts: boolean
}

const colours: Readonly<Record<Standing, StatusColour>> = {
  'to-come': 'amber',
  'in-force': 'red',
  lifted: 'grey',
}

const row = (key: string, value: string | Html | null) =>
  value !== null && {
    key: { text: key },
    value: typeof value === 'string' ? { text: value } : { html: value },
  }

const details = ({ lift, ...said }: ShownSuspension, { words, seesContracts }: ListPage): Html =>
  summaryList({
    rows: [
      row('From', dayInWords(said.starts)),
      row('Why', words.reasons(said.reason)),
      row('Paragraph', said.clause),
      row(
        'Contract',
        said.reference === null
          ? 'None'
          : seesContracts
            ? html`<a class="govuk-link" href="/contracts/${said.contract}">${said.reference}</a>`
            : said.reference,
      ),
      row('Before it is lifted', said.conditions),
      row('Next review', said.reviewOn && dayInWords(said.reviewOn)),
      row('Placements again from', lift && dayInWords(lift.on)),
      row('Lifted because', lift && words.liftReasons(lift.reason)),
      row('What was decided', lift?.note ?? null),
    ],
  })

const whatChanged = (version: SuspensionVersion, before: SuspensionVersion | undefined): string => {
  if (before === undefined) return 'recorded'
  if (version.lift !== null && before.lift === null) return 'lifted'
  if (JSON.stringify(version.lift) !== JSON.stringify(before.lift)) return 'changed how it was lifted'
  return `changed ${listed(changedFields(before, version).map((field) => suspensionFields[field]))}`
}

const history = (versions: readonly SuspensionVersion[]): Html => html`<ul class="govuk-list">
${versions.map(
  (version, index) =>
    html`<li>${dayInWords(dayOf(version.recordedAt))}: ${whatChanged(version, versions[index + 1])}, by ${version.by}</li>`,
)}
</ul>`

const doings = ({ id, lift }: ShownSuspension): Html => html`<div class="govuk-button-group">
${lift === null && button({ text: 'Lift', href: `/suspensions/${id}/lift` })}
${button({ text: 'Change', href: `/suspensions/${id}/change`, classes: 'govuk-button--secondary' })}
${lift !== null && button({ text: 'Change how it was lifted', href: `/suspensions/${id}/lift`, classes: 'govuk-button--secondary' })}
</div>`

const one = (suspension: ShownSuspension, given: ListPage): Html => {
  const standing = standingOn(
    { starts: suspension.starts, liftedOn: suspension.lift?.on ?? null },
    given.today,
  )
  return html`<section id="${suspension.id}">
<h2 class="govuk-heading-m">${given.words.kinds(suspension.kind)} ${statusTag({ text: standings[standing], colour: colours[standing] })}</h2>
${details(suspension, given)}
${history(given.versions.filter(({ id }) => id === suspension.id))}
${given.mayDecide && doings(suspension)}
</section>`
}

/** Every suspension of a service: those in force, and those of the past. */
export const listPage = (given: ListPage): Html => {
  const { service, suspensions } = given
  return html`${pageHeading({ text: 'Suspensions of new placements', caption: service.name })}
${asAtNotice(given.asAt, `/services/${service.id}/suspensions`)}
${given.mayDecide && button({ text: 'Suspend new placements', href: `/services/${service.id}/suspensions/new`, classes: 'govuk-button--warning' })}
${
  suspensions.length === 0
    ? emptyState({
        title: given.asAt === null ? 'New placements were never suspended' : 'No suspension was known',
        text: 'At least not since this council keeps its record here.',
        action: { text: `Go to ${service.name}`, href: `/services/${service.id}` },
      })
    : suspensions.map((suspension) => one(suspension, given))
}`
}
