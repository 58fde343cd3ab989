import { counted } from '../../core/kit/words.ts'
import { button } from '../../ui/components/button.ts'
import { type Html, html } from '../../ui/html.ts'
import { handBackPath } from '../handover.ts'
import type { Refusal } from '../refusals.ts'

/** The bar on every page of a packed visit: where it is kept, and what the server does not have yet. */
export const bar = (
  unsent: number,
): Html => html`<p class="govuk-inset-text plumbline-device-bar" data-unsent-bar role="status">
  ${
    unsent === 0
      ? 'This visit is on this device. There is nothing to send yet.'
      : html`<strong>Saved on this device, ${unsent} not yet sent</strong>`
  }</p>`

/** What can be done with a packed visit as a whole. A plain form: the service worker answers it. */
export const handBackForm = (visit: string, unsent: number): Html => html`
  <h2 class="govuk-heading-m">Hand back</h2>
  <p class="govuk-body">Sends ${unsent === 0 ? 'nothing new' : counted(unsent, 'answer', 'answers')}, and lets the visit be changed
    on the server again. Needs signal.</p>
  <form method="post" action="${handBackPath(visit)}">
    ${button({ text: 'Hand back', preventDoubleClick: true })}
  </form>`

/** A whole page for when nothing is packed from which a layout could be taken. It needs no file. */
export const barePage = (
  { says, next }: Refusal,
  address: string,
): Html => html`<!doctype html><html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${says}</title></head>
<body><main><h1>${says}</h1><p>${next}</p><p><a href="${address}">Load the visit again</a></p></main></body></html>`
