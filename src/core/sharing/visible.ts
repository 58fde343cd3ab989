import type { Day } from '../kit/days.ts'
import type { Permission } from '../people/permissions.ts'
import { allows } from '../people/roles.ts'
import { type fields as Fields, fields, fromFor, type Moment, type RecordKind, type Rule } from './fields.ts'
import { type Asker, relationTo, type Whose } from './relation.ts'

declare const resolved: unique symbol

type OpenField<Kind extends RecordKind> = {
  [Field in keyof (typeof Fields)[Kind]]: (typeof Fields)[Kind][Field] extends { readonly public: 'always' }
    ? Field
    : never
}[keyof (typeof Fields)[Kind]]

/**
 * A record without what the person who asks may not see. Fields for everyone are there; any other may be absent, and the
 * compiler asks a page to say what it does then. Fields that the table does not know are gone. A page that takes this
 * type cannot be given a record that was not resolved.
 */
export type Visible<Kind extends RecordKind, Whole> = {
  readonly [Field in Extract<keyof Whole, OpenField<Kind>>]: Whole[Field]
} & {
  readonly [Field in Exclude<
    Extract<keyof Whole, keyof (typeof Fields)[Kind]>,
    OpenField<Kind>
  >]?: Whole[Field]
} & { readonly [resolved]: Kind }

/** The days on which something was opened; absent is not yet. */
export type Moments = Readonly<Partial<Record<Moment, Day | null>>>

const hasCome = (on: Day | null | undefined, today: Day): boolean =>
  on !== null && on !== undefined && on <= today

const holds = ({ roles, scoped = [] }: Asker, permission: Permission): boolean =>
  allows(roles, permission) || scoped.includes(permission)

/** Whether somebody sees a field of a record on a day. */
export const sees = (rule: Rule, asker: Asker, whose: Whose, moments: Moments, today: Day): boolean => {
  const relation = relationTo(asker, whose)
  if (relation === 'council' && holds(asker, rule.council)) return true
  const from = fromFor(rule, relation === 'council' ? 'public' : relation)
  if (from === undefined) return false
  return from === 'always' || from.every((moment) => hasCome(moments[moment], today))
}

/** Returns what of a record somebody may see: the one place where that is decided. */
export const visible = <Kind extends RecordKind, Whole extends object>(
  kind: Kind,
  record: Whole,
  given: { readonly asker: Asker; readonly whose: Whose; readonly moments?: Moments; readonly today: Day },
): Visible<Kind, Whole> => {
  const rules: Readonly<Record<string, Rule>> = fields[kind]
  const { asker, whose, moments = {}, today } = given
  const seen = Object.entries(record).filter(([field]) => {
    const rule = Object.hasOwn(rules, field) ? rules[field] : undefined
    return rule !== undefined && sees(rule, asker, whose, moments, today)
  })
  // The filter above is what the type says; the compiler cannot follow it.
  return Object.fromEntries(seen) as Visible<Kind, Whole>
}
