/** Which room may import which: core stands below, ui knows no term, the platform knows no slice. */
import { test } from 'node:test'
import { imported } from './imported.ts'
import { type Exceptions, except, type Finding, finds, hold } from './rules.ts'
import { type Source, sources } from './sources.ts'

type Layer = { readonly room: string; readonly may: readonly string[]; readonly why: string }

/** The first room that a file stands in holds. Names without a slash at their end are packages. */
const layers: readonly Layer[] = [
  { room: 'src/core/', may: ['src/core/', 'zod', 'yaml'], why: 'core is pure' },
  {
    room: 'src/ui/',
    may: ['src/ui/', 'src/core/kit/field-error.ts', 'd3-scale', 'd3-shape'],
    why: 'ui knows no term, only what is wrong with a field; it runs in a service worker too',
  },
  {
    room: 'src/visit/server/',
    may: ['src/visit/', 'src/core/', 'src/ui/', 'src/server/platform/', 'hono', 'zod', 'kysely', 'node:'],
    why: 'the server’s side of a visit stands on the platform alone',
  },
  {
    room: 'src/visit/',
    may: ['src/visit/', 'src/core/', 'src/ui/', 'hono', 'idb', 'zod'],
    why: 'these pages run on a device, where there is no server',
  },
  {
    room: 'src/server/platform/',
    may: ['src/server/platform/', 'src/core/', 'src/ui/', 'package'],
    why: 'the platform knows no term: slices stand on it',
  },
  {
    room: 'src/server/',
    may: ['src/server/', 'src/core/', 'src/ui/', 'package'],
    why: 'a slice reads what others offer, and mounts nothing',
  },
  {
    room: 'src/cli/',
    may: ['src/cli/', 'src/server/', 'src/core/', 'package'],
    why: 'a command prints, it draws no pages',
  },
]

const compositionRoots: Exceptions = {
  'src/server/slices.ts src/visit/server/routes.ts': 'the one list of everything that is mounted',
  'src/server/api/operations.ts src/visit/server/api.ts': 'the one list of everything that the API does',
  'src/server/demo/visits.ts src/visit/server/plan-visit.ts':
    'the demonstration plans its visits as a person would',
  'src/server/demo/visits.ts src/visit/server/store.ts': 'and answers those that were made',
  'src/server/demo/visits.ts src/visit/visit.ts': 'in the words of a visit',
}

const reaches = (may: readonly string[], target: string): boolean =>
  may.some((allowed) =>
    allowed === 'package'
      ? !target.startsWith('src/')
      : allowed.endsWith('/') || allowed.endsWith(':')
        ? target.startsWith(allowed)
        : target === allowed || target.startsWith(`${allowed}/`),
  )

const importsUpwards = (source: Source): Finding[] => {
  const layer = layers.find(({ room }) => source.path.startsWith(room))
  if (!layer) return []
  const visitRoom = layer.room === 'src/visit/'
  return imported(source).filter(
    ({ what }) => !reaches(layer.may, what) || (visitRoom && what.startsWith('src/visit/server/')),
  )
}

test('each room imports only what stands below it', () => {
  hold(
    {
      says: `Rooms stand on each other in one order. ${layers.map(({ room, why }) => `${room}: ${why}`).join('; ')}.`,
      instead: 'pass it in as an argument, or move what both need to core, ui or platform.',
    },
    except(sources('src/**/*.ts').flatMap(importsUpwards), compositionRoots),
  )
  const bad = (path: string, from: string) => importsUpwards({ path, text: `\nimport { a } from '${from}'` })
  finds(bad('src/core/ratings/rate.ts', '../../server/ratings/queries.ts'), [
    '2 src/server/ratings/queries.ts',
  ])
  finds(bad('src/core/ratings/rate.ts', 'kysely'), ['2 kysely'])
  finds(bad('src/ui/card.ts', '../core/ratings/rating.ts'), ['2 src/core/ratings/rating.ts'])
  finds(bad('src/ui/card.ts', 'node:fs'), ['2 node:fs'])
  finds(bad('src/visit/routes.ts', './server/store.ts'), ['2 src/visit/server/store.ts'])
  finds(bad('src/visit/server/store.ts', '../../server/register/queries.ts'), [
    '2 src/server/register/queries.ts',
  ])
  finds(bad('src/server/platform/clock.ts', '../home/queries.ts'), ['2 src/server/home/queries.ts'])
  finds(bad('src/server/home/routes.ts', '../../visit/server/routes.ts'), ['2 src/visit/server/routes.ts'])
})
