import { createHash } from 'node:crypto'
import { bareName } from '../../core/kit/words.ts'

/** Returns the key of a source: its name by letters and digits, so that *Case system* is *case-system*. */
export const sourceKey = (source: string): string => bareName(source)

/**
 * Returns the id of an item of another system: it follows from council, source and reference alone. So the same
 * reference is always the same item, whoever sends it, and also after its reference was erased here.
 */
export const idOfReference = (authority: string, source: string, reference: string): string => {
  const hex = createHash('sha256')
    .update(JSON.stringify(['intelligence', authority, sourceKey(source), reference.trim().toLowerCase()]))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
