import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type TextOrHtml, textOrHtml } from '../text-or-html.ts'
import { type TagOptions, tag } from './tag.ts'

/** Options of the phase banner. */
export type PhaseBannerOptions = TextOrHtml & ElementOptions & { readonly tag?: TagOptions | undefined }

/** Says under the header that the whole site is in some state: a trial, made-up data. */
export const phaseBanner = (options: PhaseBannerOptions): Html => html`<div${attributes({
  class: classes('govuk-phase-banner', 'govuk-width-container', options.classes),
  ...options.attributes,
})}>
<p class="govuk-phase-banner__content">
${tag({ ...options.tag, attributes: undefined, classes: classes('govuk-phase-banner__content__tag', options.tag?.classes) })}
<span class="govuk-phase-banner__text">
${textOrHtml(options)}
</span>
</p>
</div>`
