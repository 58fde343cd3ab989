import { fault } from '../../../core/kit/problems.ts'
import { inRoom } from '../../platform/database/room.ts'
import { db } from '../../platform/database/unit-of-work.ts'
import type { OidcSettings } from '../../platform/oidc-settings.ts'

/** Who a person is to a provider. */
export type ProviderSubject = { readonly issuer: string; readonly subject: string }

/** Returns the id of the person whom a provider knows by this number; null where there is none yet. */
export const personOfSubject = ({ issuer, subject }: ProviderSubject): Promise<string | null> =>
  inRoom('accounts', async () => {
    const row = await db()
      .selectFrom('oidc_subject')
      .select('person_id')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst()
    return row?.person_id ?? null
  })

/** Whether a person signs in by a provider. */
export const signsInByProvider = (person: string): Promise<boolean> =>
  inRoom('accounts', async () => {
    const found = await db()
      .selectFrom('oidc_subject')
      .select('person_id')
      .where('person_id', '=', person)
      .executeTakeFirst()
    return found !== undefined
  })

/** Returns the council whose people sign in by the provider. Throws `setting-invalid` where that cannot be told. */
export const councilOfProvider = async ({ authority }: Pick<OidcSettings, 'authority'>): Promise<string> => {
  const all = (await db().selectFrom('authority').select('id').orderBy('id').execute()).map(({ id }) => id)
  const [only, ...others] = all
  if (authority !== null && all.includes(authority)) return authority
  if (authority === null && only !== undefined && others.length === 0) return only
  throw fault('setting-invalid', {
    name: 'OIDC_AUTHORITY',
    value: authority === null ? 'not set' : `"${authority}"`,
    why: authority === null ? 'there is more than one council here' : 'there is no such council here',
    expected: `the council whose people sign in so: ${all.join(', ')}`,
  })
}
