/** What a contract itself says of monitoring: where the policy leaves it the word. */
import { errorList } from '../kit/error-list.ts'
import type { FieldError } from '../kit/field-error.ts'
import type { MonitoringDocument } from '../policy/documents/monitoring.ts'
import { providerTypeOf } from '../policy/provider-type.ts'
import type { Activity, PlannedContract } from './row.ts'

/** An activity on which a contract has a word: whether it asks for it, how often, or both. */
export type Sayable = { readonly activity: Activity; readonly whether: boolean; readonly howOften: boolean }

/** Returns the activities on which the contract has a word, in the order of the policy. */
export const sayableOf = (
  { activities, providerTypes = [] }: MonitoringDocument,
  contract: PlannedContract,
): readonly Sayable[] => {
  const type = providerTypeOf(providerTypes, contract)
  return activities
    .filter((activity) => activity.providerTypes === undefined || activity.providerTypes.includes(type ?? ''))
    .map((activity) => ({
      activity,
      whether: activity.contracts === 'flagged',
      howOften:
        activity.contractMaySay !== undefined ||
        Object.values(activity.byBand).some((cell) => cell.when === 'contract'),
    }))
    .filter(({ whether, howOften }) => whether || howOften)
}

/** What a person typed of each activity, by its id. */
export type SaysTyped = Readonly<Record<string, { readonly asks: string; readonly months: string }>>

/** What was read of one activity. */
export type SaysRead = {
  readonly activity: string
  readonly asksFor: boolean
  readonly everyMonths: number | null
}

const mostMonths = 60

/** Reads what a contract says. Returns it, or everything that is wrong at once. */
export const readSays = (
  typed: SaysTyped,
  sayable: readonly Sayable[],
): readonly SaysRead[] | { readonly errors: readonly FieldError[] } => {
  const { errors, wrong } = errorList()
  const read = sayable.map(({ activity: { id, name }, whether, howOften }): SaysRead => {
    const { asks = '', months = '' } = typed[id] ?? {}
    if (whether && asks !== 'yes' && asks !== 'no')
      wrong(`asks-${id}`, `Select whether the contract asks for: ${name}`)
    const number = months.trim() === '' || !howOften ? null : Number(months.trim())
    if (number !== null && !(Number.isSafeInteger(number) && number >= 1 && number <= mostMonths))
      wrong(
        `months-${id}`,
        `${name}: enter a whole number of months from 1 to ${mostMonths}, or leave it empty`,
      )
    return { activity: id, asksFor: !whether || asks === 'yes', everyMonths: number }
  })
  return errors.length > 0 ? { errors } : read
}
