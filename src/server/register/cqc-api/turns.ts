/** Lets time pass. Tests put in their own, which passes none. */
export type Wait = (milliseconds: number) => Promise<void>

/** How calls take turns: so many at once, a little apart, and none while all are to wait. */
export type Turns = {
  readonly take: <Result>(call: () => Promise<Result>) => Promise<Result>
  /** Holds back every call that has not begun. */
  readonly pause: (milliseconds: number) => void
}

/** Returns turns for calls of which `atOnce` may be under way, begun at least `apart` milliseconds apart. */
export const takingTurns = (atOnce: number, apart: number, wait: Wait): Turns => {
  const queue: (() => void)[] = []
  let free = atOnce
  let spaced = Promise.resolve()
  let paused = Promise.resolve()
  // A wait that is broken off ends early; whoever broke it off stops the calls themselves.
  const past = (milliseconds: number): Promise<void> => wait(milliseconds).catch(() => {})
  const place = async (): Promise<void> => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => queue.push(go))
  }
  // Whoever leaves hands its place to the next in the queue, so that nobody can slip in between.
  const leave = (): void => {
    const next = queue.shift()
    if (next) next()
    else free += 1
  }
  const turn = async (): Promise<void> => {
    const mine = spaced
    if (apart > 0) spaced = mine.then(() => past(apart))
    await mine
    let seen: Promise<void>
    do {
      seen = paused
      await seen
    } while (seen !== paused)
  }
  return {
    take: async (call) => {
      await place()
      try {
        await turn()
        return await call()
      } finally {
        leave()
      }
    },
    // Several calls are told to wait at the same moment: their waits run side by side, not one after another.
    pause: (milliseconds) => {
      paused = Promise.all([paused, past(milliseconds)]).then(() => {})
    },
  }
}
