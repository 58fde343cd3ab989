import type { Day } from '../../../core/kit/days.ts'
import { spanInWords } from '../../../core/kit/span.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import type { PackDocument } from '../../../core/policy/documents/pack.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import type { Marks } from './marks.ts'
import { facts, points } from './section.ts'

const reviewed = ({ review }: PackDocument, today: Day, marks: Marks): Content => {
  const due = review.day as Day
  const state =
    due < today
      ? html`${statusTag({ text: 'Overdue', colour: 'red' })} by ${spanInWords(due, today)}, since ${dayInWords(due)}.`
      : html`In ${spanInWords(today, due)}, by ${dayInWords(due)}.`
  return html`Due ${review.due}. ${state} ${marks.of(review)}`
}

/** Who answers for the policy: approval, owner, review, and to whom it goes (W1.6). */
export const about = (pack: PackDocument, sha256: string, today: Day, marks: Marks): Html => {
  const { approval, owner, sentTo, inForceFrom, version, documents } = pack
  return html`${facts([
    ['In force from', html`${dayInWords(inForceFrom.day as Day)} ${marks.of(inForceFrom)}`],
    ['Approved', html`By the ${approval.by.replace(/^the /i, '')}, ${approval.on} ${marks.of(approval)}`],
    ['Owner', html`${owner.who} ${marks.of(owner)}`],
    ['Next review', reviewed(pack, today, marks)],
    ['Goes to', sentTo.map((each) => html`${each.who} ${marks.of(each)} `)],
    ['Version', version],
  ])}
<h3 class="govuk-heading-m">What it is taken from</h3>
${points(documents.map(({ title, cites }) => html`${title}. Cited as: ${cites}.`))}
<p class="govuk-body">Where a number below has an <em>assumption</em> beside it, the policy does not say, and this is what we take to hold. All assumptions stand in <a class="govuk-link" href="#assumptions">one list</a>.</p>
<p class="govuk-body-s">Fingerprint of this version: <code class="plumbline-break">${sha256}</code></p>`
}
