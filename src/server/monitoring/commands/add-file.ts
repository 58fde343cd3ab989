import type { FileKind } from '../../../core/evidence/kinds.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import { emit } from '../../platform/events/emit.ts'
import type { ShownActivity } from '../queries/show-activity.ts'

/** Returns where the files of an activity are kept: see platform/files.ts. */
export const fileKey = (activity: string, file: string): string => `activities/${activity}/${file}`

/** Adds a file that was judged and kept to an activity. */
export const addFile = async (
  activity: ShownActivity,
  file: {
    readonly id: string
    readonly name: string
    readonly kind: FileKind
    readonly bytes: number
    readonly key: string
  },
): Promise<void> =>
  void (await emit(
    {
      kind: 'activity.file-added',
      authority: activity.authority,
      subject: { kind: 'activity', id: activity.id },
      payload: { activity: activity.id, service: activity.service.id, file: file.id, name: file.name },
    },
    (event) =>
      db()
        .insertInto('activity_file')
        .values({
          id: file.id,
          authority_id: activity.authority,
          activity_id: activity.id,
          name: file.name,
          kind: file.kind,
          bytes: file.bytes,
          key: file.key,
          recorded_at: now(),
          event_id: event.id,
        })
        .execute(),
  ))
