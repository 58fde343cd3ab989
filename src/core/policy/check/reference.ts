import type { Documents } from './complaint.ts'

/** An id in a file, and the ids that it may be. */
export type Reference = {
  readonly document: keyof Documents
  readonly path: readonly PropertyKey[]
  readonly what: string
  readonly id: string
  readonly known: readonly string[]
}

/** Returns the ids of a list. */
export const idsOf = (items: readonly { readonly id: string }[]): readonly string[] =>
  items.map(({ id }) => id)

/** Returns a reference for each id of a list in a file. */
export const listedIn =
  (document: keyof Documents) =>
  (
    path: readonly PropertyKey[],
    what: string,
    ids: readonly string[],
    known: readonly string[],
  ): readonly Reference[] =>
    ids.map((id, at) => ({ document, path: [...path, at], what, id, known }))
