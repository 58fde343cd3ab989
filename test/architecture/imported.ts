/** What a file imports, by where it stands from the root of the project; a package by its name. */
import { posix } from 'node:path'
import { importsOf } from './code.ts'
import { type Finding, findingAt } from './rules.ts'
import type { Source } from './sources.ts'

/** Returns every import of a file. */
export const imported = (source: Source): Finding[] =>
  importsOf(source.text).map(({ from, start }) =>
    findingAt(source, start, from.startsWith('.') ? posix.join(posix.dirname(source.path), from) : from),
  )
