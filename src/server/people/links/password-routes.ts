import type { FieldError } from '../../../core/kit/field-error.ts'
import { fault } from '../../../core/kit/problems.ts'
import { actingAs } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import { askOutside, type Outside } from '../../platform/http/outside.ts'
import type { Route } from '../../platform/http/route.ts'
import { endSessionsOf } from '../../platform/http/sessions.ts'
import { passwordKeys } from '../attempt-keys.ts'
import { attemptSucceeded } from '../commands/attempts.ts'
import { asPerson } from '../commands/enter.ts'
import { endLinks, useLink } from '../commands/links.ts'
import { changePassword } from '../commands/password.ts'
import { afterFirstFactor } from '../commands/sign-in.ts'
import { type Breached, leakedText, leakQuestion, wrongNewPassword } from '../new-password.ts'
import { type Account, accountOf } from '../queries/account.ts'
import { personOfLink } from '../queries/link.ts'
import { councilOf, membershipsOf } from '../queries/memberships.ts'
import { leadOn } from '../sign-in/routes.ts'
import { choosePasswordPage } from './choose-password-page.ts'

type Kind = 'invitation' | 'password'

const words = {
  invitation: { heading: 'Welcome to Plumbline', path: '/invitation' },
  password: { heading: 'Choose a new password', path: '/new-password' },
} as const

const intro = (kind: Kind, { person, email }: Account, council: string): string =>
  kind === 'invitation'
    ? `${person.name}, choose the password of your account with ${council}. You will sign in with ${email}.`
    : `The new password is for ${email}. All sessions of this account end when you save it.`

const accountOfLink = async (token: string, kind: Kind): Promise<Account> => {
  const person = await personOfLink(token, kind)
  const account = person === null ? null : await accountOf(person)
  if (account === null) throw fault('link-ended')
  return account
}

const show = async (asked: Asked, kind: Kind, errors: readonly FieldError[]): Promise<Response> => {
  const token = asked.part('token')
  const account = await accountOfLink(token, kind)
  const { heading, path } = words[kind]
  const council = councilOf(await membershipsOf(account.person.id))
  return framed(asked, {
    title: heading,
    width: 'two-thirds',
    errors,
    content: choosePasswordPage({
      heading,
      intro: intro(kind, account, council),
      action: `${path}/${token}`,
      email: account.email,
      errors,
    }),
  })
}

type Chosen = { readonly password: string; readonly breached: Breached }

/** Uses the link up. It may have ended while leaked passwords were asked. */
const choose = async (asked: Asked, kind: Kind, { password, breached }: Chosen): Promise<Response> => {
  const token = asked.part('token')
  const account = await accountOfLink(token, kind)
  const memberships = await membershipsOf(account.person.id)
  if ((await useLink(token, kind)) === null) throw fault('link-ended')
  const person = account.person.id
  await actingAs(asPerson(person, memberships), async () => {
    await changePassword({
      account,
      memberships,
      password,
      how: kind === 'invitation' ? 'invitation' : 'link',
      breached,
    })
    for (const { authority } of kind === 'invitation' ? memberships : [])
      await emit({
        kind: 'account.accepted',
        authority: authority.id,
        subject: { kind: 'person', id: person },
        payload: { method: 'password' },
      })
  })
  await endLinks(person)
  await endSessionsOf(person)
  // Who forgot a password tried too often before: that is forgiven from where the link was opened.
  const keys = await passwordKeys(asked.context, account.email, account)
  await attemptSucceeded(keys.filter(({ limit }) => limit !== 'source'))
  const step = await afterFirstFactor(asked.context, account, { method: 'password', returnTo: '/' })
  return leadOn(asked, step, '/')
}

const save = async (asked: Asked, kind: Kind): Promise<Response | Outside> => {
  const account = await accountOfLink(asked.part('token'), kind)
  const memberships = await membershipsOf(account.person.id)
  const password = (await asked.form()).one('password')
  const names = [account.person.name, account.email, ...memberships.map(({ authority }) => authority.name)]
  const wrong = wrongNewPassword(password, names)
  if (wrong !== null) return show(asked, kind, [{ field: 'password', text: wrong }])
  return askOutside(leakQuestion(password), async (leak) =>
    leak === 'leaked'
      ? show(asked, kind, [{ field: 'password', text: leakedText }])
      : choose(asked, kind, { password, breached: leak }),
  )
}

const routesOf = (kind: Kind, audit: 'account.accepted' | 'password.changed'): readonly Route[] => [
  {
    method: 'GET',
    path: `${words[kind].path}/:token`,
    permission: 'anyone',
    sample: { none: 'its address is a secret that works once: the journey opens it' },
    handle: (asked) => show(asked, kind, []),
  },
  {
    method: 'POST',
    path: `${words[kind].path}/:token`,
    permission: 'anyone',
    audit,
    handle: (asked) => save(asked, kind),
  },
]

/** Choosing a password by a link: the first one, or a new one. Opening the page uses nothing up: mail scanners open links. */
export const passwordLinkRoutes: readonly Route[] = [
  ...routesOf('invitation', 'account.accepted'),
  ...routesOf('password', 'password.changed'),
]
