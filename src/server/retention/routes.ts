import type { FieldError } from '../../core/kit/field-error.ts'
import type { Disposable } from '../platform/disposable.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { authorityOf } from './authority.ts'
import { certificateRoutes } from './certificate-routes.ts'
import { dispose } from './commands/dispose.ts'
import { holdRoutes } from './hold-routes.ts'
import { confirmPage } from './pages/confirm-page.ts'
import { retentionPage } from './pages/list-page.ts'
import { certificatesOf, holdsOf, proposedItems } from './queries.ts'

const show = async (asked: Asked, errors: readonly FieldError[]): Promise<Response> => {
  const authority = authorityOf(asked)
  return framed(asked, {
    title: 'Retention',
    errors,
    width: 'two-thirds',
    content: retentionPage({
      proposed: await proposedItems(authority),
      holds: await holdsOf(),
      certificates: await certificatesOf(authority),
      errors,
    }),
  })
}

const approve =
  (disposables: readonly Disposable[]) =>
  async (asked: Asked): Promise<Response> => {
    const form = await asked.form()
    const authority = authorityOf(asked)
    const open = await proposedItems(authority)
    const items =
      form.one('all') === 'yes' ? open : open.filter(({ item }) => form.all('item').includes(item))
    if (items.length === 0) return show(asked, [{ field: 'item', text: 'Select what shall be disposed of' }])
    if (form.one('sure') !== 'yes')
      return framed(asked, {
        title: 'Dispose of records',
        section: 'Retention',
        width: 'two-thirds',
        breadcrumbs: [{ text: 'Retention', href: '/retention' }],
        content: confirmPage(items),
      })
    const certificate = await dispose(
      { authority, approvedBy: asked.signed?.person.name ?? '', items: items.map(({ item }) => item) },
      disposables,
    )
    return seeOther(`/retention/certificates/${certificate}?done=disposed`)
  }

/** Retention: what is proposed, decided and held, over what the slices say can be disposed of (X11). */
export const retentionRoutes = (disposables: readonly Disposable[]): readonly Route[] => [
  {
    method: 'GET',
    path: '/retention',
    permission: 'retention.approve',
    sample: () => '/retention',
    handle: (asked) => show(asked, []),
  },
  {
    method: 'POST',
    path: '/retention/dispose',
    permission: 'retention.approve',
    audit: 'retention.disposed',
    handle: approve(disposables),
  },
  ...holdRoutes,
  ...certificateRoutes,
]
