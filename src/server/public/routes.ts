import { csvOf } from '../../core/kit/csv.ts'
import { fault } from '../../core/kit/problems.ts'
import { documentOf, registerSchema } from '../../core/publication/document.ts'
import { fileRows } from '../../core/publication/file-rows.ts'
import type { PublicRegister } from '../../core/publication/register.ts'
import { foundIn } from '../../core/publication/search.ts'
import { html } from '../../ui/html.ts'
import { pageHeading } from '../../ui/page-heading.ts'
import type { Ground } from '../platform/database/unit-of-work.ts'
import type { Asked } from '../platform/http/asked.ts'
import type { OpenPage } from '../platform/http/route.ts'
import { addressOf, searchOf } from './address.ts'
import { bodyOf, keptBody, type PublicAnswer, publicAnswer } from './answers.ts'
import { publicPage } from './frame.ts'
import { councilsNow, type Kept, keptRegister } from './kept.ts'
import { listPage } from './pages/list-page.ts'
import { servicePage } from './pages/service-page.ts'

const registerOf = async (on: Ground, asked: Asked): Promise<Kept> => {
  const kept = await keptRegister(on, asked.part('authority'))
  if (kept === null) throw fault('not-published')
  return kept
}

/** What nobody has asked before in words: the first to ask may be the last. */
const isCommon = (asked: Asked): boolean => asked.query('q') === null

const councils = async (on: Ground, asked: Asked): Promise<Response> => {
  const all = await councilsNow(on)
  const text = publicPage(on, null, {
    title: 'Registers of care services',
    width: 'two-thirds',
    content: html`${pageHeading({ text: 'Registers of care services' })}
${all.length === 0 ? html`<p class="govuk-body">No council publishes its register here yet.</p>` : html`<ul class="govuk-list">${all.map(({ id, name, invented }) => html`<li><a class="govuk-link" href="/register/${id}">${name}</a>${invented && ' (invented)'}</li>`)}</ul>`}`,
  })
  return publicAnswer(asked, bodyOf(text), {
    as: 'page',
    found: all.some(({ invented }) => !invented),
  })
}

const list = async (on: Ground, asked: Asked): Promise<Response> => {
  const kept = await registerOf(on, asked)
  const { register, searchable } = kept
  const search = searchOf(asked.url.searchParams)
  const { authority } = register
  const make = () =>
    publicPage(on, authority, {
      title: 'Care services in the area',
      content: listPage(register, kept.choices, search, foundIn(searchable, search)),
    })
  const body = keptBody(kept, addressOf(search, 'list'), make, isCommon(asked))
  return publicAnswer(asked, body, { as: 'page', found: !authority.invented })
}

const show = async (on: Ground, asked: Asked): Promise<Response> => {
  const kept = await registerOf(on, asked)
  const { register } = kept
  const id = asked.part('service')
  const service = register.services.find((each) => each.id === id)
  if (service === undefined) throw fault('not-in-register')
  const { authority } = register
  const make = () =>
    publicPage(on, authority, {
      title: service.name,
      width: 'two-thirds',
      breadcrumbs: [{ text: 'Care services in the area', href: `/register/${authority.id}` }],
      content: servicePage(register, service),
    })
  const body = keptBody(kept, `service ${id}`, make)
  return publicAnswer(asked, body, { as: 'page', found: !authority.invented })
}

/** A file of the register: all of it, or what was asked for. Only the whole is kept. */
const file =
  (name: string, as: PublicAnswer['as'], write: (register: PublicRegister, found: Found) => string) =>
  async (on: Ground, asked: Asked): Promise<Response> => {
    const kept = await registerOf(on, asked)
    const { register, searchable } = kept
    const search = searchOf(asked.url.searchParams)
    const address = addressOf({ ...search, page: 1 }, name)
    const make = () => write(register, foundIn(searchable, search))
    const body = keptBody(kept, address, make, address === name)
    return publicAnswer(asked, body, {
      as,
      found: false,
      ...(as === 'csv' ? { file: `${register.authority.id}-care-services.csv` } : {}),
    })
  }

type Found = PublicRegister['services']

const schema = async (_: Ground, asked: Asked): Promise<Response> =>
  publicAnswer(asked, bodyOf(registerSchema()), {
    as: 'schema',
    found: false,
  })

const data = { none: 'a file of data, not a page' }
const page = { method: 'GET', permission: 'anyone' } as const

/** The public register: for anyone, without signing in and without cookies (W1.3, W1.4). */
export const routes: readonly OpenPage[] = [
  { ...page, path: '/register', sample: () => '/register', answer: councils },
  { ...page, path: '/register/schema.json', sample: data, answer: schema },
  { ...page, path: '/register/:authority', sample: () => '/register/eastmarch', answer: list },
  {
    ...page,
    path: '/register/:authority/services.csv',
    sample: data,
    answer: file('services.csv', 'csv', (register, found) => csvOf(fileRows(register, found))),
  },
  {
    ...page,
    path: '/register/:authority/services.json',
    sample: data,
    answer: file('services.json', 'json', (register, found) => JSON.stringify(documentOf(register, found))),
  },
  {
    ...page,
    path: '/register/:authority/services/:service',
    sample: ({ service }) => `/register/eastmarch/services/${service}`,
    answer: show,
  },
]
