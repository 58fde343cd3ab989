import { dayOf } from '../../../core/kit/days.ts'
import { dayInWords } from '../../../core/kit/words.ts'
import { roles } from '../../../core/people/roles.ts'
import { notificationBanner } from '../../../ui/components/notification-banner.ts'
import { html } from '../../../ui/html.ts'
import type { PageOptions } from '../../../ui/layout.ts'
import { page } from '../../../ui/layout.ts'
import { systemClock } from '../clock.ts'
import { answer } from './answer.ts'
import type { Asked } from './asked.ts'
import { type HistoryOf, historyLink } from './history-link.ts'
import { footerPlacesOf, navigationOf } from './navigation.ts'
import { notices } from './notices.ts'
import type { Signed } from './signed.ts'

/** What a slice says of its page; the frame knows the rest. */
export type Framed = Pick<
  PageOptions,
  'title' | 'section' | 'breadcrumbs' | 'backLink' | 'identity' | 'errors' | 'width' | 'content' | 'modules'
> & {
  readonly status?: number
  readonly policyVersion?: string | undefined
  /** The record that the page shows: a link leads to its history, for those who may see it. */
  readonly history?: HistoryOf | undefined
}

/** Says on every page what a device still has to send. */
const deviceScript = '/assets/visit-page.js'

/** What stands on every page of the demonstration, so that nothing in it is taken for real. */
export const demonstrationWords =
  'This council is invented, and so is all about its services. Real services come from CQC’s public register, with their public facts only.'

/** Returns the document around a page, for whoever is signed in. */
export const frame = (signed: Signed | null, path: string, framed: Framed, notice: string | null = null) =>
  page({
    ...framed,
    content: html`${framed.content}${historyLink(signed, framed.history)}`,
    modules: [deviceScript, ...(framed.modules ?? [])],
    // People of a provider may work with several councils at once.
    authority: { name: signed?.authorities.map(({ name }) => name).join(', ') ?? 'Provider quality' },
    homeHref: signed ? '/' : '/sign-in',
    account: signed
      ? {
          name: `${signed.person.name}, ${roleNames(signed)}`,
          href: '/account',
          signOutAction: '/sign-out',
        }
      : { signInHref: '/sign-in' },
    navigation: navigationOf(signed, path),
    footer: { more: footerPlacesOf(signed) },
    demonstration: signed?.authority.invented ? demonstrationWords : undefined,
    notification: notice !== null && notificationBanner({ type: 'success', text: notice }),
    printFoot: {
      source: `${signed?.authority.name ?? 'Plumbline'}: ${framed.title}`,
      date: dayInWords(dayOf(systemClock())),
      policyVersion: framed.policyVersion,
    },
  })

const roleNames = (signed: Signed): string =>
  signed.roles.map((role) => roles[role].name.toLowerCase()).join(', ')

/** Returns a page as the answer to what was asked. A form that failed comes back with 422, filled in. */
export const framed = (asked: Asked, given: Framed): Response => {
  const done = asked.query('done')
  const notice = done !== null && Object.hasOwn(notices, done) ? (notices[done] ?? null) : null
  const status = given.status ?? (given.errors?.length ? 422 : 200)
  return answer(frame(asked.signed, asked.url.pathname, given, notice), status)
}
