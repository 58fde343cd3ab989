/** Ids and names used twice. */
import { quoted } from '../../kit/door.ts'
import { bareName } from '../../kit/words.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'

/** A list in a file: where it stands, the names in it, and the key inside each item that holds the name, if any. */
type List = {
  readonly document: keyof Documents
  readonly path: readonly PropertyKey[]
  readonly names: readonly string[]
  readonly key?: string
}

type Conduct = NonNullable<Documents['monitoring']['activities'][number]['conduct']>

type Named = { readonly id: string }

const ids = (document: keyof Documents, path: readonly PropertyKey[], items: readonly Named[]): List => ({
  document,
  path,
  names: items.map(({ id }) => id),
  key: 'id',
})

const packLists = ({ pack }: Documents): readonly List[] =>
  (['documents', 'serviceTypes', 'roles', 'contacts', 'assumptions'] as const).map((key) =>
    ids('pack', [key], pack[key]),
  )

const schemeLists = ({ rating }: Documents): readonly List[] =>
  rating.schemes.flatMap(({ grades, aliases, notRated, parts }, index): readonly List[] => {
    const path = ['schemes', index]
    return [
      { document: 'rating', path: [...path, 'grades'], names: grades },
      { document: 'rating', path: [...path, 'parts'], names: parts },
      { document: 'rating', path: [...path, 'notRated', 'grades'], names: notRated.grades },
      { document: 'rating', path: [...path, 'aliases'], names: aliases.map(({ name }) => name), key: 'name' },
    ]
  })

const criterionLists = ({ rating }: Documents): readonly List[] =>
  rating.criteria.flatMap((criterion, index): readonly List[] => {
    const path = ['criteria', index]
    const { serviceTypes } = criterion.appliesTo
    const types = serviceTypes === 'all' ? [] : serviceTypes
    const applies: List = { document: 'rating', path: [...path, 'appliesTo', 'serviceTypes'], names: types }
    if (criterion.kind === 'points') {
      const kinds = criterion.points.map(({ kind }) => kind)
      return [applies, { document: 'rating', path: [...path, 'points'], names: kinds, key: 'kind' }]
    }
    if (criterion.kind === 'level')
      return [
        applies,
        { document: 'rating', path: [...path, 'fact', 'grades'], names: criterion.fact.grades },
      ]
    if ('fact' in criterion) return [applies]
    if (criterion.kind !== 'rating')
      return [
        applies,
        { document: 'rating', path: [...path, 'counts', 'kinds'], names: criterion.counts.kinds },
      ]
    const grades = criterion.overlaps.map(({ grade }) => grade)
    return [
      applies,
      { document: 'rating', path: [...path, 'overlaps'], names: grades, key: 'grade' },
      { document: 'rating', path: [...path, 'deciding', 'parts'], names: criterion.deciding.parts },
    ]
  })

const ratingLists = ({ rating }: Documents): readonly List[] => [
  ...(['bands', 'schemes', 'windows', 'criteria'] as const).map((key) => ids('rating', [key], rating[key])),
  {
    document: 'rating',
    path: ['shownNotScored'],
    names: rating.shownNotScored.map(({ kind }) => kind),
    key: 'kind',
  },
]

const conductLists = ({ agenda, places, checks }: Conduct, path: readonly PropertyKey[]): readonly List[] => [
  ids('monitoring', [...path, 'agenda'], agenda),
  ids('monitoring', [...path, 'places'], places),
  ids('monitoring', [...path, 'checks'], checks),
]

const monitoringLists = ({ monitoring }: Documents): readonly List[] => [
  ids('monitoring', ['activities'], monitoring.activities),
  ids('monitoring', ['meetings'], monitoring.meetings),
  ids('monitoring', ['providerTypes'], monitoring.providerTypes ?? []),
  ...monitoring.activities.flatMap(({ forms, conduct }, index) => [
    ids('monitoring', ['activities', index, 'forms'], forms),
    ...(conduct === undefined ? [] : conductLists(conduct, ['activities', index, 'conduct'])),
  ]),
]

const judgementLists = ({ judgements }: Documents): readonly List[] => {
  const all = judgements?.judgements ?? []
  return [
    ids('judgements', ['judgements'], all),
    ...all.map(({ levels }, index) => ids('judgements', ['judgements', index, 'levels'], levels)),
  ]
}

const repeats = ({ document, path, names, key }: List): readonly PackComplaint[] =>
  names.flatMap((name, index) => {
    const first = names.findIndex((other) => bareName(other) === bareName(name))
    if (first === index) return []
    const place = key === undefined ? [...path, index] : [...path, index, key]
    return [
      about(document)(
        place,
        `${quoted(name)} is here twice.`,
        'Give one of the two another name, or take it out.',
      ),
    ]
  })

/** Returns a complaint for every id or name that is used a second time in its list. */
export const checkDuplicates = (documents: Documents): readonly PackComplaint[] =>
  [packLists, ratingLists, schemeLists, criterionLists, monitoringLists, judgementLists]
    .flatMap((lists) => lists(documents))
    .flatMap(repeats)
