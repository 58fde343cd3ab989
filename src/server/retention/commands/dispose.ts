import { randomUUID } from 'node:crypto'
import { fault } from '../../../core/kit/problems.ts'
import type { Certificate } from '../../../core/retention/certificate.ts'
import { allowLongWork } from '../../platform/database/long-work.ts'
import { db, now } from '../../platform/database/unit-of-work.ts'
import type { Disposable } from '../../platform/disposable.ts'
import { emit } from '../../platform/events/emit.ts'
import { sha256 } from '../../platform/events/sha256.ts'
import { type DueNow, type DueRecord, dueNow } from '../due-now.ts'
import { type Proposed, proposedItems } from '../queries.ts'

type Chosen = { readonly item: Proposed; readonly due: DueRecord }

/** Looks again: what is held meanwhile, or kept longer by a new policy, is not disposed of. */
const stillDue = (items: readonly Proposed[], { records }: DueNow): readonly Chosen[] =>
  items.flatMap((item) => {
    const due = records.find(({ rule, id }) => rule.kind === item.kind && id === item.id)
    return due === undefined ? [] : [{ item, due }]
  })

const eraseAll = async (
  authority: string,
  certificate: string,
  chosen: readonly Chosen[],
  disposables: readonly Disposable[],
  heldServices: readonly string[],
): Promise<Record<string, number>> => {
  const erased: Record<string, number> = {}
  for (const { kind, erase } of disposables) {
    const ids = chosen.filter(({ item }) => item.kind === kind).map(({ item }) => item.id)
    if (ids.length > 0) erased[kind] = await erase({ authority, ids, certificate, heldServices })
  }
  return erased
}

const decide = (items: readonly string[], certificate: string | null) =>
  db()
    .updateTable('disposal_item')
    .set({ decided_at: now(), certificate_id: certificate })
    .where('id', 'in', items)
    .execute()

/** What a person approves: which of the proposed records, or all of them. */
export type Approval = {
  readonly authority: string
  readonly approvedBy: string
  readonly items: readonly string[] | 'all'
}

/**
 * Disposes of what a person approved, and issues the certificate, in one unit of work. Returns its id. What is no
 * longer due is withdrawn instead. Throws `nothing-to-dispose` where nothing is left.
 */
export const dispose = async (approval: Approval, disposables: readonly Disposable[]): Promise<string> => {
  await allowLongWork()
  const { authority, approvedBy, items } = approval
  const open = await proposedItems(authority)
  const asked = items === 'all' ? open : open.filter(({ item }) => items.includes(item))
  const due = await dueNow(authority, disposables)
  const chosen = stillDue(asked, due)
  if (chosen.length === 0 || due.reference === null) throw fault('nothing-to-dispose')
  const id = randomUUID()
  const erased = await eraseAll(authority, id, chosen, disposables, due.heldServices)
  const { pack, version, sha256: policy } = due.reference
  const certificate: Certificate = {
    format: 'plumbline-disposal-certificate/1',
    certificate: id,
    authority,
    approvedBy,
    at: now(),
    policy: { pack, version, sha256: policy },
    items: chosen.map(({ item, due: record }) => ({
      kind: item.kind,
      id: item.id,
      label: record.label,
      closedOn: record.closedOn,
      keptUntil: record.keptUntil,
      period: record.rule.period,
      basis: record.rule.basis,
    })),
    erased,
  }
  const document = JSON.stringify(certificate, null, 2)
  const digest = sha256(document)
  await emit(
    {
      kind: 'retention.disposed',
      authority,
      subject: { kind: 'certificate', id },
      payload: { certificate: id, digest, kinds: erased },
    },
    (event) =>
      db()
        .insertInto('disposal_certificate')
        .values({ id, authority_id: authority, document, digest, recorded_at: now(), event_id: event.id })
        .execute(),
  )
  await decide(
    chosen.map(({ item }) => item.item),
    id,
  )
  const withdrawn = asked.filter((item) => !chosen.some((each) => each.item === item))
  if (withdrawn.length > 0)
    await decide(
      withdrawn.map(({ item }) => item),
      null,
    )
  return id
}
