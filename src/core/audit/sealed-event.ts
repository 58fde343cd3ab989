/** An event as it is sealed: its metadata and the digests of what can be erased. Digests are in hexadecimal. */
export type SealedEvent = {
  readonly id: number
  /** Which canonical form it is sealed in. 1: events of before there was sealing. */
  readonly form: 1 | 2
  readonly authority: string | null
  readonly kind: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly actorKind: string
  readonly actorId: string
  /** In UTC with microseconds, so that no change of the stored time goes unnoticed. */
  readonly recordedAt: string
  readonly digest: string
  readonly actedAs: string | null
  readonly requestId: string | null
  readonly originDigest: string | null
}

const first = (event: SealedEvent): readonly unknown[] => [
  event.id,
  event.authority,
  event.kind,
  event.subjectKind,
  event.subjectId,
  event.actorKind,
  event.actorId,
  event.recordedAt,
  event.digest,
]

/**
 * Returns the one way to write an event down. Two events that differ in anything are written differently.
 * A form is never changed: links of years ago were made of it. A new column is a new form.
 */
export const canonicalOf = (event: SealedEvent): string =>
  JSON.stringify(
    event.form === 1
      ? ['v1', ...first(event)]
      : ['v2', ...first(event), event.actedAs, event.requestId, event.originDigest],
  )
