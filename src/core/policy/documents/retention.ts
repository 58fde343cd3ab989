import { z } from 'zod'
import { isRecordKind, type RecordKind, recordKinds } from '../../retention/record-kinds.ts'
import { based, whole } from './values.ts'

const kinds = Object.keys(recordKinds).filter(isRecordKind) as [RecordKind, ...RecordKind[]]

const rule = based({
  record: z.enum(kinds),
  keepFor: z
    .union([
      z.strictObject({ years: whole }),
      z.strictObject({ months: whole }),
      z.strictObject({ days: whole }),
    ])
    .describe('How long after it was closed'),
})

/** `retention.yaml`: how long each kind of record is kept after it was closed. What has no rule is kept. */
export const retentionDocument = z.strictObject({ rules: z.array(rule).min(1) })

export type RetentionDocument = z.output<typeof retentionDocument>
