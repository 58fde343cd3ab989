import type { Policy } from '../../../core/policy/policy.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Marks } from './marks.ts'
import { facts, points } from './section.ts'

/** How new placements are suspended; null where the pack does not say. */
export const suspensionsInWords = ({ suspensions }: Policy['documents'], marks: Marks): Html | null => {
  if (suspensions === undefined) return null
  const reasons = (list: typeof suspensions.reasons) =>
    points(list.map((reason) => html`${reason.text} ${marks.of(reason)}`))
  return html`<p class="govuk-body">A person decides on a suspension. Everyone who sees the service sees it at once.</p>
${facts([
  ...suspensions.kinds.map(
    (kind) =>
      [
        kind.name,
        html`${marks.of(kind)}<br>${kind.publish.is ? 'Shown in the public register' : 'Not shown in the public register'} ${marks.of(kind.publish)}`,
      ] as const,
  ),
  ['Reasons to suspend', reasons(suspensions.reasons)],
  ['Reasons to lift', reasons(suspensions.liftReasons)],
])}`
}
