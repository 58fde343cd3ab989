import type { Band } from '../../../core/policy/band.ts'
import type { Html } from '../../../ui/html.ts'
import { statusTag } from '../../../ui/status-tag.ts'

/** A band that people decided: a solid tag. Nobody decided yet is "Not decided", never a colour. */
export const decidedTag = (band: Band | null): Html =>
  band === null
    ? statusTag({ text: 'Not decided', colour: 'grey' })
    : statusTag({ text: band.name, colour: band.colour })
