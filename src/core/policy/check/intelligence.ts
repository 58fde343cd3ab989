/** Intelligence: every kind and outcome has its words, no word means two things, and whom to ring is known. */
import { intelligenceKinds, outcomes } from '../../intelligence/kinds.ts'
import { adviceFor, quoted } from '../../kit/door.ts'
import { bareName } from '../../kit/words.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'
import { idsOf } from './reference.ts'

const complain = about('intelligence')

type Document = NonNullable<Documents['intelligence']>

type Named = { readonly name: string; readonly also?: readonly string[] | undefined }

const lists = (document: Document) =>
  ({
    kinds: document.kinds.map((each) => ({ ...each, key: each.kind as string })),
    categories: document.categories.map((each) => ({ ...each, key: each.id })),
    sources: document.sources.map((each) => ({ ...each, key: each.id })),
    routes: document.routes.map((each) => ({ ...each, key: each.id })),
    outcomes: document.outcomes.map((each) => ({ ...each, key: each.outcome as string })),
  }) satisfies Record<string, readonly (Named & { readonly key: string })[]>

/** A word of a file that two entries take for theirs could not be read. */
const twice = (document: Document): readonly PackComplaint[] =>
  Object.entries(lists(document)).flatMap(([list, entries]) => {
    const owner = new Map<string, number>()
    return entries.flatMap(({ key, name, also = [] }, index) =>
      [...new Set([key, name, ...also].map(bareName))].flatMap((word) => {
        const other = owner.get(word)
        owner.set(word, other ?? index)
        return other === undefined
          ? []
          : [
              complain(
                [list, index],
                `Two entries are called ${quoted(word)}.`,
                'Give one of the two another name, or take it out.',
              ),
            ]
      }),
    )
  })

const missing = (list: 'kinds' | 'outcomes', all: readonly string[], there: readonly string[]) =>
  all
    .filter((each) => !there.includes(each))
    .map((each) => complain([list], `Nothing says what ${each} is called.`, 'Add it to this list.'))

const contact = ({ raising }: Document, { pack }: Documents): readonly PackComplaint[] => {
  const known = idsOf(pack.contacts)
  if (raising === undefined || known.includes(raising.atRisk.contact)) return []
  const path = ['raising', 'atRisk', 'contact']
  const { contact: given } = raising.atRisk
  return [complain(path, `There is no contact ${quoted(given)}.`, adviceFor(given, known))]
}

/** Returns a complaint for everything in which the lists of intelligence contradict themselves or the pack. */
export const checkIntelligence = (documents: Documents): readonly PackComplaint[] => {
  const { intelligence } = documents
  if (intelligence === undefined) return []
  return [
    ...missing(
      'kinds',
      intelligenceKinds,
      intelligence.kinds.map(({ kind }) => kind),
    ),
    ...missing(
      'outcomes',
      outcomes,
      intelligence.outcomes.map(({ outcome }) => outcome),
    ),
    ...twice(intelligence),
    ...contact(intelligence, documents),
  ]
}
