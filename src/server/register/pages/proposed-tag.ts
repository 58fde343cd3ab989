import type { Band } from '../../../core/policy/band.ts'
import type { Html } from '../../../ui/html.ts'
import { statusTag } from '../../../ui/status-tag.ts'

/** A proposed band: outlined, and it says so. No band is "Not rated", never green. */
export const proposedTag = (band: Band | null): Html =>
  band === null
    ? statusTag({ text: 'Not rated', colour: 'grey', outlined: true })
    : statusTag({ text: band.name, colour: band.colour, outlined: true, prefix: 'Proposed' })
