import { dayOf } from '../../core/kit/days.ts'
import { dayInWords } from '../../core/kit/words.ts'
import { licence, type PublicRegister } from '../../core/publication/register.ts'
import { html, render } from '../../ui/html.ts'
import { type PageOptions, page } from '../../ui/layout.ts'
import type { Ground } from '../platform/database/unit-of-work.ts'

const demonstration =
  'This council is invented. Services marked as invented are too; the others come from CQC’s public register.'

/** Returns the document around a public page: no sign-in, no navigation, nothing of anybody. */
export const publicPage = (
  on: Ground,
  authority: PublicRegister['authority'] | null,
  given: Pick<PageOptions, 'title' | 'section' | 'breadcrumbs' | 'content' | 'width'>,
): string =>
  render(
    page({
      ...given,
      authority: { name: authority?.name ?? 'Care services' },
      product: 'Register of care services',
      homeHref: authority === null ? '/register' : `/register/${authority.id}`,
      demonstration: authority?.invented ? demonstration : undefined,
      footer: {
        about: html`${licence.attribution} <a class="govuk-link" href="${licence.url}" rel="license">${licence.name}</a>.`,
      },
      printFoot: {
        source: `${authority?.name ?? 'Plumbline'}: ${given.title}`,
        date: dayInWords(dayOf(on.clock())),
      },
    }),
  )
