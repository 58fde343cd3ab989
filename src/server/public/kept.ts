import { type Day, dayOf } from '../../core/kit/days.ts'
import type { PublicRegister } from '../../core/publication/register.ts'
import { type Searchable, searchable } from '../../core/publication/search.ts'
import { type Ground, unitOfWork } from '../platform/database/unit-of-work.ts'
import { nobody } from '../platform/http/signed.ts'
import { askedTogether } from './asked-together.ts'
import { choicesOf, type SearchChoices } from './pages/search-fields.ts'
import { publicRegister, publicVersion, publishingCouncils } from './queries.ts'

/** An answer that is kept: its bytes, and what tells them from others. */
export type Body = { readonly bytes: Uint8Array<ArrayBuffer>; readonly tag: string }

/** A council's register of one state of the data and one day, with the answers that were made of it. */
export type Kept = {
  readonly register: PublicRegister
  readonly searchable: Searchable
  readonly choices: SearchChoices
  readonly answers: Map<string, Body>
}

type State = { readonly version: string; readonly day: Day }

type Keeper = {
  readonly state: () => Promise<State>
  readonly councils: Map<string, State & { readonly kept: Promise<Kept | null> }>
}

/** Reads as nobody: row-level security shows no row of any council, and only the public views are left. */
const asNobody = <Result>(on: Ground, work: () => Promise<Result>): Promise<Result> =>
  unitOfWork(on, nobody, 'read', work)

const keepers = new WeakMap<Ground, Keeper>()

const keeperOf = (on: Ground): Keeper => {
  const known = keepers.get(on)
  if (known !== undefined) return known
  const state = askedTogether(async () => ({
    version: await publicVersion(on),
    day: dayOf(on.clock()),
  }))
  const keeper = { state, councils: new Map() }
  keepers.set(on, keeper)
  return keeper
}

const load = async (on: Ground, authority: string): Promise<Kept | null> => {
  const register = await asNobody(on, () => publicRegister(authority))
  return (
    register && {
      register,
      searchable: searchable(register.services),
      choices: choicesOf(register),
      answers: new Map(),
    }
  )
}

/**
 * Returns a council's register as it stands now, or null where none is published. It is kept in the process, and before each answer the database is asked
 * whether it is still the one: nothing is ever shown that was changed before the request came.
 */
export const keptRegister = async (on: Ground, authority: string): Promise<Kept | null> => {
  const { state, councils } = keeperOf(on)
  const now = await state()
  const known = councils.get(authority)
  if (known !== undefined && known.version === now.version && known.day === now.day) return known.kept
  const kept = load(on, authority)
  councils.set(authority, { ...now, kept })
  const loaded = await kept.catch(() => null)
  // What failed is tried again; and there is no end of names that are no council's.
  if (loaded === null) councils.delete(authority)
  return kept
}

/** Returns the councils that publish their register here. */
export const councilsNow = (on: Ground): Promise<readonly PublicRegister['authority'][]> =>
  asNobody(on, publishingCouncils)
