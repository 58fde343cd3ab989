import { ground } from '../platform/database/unit-of-work.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { outboxOf } from '../platform/mail/outbox.ts'
import { outboxPage } from './page.ts'

const show = async (asked: Asked): Promise<Response> => {
  const { mode, installation } = ground()
  return framed(asked, {
    title: 'Mail',
    width: 'two-thirds',
    breadcrumbs: [{ text: 'Administration', href: '/administration' }],
    content: outboxPage({
      mail: await outboxOf(asked.signed?.authority.id ?? ''),
      sends: mode === 'live' && installation.mail !== null,
    }),
  })
}

/** What was written to people, and what still waits. */
export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/outbox',
    permission: 'people.manage',
    reads: 'people',
    sample: () => '/outbox',
    handle: show,
  },
]
