/** In which order the services of a session are looked at: what is to be decided first, then what is unsure. */

/** As much of a service as its place follows from. */
export type Placed = {
  readonly service: string
  readonly name: string
  /** The band in which it stood when the session began. */
  readonly decided: string | null
  readonly proposed: string | null
  readonly lowConfidence: boolean
  /** How many criteria are not known. */
  readonly missing: number
  /** A meeting that confirms sent it back. */
  readonly sentBack: boolean
}

/** The groups, in their order. */
export const groups = ['sent-back', 'differs', 'low-confidence', 'missing', 'rest'] as const

export type Group = (typeof groups)[number]

/** Returns the group of a service: the first that it is of. */
export const groupOf = ({ decided, proposed, lowConfidence, missing, sentBack }: Placed): Group => {
  if (sentBack) return 'sent-back'
  if (proposed !== null && proposed !== decided) return 'differs'
  if (lowConfidence) return 'low-confidence'
  return proposed === null || missing > 0 ? 'missing' : 'rest'
}

const placeOf = (bands: readonly string[], band: string | null): number => {
  const place = band === null ? -1 : bands.indexOf(band)
  return place < 0 ? bands.length : place
}

/** The worse of what stands and what is proposed: smaller is more urgent. */
const urgency = (bands: readonly string[], { decided, proposed }: Placed): number =>
  Math.min(placeOf(bands, decided), placeOf(bands, proposed))

/** Compares by the letters as they are: the same on every machine. */
const before = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Returns services in the order of a session: by group, then the worst band first, then by name. */
export const inOrder = <Row extends Placed>(rows: readonly Row[], bands: readonly string[]): readonly Row[] =>
  rows
    .map((row) => ({ row, group: groups.indexOf(groupOf(row)), urgency: urgency(bands, row) }))
    .toSorted(
      (one, other) =>
        one.group - other.group ||
        one.urgency - other.urgency ||
        before(one.row.name, other.row.name) ||
        before(one.row.service, other.row.service),
    )
    .map(({ row }) => row)
