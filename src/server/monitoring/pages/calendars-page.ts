import { dayOf, type Instant } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { Covers } from '../commands/calendars.ts'
import { hidden } from './form-parts.ts'

const names: Readonly<Record<Covers, string>> = {
  person: 'Your own plan',
  team: 'The plan of the whole team',
}

const section = (
  covers: Covers,
  since: Instant | null,
): Html => html`<h2 class="govuk-heading-m">${names[covers]}</h2>
<p class="govuk-body">${since === null ? 'It has no address yet.' : `It has had an address since ${dayInWords(dayOf(since))}. Nobody can look the address up again; make a new one if it is lost.`}</p>
<div class="govuk-button-group">
<form method="post" action="/plan/calendars/make">${hidden('covers', covers)}${button({ html: html`Make ${since === null ? 'an' : 'a new'} address<span class="govuk-visually-hidden"> for ${names[covers].toLowerCase()}</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>
${since !== null && html`<form method="post" action="/plan/calendars/end">${hidden('covers', covers)}${button({ html: html`End the address<span class="govuk-visually-hidden"> of ${names[covers].toLowerCase()}</span>`, classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`}
</div>`

/** Where a person makes and ends the secret addresses of calendars. */
export const calendarsPage = (given: {
  readonly made: readonly { readonly covers: string; readonly madeAt: Instant }[]
  /** The address just made: the only time that it is shown. */
  readonly address: string | null
}): Html => html`${pageHeading({ text: 'Calendar addresses' })}
<p class="govuk-body">Your calendar program can follow the plan by a secret address. It gives titles and places, and no notes. Whoever has the address can read that much: pass it to nobody, and end it when you no longer need it.</p>
${
  given.address !== null &&
  insetText({
    html: html`<p class="govuk-body">Copy this address into your calendar program now. It is shown only once.</p><p class="plumbline-secret">${given.address}</p>`,
  })
}
${(['person', 'team'] as const).map((covers) => section(covers, given.made.find((each) => each.covers === covers)?.madeAt ?? null))}`
