import type { MonitoringDocument } from '../policy/documents/monitoring.ts'
import type { Attended } from './hold-form.ts'

type Conduct = NonNullable<MonitoringDocument['activities'][number]['conduct']>

/** Returns the ids of the roles that must be there for a service that CQC registers, or does not. */
export const requiredRoles = ({ attends }: Conduct, cqcRegistered: boolean): readonly string[] =>
  attends
    .filter(({ only }) => only === undefined || (only === 'cqc-registered') === cqcRegistered)
    .map(({ role }) => role)

/** Returns the roles that must have been there and were not: a warning, because the meeting was held all the same. */
export const missingRoles = (
  conduct: Conduct,
  cqcRegistered: boolean,
  attendance: readonly Attended[],
): readonly string[] =>
  requiredRoles(conduct, cqcRegistered).filter((role) => !attendance.some((each) => each.role === role))
