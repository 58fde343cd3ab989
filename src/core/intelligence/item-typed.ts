/** The fields of the form for intelligence, word for word as they were typed. */
export const itemFields = [
  'kind',
  'category',
  'occurred-day',
  'occurred-month',
  'occurred-year',
  'source',
  'route',
  'reference',
  'summary',
  'sure',
  'risk',
  'outcome',
  'ended-day',
  'ended-month',
  'ended-year',
  'progressed',
] as const

export type ItemTyped = Readonly<Record<(typeof itemFields)[number], string>>

/** A form with nothing in it but a kind: most of what staff record are concerns. */
export const blankItem: ItemTyped = {
  ...(Object.fromEntries(itemFields.map((field) => [field, ''])) as ItemTyped),
  kind: 'care-concern',
}
