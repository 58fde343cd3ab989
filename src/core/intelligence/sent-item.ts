/** An item of intelligence as another system sends it: what must hold of its days and of how it ended. */
import type { Day } from '../kit/days.ts'
import type { FieldError } from '../kit/field-error.ts'
import type { IntelligenceLists } from './lists.ts'
import type { IntelligenceSaid } from './said.ts'

/** The parts that are judged together. */
export type SentItem = {
  readonly kind: string
  readonly occurred: Day
  readonly concluded: Day | null
  readonly progressed: boolean | null
  readonly outcome: string | null
}

type Listed = Pick<IntelligenceSaid, 'category' | 'source' | 'route'>

/** Returns which of what is chosen from a list is not of the policy's. What was left out is not judged. */
export const notListed = (
  sent: Listed,
  { categories, sources, routes }: Pick<IntelligenceLists, 'categories' | 'sources' | 'routes'>,
): readonly FieldError[] => {
  const lists = { category: categories, source: sources, route: routes }
  return (['category', 'source', 'route'] as const).flatMap((field) => {
    const id = sent[field] ?? null
    return id === null || lists[field].some((choice) => choice.id === id)
      ? []
      : [
          {
            field,
            text: `Send one of the ids of the policy: ${lists[field].map((choice) => choice.id).join(', ')}`,
          },
        ]
  })
}

/** Returns everything that is wrong with an item at once; nothing where it is right. */
export const wrongOf = (item: SentItem, today: Day): readonly FieldError[] => {
  const { kind, occurred, concluded, progressed, outcome } = item
  const wrong = (holds: boolean, field: string, text: string): FieldError[] =>
    holds ? [{ field, text }] : []
  const isEnquiry = kind === 'section-42'
  return [
    ...wrong(occurred > today, 'occurred', 'The day on which it happened must be today or in the past'),
    ...wrong(
      concluded !== null && concluded > today,
      'concluded',
      'The day on which it ended must be today or in the past',
    ),
    ...wrong(
      concluded !== null && concluded < occurred,
      'concluded',
      'The day on which it ended must be on or after the day on which it happened',
    ),
    ...wrong(
      concluded === null && outcome !== null,
      'concluded',
      'Give the day on which it ended, because there is an outcome',
    ),
    ...wrong(concluded !== null && outcome === null, 'outcome', 'Give the outcome, because it has ended'),
    ...wrong(
      isEnquiry && concluded !== null && progressed === null,
      'progressed',
      'Say whether it progressed to an enquiry, because a section 42 enquiry has ended',
    ),
    ...wrong(
      progressed !== null && !(isEnquiry && concluded !== null),
      'progressed',
      'Leave it out: only a section 42 enquiry that has ended progressed or did not',
    ),
  ]
}
