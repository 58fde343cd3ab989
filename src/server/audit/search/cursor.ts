import type { Asked } from '../../platform/http/asked.ts'

/** Returns the number after which a list goes on (`?before=1234`), or null for its beginning. */
export const cursorOf = (asked: Asked): number | null => {
  const given = asked.query('before')
  return given !== null && /^\d{1,15}$/.test(given) ? Number(given) : null
}
