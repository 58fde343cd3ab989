import type { PackDocument } from '../../../core/policy/documents/pack.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Marks } from './marks.ts'
import { facts, points } from './section.ts'

/** Whom to write to or ring (W4.10). */
export const contacts = ({ contacts: all }: PackDocument, marks: Marks): Html =>
  facts(
    all.map((contact) => [
      contact.name,
      html`<p class="govuk-body">${contact.for} ${marks.of(contact)}</p>
${contact.email !== undefined && html`<p class="govuk-body"><a class="govuk-link plumbline-break" href="mailto:${contact.email}">${contact.email}</a></p>`}
${contact.telephone !== undefined && html`<p class="govuk-body">Telephone: ${contact.telephone}</p>`}`,
    ]),
  )

const named = (all: readonly { readonly name: string }[], marks: Marks): Html =>
  points(all.map((each) => html`${each.name} ${marks.of(each)}`))

/** The roles that the policy names. */
export const roles = ({ roles: all }: PackDocument, marks: Marks): Html => named(all, marks)

/** The types of service that the policy is applied to. */
export const serviceTypes = ({ serviceTypes: all }: PackDocument, marks: Marks): Html => named(all, marks)
