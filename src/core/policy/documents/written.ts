/** The documents of a pack as they were written, for the pages that show the policy. */
import type { AlertsDocument } from './alerts.ts'
import type { IntelligenceDocument } from './intelligence.ts'
import type { JudgementsDocument } from './judgements.ts'
import type { MonitoringDocument } from './monitoring.ts'
import type { PackDocument } from './pack.ts'
import type { PublicationDocument } from './publication.ts'
import type { RatingDocument } from './rating.ts'
import type { RetentionDocument } from './retention.ts'
import type { SuspensionsDocument } from './suspensions.ts'

/** Three that every pack has, and those that the policy needs. */
export type WrittenDocuments = {
  readonly pack: PackDocument
  readonly rating: RatingDocument
  readonly monitoring: MonitoringDocument
  /** Only where people give ratings of their own. */
  readonly judgements?: JudgementsDocument
  /** Only where the pack says how long records are kept. Without it, nothing is disposed of. */
  readonly retention?: RetentionDocument
  /** Only where the pack says which intelligence is recorded, and in which words. */
  readonly intelligence?: IntelligenceDocument
  /** Only where the pack says how new placements are suspended. Without it, none can be. */
  readonly suspensions?: SuspensionsDocument
  /** Only where the pack says that the register is published. Without it, it is not. */
  readonly publication?: PublicationDocument
  /** Which rules raise alerts. Without it, only concerns that somebody records do. */
  readonly alerts?: AlertsDocument
}
