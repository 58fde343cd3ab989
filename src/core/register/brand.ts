/** A chain that a location belongs to. */
export type Brand = { readonly id: string; readonly name: string }

/** Returns a brand, or null where there is none. CQC writes most as `BRAND Cera Care`: the word is not the brand's. */
export const brandOf = (id: string | null, name: string | null): Brand | null =>
  id && name ? { id, name: name.replace(/^BRAND\s+/, '') } : null
