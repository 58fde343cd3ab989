import { button } from '../../ui/components/button.ts'
import { type Html, html } from '../../ui/html.ts'
import { packPath } from '../handover.ts'
import type { Visit } from '../visit.ts'

/** The way to take a visit along. The page's script starts the worker, tests the storage and opens the button. */
export const packForm = (visit: Visit): Html | null =>
  visit.heldBy
    ? null
    : html`<h2 class="govuk-heading-m">Take it along</h2>
  <p class="govuk-body">Packed on this device, the visit works without signal. Until it is handed back, nobody can
    change it elsewhere.</p>
  <form method="post" action="${packPath(visit.id)}" data-pack data-worker="/visit-worker.js">
    <p class="govuk-body" data-storage role="status">Packing needs JavaScript, which is off or has not started.</p>
    ${button({ text: 'Pack for the visit', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`
