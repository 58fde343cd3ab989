import { readRaised } from '../../../core/intelligence/raise-form.ts'
import { dayOf } from '../../../core/kit/days.ts'
import type { FieldError } from '../../../core/kit/field-error.ts'
import { html } from '../../../ui/html.ts'
import { ground, now } from '../../platform/database/unit-of-work.ts'
import { seeOther, withCookies } from '../../platform/http/answer.ts'
import { type Asked, isId } from '../../platform/http/asked.ts'
import type { Route } from '../../platform/http/route.ts'
import { sourceOf } from '../../platform/http/source.ts'
import { listServices } from '../../register/queries/list-services.ts'
import { keepDraft } from '../commands/drafts.ts'
import { raiseConcern } from '../commands/raise-concern.ts'
import { draftOf } from '../queries/drafts.ts'
import { openServices } from '../queries/raising.ts'
import { asCouncil, asCouncils } from './as-councils.ts'
import { begun, openFor, startAgain } from './begun.ts'
import { checkPage } from './check-page.ts'
import { codeRoutes } from './code-routes.ts'
import { raisePage, raisePath, raiseTitle, ringNow } from './frame.ts'
import { servicePage } from './service-page.ts'
import { stepRoutes } from './step-routes.ts'

const longestSearch = 100
const mostShown = 10

const search = (words: string) =>
  asCouncils(async () => {
    const { services } = await listServices(
      {
        words,
        type: null,
        proposed: null,
        which: 'all',
        decided: null,
        suspended: false,
        asAt: null,
        sort: null,
        down: false,
        page: 1,
      },
      dayOf(now()),
    )
    return (await openServices(services.map(({ id }) => id))).slice(0, mostShown)
  })

const showServices = async (asked: Asked, errors: readonly FieldError[] = []): Promise<Response> => {
  const words = asked.query('q')?.slice(0, longestSearch) ?? null
  const named = asked.query('service')
  const services =
    words !== null
      ? await search(words)
      : named !== null && isId(named)
        ? await asCouncils(() => openServices([named]))
        : []
  return raisePage(asked, {
    title: raiseTitle,
    back: null,
    service: services[0] ?? null,
    errors,
    content: servicePage({ words, services, errors }),
  })
}

const chooseService = async (asked: Asked): Promise<Response> => {
  const id = (await asked.form()).one('service')
  const found = isId(id) ? await openFor(id) : null
  if (found === null)
    return showServices(asked, [{ field: 'service', text: 'Find the service, and select it' }])
  const before = await draftOf(asked.context)
  // What was typed already stays, where somebody chose the wrong service first.
  const answers = before !== null && before.concern === null ? before.answers : {}
  await keepDraft(asked.context, { ...answers, service: found.service.id }, found.rules.rules.draft.hours)
  return withCookies(asked.context, seeOther(`${raisePath}/what`))
}

const showCheck = async (asked: Asked): Promise<Response> => {
  const given = await begun(asked)
  if (given === null) return startAgain()
  const { service, rules, draft } = given
  if (draft.concern !== null) return seeOther(`${raisePath}/code`)
  const raised = readRaised(draft.answers, rules.lists, dayOf(now()))
  if ('incomplete' in raised) return seeOther(`${raisePath}/${raised.incomplete}`)
  return raisePage(asked, {
    title: 'Check what you tell us',
    service,
    back: `${raisePath}/you`,
    errors: [],
    content: html`${raised.immediateRisk && ringNow(rules.contact)}
${checkPage({ service, answers: draft.answers, raised, rules })}`,
  })
}

const send = async (asked: Asked): Promise<Response> => {
  const given = await begun(asked, true)
  if (given === null) return startAgain()
  const { service, rules, draft } = given
  if (draft.concern !== null) return seeOther(`${raisePath}/code`)
  const raised = readRaised(draft.answers, rules.lists, dayOf(now()))
  if ('incomplete' in raised) return seeOther(`${raisePath}/${raised.incomplete}`)
  const source = sourceOf(asked.context, ground().installation)
  await asCouncil(service.authority, () =>
    raiseConcern({
      draft: draft.digest,
      service: service.id,
      council: service.council,
      source,
      raised,
      rules,
    }),
  )
  return seeOther(`${raisePath}/code`)
}

/** The form for people without an account: a service, three short pages, a look at all of it, and a code (W2.5, B4.1). */
export const raiseRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: raisePath,
    permission: 'anyone',
    sample: () => `${raisePath}?q=thornhay`,
    handle: (asked) => showServices(asked),
  },
  {
    method: 'POST',
    path: raisePath,
    permission: 'anyone',
    audit: { none: 'a draft of somebody unknown: the event is written when it is sent' },
    handle: chooseService,
  },
  ...stepRoutes,
  {
    method: 'GET',
    path: `${raisePath}/check`,
    permission: 'anyone',
    sample: { none: 'it shows a draft of this browser: the journey of the form opens it' },
    handle: showCheck,
  },
  {
    method: 'POST',
    path: `${raisePath}/check`,
    permission: 'anyone',
    audit: 'concern.raised',
    handle: send,
  },
  ...codeRoutes,
]
