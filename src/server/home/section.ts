import { counted } from '../../core/kit/words.ts'
import { type Html, html } from '../../ui/html.ts'
import type { Asked } from '../platform/http/asked.ts'
import { lookingOf } from './looking.ts'
import { alertList } from './pages/alert-list.ts'
import { alertsOfService } from './queries/list-alerts.ts'

/** What there is to do about a service, for its own page: how many things, and the list of them. */
export type ServiceWork = { readonly count: number; readonly section: Html | false }

/** Returns what there is to do about a service; nothing where there is nothing, or nothing that its reader may see. */
export const serviceAlerts = async (asked: Asked, service: string): Promise<ServiceWork> => {
  if (!asked.may('work.see')) return { count: 0, section: false }
  const looking = lookingOf(asked)
  const alerts = await alertsOfService(service, looking)
  return {
    count: alerts.length,
    section:
      alerts.length > 0 &&
      html`<h2 class="govuk-heading-m" id="alerts">${counted(alerts.length, 'thing', 'things')} to do</h2>
${alertList('What there is to do about this service', alerts, looking.now)}`,
  }
}
