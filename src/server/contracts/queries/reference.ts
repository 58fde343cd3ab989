import type { FieldError } from '../../../core/kit/field-error.ts'
import { db } from '../../platform/database/unit-of-work.ts'

/** Returns what is wrong where another contract of the council has the reference already, in whatever case. */
export const referenceTaken = async (
  authority: string,
  reference: string,
  own: string,
): Promise<readonly FieldError[]> => {
  const other = await db()
    .selectFrom('contract')
    .where('authority_id', '=', authority)
    .where((where) => where(where.fn<string>('lower', ['reference']), '=', reference.trim().toLowerCase()))
    .where('id', '!=', own)
    .select('id')
    .executeTakeFirst()
  return other
    ? [{ field: 'reference', text: 'Another contract has this reference: enter a different one' }]
    : []
}
