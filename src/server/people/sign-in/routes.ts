import type { FieldError } from '../../../core/kit/field-error.ts'
import { isFault } from '../../../core/kit/problems.ts'
import { waitInWords } from '../../../core/people/attempts.ts'
import { isLocal, seeOther, withCookies } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import type { Route } from '../../platform/http/route.ts'
import { type Step, signInByPassword } from '../commands/sign-in.ts'
import { signInAsInvented, signOut } from '../commands.ts'
import { elsewherePage } from './elsewhere-page.ts'
import { showSignIn } from './show.ts'

const localOr = (address: string): string => (isLocal(address) ? address : '/')

const nobodyChosen: readonly FieldError[] = [{ field: 'person', text: 'Select who you would like to be' }]

const signInToDemonstration = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const returnTo = localOr(form.one('return-to'))
  try {
    await signInAsInvented(asked.context, form.one('person'))
  } catch (error) {
    if (isFault(error) && error.problem.code === 'not-found')
      return showSignIn(asked, { returnTo, errors: nobodyChosen })
    throw error
  }
  return asked.context.redirect(returnTo, 303)
}

/** Leads on from a step of signing in that went well. Keeps the cookies that it gave. */
export const leadOn = (asked: Asked, step: Step, returnTo: string): Response => {
  if (step.kind === 'council-account')
    return withCookies(asked.context, elsewherePage(asked, 'council-account', step.council))
  const to = {
    code: '/sign-in/code',
    'set-up': '/sign-in/second-factor',
    in: step.kind === 'in' && step.choose ? '/acting-for' : returnTo,
  }
  return step.kind === 'wait' || step.kind === 'refused'
    ? seeOther('/sign-in')
    : asked.context.redirect(to[step.kind], 303)
}

/** What is said where a step was refused. It names neither field: which of them was wrong is nobody's business. */
const refusedWords = 'Email address or password is wrong, or the account cannot be used'

/** Says that too much was wrong before. */
export const waitErrors = (field: string, seconds: number): readonly FieldError[] => [
  { field, text: `That was wrong too often. Wait ${waitInWords(seconds)}, and try again` },
]

const signInWithPassword = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const [email, password] = [form.one('email'), form.one('password')]
  const returnTo = localOr(form.one('return-to'))
  const again = (errors: readonly FieldError[], status?: number) =>
    showSignIn(asked, {
      method: 'password',
      returnTo,
      email,
      errors,
      ...(status === undefined ? {} : { status }),
    })
  if (email.trim() === '') return again([{ field: 'email', text: 'Enter your email address' }])
  if (password === '') return again([{ field: 'password', text: 'Enter your password' }])
  const step = await signInByPassword(asked.context, { email, password, returnTo })
  if (step.kind === 'wait') return again(waitErrors('password', step.seconds), 429)
  if (step.kind === 'refused') return again([{ field: 'email', text: refusedWords }])
  return leadOn(asked, step, returnTo)
}

const leave = async (asked: Asked): Promise<Response> => {
  await signOut(asked.context, asked.signed)
  return asked.context.redirect('/sign-in?done=signed-out', 303)
}

/** Signing in and out. */
export const signInRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sign-in',
    permission: 'anyone',
    sample: () => '/sign-in',
    handle: (asked) => showSignIn(asked, { returnTo: asked.query('return-to') ?? '/' }),
  },
  {
    method: 'POST',
    path: '/sign-in',
    permission: 'anyone',
    audit: { none: 'the demonstration’s one click: a session is not a case row, and nobody real is in it' },
    handle: signInToDemonstration,
  },
  {
    method: 'GET',
    path: '/sign-in/password',
    permission: 'anyone',
    sample: () => '/sign-in/password',
    handle: (asked) => showSignIn(asked, { method: 'password', returnTo: asked.query('return-to') ?? '/' }),
  },
  {
    method: 'POST',
    path: '/sign-in/password',
    permission: 'anyone',
    audit: 'session.started',
    handle: signInWithPassword,
  },
  { method: 'POST', path: '/sign-out', permission: 'anyone', audit: 'session.ended', handle: leave },
]
