import { z } from 'zod'
import { type Operation, operation, type Said } from '../../platform/api/operation.ts'
import { importById, latestImports, type ShownImport } from '../queries/imports.ts'

const importSaid = z
  .object({
    id: z.guid(),
    files: z.array(z.string()),
    by: z.string(),
    at: z.iso.datetime(),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    doneAt: z.iso.datetime().nullable(),
    problem: z.string().nullable().describe('What went wrong, in words.'),
  })
  .meta({ id: 'Import', description: 'An import of CQC’s files into the register.' })

const stateOf = ({ doneAt, problem, progress }: ShownImport) => {
  if (problem !== null) return 'failed'
  if (doneAt !== null) return 'done'
  return progress === null ? 'waiting' : 'running'
}

const sayImport = (found: ShownImport): Said<z.input<typeof importSaid>> => ({
  id: found.id,
  files: found.files,
  by: found.by,
  at: found.at,
  state: stateOf(found),
  doneAt: found.doneAt,
  problem: found.problem === null ? null : `${found.problem.says} ${found.problem.next}`,
})

/** What came of imports of CQC's data. */
export const importOperations: readonly Operation[] = [
  operation({
    method: 'GET',
    path: '/imports',
    scope: 'imports:read',
    does: 'List the latest imports of CQC’s data',
    answer: z.object({ items: z.array(importSaid) }),
    handle: async () => ({ items: (await latestImports()).map(sayImport) }),
  }),
  operation({
    method: 'GET',
    path: '/imports/:import',
    scope: 'imports:read',
    does: 'Show what came of an import',
    answer: importSaid.extend({
      report: z
        .array(
          z.object({
            file: z.string(),
            rows: z.int(),
            added: z.int(),
            changed: z.int(),
            unchanged: z.int(),
            rejected: z.array(z.object({ row: z.int(), reason: z.string() })),
          }),
        )
        .nullable(),
    }),
    handle: async (asking) => {
      const found = await importById(asking.id('import'))
      const report = found.report?.map(({ file, rows, locations, rejected }) => ({
        ...{ file, rows, ...locations },
        rejected: rejected.map(({ row, reason }) => ({ row, reason })),
      }))
      return { ...sayImport(found), report: report ?? null }
    },
  }),
]
