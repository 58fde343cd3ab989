import { z } from 'zod'
import { idGiven, paging } from '../platform/api/given.ts'
import { type Operation, operation } from '../platform/api/operation.ts'
import { paged, pageOf, placeOf } from '../platform/api/paged.ts'
import { documentById, documentsAfter } from './queries/documents.ts'

const listed = {
  id: z.guid(),
  session: z.guid().describe('The session that ended in it.'),
  title: z.string(),
  heldOn: z.iso.date(),
  recordedAt: z.iso.datetime(),
}

const band = z.object({ id: z.string(), name: z.string() }).nullable()

const row = z.object({
  service: z.guid(),
  name: z.string(),
  before: band.describe('The band that stood before.'),
  band: band.describe('The band that was decided.'),
  proposed: band,
  note: z.string().nullable(),
  by: z.array(z.string()).describe('Who decided, by name.'),
  on: z.iso.date().nullable(),
  outcome: z.enum(['decided', 'left', 'confirmed', 'sent-back']),
  because: z.string().nullable().describe('Why it was sent back, or was not decided.'),
})

const documentListed = z
  .object(listed)
  .meta({ id: 'DocumentInBrief', description: 'The document in which a session ended.' })

const documentSaid = z
  .object({
    ...listed,
    sha256: z.string().describe('The digest of what it says: a copy can be compared.'),
    kind: z.enum(['decisions', 'confirmation']).describe('Whether the session decided or confirmed.'),
    council: z.string(),
    meeting: z.string(),
    endedAt: z.iso.datetime(),
    reason: z.string().nullable().describe('Why it was called, where it is not one of the calendar.'),
    policy: z.object({ pack: z.string(), version: z.string(), name: z.string() }),
    rows: z.array(row),
    minutes: z.string().nullable(),
    attendance: z.array(z.object({ team: z.string(), people: z.array(z.string()) })),
    others: z.string().nullable(),
    disposed: z.boolean().describe('Whether texts were erased since, when they had been kept long enough.'),
  })
  .meta({ id: 'Document', description: 'What a session decided or confirmed. Nothing changes it later.' })

const place = z.tuple([z.iso.date(), idGiven])

/** The sessions that have ended, by the documents in which they ended. */
export const documentOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/documents',
    scope: 'decisions:read',
    does: 'List sessions that have ended, by their documents',
    says: 'Newest first. A session that is open is the people’s own until it ends.',
    query: z.strictObject(paging),
    answer: pageOf(documentListed),
    handle: async ({ query: { limit, after } }) =>
      paged(
        await documentsAfter(placeOf(after, place), limit + 1),
        limit,
        ({ heldOn, id }) => [heldOn, id],
        (document) => document,
      ),
  }),
  operation({
    method: 'GET',
    path: '/documents/:document',
    scope: 'decisions:read',
    does: 'Show the document of a session',
    answer: documentSaid,
    handle: async (asking) => {
      const { content, ...document } = await documentById(asking.id('document'))
      return { disposed: false, ...content, ...document }
    },
  }),
]
