import { randomUUID } from 'node:crypto'
import { templateRows } from '../../core/contracts/file-columns.ts'
import { csvOf } from '../../core/kit/csv.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { fault, isFault } from '../../core/kit/problems.ts'
import { seeOther } from '../platform/http/answer.ts'
import type { Asked } from '../platform/http/asked.ts'
import { csvAnswer } from '../platform/http/csv-answer.ts'
import { exported } from '../platform/http/exported.ts'
import { framed } from '../platform/http/frame.ts'
import type { Route } from '../platform/http/route.ts'
import { authorityOf } from './authority.ts'
import { oneAtATime } from './commands/one-at-a-time.ts'
import { reportOf } from './commands/take-rows.ts'
import { finishUpload, keepUpload } from './commands/uploads.ts'
import { faultyRows } from './import/faulty-rows.ts'
import { judgeFile } from './import/judge-file.ts'
import { type Sent, sentFile } from './import/read-upload.ts'
import { importPage } from './pages/import-page.ts'
import { previewPage, resultPage } from './pages/upload-page.ts'
import { latestUploads, type Upload, uploadById } from './queries/uploads.ts'

const crumbs = [{ text: 'Contracts', href: '/contracts' }]

const showForm = async (asked: Asked, errors: readonly FieldError[]): Promise<Response> =>
  framed(asked, {
    title: 'Take in a file of contracts',
    section: 'Contracts',
    errors,
    width: 'two-thirds',
    breadcrumbs: [...crumbs],
    content: importPage({ errors, uploads: await latestUploads(authorityOf(asked)) }),
  })

const wrongFile = (text: string): readonly FieldError[] => [{ field: 'file', text }]

/** Reads what was sent: a file that cannot be read is an error of the form, not of the server. */
const read = async (asked: Asked): Promise<Sent | readonly FieldError[]> => {
  try {
    const sent = await sentFile(asked)
    if (sent === null) return wrongFile('Select a file that is not empty')
    return sent.rows.rows.length === 0 ? wrongFile('The file has headings, and no rows below them') : sent
  } catch (error) {
    if (isFault(error)) return wrongFile(`${error.problem.says} ${error.problem.next}`)
    throw error
  }
}

const send = async (asked: Asked): Promise<Response> => {
  const sent = await read(asked)
  if (!('rows' in sent)) return showForm(asked, sent)
  const id = randomUUID()
  await keepUpload(id, authorityOf(asked), sent.file, sent.rows)
  return seeOther(`/contracts/import/${id}`)
}

const showUpload = async (asked: Asked, upload: Upload, errors: readonly FieldError[]): Promise<Response> =>
  framed(asked, {
    title: upload.result === null ? 'What the file would do' : 'What came of the file',
    section: upload.file,
    errors,
    breadcrumbs: [...crumbs, { text: 'Take in a file', href: '/contracts/import' }],
    content:
      upload.result === null
        ? previewPage({
            id: upload.id,
            report: reportOf(upload.file, await judgeFile(upload.authority, upload.rows), true),
            errors,
          })
        : resultPage(upload.id, upload.result),
  })

const confirm = async (asked: Asked): Promise<Response> => {
  const keep = (await asked.form()).one('keep')
  await oneAtATime(authorityOf(asked))
  const upload = await uploadById(asked.id('upload'))
  if (upload.result !== null) throw fault('file-taken-in', { file: upload.file })
  const wrong = (await judgeFile(upload.authority, upload.rows)).some(({ what }) => what === 'wrong')
  if (wrong && keep !== 'good' && keep !== 'all')
    return showUpload(asked, upload, [{ field: 'keep', text: 'Select what shall be taken in' }])
  await finishUpload(upload, keep !== 'all')
  return seeOther(`/contracts/import/${upload.id}?done=contracts-imported`)
}

/** The rows to mend, by what is known now: what was mended elsewhere meanwhile is no longer among them. */
const downloadFaulty = async (asked: Asked): Promise<Response> => {
  const upload = await uploadById(asked.id('upload'))
  const judged = await judgeFile(upload.authority, upload.rows)
  const wrong = judged.filter(({ what }) => what === 'wrong').length
  return exported(asked, {
    what: 'rows of contracts to mend',
    file: 'contracts-to-mend.csv',
    csv: faultyRows(upload.rows, judged),
    rows: wrong,
  })
}

/** Contracts from a file: sent, looked at, taken in (W1.1). */
export const importRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/contracts/import',
    permission: 'contracts.edit',
    sample: () => '/contracts/import',
    handle: (asked) => showForm(asked, []),
  },
  {
    method: 'POST',
    path: '/contracts/import',
    permission: 'contracts.edit',
    audit: 'contracts.file-sent',
    takesFiles: true,
    handle: send,
  },
  {
    method: 'GET',
    path: '/contracts/import/template.csv',
    permission: 'contracts.edit',
    sample: { none: 'a file to download, not a page' },
    handle: async () => csvAnswer('contracts-template.csv', csvOf(templateRows)),
  },
  {
    method: 'GET',
    path: '/contracts/import/:upload',
    permission: 'contracts.edit',
    sample: { none: 'there is one only after a file was sent: the journey of contracts opens it' },
    handle: async (asked) => showUpload(asked, await uploadById(asked.id('upload')), []),
  },
  {
    method: 'POST',
    path: '/contracts/import/:upload',
    permission: 'contracts.edit',
    audit: 'contracts.imported',
    handle: confirm,
  },
  {
    method: 'GET',
    path: '/contracts/import/:upload/faulty.csv',
    permission: 'contracts.export',
    exports: 'rows of contracts to mend',
    sample: { none: 'a file to download, not a page' },
    handle: downloadFaulty,
  },
]
