import { system } from '../../platform/actor.ts'
import { actingAs, db } from '../../platform/database/unit-of-work.ts'

const name = 'raise a concern'

/** Runs work for somebody without an account, in the name of one council. */
export const asCouncil = <Result>(authority: string, work: () => Promise<Result>): Promise<Result> =>
  actingAs(system(name, [authority]), work)

/** Runs work that looks for a service among all councils of this installation. */
export const asCouncils = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const rows = await db().selectFrom('authority').select('id').execute()
  return actingAs(
    system(
      name,
      rows.map(({ id }) => id),
    ),
    work,
  )
}
