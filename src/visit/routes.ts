import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import type { Instant } from '../core/kit/days.ts'
import { type Html, render } from '../ui/html.ts'
import type { Page } from './frame.ts'
import { answerPage } from './pages/answer-page.ts'
import { doneBanner } from './pages/done.ts'
import { type Problem, questionPage } from './pages/question-page.ts'
import { refusalPage } from './pages/refusal-page.ts'
import { visitPage } from './pages/visit-page.ts'
import { noSuchQuestion, noSuchVisit, type Refusal } from './refusals.ts'
import type { VisitStore } from './store.ts'
import { type Answer, answersTo, isGrade, type Question, type Visit } from './visit.ts'

/** What differs between the two sides on which a visit is carried out. */
export type Side = {
  readonly store: VisitStore
  readonly page: Page
  readonly now: () => Instant
  /** Whether whoever asks may record answers. Where not, the pages are to be read only. */
  readonly mayRecord: (context: Context) => boolean
  /** What can be done with the visit as a whole here: pack it, or hand it back. */
  readonly handover: (visit: Visit, context: Context) => Html | null
}

/**
 * The pages of a visit. The same routes run on the server and in a device's service worker, so nothing in here
 * may know of sign-in, cookies or flash messages: a worker can neither read nor set a cookie.
 */
export const visitRoutes = ({ store, page, now, mayRecord, handover }: Side): Hono => {
  const app = new Hono()
  const refuse = async (context: Context, refusal: Refusal) =>
    context.html(render(await page(refusalPage(refusal), context)), refusal.status)

  app.get('/visits/:visit', async (context) => {
    const visit = await store.loadVisit(context.req.param('visit'))
    if (!visit) return refuse(context, noSuchVisit)
    const done = doneBanner((name) => context.req.query(name))
    const parts = visitPage(visit, { done, handover: handover(visit, context) })
    return context.html(render(await page(parts, context)))
  })

  const path = '/visits/:visit/questions/:question'

  app.get(path, async (context) => {
    const found = await find(store, context.req.param())
    if ('says' in found) return refuse(context, found)
    const { visit, question } = found
    const parts =
      visit.heldBy || !mayRecord(context)
        ? answerPage(visit, question, now())
        : questionPage({ visit, question, answerId: crypto.randomUUID(), now: now() })
    return context.html(render(await page(parts, context)))
  })

  app.post(path, async (context) => {
    const found = await find(store, context.req.param())
    if ('says' in found) return refuse(context, found)
    const typed = await readForm(context)
    const { visit, question } = found
    const again = async (problem: Problem) => {
      const parts = questionPage({ visit, question, answerId: typed.id, now: now(), typed, problem })
      return context.html(render(await page(parts, context)), problem === 'no-grade' ? 422 : problem.status)
    }
    if (!isGrade(typed.grade)) return again('no-grade')
    const answer = { ...typed, grade: typed.grade, questionId: question.id, recordedAt: now() }
    const refusal = isSavedAlready(visit, answer)
      ? null
      : await store.recordAnswer(visit.id, ownId(visit, answer))
    return refusal ? again(refusal) : context.redirect(context.req.path, 303)
  })

  return app
}

type Found = { readonly visit: Visit; readonly question: Question }

const find = async (store: VisitStore, at: { visit: string; question: string }): Promise<Found | Refusal> => {
  const visit = await store.loadVisit(at.visit)
  if (!visit) return noSuchVisit
  const question = visit.questions.find(({ id }) => id === at.question)
  return question ? { visit, question } : noSuchQuestion
}

export type Typed = { readonly id: string; readonly grade: string; readonly note: string }

const readForm = async (context: Context): Promise<Typed> => {
  const form = await context.req.formData()
  const text = (name: string): string => {
    const value = form.get(name)
    // Browsers send line ends as CRLF: kept so, a note would differ from itself at each save.
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
  }
  return {
    id: uuid.test(text('answer')) ? text('answer') : crypto.randomUUID(),
    grade: text('grade'),
    note: text('note'),
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A form that is sent twice says what is already saved: there is nothing to add. */
const isSavedAlready = (visit: Visit, { questionId, grade, note }: Answer): boolean => {
  const current = answersTo(visit, questionId)[0]
  return current?.grade === grade && current.note === note
}

/** The back button brings a form back with its old id. What is typed there then is another answer, never a lost one. */
const ownId = (visit: Visit, answer: Answer): Answer =>
  visit.answers.some(({ id }) => id === answer.id) ? { ...answer, id: crypto.randomUUID() } : answer
