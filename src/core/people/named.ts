import type { Employer } from './access.ts'

/** A service as somebody may name it: by its name, its CQC id or ours. `of`: whose people work with it, where it is known. */
export type NamedService = {
  readonly id: string
  readonly name: string
  readonly location: string | null
  readonly of: Employer | null
}

/** A provider or a group, by its name. */
export type NamedEmployer = { readonly name: string; readonly of: Employer }

const same = (one: string | null, other: string): boolean => one?.toLowerCase() === other.toLowerCase()

/** Returns the services that lines name, and the lines that name none or more than one. */
export const servicesNamed = (
  typed: string,
  services: readonly NamedService[],
): { readonly found: readonly NamedService[]; readonly unknown: readonly string[] } => {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const matches = lines.map((line) => {
    const fitting = services.filter(
      ({ id, name, location }) => same(name, line) || same(location, line) || id === line,
    )
    return { line, service: fitting.length === 1 ? fitting[0] : undefined }
  })
  return {
    found: [...new Set(matches.flatMap(({ service }) => service ?? []))],
    unknown: matches.filter(({ service }) => service === undefined).map(({ line }) => line),
  }
}

/** Returns the provider or group of a name; null where there is none or more than one. A group goes before its providers. */
export const employerNamed = (typed: string, employers: readonly NamedEmployer[]): Employer | null => {
  const fitting = employers.filter(({ name }) => same(name, typed.trim())).map(({ of }) => of)
  const groups = fitting.filter((of) => 'group' in of)
  const [only, ...others] = groups.length > 0 ? groups : fitting
  return others.length === 0 ? (only ?? null) : null
}
