import { bareName, capital } from '../kit/words.ts'
import type { IntelligenceDocument } from '../policy/documents/intelligence.ts'
import { type IntelligenceKind, intelligenceKinds, kindNames, outcomes } from './kinds.ts'

/** Something to choose: its id, what it is called, and what files of other systems call it. */
export type Choice = { readonly id: string; readonly name: string; readonly also: readonly string[] }

type KindChoice = Choice & {
  readonly id: IntelligenceKind
  /** Whether it ends with an outcome. */
  readonly ends: boolean
  /** How people without an account are offered it; null where they are not. */
  readonly asked: string | null
}

/** What can be chosen for an item of intelligence, as the council’s policy has it. */
export type IntelligenceLists = {
  readonly kinds: readonly KindChoice[]
  readonly categories: readonly (Choice & { readonly kinds: readonly IntelligenceKind[] | null })[]
  readonly sources: readonly (Choice & { readonly asked: string | null })[]
  readonly routes: readonly Choice[]
  readonly outcomes: readonly Choice[]
}

const ended: readonly IntelligenceKind[] = ['section-42', 'complaint-to-provider', 'complaint-to-authority']

/** What holds where a policy says nothing of it: our own kinds and outcomes, and nothing else to choose. */
const ownLists: IntelligenceLists = {
  kinds: intelligenceKinds.map((id) => ({
    id,
    name: kindNames[id],
    also: [],
    ends: ended.includes(id),
    asked: null,
  })),
  categories: [],
  sources: [],
  routes: [],
  outcomes: outcomes.map((id) => ({ id, name: capital(id.replaceAll('-', ' ')), also: [] })),
}

/** Returns the lists of a policy; our own where it has none. */
export const listsOf = (document: IntelligenceDocument | undefined): IntelligenceLists =>
  document === undefined
    ? ownLists
    : {
        kinds: document.kinds.map(({ kind, name, also = [], ends, asked = null }) => ({
          id: kind,
          name,
          also,
          ends,
          asked,
        })),
        categories: document.categories.map(({ id, name, also = [], kinds = null }) => ({
          id,
          name,
          also,
          kinds,
        })),
        sources: document.sources.map(({ id, name, also = [], asked = null }) => ({ id, name, also, asked })),
        routes: document.routes.map(({ id, name, also = [] }) => ({ id, name, also })),
        outcomes: document.outcomes.map(({ outcome, name, also = [] }) => ({ id: outcome, name, also })),
      }

/** Returns the choice that a text means, by its id, its name or what others call it; null where it means none. */
export const chosen = <Each extends Choice>(text: string, choices: readonly Each[]): Each | null => {
  const bare = bareName(text)
  return bare === ''
    ? null
    : (choices.find(({ id, name, also }) => [id, name, ...also].some((word) => bareName(word) === bare)) ??
        null)
}

/** Returns what something is called; its id where the policy of today no longer knows it. */
export const nameIn = (choices: readonly Choice[], id: string | null | undefined): string =>
  id === null || id === undefined ? '' : (choices.find((choice) => choice.id === id)?.name ?? id)
