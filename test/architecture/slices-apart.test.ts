/** A term does something because of another by reacting to its event, never by being called. */
import { test } from 'node:test'
import { imported } from './imported.ts'
import { type Finding, finds, hold } from './rules.ts'
import { type Source, sources } from './sources.ts'

/** Files of a slice that are nobody else's: what writes, and what the one list of slices mounts. */
const own = /^(src\/(?:server\/[^/]+|visit\/server)\/)(?:(?:commands|reactions|routes)\.ts$|commands\/)/

/** These put slices together, and so call any of them. */
const compositionRoots = [
  'src/server/demo/',
  'src/server/serve.ts',
  'src/server/open.ts',
  'src/server/slices.ts',
  'src/server/disposables.ts',
  'src/cli/',
]

const callsAnotherSlice = (source: Source): Finding[] =>
  compositionRoots.some((room) => source.path.startsWith(room))
    ? []
    : imported(source).filter(({ what }) => {
        const slice = own.exec(what)?.[1]
        return slice !== undefined && !source.path.startsWith(slice)
      })

test('a slice never calls another slice’s commands', () => {
  hold(
    {
      says: 'A slice never imports the commands, reactions or routes of another.',
      instead: `add a reaction to the other’s event. Only ${compositionRoots.join(', ')} put slices together.`,
    },
    sources('src/**/*.ts').flatMap(callsAnotherSlice),
  )
  const bad = (from: string) =>
    callsAnotherSlice({ path: 'src/server/home/commands.ts', text: `import a from '${from}'` })
  finds(bad('../ratings/commands.ts'), ['1 src/server/ratings/commands.ts'])
  finds(bad('../register/commands/add-service.ts'), ['1 src/server/register/commands/add-service.ts'])
  finds(bad('../../visit/server/routes.ts'), ['1 src/visit/server/routes.ts'])
  finds(bad('../register/words.ts'), [])
  finds(bad('./commands.ts'), [])
})
