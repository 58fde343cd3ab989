/** Writes the list of dependencies and their licences anew: `npm run licences`, after a dependency changed. */
import { writeFile } from 'node:fs/promises'
import { licencesFile, licencesText } from './licences.ts'

await writeFile(licencesFile, await licencesText())
