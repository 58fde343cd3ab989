import { listed } from '../../../core/kit/words.ts'
import type { ProviderTypeDocument } from '../../../core/policy/documents/provider-types.ts'
import type { Policy } from '../../../core/policy/policy.ts'

/** Returns which contracts a condition of a type of provider holds: `Care home or Extra care, and grant funded`. */
export const conditionInWords = (
  condition: ProviderTypeDocument['whenAnyOf'][number],
  { pack }: Policy['documents'],
): string => {
  const { serviceTypes, grantFunded, cqcRegistered } = condition
  const nameOf = (id: string): string => pack.serviceTypes.find((type) => type.id === id)?.name ?? id
  const said = [
    serviceTypes && listed(serviceTypes.map(nameOf), 'or'),
    grantFunded !== undefined && (grantFunded ? 'grant funded' : 'not grant funded'),
    cqcRegistered !== undefined && (cqcRegistered ? 'registered with CQC' : 'not registered with CQC'),
  ].filter((words) => typeof words === 'string')
  return said.length === 0 ? 'all others' : said.join(', and ')
}
