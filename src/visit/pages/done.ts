import { counted } from '../../core/kit/words.ts'
import { notificationBanner } from '../../ui/components/notification-banner.ts'
import type { Html } from '../../ui/html.ts'

/** What just happened to the visit as a whole. It is told by the address, because a worker cannot set a cookie. */
export const packedAddress = (visit: string): string => `/visits/${visit}?packed=yes`
export const handedBackAddress = (visit: string, answers: number): string =>
  `/visits/${visit}?handed-back=${answers}`

/** Returns the banner for an address: what happened, and what happens next. */
export const doneBanner = (query: (name: string) => string | undefined): Html | null => {
  if (query('packed') === 'yes')
    return banner(
      'The visit is packed. It now works without signal on this device, and in this browser only.',
    )
  const answers = query('handed-back')
  if (answers === undefined || !/^\d{1,6}$/.test(answers)) return null
  return banner(
    `The visit is handed back: the server has ${counted(Number(answers), 'answer', 'answers')} from this device. It can be changed by others again.`,
  )
}

const banner = (text: string): Html => notificationBanner({ type: 'success', text })
