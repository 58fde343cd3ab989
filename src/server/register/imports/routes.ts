import { randomUUID } from 'node:crypto'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { isFault } from '../../../core/kit/problems.ts'
import { allowLongWork } from '../../platform/database/long-work.ts'
import { dropFiles, keptFile } from '../../platform/files.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { keepSentFiles, type SentFile } from '../../platform/http/sent-files.ts'
import { sendFiles } from '../commands/send-files.ts'
import { importKey } from '../commands/take-sent-files.ts'
import { recognise } from '../files/read-cqc-file.ts'
import { importById, latestImports } from '../queries/imports.ts'
import { importPage, importTitle } from './import-page.ts'
import { importsPage } from './imports-page.ts'

/** CQC's largest file is 60 MB packed; unpacked as CSV it would be some 300. */
const limits = { files: 10, bytes: 512 * 1024 * 1024, inWords: '512 MB' }

const list = async (asked: Asked, errors: readonly FieldError[] = []): Promise<Response> =>
  framed(asked, {
    title: 'Import CQC’s data',
    section: 'Services',
    breadcrumbs: [{ text: 'Services', href: '/services' }],
    width: 'two-thirds',
    errors,
    content: importsPage({ imports: await latestImports(), errors, limit: limits.inWords }),
  })

/** A file that is none of CQC's is refused while the person still looks; what is inside shows when it is read. */
const refusals = async (files: readonly SentFile[]): Promise<readonly FieldError[]> => {
  if (files.length === 0) return [{ field: 'files', text: 'Choose at least one file of CQC' }]
  const errors: FieldError[] = []
  for (const { key } of files)
    try {
      await recognise(keptFile(key))
    } catch (error) {
      if (!isFault(error)) throw error
      const { code, says, next } = error.problem
      // What was expected stands below the form, and is long.
      errors.push({ field: 'files', text: code === 'file-not-recognised' ? says : `${says} ${next}` })
    }
  return errors
}

const send = async (asked: Asked): Promise<Response> => {
  // A large file takes longer to come in than a page may take.
  await allowLongWork()
  const id = randomUUID()
  const { signed } = asked
  if (!signed) throw new Error('A route with a permission was taken by nobody')
  try {
    const files = await keepSentFiles(asked, 'files', importKey(id), limits)
    const errors = await refusals(files)
    if (errors.length > 0) {
      await dropFiles(importKey(id))
      return list(asked, errors)
    }
    await sendFiles(id, { authority: signed.authority.id, person: signed.person.id }, files)
  } catch (error) {
    await dropFiles(importKey(id))
    throw error
  }
  return seeOther(`/register/imports/${id}`)
}

const seconds = '5'

const show = async (asked: Asked): Promise<Response> => {
  const found = await importById(asked.id('import'))
  const still = asked.query('still') !== null
  const response = framed(asked, {
    title: importTitle(found),
    section: 'Services',
    breadcrumbs: [
      { text: 'Services', href: '/services' },
      { text: 'Import CQC’s data', href: '/register/imports' },
    ],
    width: 'two-thirds',
    content: importPage(found, still),
  })
  // Without a script: the browser asks again by itself, until there is an end to show.
  if (found.doneAt === null && !still) response.headers.set('refresh', seconds)
  return response
}

export const importRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/register/imports',
    permission: 'register.import',
    sample: () => '/register/imports',
    handle: (asked) => list(asked),
  },
  {
    method: 'POST',
    path: '/register/imports',
    permission: 'register.import',
    audit: 'register.file-sent',
    takesFiles: true,
    handle: send,
  },
  {
    method: 'GET',
    path: '/register/imports/:import',
    permission: 'register.import',
    sample: { none: 'the demonstration has imported nothing by a page; the journey of the import opens it' },
    handle: show,
  },
]
