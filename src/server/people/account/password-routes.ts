import type { FieldError } from '../../../core/kit/field-error.ts'
import { html } from '../../../ui/html.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import type { Route } from '../../platform/http/route.ts'
import { endSessionsOf, sessionsOf } from '../../platform/http/sessions.ts'
import { changePassword } from '../commands/password.ts'
import { newPasswordInput } from '../links/choose-password-page.ts'
import { judgeNewPassword } from '../new-password.ts'
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

const save = async (asked: Asked): Promise<Response> => {
  const { account, memberships } = await ownAccount(asked)
  const form = await asked.form()
  const again = await wrongAgain(asked, account, form.one('current'))
  const password = form.one('password')
  const names = [account.person.name, account.email, ...memberships.map(({ authority }) => authority.name)]
  const judged = await judgeNewPassword(password, names)
  if ('wrong' in judged) return show(asked, [...again, { field: 'password', text: judged.wrong }])
  if (again.length > 0) return show(asked, again)
  const { breached } = judged
  await changePassword({ account, memberships, password, how: 'account', breached })
  const own = (await sessionsOf(asked.context, account.person.id)).find(({ isThis }) => isThis)
  await endSessionsOf(account.person.id, { but: own?.id })
  return seeOther('/account?done=password-changed')
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
