import type { Day, Instant } from '../../core/kit/days.ts'
import { fault } from '../../core/kit/problems.ts'
import type { RecordKind } from '../../core/retention/record-kinds.ts'
import { db } from '../platform/database/unit-of-work.ts'

/** A legal hold that stands. */
export type StandingHold = {
  readonly hold: string
  readonly authority: string
  readonly kind: string
  readonly id: string
  readonly label: string
  readonly reason: string
  readonly at: Instant
}

/** Returns the legal holds that stand, of the actor's authorities. */
export const holdsOf = (): Promise<StandingHold[]> =>
  db()
    .selectFrom('legal_hold')
    .where('lifted_at', 'is', null)
    .orderBy('recorded_at')
    .select([
      'id as hold',
      'authority_id as authority',
      'record_kind as kind',
      'record_id as id',
      'label',
      'reason',
      'recorded_at as at',
    ])
    .execute()

/** A record that is proposed for disposal. */
export type Proposed = {
  readonly item: string
  readonly kind: RecordKind
  readonly id: string
  readonly label: string
  readonly service: string | null
  readonly records: number
  readonly closedOn: Day
  readonly dueOn: Day
}

const proposed = () =>
  db()
    .selectFrom('disposal_item')
    .where('decided_at', 'is', null)
    .orderBy('record_kind')
    .orderBy('due_on')
    .orderBy('record_id')
    .select([
      'id as item',
      'record_kind as kind',
      'record_id as id',
      'label',
      'service_id as service',
      'records',
      'closed_on as closedOn',
      'due_on as dueOn',
    ])
    .$narrowType<Proposed>()

/** Returns what is proposed for disposal and not decided. */
export const proposedItems = async (authority: string): Promise<readonly Proposed[]> =>
  (await proposed().where('authority_id', '=', authority).execute()) as readonly Proposed[]

/** Returns one proposed record. Throws `not-found` where it is decided, or not there. */
export const proposedItem = async (item: string): Promise<Proposed> => {
  const found = await proposed().where('id', '=', item).executeTakeFirst()
  if (!found) throw fault('not-found', { what: 'proposed disposal', id: item })
  return found as Proposed
}

/** A certificate of disposal, as it was issued. */
export type StoredCertificate = {
  readonly id: string
  readonly document: string
  readonly digest: string
  readonly at: Instant
}

const certificates = () =>
  db()
    .selectFrom('disposal_certificate')
    .orderBy('recorded_at', 'desc')
    .select(['id', 'document', 'digest', 'recorded_at as at'])

/** Returns the certificates, the latest first. */
export const certificatesOf = (authority: string): Promise<StoredCertificate[]> =>
  certificates().where('authority_id', '=', authority).execute()

/** Returns a certificate. Throws `not-found` where there is none. */
export const certificateById = async (id: string): Promise<StoredCertificate> => {
  const found = await certificates().where('id', '=', id).executeTakeFirst()
  if (!found) throw fault('not-found', { what: 'certificate', id })
  return found
}
