/** What changed between two versions of a pack, in sentences. Works on the files as written, so it needs no schema. */
import { quoted } from '../kit/door.ts'
import { listed } from '../kit/words.ts'
import { isCase } from './documents/documents.ts'
import { isLocated, locate, type PackFile } from './located.ts'

type Entries = ReadonlyMap<string, { readonly label: string; readonly value: unknown }>

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keys = ['id', 'kind', 'grade', 'band', 'name'] as const

const keyOf = (item: unknown): string | null => {
  if (!isObject(item)) return null
  const key = keys.find((candidate) => typeof item[candidate] === 'string')
  return key === undefined ? null : String(item[key])
}

/** Returns the entries of an object, or of a list whose items have ids; null for anything else. */
const entriesOf = (value: unknown): Entries | null => {
  if (isObject(value))
    return new Map(Object.entries(value).map(([key, each]) => [key, { label: key, value: each }]))
  if (!Array.isArray(value)) return null
  const list: readonly unknown[] = value
  const named = list.map((item) => ({ key: keyOf(item), item }))
  const found = named.flatMap(({ key, item }) =>
    key === null ? [] : [[key, { label: labelOf(item, key), value: item }] as const],
  )
  return found.length === list.length && new Set(found.map(([key]) => key)).size === list.length
    ? new Map(found)
    : null
}

const labelOf = (item: unknown, key: string): string =>
  isObject(item) && typeof item.name === 'string' ? item.name : key

const inWords = (value: unknown): string => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return quoted(value)
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : listed(value.map(inWords))
  if (isObject(value))
    return Object.entries(value)
      .map(([key, each]) => `${key} ${inWords(each)}`)
      .join(', ')
  return 'nothing'
}

const place = (path: readonly string[]): string => path.join(', ')

const sameOrder = (before: Entries, after: Entries): boolean => {
  const shared = [...before.keys()].filter((key) => after.has(key))
  return shared.join('\n') === [...after.keys()].filter((key) => before.has(key)).join('\n')
}

const changes = (before: unknown, after: unknown, path: readonly string[]): readonly string[] => {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const [old, now] = [entriesOf(before), entriesOf(after)]
  if (old === null || now === null)
    return [`${place(path)}: was ${inWords(before)}, is now ${inWords(after)}.`]
  const gone = [...old].filter(([key]) => !now.has(key))
  const added = [...now].filter(([key]) => !old.has(key))
  const order = Array.isArray(after) && !sameOrder(old, now)
  return [
    ...gone.map(([, { label, value }]) => `${place([...path, label])}: is gone; it was ${inWords(value)}.`),
    ...added.map(([, { label, value }]) => `${place([...path, label])}: is new: ${inWords(value)}.`),
    ...(order ? [`${place(path)}: stand in another order: ${listed([...now.keys()])}.`] : []),
    ...[...now].flatMap(([key, { label, value }]) => {
      const was = old.get(key)
      return was === undefined ? [] : changes(was.value, value, [...path, label])
    }),
  ]
}

const dataOf = (file: PackFile): unknown => {
  const located = locate(file)
  return isLocated(located) ? located.data : file.text
}

const caseName = (file: PackFile): string => {
  const data = dataOf(file)
  return isObject(data) && typeof data.name === 'string' ? data.name : file.path
}

const titleOf = (file: PackFile): string =>
  isCase(file.path) ? `The case ${quoted(caseName(file))}` : file.path

/** Returns a sentence for everything in which the second pack differs from the first; none where they say the same. */
export const diffPacks = (before: readonly PackFile[], after: readonly PackFile[]): readonly string[] => {
  const old = new Map(before.map((file) => [file.path, file]))
  const now = new Map(after.map((file) => [file.path, file]))
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort()
  return paths.flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)]
    if (was === undefined) return is === undefined ? [] : [`${titleOf(is)}: is new.`]
    if (is === undefined) return [`${titleOf(was)}: is gone.`]
    if (!path.endsWith('.yaml')) return was.text === is.text ? [] : [`${path}: has other words.`]
    return changes(dataOf(was), dataOf(is), [titleOf(is)])
  })
}
