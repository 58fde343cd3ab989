/** What a person calls a place in a file: its key, and the thing that it belongs to. */

const namesOfItems: readonly string[] = ['id', 'name', 'role', 'kind', 'grade', 'who', 'band']

const nameOf = (item: unknown): string | null => {
  if (typeof item !== 'object' || item === null) return null
  const [name] = Object.entries(item)
    .filter(([key, value]) => namesOfItems.includes(key) && typeof value === 'string')
    .sort(([one], [other]) => orderOf(one) - orderOf(other))
    .map(([, value]) => String(value))
  return name ?? null
}

const orderOf = (key: string): number => namesOfItems.indexOf(key)

const insideOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

type Step = { readonly says: string; readonly isItem: boolean }

const stepsOf = (value: unknown, path: readonly PropertyKey[]): readonly Step[] => {
  let [inside, steps]: [unknown, readonly Step[]] = [value, []]
  for (const [index, key] of path.entries()) {
    inside = insideOf(inside, key)
    if (typeof key !== 'number') steps = [...steps, { says: `"${String(key)}"`, isItem: false }]
    else {
      const name = nameOf(inside)
      const says = name === null ? `item ${key + 1} of "${String(path[index - 1])}"` : `"${name}"`
      // The item says which list it is in, or needs not say it.
      steps = [...steps.slice(0, -1), { says, isItem: true }]
    }
  }
  return steps
}

/**
 * Returns the names of a place, from the inside out: its key, what holds the key, and the item of a list that holds
 * both. `"text"`, `"red"`, `"care-concerns"`. None for the whole file.
 */
export const thingAt = (value: unknown, path: readonly PropertyKey[]): readonly string[] => {
  const steps = stepsOf(value, path)
  const own = steps.at(-1)
  if (own === undefined) return []
  const around = steps.slice(0, -1)
  const near = around.at(-1)
  const item = around.findLast(({ isItem }) => isItem)
  return [...new Set([own, near, item])].flatMap((step) => (step === undefined ? [] : [step.says]))
}
