import { nameOfRule } from '../../../core/alerts/rules.ts'
import { counted } from '../../../core/kit/words.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import type { ListedAlert } from '../queries/list-alerts.ts'
import { type DeedName, deedForm, deeds, type FieldsGiven } from './deed-fields.ts'

/** Asks what a deed needs, once for several alerts. */
export const severalPage = (
  given: FieldsGiven & {
    readonly deed: DeedName
    readonly alerts: readonly ListedAlert[]
    readonly back: string
  },
): Html => {
  const { deed, alerts, back } = given
  return html`${pageHeading({ text: deeds[deed].heading, caption: counted(alerts.length, 'alert', 'alerts') })}
<ul class="govuk-list govuk-list--bullet">
${alerts.map(({ rule, service }) => html`<li>${nameOfRule(rule)}: ${service?.name ?? 'the council as a whole'}</li>`)}
</ul>
${deedForm(
  deed,
  alerts.map(({ id }) => id),
  back,
  given,
)}
<p class="govuk-body"><a class="govuk-link" href="${back}">Back without doing anything</a></p>`
}
