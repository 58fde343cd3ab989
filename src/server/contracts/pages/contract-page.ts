import { isInForce, standingOn } from '../../../core/contracts/standing.ts'
import { endReasons, type Stop, terminationReasons } from '../../../core/contracts/stop-form.ts'
import { fundings, populationBases } from '../../../core/contracts/terms.ts'
import type { Day } from '../../../core/kit/days.ts'
import { poundsInWords } from '../../../core/kit/typed-amount.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { nameOfType } from '../../register/words.ts'
import {
  type ContractVersion,
  type LeadPeriod,
  lifetime,
  type ShownContract,
} from '../queries/show-contract.ts'
import { historySection, leadsSection } from './contract-history.ts'
import { leadInWords, standingTag } from './contracts-page.ts'

const row = (key: string, value: string | Html | null) => ({
  key: { text: key },
  value: typeof value === 'string' ? { text: value } : { html: value ?? html`Not stated` },
})

const population = ({ basis, stated }: ShownContract['terms']['population']): string =>
  stated === null ? populationBases[basis] : `${populationBases[basis]}: ${stated}`

const details = ({ terms, provider, service }: ShownContract): Html =>
  summaryList({
    rows: [
      row('Service', html`<a class="govuk-link" href="/services/${service.id}">${service.name}</a>`),
      row('Service type', nameOfType(terms.serviceType)),
      row('Provider', provider.name),
      provider.group !== null && row('Group', provider.group),
      provider.cqcId !== null && row('CQC provider id', provider.cqcId),
      row('Starts', dayInWords(terms.starts)),
      row('Ends', terms.ends === null ? 'No end was agreed' : dayInWords(terms.ends)),
      row('Specification', terms.specification),
      row('Who pays', fundings[terms.funding]),
      row('Annual value', terms.annualValue === null ? null : poundsInWords(terms.annualValue)),
      row('Number of people from', population(terms.population)),
      row('Permits suspension', terms.permitsSuspension ? 'Yes' : 'No'),
      row('Annual statement', terms.annualStatement ? 'A duty of the provider' : 'No duty'),
      row('Performance indicators', terms.kpiSet),
    ],
  })

const reasonsInWords = ({ how, reasons }: Stop): readonly string[] => {
  const known: Readonly<Record<string, string>> = how === 'ended' ? endReasons : terminationReasons
  return reasons.map((reason) => known[reason] ?? reason)
}

const stopped = (stop: Stop, today: Day): Html =>
  insetText({
    html: html`<p class="govuk-body"><strong>${stop.how === 'terminated' ? 'Terminated' : 'Ended'}: the last day ${stop.on < today ? 'was' : 'is'} ${dayInWords(stop.on)}.</strong>${stop.notice !== null && ` Notice was given on ${dayInWords(stop.notice)}.`}</p>
<ul class="govuk-list govuk-list--bullet">${reasonsInWords(stop).map((reason) => html`<li>${reason}</li>`)}</ul>
${stop.note !== null && html`<p class="govuk-body">${stop.note}</p>`}`,
  })

const doings = ({ id, stop }: ShownContract): Html => html`<div class="govuk-button-group">
${button({ text: 'Change', href: `/contracts/${id}/change` })}
${button({ text: 'Name the contract lead', href: `/contracts/${id}/lead`, classes: 'govuk-button--secondary' })}
${
  stop === null &&
  html`${button({ text: 'End', href: `/contracts/${id}/end`, classes: 'govuk-button--secondary' })}
${button({ text: 'Terminate', href: `/contracts/${id}/terminate`, classes: 'govuk-button--warning' })}`
}
</div>`

const leadLine = ({ lead }: ShownContract): Html => {
  const who = leadInWords({ lead: lead?.name ?? null, leadNamed: lead?.named === true })
  return html`<p class="govuk-body">Contract lead: <strong>${who}</strong>${
    lead !== null && !lead.named && html`. No lead is named, so the Authorised Officer is the contract lead.`
  }${lead === null && html`. Name a lead, or the Authorised Officer of the council.`}</p>`
}

/** A contract: what it says, who leads it, and what it said before. */
export const contractPage = (given: {
  readonly contract: ShownContract
  readonly versions: readonly ContractVersion[]
  readonly leads: readonly LeadPeriod[]
  readonly today: Day
  readonly mayEdit: boolean
  /** That nobody new can be placed at its service. */
  readonly suspended: Html
}): Html => {
  const { contract, today } = given
  const standing = standingOn(lifetime(contract), today)
  return html`${pageHeading({
    text: `Contract ${contract.terms.reference}`,
    caption: `${contract.service.name}, ${contract.provider.name}`,
    aside: standingTag(standing),
  })}
${given.suspended}
${contract.stop !== null && stopped(contract.stop, today)}
${
  standing === 'past-end' &&
  insetText({
    text: 'Its agreed end has passed. It counts as in force until somebody ends it, so that the monitoring goes on. Change its end date, or end it.',
  })
}
${leadLine(contract)}
${given.mayEdit && (contract.stop === null || isInForce(lifetime(contract), today)) && doings(contract)}
<h2 class="govuk-heading-m">What it says</h2>
${details(contract)}
${leadsSection(given.leads)}
${historySection(given.versions)}`
}
