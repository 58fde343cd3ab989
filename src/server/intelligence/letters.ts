/** What is written to people who raised a concern: never what it is about, or of which service. */
import type { Letter } from '../platform/mail/letters.ts'

type To = { readonly name: string | null; readonly council: string }

const letter = (subject: string, { name, council }: To, ...parts: readonly string[]): Letter => ({
  subject,
  body: [name === null ? 'Hello' : `Hello ${name}`, ...parts, `Sent by Plumbline for ${council}.`].join(
    '\n\n',
  ),
})

/** Carries the code that confirms an email address. */
export const codeLetter = (given: To & { readonly code: string; readonly minutes: number }): Letter =>
  letter(
    `Your code for ${given.council}`,
    given,
    `Enter this code on the page where you told ${given.council} about a care service:`,
    given.code,
    `It works once, for ${given.minutes} minutes.`,
    'If you did not ask for it, you need not do anything.',
  )

/** Says that a concern has come in, with its reference number. */
export const thanksLetter = (given: To & { readonly reference: string }): Letter =>
  letter(
    `We have what you told us: ${given.reference}`,
    given,
    `Thank you for telling ${given.council} about a care service. Your reference number is ${given.reference}.`,
    'The contracts team reads it. It may ring or write to you. When it has ended, we tell you by email.',
    'We do not tell the service who you are. If somebody is in danger now, ring 999.',
  )

/** Word back to whoever raised a concern: it has ended. */
export const endedLetter = (
  given: To & { readonly reference: string; readonly raised: string; readonly ask: string },
): Letter =>
  letter(
    `What you told us has ended: ${given.reference}`,
    given,
    `On ${given.raised} you told ${given.council} about a care service. We have looked into it, and it has ended.`,
    'We may not be able to say what came of it, because it concerns other people. It stays part of what the council knows of the service.',
    `If you want to ask about it, or it is not better, tell ${given.ask}, with the reference number ${given.reference}.`,
  )
