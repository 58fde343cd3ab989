import { checkAlerts } from './alerts.ts'
import { checkCells } from './cells.ts'
import type { Documents, PackComplaint } from './complaint.ts'
import { checkDeciding } from './deciding.ts'
import { checkDuplicates } from './duplicates.ts'
import { checkGrades } from './grades.ts'
import { checkIntelligence } from './intelligence.ts'
import { checkJudgements } from './judgements.ts'
import { checkKinds } from './kinds.ts'
import { checkMonitoring } from './monitoring.ts'
import { checkOverall } from './overall.ts'
import { checkPoints } from './points.ts'
import { checkReferences } from './references.ts'
import { checkRetention } from './retention.ts'
import { checkStated } from './stated.ts'
import { checkSuspensions } from './suspensions.ts'

/** Returns everything that is wrong with a pack's files among each other. */
export const checkDocuments = (documents: Documents): readonly PackComplaint[] =>
  [
    checkDuplicates,
    checkReferences,
    checkKinds,
    checkCells,
    checkGrades,
    checkStated,
    checkOverall,
    checkPoints,
    checkMonitoring,
    checkDeciding,
    checkJudgements,
    checkRetention,
    checkIntelligence,
    checkSuspensions,
    checkAlerts,
  ].flatMap((check) => check(documents))
