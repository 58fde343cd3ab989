import { checkCells } from './cells.ts'
import type { Documents, PackComplaint } from './complaint.ts'
import { checkDuplicates } from './duplicates.ts'
import { checkGrades } from './grades.ts'
import { checkKinds } from './kinds.ts'
import { checkOverall } from './overall.ts'
import { checkReferences } from './references.ts'

/** Returns everything that is wrong with a pack's files among each other. */
export const checkDocuments = (documents: Documents): readonly PackComplaint[] =>
  [checkDuplicates, checkReferences, checkKinds, checkCells, checkGrades, checkOverall].flatMap((check) =>
    check(documents),
  )
