import { button } from '../../../ui/components/button.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { type ItemFieldsGiven, itemFieldset } from './item-form.ts'

type Service = { readonly id: string; readonly name: string }

/** The form for a new item of intelligence about a service. */
export const newItemPage = (
  given: ItemFieldsGiven & { readonly id: string; readonly service: Service },
): Html => html`${pageHeading({ text: 'Record a concern or feedback', caption: given.service.name })}
<form method="post" action="/services/${given.service.id}/intelligence/new" novalidate>
<input type="hidden" name="id" value="${given.id}">
${itemFieldset(given, true)}
${button({ text: 'Record the concern or feedback', preventDoubleClick: true })}
</form>`

/** The form that corrects an item, or says how it ended. What it said before stays in its history. */
export const correctItemPage = (
  given: ItemFieldsGiven & {
    readonly item: string
    readonly version: number
    readonly service: Service
  },
): Html => html`${pageHeading({ text: 'Correct it, or say how it ended', caption: given.service.name })}
<p class="govuk-body">What it says now counts in the rating from now on. What it said before stays in its history.</p>
<form method="post" action="/services/${given.service.id}/intelligence/${given.item}/correct" novalidate>
<input type="hidden" name="version" value="${given.version}">
${itemFieldset(given, false)}
<div class="govuk-button-group">
${button({ text: 'Save the correction', preventDoubleClick: true })}
<a class="govuk-link" href="/services/${given.service.id}/intelligence/${given.item}">Cancel</a>
</div>
</form>`
