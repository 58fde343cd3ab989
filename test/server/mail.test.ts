/** Mail goes by SMTP to a real server, by a job that is tried again; leaked passwords are asked where that is set (X9). */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { test } from 'node:test'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import { goodPassword, invited, linkIn, mailTo } from '../support/accounts.ts'
import { eventually, testApp } from '../support/app.ts'

/** A mail server on this machine that keeps what it takes, and refuses as often as it is told. */
const mailServer = async (refusals: number) => {
  const taken: Email[] = []
  let left = refusals
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', async () => {
        if (left > 0) {
          left -= 1
          return done(new Error('Try again later'))
        }
        taken.push(await PostalMime.parse(Buffer.concat(parts)))
        done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  return {
    taken,
    address: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}

test('an invitation goes out once, though the mail server refuses it first, and its words are not kept', async () => {
  const server = await mailServer(1)
  const plumbline = await testApp('demo', {
    mode: 'live',
    workers: true,
    installation: { mail: { smtp: server.address, from: 'Eastmarch <quality@eastmarch.example>' } },
  })
  try {
    const { path } = await invited(plumbline, 'wren@eastmarch.example')
    // A job that failed is looked for again by polling only.
    await eventually('the mail is sent', async () => server.taken.length > 0, 60)
    const [mail] = server.taken
    assert.equal(mail?.from?.address, 'quality@eastmarch.example')
    assert.equal(mail?.to?.[0]?.address, 'wren@eastmarch.example')
    assert.equal(mail?.subject, 'Your account for Eastmarch Council')
    assert.equal(linkIn(mail?.text), path)
    await eventually(
      'it is noted as sent',
      async () => (await mailTo(plumbline, 'wren@eastmarch.example'))[0]?.sent_at !== null,
    )
    assert.equal((await mailTo(plumbline, 'wren@eastmarch.example'))[0]?.body, null)
    assert.ok(plumbline.said.some((line) => /mail\.send failed and will be tried again/.test(line)))
    assert.ok(!plumbline.said.join('\n').includes(path.split('/').at(-1) ?? '?'))
    assert.equal(server.taken.length, 1)
  } finally {
    await plumbline.close()
    await server.close()
  }
})

test('in the demonstration no mail goes out, whatever is set', async () => {
  const server = await mailServer(0)
  const plumbline = await testApp('demo', {
    workers: true,
    installation: { mail: { smtp: server.address, from: 'quality@eastmarch.example' } },
  })
  try {
    await invited(plumbline, 'wren@eastmarch.example')
    const done = () =>
      plumbline.read(() =>
        db().selectFrom('reaction_done').select('reaction').where('reaction', '=', 'mail.send').execute(),
      )
    await eventually('the job has run', async () => (await done()).length > 0)
    assert.equal(server.taken.length, 0)
    assert.notEqual((await mailTo(plumbline, 'wren@eastmarch.example'))[0]?.body, null)
  } finally {
    await plumbline.close()
    await server.close()
  }
})

test('leaked passwords are asked by five letters of a digest; without an answer the password is taken', async () => {
  const asked: string[] = []
  const leaked = 'leaked kettle tractor'
  const digest = createHash('sha1').update(leaked).digest('hex').toUpperCase()
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '')
    answer.end(`0000000000000000000000000000000000A:3\r\n${digest.slice(5)}:12\r\n`)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  const plumbline = await testApp('demo', {
    mode: 'live',
    installation: { breachedPasswords: `http://127.0.0.1:${address.port}/range` },
  })
  try {
    const { path } = await invited(plumbline, 'wren@eastmarch.example')
    const refused = await plumbline.anyone().post(path, { password: leaked })
    assert.match(await refused.text(), /has leaked from another website/)
    assert.deepEqual(asked, [`/range/${digest.slice(0, 5)}`])
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    assert.equal((await plumbline.anyone().post(path, { password: goodPassword })).status, 303)
    const [payload] = await plumbline.read(() =>
      db()
        .selectFrom('event_payload')
        .innerJoin('event', 'event.id', 'event_id')
        .where('kind', '=', 'password.changed')
        .select('payload')
        .execute(),
    )
    assert.match(payload?.payload ?? '', /"breached":"no-answer"/)
  } finally {
    await plumbline.close()
    server.close()
  }
})
