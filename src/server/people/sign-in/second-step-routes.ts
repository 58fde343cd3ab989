import type { FieldError } from '../../../core/kit/field-error.ts'
import { actingAs } from '../../platform/database/unit-of-work.ts'
import { seeOther, withCookies } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { asPerson, enter } from '../commands/enter.ts'
import { endPending } from '../commands/pending.ts'
import { setSecondFactor } from '../commands/second-factor.ts'
import { signInBySecondFactor } from '../commands/sign-in.ts'
import { signedAt } from '../places.ts'
import { councilOf, membershipsOf } from '../queries/memberships.ts'
import { pendingOf } from '../queries/pending.ts'
import { codePage } from './code-page.ts'
import { factorPage, recoveryCodesPage } from './factor-page.ts'
import { leadOn, waitErrors } from './routes.ts'

const again = () => seeOther('/sign-in')
const wrongCode: readonly FieldError[] = [
  { field: 'code', text: 'This code is wrong, or was used before. Enter the code that your app shows now' },
]

const showCode = (asked: Asked, errors: readonly FieldError[], status?: number): Response =>
  framed(asked, {
    title: 'Enter a code',
    section: 'Sign in',
    width: 'two-thirds',
    errors,
    ...(status === undefined ? {} : { status }),
    content: codePage(errors),
  })

const askForCode = async (asked: Asked): Promise<Response> => {
  const pending = await pendingOf(asked.context)
  return pending?.account.factor ? showCode(asked, []) : again()
}

const takeCode = async (asked: Asked): Promise<Response> => {
  const pending = await pendingOf(asked.context)
  if (!pending?.account.factor) return again()
  const typed = (await asked.form()).one('code')
  if (typed.trim() === '') return showCode(asked, [{ field: 'code', text: 'Enter a code' }])
  const step = await signInBySecondFactor(asked.context, pending, typed)
  if (step.kind === 'wait') return showCode(asked, waitErrors('code', step.seconds), 429)
  if (step.kind === 'refused') return showCode(asked, wrongCode)
  return leadOn(asked, step, pending.returnTo)
}

const showFactor = async (asked: Asked, errors: readonly FieldError[]): Promise<Response> => {
  const pending = await pendingOf(asked.context)
  if (!pending?.newSecret || pending.account.factor) return again()
  const { account, newSecret } = pending
  return framed(asked, {
    title: 'Set up your second step',
    section: 'Sign in',
    width: 'two-thirds',
    errors,
    content: factorPage({
      secret: newSecret,
      account: account.email,
      council: councilOf(await membershipsOf(account.person.id)),
      action: '/sign-in/second-factor',
      reason:
        'People of the council sign in with a password and a code from their own phone. You set this up once.',
      errors,
    }),
  })
}

const setFactor = async (asked: Asked): Promise<Response> => {
  const pending = await pendingOf(asked.context)
  if (!pending?.newSecret || pending.account.factor) return again()
  const { account, newSecret, method, returnTo } = pending
  const person = account.person.id
  const memberships = await membershipsOf(person)
  const typed = (await asked.form()).one('code')
  const codes = await actingAs(asPerson(person, memberships), () =>
    setSecondFactor(account, memberships, newSecret, typed),
  )
  if (codes === null) return showFactor(asked, wrongCode)
  await endPending(asked.context)
  const entered = await enter(asked.context, {
    person,
    method,
    strength: 'two-factors',
    provedFor: null,
  })
  if (!entered) return again()
  const signed = signedAt(account.person, entered.place)
  const page = framed(
    { ...asked, signed },
    {
      title: 'Your second step is set up',
      width: 'two-thirds',
      content: recoveryCodesPage({
        codes,
        heading: 'Your second step is set up',
        onward: entered.choose ? '/acting-for' : returnTo,
      }),
    },
  )
  return withCookies(asked.context, page)
}

/** Between the password and being signed in. */
export const secondStepRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sign-in/code',
    permission: 'anyone',
    sample: { none: 'only after a right password: the journey opens it' },
    handle: askForCode,
  },
  {
    method: 'POST',
    path: '/sign-in/code',
    permission: 'anyone',
    audit: 'session.started',
    handle: takeCode,
  },
  {
    method: 'GET',
    path: '/sign-in/second-factor',
    permission: 'anyone',
    sample: { none: 'only after a right password: the journey opens it' },
    handle: (asked) => showFactor(asked, []),
  },
  {
    method: 'POST',
    path: '/sign-in/second-factor',
    permission: 'anyone',
    audit: 'second-factor.set',
    handle: setFactor,
  },
]
