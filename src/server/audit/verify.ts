import { type Anchor, againstAnchor } from '../../core/audit/anchor.ts'
import type { Break } from '../../core/audit/breaks.ts'
import { beginningOf, type Followed, follow } from '../../core/audit/follow.ts'
import { chainNames } from '../platform/events/heads.ts'
import { sha256 } from '../platform/events/sha256.ts'
import { sealsOf, type Unsealed, unsealedEvents } from '../platform/events/trail.ts'

/** What a verification found. It holds where nothing is broken. */
export type Verified = {
  readonly events: number
  readonly chains: readonly { readonly chain: string; readonly events: number; readonly link: string }[]
  /** Events that are recorded and not sealed yet. */
  readonly waiting: number
  /** Payloads that were disposed of under a certificate. */
  readonly erased: number
  /** Events that say a time more than a day before their seal: an import of the past, an outage, or a made-up one. */
  readonly sealedLate: number
  readonly broken: readonly Break[]
}

const day = 24 * 60 * 60 * 1000

type OneChain = { readonly end: Followed; readonly late: number; readonly atAnchor: string | null }

const followChain = async (chain: string, anchored: number): Promise<OneChain> => {
  let end = beginningOf(chain)
  let late = 0
  let atAnchor: string | null = null
  for await (const rows of sealsOf(chain))
    for (const row of rows) {
      end = follow(sha256, end, row)
      if (row.position === anchored) atAnchor = row.link
      if (row.event !== null && Date.parse(row.sealedAt) - Date.parse(row.event.recordedAt) > day) late += 1
    }
  return { end, late, atAnchor }
}

const wrongUnsealed = ({ id, chain, waits, payload, origin }: Unsealed): readonly Break[] => {
  const at = { chain, position: null, event: id }
  if (!waits) return [{ ...at, wrong: 'inserted' }]
  if (payload === 'differs') return [{ ...at, wrong: 'payload-altered' }]
  if (payload === 'removed') return [{ ...at, wrong: 'payload-removed' }]
  if (origin === 'differs') return [{ ...at, wrong: 'origin-altered' }]
  return origin === 'removed' ? [{ ...at, wrong: 'origin-removed' }] : []
}

/**
 * Follows every chain from its first seal to its last, and compares with an anchor if there is one. Runs in one
 * reading unit of work, so that it sees one moment. Of each chain it names the first break.
 */
export const verifyTrail = async (anchor: Anchor | null): Promise<Verified> => {
  const anchors = new Map((anchor?.chains ?? []).map((head) => [head.chain, head]))
  const names = [...new Set([...(await chainNames()), ...anchors.keys()])]
  const broken: Break[] = []
  const chains: { chain: string; events: number; link: string }[] = []
  let [erased, sealedLate] = [0, 0]
  for (const chain of names) {
    const head = anchors.get(chain)
    const { end, late, atAnchor } = await followChain(chain, head?.position ?? 0)
    const off = head === undefined ? null : againstAnchor(head, atAnchor)
    const found = end.broken ?? off
    if (found !== null) broken.push(found)
    chains.push({ chain, events: end.position, link: end.link })
    erased += end.erased
    sealedLate += late
  }
  const unsealed = await unsealedEvents()
  broken.push(...unsealed.flatMap(wrongUnsealed))
  return {
    events: chains.reduce((sum, { events }) => sum + events, 0),
    chains,
    waiting: unsealed.filter(({ waits }) => waits).length,
    erased,
    sealedLate,
    broken,
  }
}
