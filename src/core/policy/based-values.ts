/** Every value of a pack that says where it comes from: for the page that shows the policy. */
import type { Basis, Policy } from './policy.ts'
import { basisOf } from './resolve-criterion.ts'

/** A value with its basis. `place` names it within the pack, and `about` says to a person what it is. */
export type BasedValue = {
  readonly value: object
  readonly place: string
  readonly about: string
  readonly basis: Basis
}

const isBased = (value: object): value is { readonly source?: string; readonly assumption?: string } =>
  'source' in value || 'assumption' in value

const inWords = (key: string): string => key.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)

const namesOfItems = ['grade', 'kind', 'id'] as const

/** An item of a list without a name is called by what tells it from the others: its grade, kind or id. */
const nameOfItem = (item: object): string => {
  const [, name] = Object.entries(item).find(([key]) => namesOfItems.some((each) => each === key)) ?? []
  return String(name ?? '').replaceAll('-', ' ')
}

const aboutOf = (value: object, key: string, around: string): string => {
  if ('name' in value) return String(value.name)
  const own = /^\d+$/.test(key) ? nameOfItem(value) : inWords(key)
  return [around, own].filter((words) => words !== '').join(': ')
}

const within = (value: unknown, place: string, key: string, around: string): readonly BasedValue[] => {
  if (typeof value !== 'object' || value === null) return []
  const about = Array.isArray(value) ? (around === '' ? inWords(key) : around) : aboutOf(value, key, around)
  const own = isBased(value) ? [{ value, place, about, basis: basisOf(value) }] : []
  const inside = Object.entries(value).flatMap(([each, item]) =>
    within(item, `${place}-${each}`, each, about),
  )
  return [...own, ...inside]
}

/** Returns every value with a source or an assumption, in the order of the files. */
export const basedValues = (documents: Policy['documents']): readonly BasedValue[] =>
  Object.entries(documents).flatMap(([file, document]) =>
    Object.entries(document).flatMap(([key, value]) => within(value, `${file}-${key}`, key, '')),
  )
