import { randomUUID } from 'node:crypto'
import { type FileColumn, fileColumns, headingOf } from '../../../core/contracts/file-columns.ts'
import { type FileRow, rowBy } from '../../../core/contracts/file-row.ts'
import { type Judged, judgeRow, type KnownContract } from '../../../core/contracts/judge-row.ts'
import type { Matched } from '../../../core/contracts/match-service.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { fault } from '../../../core/kit/problems.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { NewServiceNamed } from '../../platform/events/event.ts'
import { serviceTypeNames } from '../../register/words.ts'
import { knownContracts } from '../queries/known-contracts.ts'
import { knownProviders } from '../queries/known-provider.ts'
import { councilPeople } from '../queries/people.ts'
import { registeredLocations, serviceCandidates } from '../queries/services.ts'
import type { FileRows } from './file-rows.ts'

/** A row with what it would do. `service` is the id of its service; `newService` where the row brings it. */
export type JudgedRow = Judged & {
  readonly row: number
  readonly cells: readonly string[]
  readonly reference: string
  readonly service: { readonly id: string; readonly name: string } | null
  readonly newService: NewServiceNamed | null
}

const columns = Object.keys(fileColumns) as FileColumn[]

/** Takes the rows of a file apart by its headings. */
const partsOf = ({ heading, rows }: FileRows) => {
  const found = headingOf(heading)
  if (found === null) throw new Error('The headings of a stored file no longer read')
  return rows.map(({ row, cells }) => ({ row, cells, parts: rowBy(found, cells, columns) }))
}

const knownFor = async (authority: string, parts: readonly FileRow[]) => {
  const { invented } = await db()
    .selectFrom('authority')
    .where('id', '=', authority)
    .select('invented')
    .executeTakeFirstOrThrow()
  const contracts = await knownContracts(authority)
  return {
    invented,
    types: serviceTypeNames,
    services: await serviceCandidates(authority),
    locations: await registeredLocations([...new Set(parts.map(({ cqcId }) => cqcId ?? ''))]),
    providers: await knownProviders(authority),
    people: await councilPeople(authority),
    contract: (reference: string): KnownContract | null => contracts.get(reference.toLowerCase()) ?? null,
  }
}

type Known = Awaited<ReturnType<typeof knownFor>>

const realService: FieldError = { field: 'cqcId', text: fault('real-service').problem.says }

/** In an invented council nothing is made up about a real service. */
const isReal = (service: Matched, known: Known): boolean =>
  known.invented &&
  ('id' in service
    ? known.services.some(({ id, invented }) => id === service.id && !invented)
    : 'location' in service && known.locations.get(service.location)?.invented === false)

/** The new service that a row brings. Rows below find it as one that is there. */
const bringsService = (judged: Judged, known: Known): NewServiceNamed | null => {
  if (judged.what !== 'add' || 'id' in judged.service) return null
  const { terms, provider } = judged.read
  const common = { id: randomUUID(), type: terms.serviceType, provider: provider.name }
  if ('fresh' in judged.service) return { ...common, location: null, ...judged.service.fresh }
  const registered = known.locations.get(judged.service.location)
  if (registered === undefined) return null
  const { name, place, postcode } = registered
  return { ...common, location: judged.service.location, name, place, postcode }
}

const candidateOf = ({ id, name, postcode, location }: NewServiceNamed, invented: boolean) => ({
  id,
  name,
  postcode,
  locations: location === null ? [] : [location],
  invented,
})

const serviceOf = (judged: Judged, fresh: NewServiceNamed | null) => {
  if (judged.what === 'wrong') return null
  if (judged.what !== 'add') return { id: judged.contract.serviceId, name: judged.contract.service }
  if (fresh !== null) return { id: fresh.id, name: fresh.name }
  return 'id' in judged.service ? { id: judged.service.id, name: judged.service.name } : null
}

/**
 * Judges every row of a file against what the council has now, and against the rows above it: two rows may bring the
 * same new service or provider, and no two may have the same reference.
 */
export const judgeFile = async (authority: string, file: FileRows): Promise<readonly JudgedRow[]> => {
  const given = partsOf(file)
  const known = await knownFor(
    authority,
    given.map(({ parts }) => parts),
  )
  const registered = (location: string): boolean => known.locations.has(location)
  const firstRow = new Map<string, number>()
  return given.map(({ row, cells, parts }) => {
    const reference = parts.reference ?? ''
    const before = firstRow.get(reference.toLowerCase())
    const alone = judgeRow(parts, { ...known, registered })
    const errors: FieldError[] = [
      ...(alone.what === 'wrong' ? alone.errors : []),
      ...(alone.what === 'add' && isReal(alone.service, known) ? [realService] : []),
      ...(before === undefined || reference === ''
        ? []
        : [{ field: 'reference', text: `Row ${before} has the same reference: give each contract its own` }]),
    ]
    if (before === undefined) firstRow.set(reference.toLowerCase(), row)
    const judged: Judged = errors.length > 0 ? { what: 'wrong', errors } : alone
    const newService = bringsService(judged, known)
    if (newService !== null) known.services.push(candidateOf(newService, known.invented))
    if (judged.what === 'add' && !known.providers.some(({ name }) => name === judged.read.provider.name))
      known.providers.push({ id: '', ...judged.read.provider })
    const service = serviceOf(judged, newService)
    return { ...judged, row, cells, reference, service, newService } as JudgedRow
  })
}
