import { type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { machineTexts } from './machine-texts.ts'

const texts: Readonly<Record<string, { title: string; body: Html }>> = {
  '/accessibility': {
    title: 'Accessibility statement',
    body: html`<p class="govuk-body">We want as many people as possible to be able to use this service: by keyboard, on a phone, with a screen reader, without JavaScript, enlarged to 400%.</p>
<h2 class="govuk-heading-m">How accessible it is</h2>
<p class="govuk-body">Every page is tested against the Web Content Accessibility Guidelines 2.2, level AA, by machine on every change. No one with a disability has tested it yet. Until that has happened, we call it partly compliant.</p>
<h2 class="govuk-heading-m">Tell us</h2>
<p class="govuk-body">If something does not work for you, tell the council’s contracts team: see <a class="govuk-link" href="/contact">Contact</a>.</p>`,
  },
  '/contact': {
    title: 'Contact',
    body: html`<p class="govuk-body">In an emergency ring 999.</p>
<p class="govuk-body">This is a demonstration of an invented council, so there is nobody to ring here. In a live installation this page shows the contacts that stand in the council’s policy: the contracts team and the safeguarding team.</p>`,
  },
  '/feedback': {
    title: 'Give feedback',
    body: html`<p class="govuk-body">Plumbline is open source. Its users steer it: tell your administrator what got in your way, or open an issue where you got the software.</p>
<p class="govuk-body">Do not write about people who use services there.</p>`,
  },
}

const show =
  (path: string) =>
  async (asked: Asked): Promise<Response> => {
    const text = texts[path] ?? { title: '', body: html`` }
    return framed(asked, {
      title: text.title,
      width: 'two-thirds',
      content: html`${pageHeading({ text: text.title })}${text.body}`,
    })
  }

const pages = Object.keys(texts).map(
  (path): Route => ({ method: 'GET', path, permission: 'anyone', sample: () => path, handle: show(path) }),
)

export const routes: readonly Route[] = [...pages, ...machineTexts]
