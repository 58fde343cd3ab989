import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Content, type Html, html } from '../html.ts'
import type { TextOrHtml } from '../text-or-html.ts'

/** Options of a notification banner. `type: 'success'` makes it green and has it read out at once. */
export type NotificationBannerOptions = TextOrHtml &
  ElementOptions & {
    readonly type?: 'success' | undefined
    readonly titleText?: string | undefined
    readonly titleHtml?: Html | undefined
    readonly titleHeadingLevel?: number | undefined
    readonly titleId?: string | undefined
    readonly role?: string | undefined
    readonly disableAutoFocus?: boolean | undefined
  }

const content = (options: NotificationBannerOptions): Content =>
  options.html ?? (options.text && html`<p class="govuk-notification-banner__heading">${options.text}</p>`)

/** Says what happened and what happens next, after an action; or what matters beyond this page. */
export const notificationBanner = (options: NotificationBannerOptions): Html => {
  const isSuccess = options.type === 'success'
  const titleId = options.titleId || 'govuk-notification-banner-title'
  const level = options.titleHeadingLevel || 2
  const title = options.titleHtml ?? options.titleText ?? (isSuccess ? 'Success' : 'Important')
  return html`<div${attributes({
    class: classes(
      'govuk-notification-banner',
      isSuccess && 'govuk-notification-banner--success',
      options.classes,
    ),
    role: options.role || (isSuccess ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
    'data-disable-auto-focus': options.disableAutoFocus?.toString(),
    ...options.attributes,
  })}>
<div class="govuk-notification-banner__header">
<h${level} class="govuk-notification-banner__title" id="${titleId}">
${title}
</h${level}>
</div>
<div class="govuk-notification-banner__content">
${content(options)}
</div>
</div>`
}
