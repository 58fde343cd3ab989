import type pg from 'pg'
import { intelligenceKinds } from '../../src/core/intelligence/kinds.ts'
import { day } from '../../src/core/kit/days.ts'
import type { ServiceSummary } from '../../src/core/ratings/facts.ts'
import { copyRows } from './copy.ts'
import { fieldReader } from './fields.ts'
import { collectedFrom } from './history.ts'

const everything = Object.fromEntries(intelligenceKinds.map((kind) => [kind, day(collectedFrom)]))

const services = 'select id, name, service_type, population from service_now order by id'

/** Reads the services in the order of their ids: as many as there are, and small. */
export const readServices = async (client: pg.Client): Promise<readonly ServiceSummary[]> => {
  const found: ServiceSummary[] = []
  const fields = fieldReader()
  await copyRows(client, services, (bytes, at) => {
    fields.begin(bytes, at)
    fields.isSameId()
    const id = fields.id()
    const name = fields.text() ?? ''
    const serviceType = fields.word() ?? ''
    const people = fields.whole()
    found.push({
      id,
      name,
      serviceType,
      population: people === null ? null : { people, basis: 'return' },
      gradings: [],
      collectedFrom: everything,
    })
  })
  return found
}
