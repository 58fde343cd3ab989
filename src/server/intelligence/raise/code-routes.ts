import type { FieldError } from '../../../core/kit/field-error.ts'
import { html } from '../../../ui/html.ts'
import { now } from '../../platform/database/unit-of-work.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import type { Route } from '../../platform/http/route.ts'
import { sendCode } from '../commands/codes.ts'
import { confirmConcern } from '../commands/confirm-concern.ts'
import type { Draft } from '../queries/drafts.ts'
import { type RaisedConcern, raisedById } from '../queries/raised.ts'
import { raiserOf } from '../queries/raisers.ts'
import { asCouncil } from './as-councils.ts'
import { type Begun, begun, startAgain } from './begun.ts'
import { codePage, donePage } from './code-page.ts'
import { raisePage, raisePath, ringNow } from './frame.ts'

type Sent = Begun & {
  readonly draft: Draft & { readonly concern: string }
  readonly concern: RaisedConcern
  readonly email: string
}

/** What this browser has sent; null where it has sent nothing. Looked at by two at once, the second waits. */
const sent = async (asked: Asked, lock = false): Promise<Sent | null> => {
  const given = await begun(asked, lock)
  const id = given?.draft.concern ?? null
  if (given === null || id === null) return null
  return asCouncil(given.service.authority, async () => ({
    ...given,
    draft: { ...given.draft, concern: id },
    concern: await raisedById(id),
    email: (await raiserOf(id))?.email ?? '',
  }))
}

const show = (asked: Asked, given: Sent, errors: readonly FieldError[]): Response => {
  const { draft, rules, service, concern, email } = given
  const { code } = draft
  const waiting = code !== null && code.endsAt > now() && code.tries < rules.rules.code.tries
  return raisePage(asked, {
    title: 'Confirm your email address',
    service,
    back: null,
    errors: waiting ? errors : [],
    content: html`${concern.immediateRisk && ringNow(rules.contact)}
${codePage({ email, minutes: rules.rules.code.minutes, errors, waiting })}`,
  })
}

const open = async (asked: Asked): Promise<Response> => {
  const given = await sent(asked)
  if (given === null) return startAgain()
  return given.concern.confirmedAt === null ? show(asked, given, []) : seeOther(`${raisePath}/done`)
}

const wrong: readonly FieldError[] = [
  { field: 'code', text: 'This code is not right: enter the six digits of the latest email' },
]

const enter = async (asked: Asked): Promise<Response> => {
  const given = await sent(asked, true)
  if (given === null) return startAgain()
  const typed = (await asked.form()).one('code')
  if (typed.trim() === '') return show(asked, given, [{ field: 'code', text: 'Enter the code' }])
  const { service, rules, draft } = given
  const came = await asCouncil(service.authority, () =>
    confirmConcern(draft, typed, rules.rules.code.tries, service.council),
  )
  if (came === 'right') return seeOther(`${raisePath}/done`)
  return came === 'wrong' ? show(asked, given, wrong) : seeOther(`${raisePath}/code`)
}

const again = async (asked: Asked): Promise<Response> => {
  const given = await sent(asked, true)
  if (given === null) return startAgain()
  const { service, rules, draft, concern, email } = given
  if (concern.confirmedAt === null)
    await asCouncil(service.authority, () =>
      sendCode(draft.digest, {
        authority: service.authority,
        council: service.council,
        name: null,
        email,
        rules: rules.rules,
      }),
    )
  return seeOther(`${raisePath}/code`)
}

const done = async (asked: Asked): Promise<Response> => {
  const given = await sent(asked)
  if (given === null) return startAgain()
  if (given.concern.confirmedAt === null) return seeOther(`${raisePath}/code`)
  return raisePage(asked, {
    title: 'It has come in',
    service: given.service,
    back: null,
    errors: [],
    content: donePage({ reference: given.concern.reference, council: given.service.council }),
  })
}

const needsSent = { none: 'it belongs to what this browser sent: the journey of the form opens it' } as const

/** After it was sent: the code that confirms the email, and the reference number. */
export const codeRoutes: readonly Route[] = [
  { method: 'GET', path: `${raisePath}/code`, permission: 'anyone', sample: needsSent, handle: open },
  {
    method: 'POST',
    path: `${raisePath}/code`,
    permission: 'anyone',
    audit: 'concern.confirmed',
    handle: enter,
  },
  {
    method: 'POST',
    path: `${raisePath}/code/again`,
    permission: 'anyone',
    audit: 'mail.queued',
    handle: again,
  },
  { method: 'GET', path: `${raisePath}/done`, permission: 'anyone', sample: needsSent, handle: done },
]
