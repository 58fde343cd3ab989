import type { AssumedReason } from '../../../core/policy/assumed.ts'
import type { PackDocument } from '../../../core/policy/documents/pack.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Marks } from './marks.ts'

const general = (
  { about, says, why }: PackDocument['assumptions'][number],
  index: number,
): Html => html`<li id="assumption-${index + 1}"><p class="govuk-body"><strong>${says}</strong> (on paragraph ${about})</p>
<p class="govuk-body">Why: ${why}</p></li>`

const particular = ({
  number,
  why,
  values,
}: AssumedReason): Html => html`<li id="assumption-${number}"><p class="govuk-body">${why}</p>
<p class="govuk-body-s">On: ${values.map(({ place, about }, index) => html`${index > 0 && ', '}<a class="govuk-link" href="#value-${place}">${about}</a>`)}</p></li>`

/** What we take to hold where the policy is silent or contradicts itself, in a box of its own. */
export const assumptionsBox = (
  { assumptions }: PackDocument,
  { assumed }: Marks,
): Html => html`<div class="plumbline-assumptions">
<p class="govuk-body">The policy is silent here, or says two things. This is what we take to hold, and why. Each can be changed by a new version of the policy.</p>
<ol class="govuk-list govuk-list--number">
${assumptions.map(general)}
${assumed.map(particular)}
</ol>
</div>`
