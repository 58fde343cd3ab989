import type { Complaint } from '../../kit/door.ts'
import type { Policy } from '../policy.ts'

export type Documents = Policy['documents']

/** Something wrong with a pack although each file by itself has the right shape. */
export type PackComplaint = Complaint & { readonly document: keyof Documents }

type Path = readonly PropertyKey[]

/** Returns a function that makes complaints about one of the files. */
export const about =
  (document: keyof Documents) =>
  (path: Path, says: string, next: string): PackComplaint => ({ document, path, says, next })
