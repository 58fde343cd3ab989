import type { FieldError } from '../../../core/kit/field-error.ts'
import { backLink } from '../../../ui/components/back-link.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { demonstrationWords, framed } from '../../platform/http/frame.ts'
import type { OpenService, RaisingRules } from '../queries/raising.ts'

/** The address of the form for people without an account; its pages stand below it. */
export const raisePath = '/raise-a-concern'

/** What the form is called. */
export const raiseTitle = 'Tell us about a care service'

/** Whom to ring, as a link that a phone takes. */
export const ringWords = ({ name, telephone, email }: RaisingRules['contact']): Html =>
  telephone !== undefined
    ? html`${name} on <a class="govuk-link" href="tel:${telephone.replace(/\s/g, '')}">${telephone}</a>`
    : html`${name}${email !== undefined && html` at <a class="govuk-link plumbline-break" href="mailto:${email}">${email}</a>`}`

/** Says at once whom to ring, above everything else. */
export const ringNow = (contact: RaisingRules['contact']): Html =>
  warningText({
    html: html`Somebody is at risk now: do not wait for this form. In danger, ring <a class="govuk-link" href="tel:999">999</a>. Then tell ${ringWords(contact)}.`,
  })

/** A page of the form: one column, a way back, and in the demonstration the words that it is one. */
export const raisePage = (
  asked: Asked,
  given: {
    readonly title: string
    readonly back: string | null
    readonly service: OpenService | null
    readonly errors: readonly FieldError[]
    readonly content: Content
    readonly status?: number
  },
): Response =>
  framed(asked, {
    title: given.title,
    section: raiseTitle,
    width: 'two-thirds',
    errors: given.errors,
    ...(given.status === undefined ? {} : { status: given.status }),
    content: html`${given.back !== null && backLink({ href: given.back })}
${given.service?.inventedCouncil && asked.signed === null && html`<p class="govuk-body-s">${demonstrationWords}</p>`}
${given.content}`,
  })
