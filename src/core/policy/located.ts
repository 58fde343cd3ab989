/** A YAML file of a pack, read so that every value still knows its line. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Complaint } from '../kit/door.ts'
import { type Problem, problem } from '../kit/problems.ts'

/** One file of a pack: its path inside the pack, with `/`, and its text. */
export type PackFile = { readonly path: string; readonly text: string }

export type Located = {
  readonly file: string
  readonly data: unknown
  /** The line, from 1, where a value stands; of a missing one, where it is missing. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** Returns a fault of a pack: what is wrong at a line of a file, and the remedy. */
export const packFault = (file: string, line: number, says: string, next: string): Problem =>
  problem('pack-wrong', { says, next }, `${file}:${line}`)

/** Returns a complaint about a located file as a fault with its line. */
export const placed = (located: Located, { path, says, next }: Complaint): Problem =>
  packFault(located.file, located.lineOf(path), says, next)

type Step = { readonly start: number | undefined; readonly node: Node | null }

const startOf = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined

const into = (node: Node | null, key: PropertyKey): Step | undefined => {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
    return pair && { start: startOf(pair.key), node: pair.value as Node | null }
  }
  if (!isSeq(node)) return undefined
  const item = node.items[Number(key)]
  return item === undefined ? undefined : { start: startOf(item), node: item as Node }
}

/** Returns a file's data with its lines, or the faults of its YAML. */
export const locate = (file: PackFile): Located | readonly Problem[] => {
  const counter = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: counter, prettyErrors: false })
  if (document.errors.length > 0)
    return document.errors.map(({ pos, message }) =>
      packFault(
        file.path,
        counter.linePos(pos[0]).line,
        `This is not YAML: ${message}.`,
        'Compare it with the lines around it.',
      ),
    )
  const lineOf = (path: readonly PropertyKey[]): number => {
    let step: Step = { start: startOf(document.contents), node: document.contents }
    for (const key of path) {
      const next = into(step.node, key)
      if (next === undefined) break
      step = { start: next.start ?? step.start, node: next.node }
    }
    return step.start === undefined ? 1 : counter.linePos(step.start).line
  }
  return { file: file.path, data: document.toJS(), lineOf }
}

/** Whether a file could be located. */
export const isLocated = (result: Located | readonly Problem[]): result is Located => !Array.isArray(result)
