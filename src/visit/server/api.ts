import { z } from 'zod'
import { fault } from '../../core/kit/problems.ts'
import { type Operation, operation } from '../../server/platform/api/operation.ts'
import { serverStore } from './store.ts'
import { listVisits } from './visit-list.ts'

const brief = {
  id: z.guid(),
  title: z.string(),
  service: z.string().describe('The name of the service.'),
  heldOn: z.iso.date(),
}

const visitInBrief = z.object(brief).meta({ id: 'VisitInBrief', description: 'A visit to a service.' })

const visitSaid = z
  .object({
    ...brief,
    questions: z.array(z.object({ id: z.string(), text: z.string(), guidance: z.array(z.string()) })),
    answers: z
      .array(
        z.object({
          id: z.string(),
          questionId: z.string(),
          grade: z.string(),
          note: z.string(),
          recordedAt: z.iso.datetime(),
        }),
      )
      .describe('Every answer in the order in which they came in: the last one to a question holds.'),
  })
  .meta({ id: 'Visit', description: 'A visit with its questions and answers.' })

const { loadVisit } = serverStore()

export const api: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/visits',
    scope: 'visits:read',
    does: 'List visits',
    says: 'The latest first.',
    answer: z.object({ items: z.array(visitInBrief) }),
    handle: async () => ({ items: await listVisits() }),
  }),
  operation({
    method: 'GET',
    path: '/visits/:visit',
    scope: 'visits:read',
    does: 'Show a visit with its answers',
    answer: visitSaid,
    handle: async (asking) => {
      const id = asking.id('visit')
      const visit = await loadVisit(id)
      if (visit === null) throw fault('not-found', { what: 'visit', id })
      return visit
    },
  }),
]
