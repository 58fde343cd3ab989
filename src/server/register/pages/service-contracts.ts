import { standings } from '../../../core/contracts/standing.ts'
import type { Day } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import type { CardOptions } from '../../../ui/card.ts'
import type { SummaryListRow } from '../../../ui/components/summary-list.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { BriefContract } from '../../contracts/queries/list-contracts.ts'

type Given = {
  readonly service: { readonly lead?: string | null; readonly commissioned: boolean }
  readonly contracts: readonly BriefContract[] | null
}

const link = ({ id, reference }: BriefContract): Html =>
  html`<a class="govuk-link" href="/contracts/${id}">Contract ${reference}</a>`

const leadOf = ({ lead = null, leadNamed }: BriefContract): string =>
  lead === null
    ? 'No contract lead is named.'
    : `Contract lead: ${lead}${leadNamed ? '' : ', as the Authorised Officer'}`

/** Whether the service is under contract, and who leads it (W2.2). */
export const complianceCard = ({ service, contracts }: Given): CardOptions => {
  const current = contracts?.find(({ inForce }) => inForce)
  if (current === undefined)
    return {
      title: 'Compliance',
      figure: service.commissioned ? 'Under contract' : 'No contract',
      text: service.lead ? `Contract lead: ${service.lead}` : 'No contract lead is named.',
    }
  return {
    title: 'Compliance',
    figure: current.standing === 'running' ? 'Under contract' : standingOf(current),
    text: leadOf(current),
    foot: link(current),
  }
}

const standingOf = ({ standing }: BriefContract): string =>
  standing === undefined ? 'Contract' : standings[standing]

const until = (lastDay: Day | null): string => (lastDay === null ? '' : `, last day ${dayInWords(lastDay)}`)

/** The contracts of a service among its details, those of the past too. */
export const contractRows = (contracts: Given['contracts']): readonly SummaryListRow[] =>
  contracts === null || contracts.length === 0
    ? []
    : [
        {
          key: { text: contracts.length === 1 ? 'Contract' : 'Contracts' },
          value: {
            html: html`<ul class="govuk-list govuk-!-margin-0">${contracts.map(
              (contract) =>
                html`<li>${link(contract)}: ${standingOf(contract).toLowerCase()}${until(contract.lastDay ?? null)}</li>`,
            )}</ul>`,
          },
        },
      ]

/** What a person may do with the service itself. */
export const keepLinks = (service: {
  readonly id: string
  readonly commissioned: boolean
  readonly ended_on: Day | null
}): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/contracts/new?service=${service.id}">Add a contract</a></p>
<p class="govuk-body"><a class="govuk-link" href="/services/${service.id}/change">Change name, type or place</a></p>
${!service.commissioned && service.ended_on === null && html`<p class="govuk-body"><a class="govuk-link" href="/services/${service.id}/end">End the service</a></p>`}`

/** That a service closed, when and why. */
export const endedRow = (service: {
  readonly ended_on: Day | null
  readonly end_reason?: string | null
}): SummaryListRow | false =>
  service.ended_on !== null && {
    key: { text: 'Closed' },
    value: { text: [dayInWords(service.ended_on), service.end_reason].filter(Boolean).join(': ') },
  }
