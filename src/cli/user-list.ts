import { peopleOf } from '../server/people/queries/people.ts'
import { db } from '../server/platform/database/unit-of-work.ts'
import { asOperator, givenTo } from './as-operator.ts'
import type { Command } from './command.ts'

const columns = ['authority', 'email', 'name', 'roles', 'account', 'access'] as const

const list = async (): Promise<string> => {
  const authorities = await db().selectFrom('authority').select('id').orderBy('id').execute()
  const lines = [columns.join('\t')]
  for (const { id } of authorities)
    for (const person of await peopleOf(id))
      lines.push(
        [
          id,
          person.email ?? '',
          person.name,
          person.roles.join(','),
          person.standing,
          person.access.map(({ role, service, of }) => `${role}: ${service?.name ?? of}`).join('; '),
        ].join('\t'),
      )
  return lines.join('\n')
}

/** Lists people and where their accounts stand. */
export const userList: Command = {
  name: 'user list',
  summary: 'Lists people, their roles, and where their accounts stand',
  usage: '',
  examples: [['./plumbline user list', 'with tabs between the columns']],
  run: async (words, terminal) =>
    givenTo(words, { options: {}, needs: {} }, terminal) === null ? 2 : asOperator(terminal, list),
}
