import { nameOfKind, sentenceOf } from '../say.ts'
import type { Told } from '../told.ts'
import type { ToldAccess } from './queries.ts'

/** Events as rows of a file, with their headings. */
export const eventRows = (events: readonly Told[]): readonly (readonly string[])[] => [
  ['number', 'when', 'kind', 'name', 'who', 'acting as', 'of kind', 'of reference', 'in words', 'details'],
  ...events.map((event) => [
    String(event.id),
    event.at,
    event.kind,
    nameOfKind(event.kind),
    event.by,
    event.actedAs ?? '',
    event.subject.kind,
    event.subject.id,
    sentenceOf(event) ?? '',
    event.payload === null ? '' : JSON.stringify(event.payload),
  ]),
]

/** Accesses as rows of a file, with their headings. */
export const accessRows = (accesses: readonly ToldAccess[]): readonly (readonly string[])[] => [
  ['number', 'when', 'who', 'acting as', 'saw', 'of kind', 'of reference'],
  ...accesses.map((access) => [
    String(access.id),
    access.at,
    access.by,
    access.actedAs,
    access.shows,
    access.subject.kind,
    access.subject.id,
  ]),
]
