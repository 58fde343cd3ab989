import { settingsOf } from '../../core/alerts/causes.ts'
import { blankDeed, type DeedTyped } from '../../core/alerts/deed-form.ts'
import { nameOfRule } from '../../core/alerts/rules.ts'
import type { FieldError } from '../../core/kit/field-error.ts'
import { councilPeople } from '../contracts/queries/people.ts'
import type { Asked } from '../platform/http/asked.ts'
import { framed } from '../platform/http/frame.ts'
import { policyOf } from '../policy/in-force.ts'
import { lookingOf } from './looking.ts'
import { alertPage } from './pages/alert-page.ts'
import type { DeedName } from './pages/deed-fields.ts'
import { alertById } from './queries/show-alert.ts'

/** A form that came back, with what was typed. */
export type Failed = {
  readonly deed: DeedName
  readonly typed: DeedTyped
  readonly errors: readonly FieldError[]
}

/** Shows an alert; with a form that failed, filled in. */
export const showAlert = async (asked: Asked, id: string, failed: Failed | null): Promise<Response> => {
  const looking = lookingOf(asked)
  const alert = await alertById(id, looking)
  const policy = alert.policy === null ? null : await policyOf(alert.policy)
  const mayDo = asked.may('work.do')
  return framed(asked, {
    title: `${nameOfRule(alert.rule)}${alert.service === null ? '' : `, ${alert.service.name}`}`,
    section: 'Home',
    width: 'two-thirds',
    breadcrumbs: [
      { text: 'Home', href: '/' },
      { text: 'Alerts', href: '/alerts' },
    ],
    errors: failed?.errors,
    ...(failed === null ? {} : { status: 422 }),
    content: alertPage({
      alert,
      settings: settingsOf(policy, alert.rule),
      mayDo,
      people: mayDo ? await councilPeople(looking.authority) : [],
      typed: failed?.typed ?? blankDeed,
      errors: failed?.errors ?? [],
      failed: failed?.deed ?? null,
      now: looking.now,
    }),
  })
}
