import type { ServiceCandidate } from '../../../core/contracts/match-service.ts'
import { matchService } from '../../../core/contracts/match-service.ts'
import type { ImportRow } from '../../../core/intelligence/import/read-row.ts'
import { serviceCandidates } from '../../contracts/queries/services.ts'

/** The service of a row, or what is to be mended. */
export type ServiceFound =
  | { readonly id: string; readonly name: string }
  | { readonly errors: readonly string[] }

/** What tells a service in a row. */
export type ServiceNamed = Pick<ImportRow, 'ownId' | 'cqcId' | 'serviceName' | 'postcode'>

const wrong = (text: string): ServiceFound => ({ errors: [text] })

const find = (
  { ownId, cqcId, serviceName, postcode }: ServiceNamed,
  services: readonly ServiceCandidate[],
): ServiceFound => {
  if (ownId !== null && ownId !== '') {
    const own = services.find(({ id }) => id === ownId.toLowerCase())
    return own ?? wrong(`Service: no service has the id ${ownId}`)
  }
  const found = matchService({ cqcId, serviceName, place: null, postcode }, services, () => false)
  if ('errors' in found) return { errors: found.errors.map(({ text }) => `Service: ${text}`) }
  return 'id' in found
    ? found
    : wrong(`Service: no service of the council is called ${serviceName}${postcode ? ` at ${postcode}` : ''}`)
}

/**
 * Returns what finds the service of a row among a council’s own: by our id, CQC’s id, or name and postcode. A file names
 * few services many times, so each is looked for once.
 */
export const serviceFinder = async (authority: string): Promise<(row: ServiceNamed) => ServiceFound> => {
  const services = await serviceCandidates(authority)
  const known = new Map<string, ServiceFound>()
  return (row) => {
    const key = [row.ownId, row.cqcId, row.serviceName, row.postcode].join('\n')
    const before = known.get(key)
    if (before !== undefined) return before
    const found = find(row, services)
    known.set(key, found)
    return found
  }
}
