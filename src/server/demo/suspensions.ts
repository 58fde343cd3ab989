import { type Day, plusDays } from '../../core/kit/days.ts'
import { policyInForce } from '../policy/in-force.ts'
import { liftSuspension, startSuspension } from '../suspensions/commands/suspensions.ts'
import { idOf } from './ids.ts'
import type { InventedCouncil } from './invented.ts'

/** So long after CQC publishes the lowest grade the council has decided, and after a better one. */
const daysToDecide = { start: 7, lift: 3 }

/** A suspension as a council would have decided on it, because of what CQC published. */
type Suspended = {
  readonly id: string
  readonly service: string
  readonly contract: string
  readonly starts: Day
  /** When CQC rated it better; null where it has not yet. */
  readonly lifted: Day | null
}

const suspensionsOf = ({ services, contracts }: InventedCouncil): readonly Suspended[] =>
  services.flatMap(({ key, cqc }) =>
    (cqc?.ratings ?? []).flatMap(({ overall, published }, index, ratings): Suspended[] => {
      const starts = plusDays(published, daysToDecide.start)
      const contract = contracts.find(
        ({ service, known, stop }) => service === key && known < starts && stop === null,
      )
      if (overall !== 'Inadequate' || contract === undefined) return []
      const better = ratings.slice(index + 1).find((later) => later.overall !== 'Inadequate')
      return [
        {
          id: idOf(`suspension ${key} ${index}`),
          service: idOf(key),
          contract: idOf(`contract ${contract.reference}`),
          starts,
          lifted: better === undefined ? null : plusDays(better.published, daysToDecide.lift),
        },
      ]
    }),
  )

/** Decides on suspensions as the council would have, within a while. */
export const liveSuspensions = async (
  council: InventedCouncil,
  within: (day: Day) => boolean,
  then: Day,
): Promise<void> => {
  const said = (await policyInForce(council.id, then)).documents.suspensions
  const [kind] = said?.kinds ?? []
  const [reason, liftReason] = [said?.reasons, said?.liftReasons].map((reasons) =>
    reasons?.find(({ id }) => id.startsWith('cqc')),
  )
  if (kind === undefined || reason === undefined || liftReason === undefined) return
  for (const { id, service, contract, starts, lifted } of suspensionsOf(council)) {
    if (within(starts))
      await startSuspension(id, service, {
        kind: kind.id,
        reason: reason.id,
        starts,
        reviewOn: plusDays(starts, 90),
        clause: 'Clause 14.2 of the contract',
        conditions: 'CQC rates the service better, and an action plan is carried out.',
        contract,
      })
    if (lifted !== null && within(lifted))
      await liftSuspension(id, 1, { on: lifted, reason: liftReason.id, note: null })
  }
}
