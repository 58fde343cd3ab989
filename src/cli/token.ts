import { randomUUID } from 'node:crypto'
import { dayOf } from '../core/kit/days.ts'
import { fault } from '../core/kit/problems.ts'
import { readToken } from '../core/people/token-form.ts'
import { makeToken, revokeToken, tokensShown } from '../server/platform/api/tokens.ts'
import { db, now } from '../server/platform/database/unit-of-work.ts'
import { isId } from '../server/platform/http/asked.ts'
import { asOperator, givenTo } from './as-operator.ts'
import type { Command } from './command.ts'
import type { Given } from './options.ts'

const listOf = (text: string | null | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')

const options: Readonly<Record<string, string>> = { scope: 'scopes', kind: 'kinds', lasts: 'days' }

const add = (read: Given) => async (): Promise<string> => {
  const authority = read.text('authority') ?? ''
  const known = await db().selectFrom('authority').where('id', '=', authority).select('id').executeTakeFirst()
  if (!known)
    throw fault(
      'option-wrong',
      { says: `There is no authority ${authority}.`, next: 'Set it up first: ./plumbline setup --help' },
      '--authority',
    )
  const typed = {
    name: read.text('name') ?? '',
    source: read.text('source') ?? '',
    scopes: listOf(read.text('scopes')),
    kinds: listOf(read.text('kinds')),
    lasts: read.text('days') ?? '90',
  }
  const asked = readToken(typed, dayOf(now()))
  if ('errors' in asked) {
    const [first] = asked.errors
    throw fault(
      'option-wrong',
      { says: `${first?.text ?? ''}.`, next: 'See ./plumbline token add --help' },
      `--${options[first?.field ?? ''] ?? first?.field}`,
    )
  }
  const secret = await makeToken(randomUUID(), authority, asked.asked, null)
  return `The token works until ${asked.asked.until}. It is shown this once:\n${secret}`
}

/** Makes a token of the API, and prints it. */
export const tokenAdd: Command = {
  name: 'token add',
  summary: 'Makes a token with which another system uses the API, and prints it once',
  usage:
    '--authority ID --name NAME --source SYSTEM --scopes SCOPE,SCOPE [--kinds KIND,KIND] [--days 30|90|365]',
  examples: [
    [
      './plumbline token add --authority northfold --name "Ratings for the report" --source "Power BI" --scopes ratings:export --days 90',
      'the scopes stand on the page /api; without --kinds every kind of intelligence is open',
    ],
  ],
  run: async (words, terminal) => {
    const read = givenTo(
      words,
      {
        options: {
          ...{ authority: 'text', name: 'text', source: 'text' },
          ...{ scopes: 'text', kinds: 'text', days: 'text' },
        },
        needs: {
          authority: 'ID, such as northfold',
          name: 'NAME, what it is for',
          source: 'SYSTEM, which uses it',
          scopes: 'SCOPE,SCOPE, such as services:read',
        },
      },
      terminal,
    )
    return read === null ? 2 : asOperator(terminal, add(read))
  },
}

const columns = ['authority', 'id', 'name', 'source', 'scopes', 'until', 'last used', 'state'] as const

const list = async (): Promise<string> =>
  [
    columns.join('\t'),
    ...(await tokensShown()).map((token) =>
      [
        ...[token.authority, token.id, token.name, token.source, token.scopes.join(',')],
        ...[token.until, token.lastUsed ?? 'never', token.state],
      ].join('\t'),
    ),
  ].join('\n')

/** Lists the tokens of every council. */
export const tokenList: Command = {
  name: 'token list',
  summary: 'Lists tokens of the API, what each may, and when it was last used',
  usage: '',
  examples: [['./plumbline token list', 'with tabs between the columns']],
  run: async (words, terminal) =>
    givenTo(words, { options: {}, needs: {} }, terminal) === null ? 2 : asOperator(terminal, list),
}

const revoke = (read: Given) => async (): Promise<string> => {
  const id = read.text('id') ?? ''
  if (!isId(id)) throw fault('not-found', { what: 'token', id })
  await revokeToken(id)
  return 'The token is revoked. It opens nothing any more.'
}

/** Revokes a token. */
export const tokenRevoke: Command = {
  name: 'token revoke',
  summary: 'Revokes a token of the API at once',
  usage: '--id ID',
  examples: [['./plumbline token list', 'its second column is the id: ./plumbline token revoke --id ID']],
  run: async (words, terminal) => {
    const read = givenTo(
      words,
      { options: { id: 'text' }, needs: { id: 'ID, as token list shows it' } },
      terminal,
    )
    return read === null ? 2 : asOperator(terminal, revoke(read))
  },
}
