import type { FieldError } from '../../../core/kit/field-error.ts'
import { html } from '../../../ui/html.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { askOutside, type Outside } from '../../platform/http/outside.ts'
import type { Route } from '../../platform/http/route.ts'
import { endSessionsOf, sessionsOf } from '../../platform/http/sessions.ts'
import { changePassword } from '../commands/password.ts'
import { newPasswordInput } from '../links/choose-password-page.ts'
import { type Breached, leakedText, leakQuestion, wrongNewPassword } from '../new-password.ts'
import { accountForm } from './form-page.ts'
import { ownAccount, passwordAgain, wrongAgain } from './own.ts'

const show = (asked: Asked, errors: readonly FieldError[]): Response =>
  accountForm(asked, {
    heading: 'Change your password',
    intro: 'Your other sessions end when you save the new one.',
    action: '/account/password',
    fields: html`${passwordAgain(errors)}${newPasswordInput(errors)}`,
    button: 'Change the password',
    errors,
  })

/** Reads the account anew: it may have changed while leaked passwords were asked. */
const change = async (asked: Asked, password: string, breached: Breached): Promise<Response> => {
  const { account, memberships } = await ownAccount(asked)
  await changePassword({ account, memberships, password, how: 'account', breached })
  const own = (await sessionsOf(asked.context, account.person.id)).find(({ isThis }) => isThis)
  await endSessionsOf(account.person.id, { but: own?.id })
  return seeOther('/account?done=password-changed')
}

const save = async (asked: Asked): Promise<Response | Outside> => {
  const { account, memberships } = await ownAccount(asked)
  const form = await asked.form()
  const again = await wrongAgain(asked, account, form.one('current'))
  const password = form.one('password')
  const names = [account.person.name, account.email, ...memberships.map(({ authority }) => authority.name)]
  const wrong = wrongNewPassword(password, names)
  if (wrong !== null) return show(asked, [...again, { field: 'password', text: wrong }])
  if (again.length > 0) return show(asked, again)
  return askOutside(leakQuestion(password), async (leak) =>
    leak === 'leaked'
      ? show(asked, [{ field: 'password', text: leakedText }])
      : change(asked, password, leak),
  )
}

/** Changing one's own password. */
export const passwordRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/account/password',
    permission: 'signed-in',
    sample: () => '/account/password',
    handle: async (asked) => show(asked, []),
  },
  {
    method: 'POST',
    path: '/account/password',
    permission: 'signed-in',
    audit: 'password.changed',
    handle: save,
  },
]
