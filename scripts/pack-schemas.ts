/** Writes the JSON Schemas for editors, `packs/schema/`, from the schemas that read the packs. Run: node scripts/pack-schemas.ts */
import { mkdir, writeFile } from 'node:fs/promises'
import { schemaTexts } from '../src/server/platform/pack-schemas.ts'

const folder = new URL('../packs/schema/', import.meta.url)
await mkdir(folder, { recursive: true })
for (const [name, text] of schemaTexts()) await writeFile(new URL(`${name}.json`, folder), text)
