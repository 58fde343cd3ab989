import { fault } from '../core/kit/problems.ts'
import { system } from '../server/platform/actor.ts'
import { db, type Ground, unitOfWork } from '../server/platform/database/unit-of-work.ts'

/** Returns for which council a command is: the one that was named, or the only one there is. Throws `option-wrong`. */
export const authorityFor = async (ground: Ground, named: string | undefined): Promise<string> => {
  const ids = await unitOfWork(ground, system('command', []), 'read', async () =>
    (await db().selectFrom('authority').select('id').orderBy('id').execute()).map(({ id }) => id),
  )
  const [only, ...others] = named === undefined ? ids : ids.filter((id) => id === named)
  if (only !== undefined && others.length === 0) return only
  throw fault(
    'option-wrong',
    {
      says:
        named === undefined
          ? 'It is not said for which council.'
          : `There is no council with the id ${named}.`,
      next:
        ids.length === 0
          ? 'Set one up first: ./plumbline setup --help'
          : `Add --authority with one of: ${ids.join(', ')}.`,
    },
    '--authority',
  )
}
