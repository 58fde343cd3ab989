import type { z } from 'zod'
import { fault } from '../../core/kit/problems.ts'

/** The environment's variables, by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Settings that hold a password: they are named, never shown. */
const secret = new Set(['DATABASE_URL', 'SMTP_URL'])

/** Returns a setting of the environment, or what holds without it. Throws the fault `setting-invalid` that names it. */
export const readSetting = <Value>(
  environment: Environment,
  name: string,
  schema: z.ZodType<Value>,
  otherwise: Value,
  expected: string,
): Value => {
  const given = environment[name]
  if (given === undefined || given === '') return otherwise
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const value = secret.has(name) ? 'set' : `"${given}"`
  throw fault('setting-invalid', { name, value, why: `it is not ${expected}`, expected })
}
