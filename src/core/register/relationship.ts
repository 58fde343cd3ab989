import { z } from 'zod'
import { recordId } from './cqc-id.ts'
import { list, text } from './fields.ts'

/** A location that came before or after this one: a move, a new provider, a change of legal entity. */
export type Relationship = {
  readonly kind: 'predecessor' | 'successor'
  readonly id: string
  readonly name: string | null
  readonly reason: string | null
}

const kinds: Readonly<Record<string, Relationship['kind']>> = {
  'hsca predecessor': 'predecessor',
  'hsca successor': 'successor',
}

const id = recordId.nullish().catch(null)

const given = z.object({ type: text, relatedLocationId: id, relatedLocationName: text, reason: text })

/** Relationships between locations. Kinds that say nothing of history (dual registration) are left out. */
export const relationshipsField = list(given).transform((relations): readonly Relationship[] =>
  relations.flatMap((relation) => {
    const kind = kinds[relation.type?.toLowerCase() ?? '']
    const related = relation.relatedLocationId
    return kind && related
      ? [{ kind, id: related, name: relation.relatedLocationName, reason: relation.reason }]
      : []
  }),
)
