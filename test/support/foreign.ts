/** What a person must never see or change: rows of another council, and of another provider. */
import { sql } from 'kysely'
import { idOf } from '../../src/server/demo/ids.ts'
import { system } from '../../src/server/platform/actor.ts'
import { db } from '../../src/server/platform/database/unit-of-work.ts'
import type { TestApp } from './app.ts'
import { addProviderPerson, far, farhaven } from './second-council.ts'

/** Things by the part of a path that names them. */
export type Things = Readonly<Record<string, string>>

export type Foreign = {
  readonly things: Things
  /** Words of which none may stand in an answer, but for those that were sent. */
  readonly names: RegExp
}

export const otherCouncil: Foreign = {
  things: {
    service: far.service,
    visit: far.visit,
    contract: far.contract,
    item: far.item,
    upload: far.upload,
    import: far.imported,
    concern: far.concern,
    file: far.file,
    alert: far.work,
    session: far.work,
    decision: far.work,
    document: far.work,
    membership: far.membership,
    suspension: far.suspension,
    provider: idOf('replaced by the provider of the second council'),
    person: far.lead,
    token: far.token,
  },
  names: /Zephyrine \w+|Farhaven/,
}

const thornhay = idOf('thornhay-lodge')

/** Another provider of the same council: what a provider's people must not see. */
export const otherProvider: Foreign = {
  things: {
    service: thornhay,
    visit: idOf('visit thornhay-lodge'),
    contract: idOf('contract EM-RES-009'),
    membership: idOf('membership ida'),
    person: idOf('ida'),
  },
  names: /Thornhay|Ida Thorne|EM-RES-009/,
}

/** Lets somebody in for the service of the other provider, so that there is somebody to find. */
export const addOtherProvider = (plumbline: TestApp): Promise<void> =>
  plumbline.work(() =>
    addProviderPerson({
      key: 'ida',
      name: 'Ida Thorne',
      authority: 'eastmarch',
      service: thornhay,
      role: 'registered-manager',
    }),
  )

/** Returns what stands of the foreign rows, as one text: any change to any of them changes it. */
export const fingerprint = (plumbline: TestApp): Promise<string> =>
  plumbline.read(
    async () => {
      const { rows: tables } = await sql<{ name: string }>`
        select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace
        order by 1`.execute(db())
      const marks: string[] = []
      for (const { name } of tables) {
        const { rows } = await sql<{ mark: string | null }>`
          select md5(string_agg(t.row, '' order by t.row)) as mark
          from (select to_jsonb(r)::text as row, to_jsonb(r) as j from ${sql.table(name)} r) t
          where j ->> 'authority_id' = ${farhaven.id} or j ->> 'service_id' = ${thornhay}
            or (${name} = 'service' and j ->> 'id' = ${thornhay})`.execute(db())
        marks.push(`${name} ${rows[0]?.mark ?? 'empty'}`)
      }
      return marks.join('\n')
    },
    system('test', ['eastmarch', farhaven.id]),
  )
