import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { judgeSentFile } from '../../core/evidence/judge-file.ts'
import { kinds, refusals } from '../../core/evidence/kinds.ts'
import { fault } from '../../core/kit/problems.ts'
import { allowLongWork } from '../platform/database/long-work.ts'
import { dropFiles, keptFile } from '../platform/files.ts'
import { seeOther } from '../platform/http/answer.ts'
import { type Asked, isId } from '../platform/http/asked.ts'
import type { Route } from '../platform/http/route.ts'
import { keepSentFiles } from '../platform/http/sent-files.ts'
import { showActivity } from './activity-routes.ts'
import { addFile, fileKey } from './commands/add-file.ts'
import { filesOf } from './queries/activity-parts.ts'
import { activityById } from './queries/show-activity.ts'

/** A scan of a few pages, or a photo. Held in memory once, to be judged. */
const limits = { files: 1, bytes: 20 * 1024 * 1024, inWords: '20 MB' }

const send = async (asked: Asked): Promise<Response> => {
  // A photo from a telephone takes longer to come in than a page may take.
  await allowLongWork()
  const activity = await activityById(asked.id('activity'))
  const id = randomUUID()
  const under = fileKey(activity.id, id)
  try {
    const [file] = await keepSentFiles(asked, 'files', under, limits)
    if (file === undefined)
      return await showActivity(asked, activity, { fileErrors: [{ field: 'files', text: 'Choose a file' }] })
    const bytes = await readFile(keptFile(file.key))
    const judged = judgeSentFile(file.name, bytes)
    if ('refused' in judged) {
      await dropFiles(under)
      return await showActivity(asked, activity, {
        fileErrors: [{ field: 'files', text: refusals[judged.refused] }],
      })
    }
    await addFile(activity, { id, name: file.name, kind: judged.kind, bytes: bytes.length, key: file.key })
  } catch (error) {
    await dropFiles(under)
    throw error
  }
  return seeOther(`/activities/${activity.id}?done=file-added#files`)
}

/** A file is always saved, never shown in the page: what somebody sent must not run here. */
const give = async (asked: Asked): Promise<Response> => {
  const [activity, id] = [asked.id('activity'), asked.part('file')]
  const file = isId(id) ? (await filesOf(activity)).find((each) => each.id === id) : undefined
  if (file === undefined || file.key === null) throw fault('not-found', { what: 'file', id })
  return new Response(new Uint8Array(await readFile(keptFile(file.key))), {
    headers: {
      'content-type': kinds[file.kind].mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'private, no-store',
    },
  })
}

export const fileRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/activities/:activity/files',
    permission: 'plan.arrange',
    audit: 'activity.file-added',
    takesFiles: true,
    handle: send,
  },
  {
    method: 'GET',
    path: '/activities/:activity/files/:file',
    permission: 'plan.see',
    sample: { none: 'a file to save, not a page' },
    handle: give,
  },
]
