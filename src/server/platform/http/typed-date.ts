import type { Form } from './asked.ts'

/** Returns the three parts of a date with spaces between, as `dayTyped` reads it; nothing where all are empty. */
export const dateOf = (form: Form, field: string): string => {
  const parts = ['day', 'month', 'year'].map((part) => form.one(`${field}-${part}`).trim())
  return parts.some(Boolean) ? parts.join(' ') : ''
}
