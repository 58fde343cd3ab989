/** Who acts in a unit of work, and what row-level security lets them see. */
export type Actor = {
  readonly kind: 'person' | 'system'
  readonly id: string
  readonly authorities: readonly string[]
  /** All of the authorities' services, or a provider's own. */
  readonly services: 'all' | readonly string[]
}

/** Returns the system acting for some authorities: imports, scheduled jobs, reactions. */
export const system = (name: string, authorities: readonly string[]): Actor => ({
  kind: 'system',
  id: name,
  authorities,
  services: 'all',
})
