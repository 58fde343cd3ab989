import { createHash } from 'node:crypto'

/** Returns an id that follows from a name, so that every demonstration has the same addresses. */
export const idOf = (name: string): string => {
  const hex = createHash('sha256').update(`plumbline demonstration: ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
