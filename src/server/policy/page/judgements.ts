import { listed } from '../../../core/kit/words.ts'
import type { JudgementsDocument } from '../../../core/policy/documents/judgements.ts'
import type { Policy } from '../../../core/policy/policy.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Marks } from './marks.ts'
import { facts, points } from './section.ts'

type Documents = Policy['documents']
type Judgement = JudgementsDocument['judgements'][number]

const levelOf = (level: Judgement['levels'][number], marks: Marks): Html =>
  html`${level.urgent !== undefined && html`<p class="govuk-body"><strong>${level.urgent.text}</strong> ${marks.of(level.urgent)}</p>`}
${points(level.reasons.map((reason) => html`${reason.text} ${marks.of(reason)}`))}`

const judgementOf = (judgement: Judgement, { monitoring }: Documents, marks: Marks): Html => {
  const { givenBy, givenAt, mayBeGivenAt, sharedWith, levels } = judgement
  const named = (ids: readonly string[]): string =>
    listed(ids.map((id) => monitoring.activities.find((activity) => activity.id === id)?.name ?? id))
  return html`<h3 class="govuk-heading-m">${judgement.name} ${marks.of(judgement)}</h3>
<p class="govuk-body">A person gives it. Nothing computes or suggests it.</p>
${facts([
  ['How it is given', html`${givenBy.text} ${marks.of(givenBy)}`],
  ['Given at', html`${named(givenAt.activities)} ${marks.of(givenAt)}`],
  mayBeGivenAt !== undefined && [
    'May be given at',
    html`${named(mayBeGivenAt.activities)} ${marks.of(mayBeGivenAt)}`,
  ],
  ['Shared with', points(sharedWith.map((each) => html`${each.who} ${marks.of(each)}`))],
  ...levels.map(
    (level) => [`${level.number}. ${level.name}`, html`${marks.of(level)} ${levelOf(level, marks)}`] as const,
  ),
])}`
}

/** The ratings that people give, with the statements that they can tick as reasons. */
export const judgementsInWords = (documents: Documents, marks: Marks): Html | null => {
  const all = documents.judgements?.judgements
  return all === undefined ? null : html`${all.map((each) => judgementOf(each, documents, marks))}`
}
