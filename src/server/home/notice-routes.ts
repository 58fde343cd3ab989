import { type NoticeChoice, readNotices } from '../../core/alerts/notices.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { mailAddresses } from '../people/queries/mail-addresses.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { chooseNotices } from './commands/choose-notices.ts'
import { lookingOf } from './looking.ts'
import { noticesPage } from './pages/notices-page.ts'
import { noticesOf } from './queries/notice-choices.ts'

const show = async (
  asked: Asked,
  choice: NoticeChoice | null,
  errors: readonly FieldError[],
): Promise<Response> => {
  const { authority, person } = lookingOf(asked)
  return framed(asked, {
    title: 'Your notices',
    section: 'Your account',
    width: 'two-thirds',
    breadcrumbs: [{ text: 'Your account', href: '/account' }],
    errors,
    ...(errors.length > 0 ? { status: 422 } : {}),
    content: noticesPage({
      choice: choice ?? (await noticesOf(authority, person)),
      council: asked.signed?.authority.name ?? '',
      address: (await mailAddresses([person])).get(person) ?? null,
      errors,
    }),
  })
}

const save = async (asked: Asked): Promise<Response> => {
  const form = await asked.form()
  const { authority, person } = lookingOf(asked)
  const choice = readNotices(form.one('digest'), form.one('at-once') === 'yes')
  if (choice === null)
    return show(asked, null, [{ field: 'digest', text: 'Choose whether you want a digest' }])
  await chooseNotices(authority, person, choice)
  return seeOther('/account/notices?done=notices-chosen')
}

/** By which mail somebody hears of their work: their own choice, which is also how they stop it. */
export const noticeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/account/notices',
    permission: 'work.see',
    sample: () => '/account/notices',
    handle: (asked) => show(asked, null, []),
  },
  {
    method: 'POST',
    path: '/account/notices',
    permission: 'work.see',
    audit: 'notices.chosen',
    handle: save,
  },
]
