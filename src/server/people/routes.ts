import { isFault } from '../../core/kit/problems.ts'
import type { FieldError } from '../../ui/field-errors.ts'
import { isLocal } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { signInAsInvented, signOut } from './commands.ts'
import { signInPage } from './pages.ts'
import { inventedPeople } from './queries/invented-people.ts'

const show = async (asked: Asked, returnTo: string, errors: readonly FieldError[]): Promise<Response> =>
  framed(asked, {
    title: 'Sign in',
    width: 'two-thirds',
    errors,
    content: signInPage({ people: await inventedPeople(), returnTo, errors }),
  })

const nobodyChosen: readonly FieldError[] = [{ field: 'person', text: 'Select who you would like to be' }]

const signIn = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const returnTo = isLocal(form.one('return-to')) ? form.one('return-to') : '/'
  try {
    await signInAsInvented(asked.context, form.one('person'))
  } catch (error) {
    if (isFault(error) && error.problem.code === 'not-found') return show(asked, returnTo, nobodyChosen)
    throw error
  }
  return asked.context.redirect(returnTo, 303)
}

const leave = async (asked: Asked): Promise<Response> => {
  await signOut(asked.context)
  return asked.context.redirect('/sign-in?done=signed-out', 303)
}

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sign-in',
    permission: 'anyone',
    sample: () => '/sign-in',
    handle: (asked) => show(asked, asked.query('return-to') ?? '/', []),
  },
  {
    method: 'POST',
    path: '/sign-in',
    permission: 'anyone',
    audit: { none: 'a session is not a case row; sign-ins get their own log with real accounts' },
    handle: signIn,
  },
  {
    method: 'POST',
    path: '/sign-out',
    permission: 'anyone',
    audit: { none: 'a session is not a case row' },
    handle: leave,
  },
]
