import { setTimeout as sleep } from 'node:timers/promises'

export { sleep }

/** Awaits some work. Says what it is about if that takes over two seconds, and that it still goes on. */
export const patiently = async <Result>(
  say: (line: string) => void,
  about: string,
  work: Promise<Result>,
): Promise<Result> => {
  const began = performance.now()
  const first = setTimeout(() => say(`${about} ...`), 2_000)
  const again = setInterval(
    () => say(`${about} ... still, after ${Math.round((performance.now() - began) / 1000)} seconds`),
    15_000,
  )
  try {
    return await work
  } finally {
    clearTimeout(first)
    clearInterval(again)
  }
}
