import {
  guessMapping,
  type Mapping,
  mappingErrors,
  mappingOf,
} from '../../../core/intelligence/import/columns.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { fault } from '../../../core/kit/problems.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { exported } from '../../platform/http/exported.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { acceptFile, mapFile } from '../commands/files.ts'
import { listsFor } from '../policy-lists.ts'
import { fileById, mappingFor, type SentIntelligence } from '../queries/files.ts'
import { columnsPage } from './columns-page.ts'
import { filePage, fileTitle } from './file-page.ts'
import { sendRoutes } from './send-routes.ts'
import { addressOfSource, importPath } from './start-page.ts'
import { toMend } from './to-mend.ts'

const crumbs = [{ text: 'Take in a file of intelligence', href: importPath }]

const everySecond = '1'

const showFile = async (
  asked: Asked,
  file: SentIntelligence,
  errors: readonly FieldError[],
): Promise<Response> => {
  const still = asked.query('still') !== null
  const response = framed(asked, {
    title: fileTitle(file),
    section: file.source,
    errors,
    breadcrumbs: [...crumbs, { text: file.source, href: addressOfSource(file.source) }],
    content: filePage(file, still, errors),
  })
  // Without a script: the browser asks again by itself, until there is something to show.
  if (!still && ['judging', 'taking'].includes(file.stage)) response.headers.set('refresh', everySecond)
  return response
}

const open = async (asked: Asked): Promise<Response> => {
  const file = await fileById(asked.id('file'))
  return file.stage === 'columns' ? seeOther(`${importPath}/${file.id}/columns`) : showFile(asked, file, [])
}

const accept = async (asked: Asked): Promise<Response> => {
  const keep = (await asked.form()).one('keep')
  const file = await fileById(asked.id('file'))
  const wrong = (file.report?.counts.wrong ?? 0) > 0
  if (file.stage === 'judged' && wrong && keep !== 'good' && keep !== 'all')
    return showFile(asked, file, [{ field: 'keep', text: 'Select what shall be taken in' }])
  await acceptFile(file.id, keep === 'all' ? 'all' : 'good')
  return seeOther(`${importPath}/${file.id}`)
}

const showColumns = async (
  asked: Asked,
  file: SentIntelligence,
  mapping: Mapping,
  errors: readonly FieldError[],
): Promise<Response> =>
  framed(asked, {
    title: 'Which column holds what?',
    section: file.source,
    width: 'two-thirds',
    errors,
    breadcrumbs: [...crumbs, { text: file.source, href: addressOfSource(file.source) }],
    content: columnsPage({ file, mapping, errors, lists: await listsFor(file.authority) }),
  })

const openColumns = async (asked: Asked): Promise<Response> => {
  const file = await fileById(asked.id('file'))
  const known = file.mapping ?? (await mappingFor(file.authority, file.source))
  return showColumns(asked, file, known ?? guessMapping(file.heading), [])
}

const map = async (asked: Asked): Promise<Response> => {
  const file = await fileById(asked.id('file'))
  const form = await asked.form()
  const mapping = mappingOf((field) => form.one(field), file.heading)
  const errors = mappingErrors(mapping)
  if (errors.length > 0) return showColumns(asked, file, mapping, errors)
  await mapFile(file.id, mapping)
  return seeOther(`${importPath}/${file.id}`)
}

const download = async (asked: Asked): Promise<Response> => {
  const file = await fileById(asked.id('file'))
  if (file.report === null) throw fault('not-found', { what: 'file', id: file.id })
  return exported(asked, {
    what: 'rows of intelligence to mend',
    file: 'intelligence-to-mend.csv',
    csv: toMend(file.heading, file.report),
    rows: file.report.wrong.length,
  })
}

const afterSending = { none: 'there is one only after a file was sent: the journey of the import opens it' }

/** Intelligence from files of other systems: sent, mapped once, looked at, taken in (W3.19, X13). */
export const importRoutes: readonly Route[] = [
  ...sendRoutes,
  {
    method: 'GET',
    path: `${importPath}/:file`,
    permission: 'intelligence.import',
    reads: 'intelligence',
    sample: afterSending,
    handle: open,
  },
  {
    method: 'POST',
    path: `${importPath}/:file`,
    permission: 'intelligence.import',
    audit: 'intelligence.file-accepted',
    handle: accept,
  },
  {
    method: 'GET',
    path: `${importPath}/:file/columns`,
    permission: 'intelligence.import',
    sample: afterSending,
    handle: openColumns,
  },
  {
    method: 'POST',
    path: `${importPath}/:file/columns`,
    permission: 'intelligence.import',
    audit: 'intelligence.source-mapped',
    handle: map,
  },
  {
    method: 'GET',
    path: `${importPath}/:file/to-mend.csv`,
    permission: 'intelligence.export',
    exports: 'rows of intelligence to mend',
    sample: { none: 'a file to download, not a page' },
    handle: download,
  },
]
