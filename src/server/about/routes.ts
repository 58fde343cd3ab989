import { type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import { ground } from '../platform/database/unit-of-work.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { accessibilityStatement } from './accessibility-statement.ts'
import { machineTexts } from './machine-texts.ts'

const demonstration = 'This is a demonstration of an invented council, so there is nobody to ring here.'
const live =
  'For a question about a service, ask the contracts team of your council. For a question about your account, ask whoever invited you.'

const texts: Readonly<Record<string, { title: string; body: () => Html }>> = {
  '/accessibility': { title: 'Accessibility statement', body: () => accessibilityStatement },
  '/contact': {
    title: 'Contact',
    body: () =>
      html`<p class="govuk-body">In an emergency ring 999.</p>
<p class="govuk-body">${ground().mode === 'demo' ? demonstration : live}</p>`,
  },
  '/feedback': {
    title: 'Give feedback',
    body: () => html`<p class="govuk-body">Plumbline is open source. Its users steer it: tell your administrator what got in your way, or open an issue where you got the software.</p>
<p class="govuk-body">Do not write about people who use services there.</p>`,
  },
}

const show =
  (path: string) =>
  async (asked: Asked): Promise<Response> => {
    const text = texts[path] ?? { title: '', body: () => html`` }
    return framed(asked, {
      title: text.title,
      width: 'two-thirds',
      content: html`${pageHeading({ text: text.title })}${text.body()}`,
    })
  }

const pages = Object.keys(texts).map(
  (path): Route => ({ method: 'GET', path, permission: 'anyone', sample: () => path, handle: show(path) }),
)

export const routes: readonly Route[] = [...pages, ...machineTexts]
