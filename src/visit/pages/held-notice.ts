import { insetText } from '../../ui/components/inset-text.ts'
import type { Html } from '../../ui/html.ts'
import type { Packing } from '../visit.ts'
import { clockTime, longDay } from '../wording.ts'

/** Says on the server's pages that a device holds the visit, whose, and what has to happen. */
export const heldNotice = ({ holder, packedAt }: Packing): Html =>
  insetText({
    text: `${holder} has had this visit on a device since ${clockTime(packedAt)} on ${longDay(packedAt)}. It can be read here, and changed again when it is handed back on that device.`,
  })
