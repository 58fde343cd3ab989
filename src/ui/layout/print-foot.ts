import { type Html, html } from '../html.ts'

/** What a printed page says of itself. */
export type PrintFootOptions = {
  readonly source: string
  readonly date: string
  readonly policyVersion?: string | undefined
}

/** Shown on paper only: where the page comes from, of which day, and by which version of the policy. */
export const printFoot = ({ source, date, policyVersion }: PrintFootOptions): Html =>
  html`<div class="plumbline-print-foot">
<p>${source}</p>
<p>Printed from the record as it stood on ${date}</p>
${policyVersion && html`<p>Policy: ${policyVersion}</p>`}
</div>`
