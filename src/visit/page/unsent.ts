import { counted } from '../../core/kit/words.ts'
import { withDatabase } from '../device/database.ts'

/** Says on every page which visits wait on this device, and how much of them is not sent. Packed pages say it themselves. */
export const showUnsent = async (): Promise<void> => {
  const place = document.querySelector('main')
  if (!place || document.querySelector('[data-unsent-bar]')) return
  const { visits, unsent } = await withDatabase(async (database) => ({
    visits: await database.getAll('visits'),
    unsent: await database.getAllFromIndex('outbox', 'visit'),
  }))
  for (const { visit } of visits) {
    const waiting = unsent.filter((entry) => entry.visit === visit.id).length
    place.prepend(notice(visit.id, visit.service, waiting))
  }
}

const notice = (id: string, service: string, waiting: number): HTMLElement => {
  const line = document.createElement('p')
  line.className = 'govuk-inset-text plumbline-device-bar'
  const link = document.createElement('a')
  link.className = 'govuk-link'
  link.href = `/visits/${id}`
  link.textContent = `visit to ${service}`
  const unsent =
    waiting === 0 ? 'nothing to send yet' : `${counted(waiting, 'answer', 'answers')} not yet sent`
  line.append('The ', link, ` is on this device: ${unsent}.`)
  return line
}
