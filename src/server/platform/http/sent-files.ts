import { Readable } from 'node:stream'
import busboy from 'busboy'
import { fault } from '../../../core/kit/problems.ts'
import { fileName, keepFile, keptFile } from '../files.ts'
import type { Asked } from './asked.ts'

/** A file that was sent: the name that it had, and the key that it is kept under. */
export type SentFile = { readonly name: string; readonly key: string }

/** What may be sent at once. */
export type SentLimits = { readonly files: number; readonly bytes: number; readonly inWords: string }

const fieldsBesides = 20

/**
 * Keeps the files of a sent form, each as it streams in, under keys that begin with `under`. Inputs that were left
 * empty are passed over. Throws `too-large` where a file is larger than allowed, and `bad-request` where there are too
 * many, or the form broke off.
 */
export const keepSentFiles = async (
  asked: Asked,
  field: string,
  under: string,
  limits: SentLimits,
): Promise<readonly SentFile[]> => {
  const { headers, body } = asked.context.req.raw
  if (!body || !headers.get('content-type')?.startsWith('multipart/form-data'))
    throw fault('bad-request', { what: 'The form was sent without its files.' })
  const parser = busboy({
    headers: { 'content-type': headers.get('content-type') ?? '' },
    // Browsers send names in UTF-8; the parser's own default would garble them.
    defParamCharset: 'utf8',
    limits: { files: limits.files, fileSize: limits.bytes, fields: fieldsBesides },
  })
  const kept: Promise<SentFile>[] = []
  // Worked out here: what streams in may be told of outside the unit of work.
  const folder = keptFile(under)
  parser.on('file', (name, content, { filename }) => {
    if (name !== field || !filename) return void content.resume()
    const within = `${kept.length}/${fileName(filename)}`
    const sent = { name: fileName(filename), key: `${under}/${within}` }
    const keeping = keepFile(`${folder}/${within}`, content).then(() => {
      if (content.truncated) throw fault('too-large', { limit: limits.inWords })
      return sent
    })
    // The first that fails is told below, when the form has ended; until then nobody waits for it.
    keeping.catch(() => {})
    kept.push(keeping)
  })
  const ended = Promise.withResolvers<void>()
  parser.on('filesLimit', () =>
    ended.reject(fault('bad-request', { what: `More than ${limits.files} files were sent at once.` })),
  )
  parser.on('error', () => ended.reject(fault('bad-request', { what: 'What was sent broke off.' })))
  parser.on('close', () => ended.resolve())
  const source = Readable.fromWeb(body as import('node:stream/web').ReadableStream)
  source.on('error', () => parser.destroy(new Error('The connection was lost.')))
  source.pipe(parser)
  await ended.promise
  return Promise.all(kept)
}
