/** Who acts in a unit of work, and what row-level security lets them see. */
export type Actor = {
  /** A token is another system that asks by the API. */
  readonly kind: 'person' | 'system' | 'token'
  readonly id: string
  readonly authorities: readonly string[]
  /** All of the authorities' services, or a provider's own. */
  readonly services: 'all' | readonly string[]
  /** The roles that let a person do this, or the scope of a token, for the trail; absent for the system. */
  readonly actsAs?: string
  /** Which request it came with, and from which network address if that is known; absent for jobs and commands. */
  readonly from?: Origin
}

/** Where a request came from. */
export type Origin = { readonly request: string; readonly address: string | null }

/** Returns the system acting for some authorities: imports, scheduled jobs, reactions. */
export const system = (name: string, authorities: readonly string[]): Actor => ({
  kind: 'system',
  id: name,
  authorities,
  services: 'all',
})
