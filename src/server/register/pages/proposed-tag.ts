import type { Html } from '../../../ui/html.ts'
import { statusTag } from '../../../ui/status-tag.ts'
import { colourOfBand, nameOfBand } from '../words.ts'

/** A proposed band: outlined, and it says so. No band is "Not rated", never green. */
export const proposedTag = (band: string | null): Html =>
  band === null
    ? statusTag({ text: 'Not rated', colour: 'grey', outlined: true })
    : statusTag({ text: nameOfBand(band), colour: colourOfBand(band), outlined: true, prefix: 'Proposed' })
