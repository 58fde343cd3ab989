import type { Policy } from '../../../core/policy/policy.ts'
import { periodInWords } from '../../../core/retention/due.ts'
import { recordKinds } from '../../../core/retention/record-kinds.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { scrollRegion } from '../../../ui/scroll-region.ts'
import type { Marks } from './marks.ts'

/** How long each kind of record is kept, from when, and what is erased then; null where the pack does not say. */
export const retentionInWords = ({ retention }: Policy['documents'], marks: Marks): Html | null =>
  retention === undefined
    ? null
    : html`<p class="govuk-body">When the time is over, a person decides on the disposal. What is under a legal hold is kept. What has no rule here is kept.</p>
${scrollRegion({
  label: 'How long records are kept',
  content: table({
    head: ['Record', 'Kept for', 'Counted from', 'Then erased'].map((text) => ({ text })),
    rows: retention.rules.map((rule) => [
      { text: recordKinds[rule.record].name },
      { html: html`${periodInWords(rule.keepFor)} ${marks.of(rule)}` },
      { text: recordKinds[rule.record].closes },
      { text: recordKinds[rule.record].erases },
    ]),
    firstCellIsHeader: true,
  }),
})}`
