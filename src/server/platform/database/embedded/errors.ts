/** Returns the code of a system or PostgreSQL error (`ENOENT`, `57P03`), or an empty text. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Returns what an error says, as a part of a sentence. */
export const saysOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
