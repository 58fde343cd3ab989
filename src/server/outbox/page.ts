import { clockTimeOf, dayOf, type Instant } from '../../core/kit/days.ts'
import { dayInWords } from '../../core/kit/words.ts'
import { insetText } from '../../ui/components/inset-text.ts'
import { summaryList } from '../../ui/components/summary-list.ts'
import { warningText } from '../../ui/components/warning-text.ts'
import { type Content, type Html, html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import { secretText } from '../../ui/qr-code.ts'
import type { OutboxMail } from '../platform/mail/outbox.ts'

const at = (when: Instant): string => `${dayInWords(dayOf(when))} at ${clockTimeOf(when)}`

/** A line that is an address is a link: in the demonstration one follows it. */
const line = (text: string): Content =>
  URL.canParse(text) && /^https?:/.test(text)
    ? html`<a class="govuk-link" href="${text}">${secretText(text)}</a>`
    : text

const words = (body: string): Html =>
  html`${body.split('\n\n').map((part) => html`<p class="govuk-body">${line(part)}</p>`)}`

const mail = (given: OutboxMail): Html =>
  summaryList({
    card: { title: { text: given.subject }, actions: {} },
    rows: [
      { key: { text: 'To' }, value: { text: given.to } },
      { key: { text: 'Written' }, value: { text: at(given.recorded) } },
      {
        key: { text: 'Sent' },
        value: { text: given.sent ? at(given.sent) : 'Not sent' },
      },
      given.body !== null && { key: { text: 'Words' }, value: { html: words(given.body) } },
    ],
  })

/** Mail to people of this council. What was sent has lost its words: they held links that are secrets. */
export const outboxPage = (given: {
  readonly mail: readonly OutboxMail[]
  readonly sends: boolean
}): Html => html`${pageHeading({
  text: 'Mail',
})}
${
  given.sends
    ? insetText({
        text: 'Mail goes out by your mail server. What does not go is tried again for about an hour.',
      })
    : insetText({
        text: 'No mail goes out from here: there is no mail server, or this is a demonstration. Pass the links on yourself.',
      })
}
${given.mail.some(({ body }) => body !== null) && warningText({ text: 'A link in a mail is for its reader alone. Whoever opens it first has the account.', iconFallbackText: 'Warning' })}
${given.mail.length === 0 ? html`<p class="govuk-body">Nothing was written yet. <a class="govuk-link" href="/people/invite">Invite a person</a> to begin.</p>` : given.mail.map(mail)}`
