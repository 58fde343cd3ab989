/**
 * Returns work that many ask for at once: whoever asks while it runs shares the next run with all who do. So a run that
 * somebody is answered by has always begun after they asked, and many together cost as much as one.
 */
export const askedTogether = <Result>(work: () => Promise<Result>): (() => Promise<Result>) => {
  let running: Promise<Result> | null = null
  let next: Promise<Result> | null = null
  const run = (): Promise<Result> => {
    const own = work().finally(() => {
      if (running === own) running = null
    })
    running = own
    return own
  }
  return () => {
    if (running === null) return run()
    next ??= running
      .catch(() => null)
      .then(() => {
        next = null
        return run()
      })
    return next
  }
}
