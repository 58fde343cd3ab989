import type { Size } from './history.ts'

/** One rating of everything: how long it took, how many services got which colour, the heap at its highest in bytes. */
export type Rated = {
  readonly milliseconds: number
  readonly bands: ReadonlyMap<string, number>
  readonly heap: number
}

/** One round: the bare count in milliseconds, then the ratings. */
export type Round = { readonly counting: number; readonly everyRow: Rated; readonly withinReach: Rated }

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

const milliseconds = (number: number): string => `${number.toFixed(0).padStart(6)} ms`

const against = (round: Round, { milliseconds: took }: Rated): string =>
  `${milliseconds(took)} (${(took / round.counting).toFixed(2)})`

const line = (round: Round): string =>
  `  group by ${milliseconds(round.counting)}   every row ${against(round, round.everyRow)}   within reach ${against(round, round.withinReach)}`

const summary = (name: string, rounds: readonly Round[], of: (round: Round) => Rated): string => {
  const took = median(rounds.map((round) => of(round).milliseconds))
  const ratio = median(rounds.map((round) => of(round).milliseconds / round.counting))
  const heap = Math.max(...rounds.map((round) => of(round).heap)) / 2 ** 20
  return `  ${name} ${milliseconds(took)}, ${ratio.toFixed(2)} times the group by, heap at most ${heap.toFixed(0)} MB`
}

/** Returns what was measured, in lines. The first round is left out: in it the code is still being compiled. */
export const report = (size: Size, all: readonly Round[]): string => {
  const rounds = all.slice(1)
  const bands = [...(rounds.at(-1)?.everyRow.bands ?? [])].map(([band, services]) => `${services} ${band}`)
  return [
    `${size.services} services, ${size.rows} rows, ${rounds.length} rounds after one to warm up`,
    ...rounds.map(line),
    `medians: group by ${milliseconds(median(rounds.map(({ counting }) => counting)))} (goal: at most 2 times)`,
    summary('rating, every row read:      ', rounds, ({ everyRow }) => everyRow),
    summary('rating, rows within reach:   ', rounds, ({ withinReach }) => withinReach),
    `rated: ${bands.join(', ')}`,
  ].join('\n')
}
