import { z } from 'zod'
import { schemas } from '../../core/policy/documents/documents.ts'

/** Returns the JSON Schemas of a pack's files, by name, as they stand in `packs/schema/`. */
export const schemaTexts = (): readonly (readonly [name: string, text: string])[] =>
  Object.entries(schemas).map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    return [name, `${JSON.stringify(json, null, 2)}\n`]
  })
