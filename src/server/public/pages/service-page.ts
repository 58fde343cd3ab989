import { dayInWords } from '../../../core/kit/words.ts'
import type { PublicService } from '../../../core/publication/public-service.ts'
import { cqcAddress, type PublicRegister } from '../../../core/publication/register.ts'
import { alert } from '../../../ui/components/alert.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { ratingInWords } from './words.ts'

const row = (key: string, value: string | Html) => ({
  key: { text: key },
  value: typeof value === 'string' ? { text: value } : { html: value },
})

const placements = ({ suspended, closedOn }: PublicService, { showsSuspensions }: PublicRegister) =>
  showsSuspensions &&
  closedOn === null &&
  row(
    'New placements by the council',
    suspended === null
      ? 'Not suspended'
      : `Suspended since ${dayInWords(suspended.since)}: ${suspended.what}`,
  )

const link = ({ cqc }: PublicService) =>
  cqc !== null &&
  cqc.location !== null &&
  row(
    'More',
    html`<a class="govuk-link" href="${cqcAddress(cqc.location)}" rel="external">CQC’s page and reports</a> (${cqc.location})`,
  )

const ratingOf = (service: PublicService): string => {
  const published = service.cqc?.published ?? null
  return `${ratingInWords(service)}${published === null ? '' : `, published on ${dayInWords(published)}`}`
}

/** A service as anyone may read of it. */
export const servicePage = (register: PublicRegister, service: PublicService): Html => {
  const { closedOn, suspended, commissioned, cqc } = service
  const { name } = register.authority
  return html`${pageHeading({
    text: service.name,
    caption: [service.type.name, service.place].filter(Boolean).join(', '),
  })}
${
  closedOn !== null &&
  insetText({
    text: `This service is no longer registered or has closed. Its last day was ${dayInWords(closedOn)}. It is not in the list any more.`,
  })
}
${
  closedOn === null &&
  suspended !== null &&
  alert({
    variant: 'error',
    title: `New placements are suspended since ${dayInWords(suspended.since)}`,
    showTitleAsHeading: true,
    html: html`${suspended.what}. ${name} places nobody new here for now. People who live here or use the service stay.`,
  })
}
${service.invented && insetText({ text: 'This service is invented. It is part of a demonstration, and does not exist.' })}
${summaryList({
  rows: [
    row('CQC’s rating', ratingOf(service)),
    placements(service, register),
    row('Provider', service.provider ?? 'Not known'),
    row('Type', service.type.name),
    row('Place', [service.place, service.postcode].filter(Boolean).join(', ') || 'Not known'),
    row(
      'The council',
      commissioned ? `${name} buys care here.` : `${name} does not buy care here. It stands in the area.`,
    ),
    cqc !== null &&
      cqc.registeredFrom !== null &&
      row('Registered with CQC', `Since ${dayInWords(cqc.registeredFrom)}`),
    link(service),
  ],
})}
<p class="govuk-body">${
    register.reviewedOn === null
      ? 'Nobody has reviewed the list yet.'
      : `The list was last reviewed on ${dayInWords(register.reviewedOn)}.`
  }</p>`
}
