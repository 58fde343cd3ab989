/** Only a slice's own commands write its tables. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { migrations, statementsOf, tablesOf } from './migrations.ts'
import { type Finding, finds, hold } from './rules.ts'
import { type Source, sources } from './sources.ts'
import { madeElsewhere, rooms } from './tables.ts'
import { writes } from './tables-named.ts'

const writer = /^(?:(?:commands|reactions)\.ts$|commands\/)/

/** The platform's rooms are one idea a file, and the visit's store has a twin on the device: any file there writes. */
const writesAnywhere = ['src/server/platform/', 'src/visit/server/']

const mayWrite = ({ path, what }: Finding): boolean => {
  const room = rooms[what]
  if (!room || !path.startsWith(room)) return false
  return writesAnywhere.some((open) => room.startsWith(open)) || writer.test(path.slice(room.length))
}

const strangersWrites = (source: Source): Finding[] => writes(source).filter((found) => !mayWrite(found))

test('every table has one room, and the room is there', () => {
  const tables = [...tablesOf(migrations().flatMap(statementsOf)).keys(), ...Object.keys(madeElsewhere)]
  assert.deepEqual(
    Object.keys(rooms).toSorted(),
    tables.toSorted(),
    'Every table belongs to one slice. Instead: say in test/architecture/tables.ts whose it is.',
  )
  for (const [table, room] of Object.entries(rooms))
    assert.ok(
      sources(`${room}**/*.ts`).length > 0,
      `test/architecture/tables.ts: ${room} of ${table} is not there`,
    )
})

test('only a slice’s own commands write its tables', () => {
  hold(
    {
      says: 'A table is written by its own slice’s commands.ts, commands/ or reactions.ts, which name it as a text.',
      instead: 'emit an event and let the other slice react, or move the write into its commands.',
    },
    sources('src/**/*.ts').flatMap(strangersWrites),
  )
  const text = [
    "db().insertInto('service').values(a)",
    "// db().insertInto('service')",
    "db().updateTable('alert')",
    'db().deleteFrom(table)',
    'sql`update service set a = 1 where b = 2`',
    'sql<Row>`insert into visit values (1)`',
  ].join('\n')
  finds(strangersWrites({ path: 'src/server/home/commands.ts', text }), [
    '1 service',
    '4 ?',
    '5 service',
    '6 visit',
  ])
  finds(strangersWrites({ path: 'src/server/home/queries.ts', text: "a.updateTable('alert')" }), ['1 alert'])
})
