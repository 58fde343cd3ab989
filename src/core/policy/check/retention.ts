/** Retention: a kind of record has one rule, so that nobody can ask which one holds. */
import { quoted } from '../../kit/door.ts'
import { about, type Documents, type PackComplaint } from './complaint.ts'

const complain = about('retention')

/** Returns a complaint for every kind of record that has two rules. */
export const checkRetention = ({ retention }: Documents): readonly PackComplaint[] => {
  const rules = retention?.rules ?? []
  return rules.flatMap(({ record }, index) =>
    rules.findIndex((rule) => rule.record === record) === index
      ? []
      : [complain(['rules', index, 'record'], `${quoted(record)} has two rules.`, 'Keep one of them.')],
  )
}
