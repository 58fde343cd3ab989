import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fault } from '../../../../core/kit/problems.ts'
import { makePasswords, type Passwords } from './passwords.ts'
import type { Place } from './place.ts'
import { nameOf, run, type Tools } from './run.ts'

const access = '# Everything else is refused.\nhost all all 127.0.0.1/32 scram-sha-256\n'

/** What stands in a cluster from its first moment. A blank line ends each statement. */
const firstStatements = ({ superuser, owner }: Passwords): string =>
  [
    `alter role postgres password '${superuser}'`,
    `create role plumbline_owner login nosuperuser createdb password '${owner}'`,
    'create role plumbline_app nologin nosuperuser nobypassrls',
    'grant plumbline_app to plumbline_owner',
    'create database plumbline owner plumbline_owner',
  ]
    .map((statement) => `${statement};\n\n`)
    .join('')

/** Fills an empty folder with a cluster, its roles and its database. Nothing of it listens anywhere meanwhile. */
export const fill = async (folder: string, place: Place, tools: Tools): Promise<void> => {
  const passwords = await makePasswords(place)
  const here = nameOf(folder, tools.account)
  const must = async (program: 'initdb' | 'postgres', words: readonly string[], input?: string) => {
    const { code, output } = await run(tools, program, words, folder, input)
    if (code !== 0) throw fault('embedded-failed', { folder: place.cluster, why: output, log: place.log })
  }
  const quick = place.durable ? [] : ['--no-sync']
  // `reject` until our own access file is written: at no moment could anybody connect without a password.
  const rules = ['--username=postgres', '--auth=reject', '--data-checksums', '--text-search-config=english']
  const letters = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  await must('initdb', ['-D', here, ...rules, ...letters, ...quick])
  await writeFile(join(folder, 'pg_hba.conf'), access)
  await must(
    'postgres',
    [
      '--single',
      '-D',
      here,
      '-j',
      '-c',
      'exit_on_error=on',
      '-c',
      `fsync=${place.durable ? 'on' : 'off'}`,
      'postgres',
    ],
    firstStatements(passwords),
  )
}
