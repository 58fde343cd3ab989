import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { fault, isFault } from '../../../core/kit/problems.ts'
import { allowLongWork } from '../../platform/database/long-work.ts'
import { dropFiles, keptFile } from '../../platform/files.ts'
import { seeOther } from '../../platform/http/answer.ts'
import type { Asked } from '../../platform/http/asked.ts'
import { framed } from '../../platform/http/frame.ts'
import type { Route } from '../../platform/http/route.ts'
import { keepSentFiles, type SentFile } from '../../platform/http/sent-files.ts'
import { fileKey, sendFile } from '../commands/files.ts'
import { sourceKey } from '../id-of-reference.ts'
import { latestFiles, mappingFor, sourcesOf } from '../queries/files.ts'
import { headingIn } from './file-table.ts'
import { addressOfSource, importPath, startPage } from './start-page.ts'

const limits = { files: 1, bytes: 200 * 1000 * 1000, inWords: '200 megabytes' }
const longestSource = 60

const signedOf = (asked: Asked) => {
  if (asked.signed === null) throw fault('not-signed-in')
  return { authority: asked.signed.authority.id, person: asked.signed.person.id }
}

const sourceOf = (asked: Asked): string | null => asked.query('source')?.slice(0, longestSource) ?? null

const start = async (asked: Asked, errors: readonly FieldError[] = []): Promise<Response> => {
  const { authority } = signedOf(asked)
  const source = sourceOf(asked)
  const named = source === null || sourceKey(source) === '' ? null : source
  return framed(asked, {
    title: 'Take in a file of intelligence',
    section: 'Administration',
    width: 'two-thirds',
    errors,
    content: startPage({
      source: named,
      sources: await sourcesOf(authority),
      files: await latestFiles(authority),
      known: named !== null && (await mappingFor(authority, named)) !== null,
      errors,
    }),
  })
}

const wrongFile = (text: string): readonly FieldError[] => [{ field: 'file', text }]

/** Reads the headings of what was sent: a file that cannot be read is an error of the form, not of the server. */
const headingOf = async (sent: SentFile | undefined): Promise<readonly string[] | readonly FieldError[]> => {
  if (sent === undefined || (await stat(keptFile(sent.key))).size === 0)
    return wrongFile('Select a file that is not empty')
  try {
    return await headingIn(keptFile(sent.key))
  } catch (error) {
    if (isFault(error)) return wrongFile(`${error.problem.says} ${error.problem.next}`)
    throw error
  }
}

const isHeading = (read: readonly string[] | readonly FieldError[]): read is readonly string[] =>
  typeof read[0] === 'string'

const send = async (asked: Asked): Promise<Response> => {
  // A large file takes longer to come in than a page may take.
  await allowLongWork()
  const { authority, person } = signedOf(asked)
  const source = sourceOf(asked)
  if (source === null || sourceKey(source) === '')
    return start(asked, [{ field: 'source', text: 'Enter the name of the system' }])
  const id = randomUUID()
  try {
    const [sent] = await keepSentFiles(asked, 'file', fileKey(id), limits)
    const read = await headingOf(sent)
    if (sent === undefined || !isHeading(read)) {
      await dropFiles(fileKey(id))
      return start(asked, isHeading(read) ? wrongFile('Select a file') : read)
    }
    await sendFile({ id, authority, person, source, file: sent.name, stored: sent.key, heading: read })
  } catch (error) {
    await dropFiles(fileKey(id))
    throw error
  }
  return seeOther(`${importPath}/${id}`)
}

/** The first steps of an import: the system, then its file. */
export const sendRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: importPath,
    permission: 'intelligence.import',
    sample: () => addressOfSource('Case system'),
    handle: (asked) => start(asked),
  },
  {
    method: 'POST',
    path: importPath,
    permission: 'intelligence.import',
    audit: 'intelligence.file-sent',
    takesFiles: true,
    handle: send,
  },
]
