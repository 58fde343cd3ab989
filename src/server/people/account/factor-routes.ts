import type { FieldError } from '../../../core/kit/field-error.ts'
import { fault } from '../../../core/kit/problems.ts'
import { seeOther, withCookies } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { endPending, startPending } from '../commands/pending.ts'
import { makeRecoveryCodes } from '../commands/recovery-codes.ts'
import { newFactorSecret, resetSecondFactor, setSecondFactor } from '../commands/second-factor.ts'
import type { Account } from '../queries/account.ts'
import { councilOf, isOfCouncil, mailAuthorityOf } from '../queries/memberships.ts'
import { pendingOf } from '../queries/pending.ts'
import { factorPage, recoveryCodesPage } from '../sign-in/factor-page.ts'
import { accountForm } from './form-page.ts'
import { ownAccount, ownOrNone, proofAgain, wrongProof } from './own.ts'
import { signedOf } from './session-routes.ts'

/** What a person may do to their second step, once they gave their password again. */
const forms = {
  'second-factor': {
    heading: 'Set up your second step',
    intro:
      'You need your phone or a password manager with one-time codes. An app that you set up before stops working.',
    button: 'Continue',
  },
  'second-factor/remove': {
    heading: 'Remove your second step',
    intro: 'You will sign in with your password alone, and your recovery codes stop working.',
    button: 'Remove the second step',
    warns: true,
  },
  'recovery-codes': {
    heading: 'Make new recovery codes',
    intro: 'The codes that you have now stop working.',
    button: 'Make new codes',
  },
} as const

type FormName = keyof typeof forms

const show = (
  asked: Asked,
  account: Account | null,
  name: FormName,
  errors: readonly FieldError[],
): Response =>
  accountForm(asked, {
    ...forms[name],
    action: `/account/${name}`,
    fields: proofAgain(account, errors),
    errors,
  })

const showCodes = (asked: Asked, codes: readonly string[], heading: string): Response =>
  framed(asked, {
    title: heading,
    section: 'Your account',
    width: 'two-thirds',
    content: recoveryCodesPage({ codes, heading, onward: '/account' }),
  })

const begin = async (asked: Asked): Promise<Response> => {
  const { account } = await ownAccount(asked)
  const errors = await wrongProof(asked, account, await asked.form())
  if (errors.length > 0) return show(asked, account, 'second-factor', errors)
  const person = account.person.id
  await startPending(asked.context, {
    person,
    method: 'account',
    returnTo: '/account',
    newSecret: newFactorSecret(),
  })
  return asked.context.redirect('/account/second-factor/confirm', 303)
}

const ownPending = async (asked: Asked) => {
  const pending = await pendingOf(asked.context)
  return pending?.account.person.id === signedOf(asked).person.id ? pending.newSecret : null
}

const showConfirm = async (asked: Asked, errors: readonly FieldError[]): Promise<Response> => {
  const { account, memberships } = await ownAccount(asked)
  const secret = await ownPending(asked)
  if (secret === null) return seeOther('/account/second-factor')
  return framed(asked, {
    title: 'Set up your second step',
    section: 'Your account',
    width: 'two-thirds',
    errors,
    breadcrumbs: [{ text: 'Your account', href: '/account' }],
    content: factorPage({
      secret,
      account: account.email,
      council: councilOf(memberships),
      action: '/account/second-factor/confirm',
      reason: 'From then on you sign in with your password and a code of your own app.',
      errors,
    }),
  })
}

const confirm = async (asked: Asked): Promise<Response> => {
  const { account, memberships } = await ownAccount(asked)
  const secret = await ownPending(asked)
  if (secret === null) return seeOther('/account/second-factor')
  const codes = await setSecondFactor(account, memberships, secret, (await asked.form()).one('code'))
  if (codes === null)
    return showConfirm(asked, [
      { field: 'code', text: 'This code is wrong. Enter the one that your app shows now' },
    ])
  await endPending(asked.context)
  return withCookies(asked.context, showCodes(asked, codes, 'Your second step is set up'))
}

const remove = async (asked: Asked): Promise<Response> => {
  const { account, memberships } = await ownAccount(asked)
  if (isOfCouncil(memberships))
    throw fault('bad-request', { what: 'People of the council cannot be without a second step.' })
  const errors = await wrongProof(asked, account, await asked.form())
  if (errors.length > 0) return show(asked, account, 'second-factor/remove', errors)
  await resetSecondFactor(account, memberships, 'person')
  return seeOther('/account?done=second-factor-removed')
}

const makeCodes = async (asked: Asked): Promise<Response> => {
  const { account, memberships } = await ownAccount(asked)
  const errors = await wrongProof(asked, account, await asked.form())
  if (errors.length > 0) return show(asked, account, 'recovery-codes', errors)
  const codes = await makeRecoveryCodes(account.person.id, mailAuthorityOf(memberships))
  return showCodes(asked, codes, 'Your new recovery codes')
}

const form = (name: FormName): Route => ({
  method: 'GET',
  path: `/account/${name}`,
  permission: 'signed-in',
  sample: () => `/account/${name}`,
  handle: async (asked) => show(asked, await ownOrNone(asked), name, []),
})

/** A person's own second step and recovery codes. */
export const factorRoutes: readonly Route[] = [
  form('second-factor'),
  {
    method: 'POST',
    path: '/account/second-factor',
    permission: 'signed-in',
    audit: { none: 'only a secret that waits for its first code; setting it is second-factor.set' },
    handle: begin,
  },
  {
    method: 'GET',
    path: '/account/second-factor/confirm',
    permission: 'signed-in',
    sample: { none: 'only after the password was given again: the journey opens it' },
    handle: (asked) => showConfirm(asked, []),
  },
  {
    method: 'POST',
    path: '/account/second-factor/confirm',
    permission: 'signed-in',
    audit: 'second-factor.set',
    handle: confirm,
  },
  form('second-factor/remove'),
  {
    method: 'POST',
    path: '/account/second-factor/remove',
    permission: 'signed-in',
    audit: 'second-factor.reset',
    handle: remove,
  },
  form('recovery-codes'),
  {
    method: 'POST',
    path: '/account/recovery-codes',
    permission: 'signed-in',
    audit: 'recovery-codes.made',
    handle: makeCodes,
  },
]
