import {
  asksRisk,
  type RaiseAnswers,
  type RaiseStep,
  raiseSteps,
  stepErrors,
  stepsInOrder,
} from '../../../core/intelligence/raise-form.ts'
import { dayOf } from '../../../core/kit/days.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { button } from '../../../ui/components/button.ts'
import { leadingToDays } from '../../../ui/day-field.ts'
import { html } from '../../../ui/html.ts'
import { pageHeading } from '../../../ui/page-heading.ts'
import { now } from '../../platform/database/unit-of-work.ts'
import { seeOther, withCookies } from '../../platform/http/answer.ts'
import type { Asked, Form } from '../../platform/http/asked.ts'
import type { Route } from '../../platform/http/route.ts'
import { keepDraft } from '../commands/drafts.ts'
import { type Begun, begun, startAgain } from './begun.ts'
import { raisePage, raisePath, ringNow } from './frame.ts'
import { stepPages } from './step-pages.ts'

const before = (step: RaiseStep): string => {
  const at = stepsInOrder.indexOf(step)
  return at === 0 ? raisePath : `${raisePath}/${stepsInOrder[at - 1]}`
}

const after = (step: RaiseStep): string => {
  const next = stepsInOrder[stepsInOrder.indexOf(step) + 1]
  return `${raisePath}/${next ?? 'check'}`
}

const show = (
  asked: Asked,
  step: RaiseStep,
  given: Begun,
  answers: RaiseAnswers,
  errors: readonly FieldError[],
): Response => {
  const { title, draw } = stepPages[step]
  const { rules, service } = given
  const toCheck = asked.query('to') === 'check'
  return raisePage(asked, {
    title,
    service,
    errors: leadingToDays(errors, ['day']),
    back: toCheck ? `${raisePath}/check` : before(step),
    content: html`${step === 'you' && asksRisk(answers) && answers.risk === 'yes' && ringNow(rules.contact)}
${pageHeading({ text: title, caption: service.name })}
<form method="post" action="${raisePath}/${step}${toCheck && '?to=check'}" novalidate>
${draw({ answers, errors, rules })}
${button({ text: 'Continue', preventDoubleClick: true })}
</form>`,
  })
}

const typedIn = (step: RaiseStep, form: Form): RaiseAnswers =>
  Object.fromEntries(raiseSteps[step].map((field) => [field, form.one(field)]))

const open = (step: RaiseStep) => async (asked: Asked) => {
  const given = await begun(asked)
  return given === null ? startAgain() : show(asked, step, given, given.draft.answers, [])
}

/** What was typed is kept before it is judged: a page that comes back, and one that is left, has lost nothing. */
const answer = (step: RaiseStep) => async (asked: Asked) => {
  const given = await begun(asked)
  if (given === null) return startAgain()
  const answers = { ...given.draft.answers, ...typedIn(step, await asked.form()) }
  await keepDraft(asked.context, answers, given.rules.rules.draft.hours)
  const errors = stepErrors(step, answers, given.rules.lists, dayOf(now()))
  if (errors.length > 0) return withCookies(asked.context, show(asked, step, given, answers, errors))
  // Whoever changes what it is may have to say more before it can be checked.
  return withCookies(
    asked.context,
    seeOther(asked.query('to') === 'check' ? `${raisePath}/check` : after(step)),
  )
}

/** The pages with questions, in their order. */
export const stepRoutes: readonly Route[] = stepsInOrder.flatMap((step): readonly Route[] => [
  {
    method: 'GET',
    path: `${raisePath}/${step}`,
    permission: 'anyone',
    sample: { none: 'it goes on from a draft of this browser: the journey of the form opens it' },
    handle: open(step),
  },
  {
    method: 'POST',
    path: `${raisePath}/${step}`,
    permission: 'anyone',
    audit: { none: 'a draft of somebody unknown: the event is written when it is sent' },
    handle: answer(step),
  },
])
