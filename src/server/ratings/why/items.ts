import { dayInWords } from '../../../core/kit/words.ts'
import type { Criterion } from '../../../core/policy/policy.ts'
import type { ItemNote } from '../../../core/ratings/rating.ts'
import type { Verdict } from '../../../core/ratings/tally.ts'
import { details } from '../../../ui/components/details.ts'
import { table } from '../../../ui/components/table.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import { kindNames } from '../../register/words.ts'

/** Returns where an item can be seen, or null where no page shows it. */
export type AddressOf = (item: ItemNote) => string | null

const verdictsOf = (criterion: Criterion): Readonly<Record<Verdict, string>> => {
  const words = criterion.kind === 'proportion' ? criterion.met.words : ''
  return {
    counted: 'Yes',
    met: `Yes: ${words}`,
    'not-met': `Only among those that ended: it was not ${words}`,
    'before-window': 'No: it happened before that time',
    open: 'No: it had not ended',
    'concluded-before-window': 'No: it ended before that time',
    'not-progressed': 'No: it ended without progressing to an enquiry',
  }
}

const isCounted = ({ verdict }: ItemNote): boolean => ['counted', 'met', 'not-met'].includes(verdict)

const nameOf = (item: ItemNote, addressOf: AddressOf): Content => {
  const address = addressOf(item)
  const name = kindNames[item.kind]
  return address === null ? name : html`<a class="govuk-link" href="${address}">${name}</a>`
}

const itemsTable = (items: readonly ItemNote[], criterion: Criterion, addressOf: AddressOf): Html => {
  const verdicts = verdictsOf(criterion)
  const ends = criterion.kind === 'proportion'
  return scrollRegion({
    label: `Items of ${criterion.name}`,
    content: table({
      head: ['Item', 'Happened', ...(ends ? ['Ended'] : []), 'Counted?'].map((text) => ({ text })),
      rows: items.map((item) => [
        { html: html`${nameOf(item, addressOf)}` },
        { text: dayInWords(item.occurred) },
        ...(ends ? [{ text: item.concluded === null ? 'Not yet' : dayInWords(item.concluded) }] : []),
        { text: verdicts[item.verdict] },
      ]),
    }),
  })
}

/** Each item that was looked at: first those that counted, then those that did not, and why. */
export const itemsLookedAt = (
  items: readonly ItemNote[],
  criterion: Criterion,
  addressOf: AddressOf,
): Html | false => {
  if (items.length === 0) return false
  const [yes, no] = [items.filter(isCounted), items.filter((item) => !isCounted(item))]
  return details({
    summaryText: `${yes.length} counted, ${no.length} not counted: see each`,
    html: itemsTable([...yes, ...no], criterion, addressOf),
  })
}
