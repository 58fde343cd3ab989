import type { InventedService } from './invented.ts'

/**
 * Where the demonstration states what Bolton's risk score reads beside intelligence and CQC's ratings: peopleFunded,
 * annualValue, needLevel and lastMedicationAudit of each service. Nobody has stated any of them for the invented
 * services, so pages list them as not known.
 */
export const recordRiskFacts = async (_services: readonly InventedService[]): Promise<void> => {}
