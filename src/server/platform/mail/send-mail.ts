import { createTransport } from 'nodemailer'
import { inRoom } from '../database/room.ts'
import { db, ground, now } from '../database/unit-of-work.ts'
import type { Installation } from '../installation.ts'
import { isLoopback } from '../loopback.ts'

const seconds = 1000

/** A server that does not answer must not hold the job's transaction for long. */
const patience = {
  connectionTimeout: 10 * seconds,
  greetingTimeout: 10 * seconds,
  socketTimeout: 20 * seconds,
} as const

type Outgoing = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
}

/** On the way to another machine a mail is encrypted, or it does not go: its link is a secret. The setting may say otherwise. */
const mustEncrypt = (smtp: string): boolean => {
  const { hostname, searchParams } = new URL(smtp)
  return searchParams.has('requireTLS') ? searchParams.get('requireTLS') === 'true' : !isLoopback(hostname)
}

/** Hands a mail to the mail server. Throws where it does not take it: the job is then tried again. */
const handOver = async (settings: NonNullable<Installation['mail']>, mail: Outgoing): Promise<void> => {
  const transport = createTransport({
    url: settings.smtp,
    requireTLS: mustEncrypt(settings.smtp),
    ...patience,
  })
  try {
    await transport.sendMail({
      from: settings.from,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.body,
      // The same for every try: a server that took it before the connection broke can tell.
      messageId: `<${mail.id}@plumbline>`,
      disableFileAccess: true,
      disableUrlAccess: true,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } finally {
    transport.close()
  }
}

/**
 * Sends a mail that waits, and empties it: its link is a secret. Where no mail server is set, and in the
 * demonstration, it stays on the page of mail.
 */
export const sendMail = async (id: string): Promise<void> => {
  const { mode, installation } = ground()
  const settings = installation.mail
  if (mode === 'demo' || settings === null) return
  await inRoom('mail', async () => {
    const mail = await db()
      .selectFrom('mail')
      .select(['id', 'recipient', 'subject', 'body'])
      .where('id', '=', id)
      .where('sent_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!mail || mail.body === null) return
    await handOver(settings, { ...mail, body: mail.body })
    await db().updateTable('mail').set({ sent_at: now(), body: null }).where('id', '=', id).execute()
  })
}
