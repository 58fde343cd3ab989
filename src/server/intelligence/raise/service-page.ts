import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { input } from '../../../ui/components/input.ts'
import { radios } from '../../../ui/components/radios.ts'
import { errorOf } from '../../../ui/field-errors.ts'
import { type Html, html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { nameOfType } from '../../register/words.ts'
import type { OpenService } from '../queries/raising.ts'
import { raisePath, raiseTitle } from './frame.ts'

const hintOf = ({ type, place, postcode, council }: OpenService): string =>
  [nameOfType(type), place, postcode, council].filter(Boolean).join(', ')

const found = (
  services: readonly OpenService[],
  errors: readonly FieldError[],
): Html => html`<form method="post" action="${raisePath}" novalidate>
${radios({
  name: 'service',
  idPrefix: 'service',
  fieldset: { legend: { text: 'Which of these is it?', classes: 'govuk-fieldset__legend--m' } },
  items: services.map((service) => ({
    value: service.id,
    text: service.name,
    hint: { text: hintOf(service) },
  })),
  value: services.length === 1 ? services[0]?.id : null,
  errorMessage: errorOf(errors, 'service'),
})}
${button({ text: 'Continue', preventDoubleClick: true })}
</form>`

/** The first page: which service. It is looked for by name, place or postcode. */
export const servicePage = (given: {
  readonly words: string | null
  readonly services: readonly OpenService[]
  readonly errors: readonly FieldError[]
}): Html => html`${pageHeading({ text: raiseTitle })}
<p class="govuk-body-l">A concern, good practice, or anything else that the council should know. It takes about two minutes, and you need no account.</p>
<p class="govuk-body"><strong>If somebody is in danger now, ring <a class="govuk-link" href="tel:999">999</a>.</strong></p>
<form method="get" action="${raisePath}" novalidate>
${input({
  id: 'q',
  name: 'q',
  label: { text: 'Which service is it about?', classes: 'govuk-label--m' },
  hint: { text: 'Its name, town or postcode.' },
  type: 'search',
  value: given.words ?? '',
})}
${button({ text: 'Find it', classes: given.services.length > 0 ? 'govuk-button--secondary' : '' })}
</form>
${given.services.length > 0 && found(given.services, given.errors)}
${
  given.words !== null &&
  given.services.length === 0 &&
  html`<p class="govuk-body"><strong>No service was found for “${given.words}”.</strong> Try a part of its name, or its postcode. If it is not here, ring or write to the council.</p>`
}`
