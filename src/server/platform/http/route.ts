import type { Permission } from '../../../core/people/permissions.ts'
import type { Ground } from '../database/unit-of-work.ts'
import type { EventKind } from '../events/event.ts'
import type { Asked } from './asked.ts'
import type { Outside } from './outside.ts'

/** Things of the demonstration that a sample address may name. */
export type Samples = {
  readonly service: string
  readonly realService: string
  readonly visit: string
  readonly contract: string
  readonly provider: string
  readonly person: string
  /** Of intelligence about the service. */
  readonly item: string
  readonly suspension: string
  /** A session at which ratings are decided, that is open. */
  readonly session: string
  /** A document in which a session ended. */
  readonly document: string
  readonly activity: string
}

/** What of a page is so sensitive that it is kept who opened it. */
export type Sensitive = 'intelligence' | 'people' | 'trail'

type Common = {
  readonly path: string
  /** Who may: a permission, any signed-in person, or anyone at all. */
  readonly permission: Permission | 'signed-in' | 'anyone'
  readonly handle: (asked: Asked) => Promise<Response | Outside>
}

/** A page: reads only. Its sample is opened by the accessibility run; `null` needs a word on why. */
export type Page = Common & {
  readonly method: 'GET'
  readonly sample: ((samples: Samples) => string) | { readonly none: string }
  /** Set where the page shows something sensitive: who opens it is kept, before it is shown. */
  readonly reads?: Sensitive
  /** Set where data leaves as a file: what it is. Its handler answers by `exported`, which keeps that it did. */
  readonly exports?: string
  /** Set where the page also shows a past day (`?as-at=`). Asked of any other page, it is refused: no two times are mixed up. */
  readonly past?: true
  /** Set where a page writes: an identity provider sends people back by an address, never by a form. */
  readonly writes?: EventKind | { readonly none: string }
}

/** A form's answer: writes, and says under which event. `null` where nothing of a case is written, with a word on why. */
export type Action = Common & {
  readonly method: 'POST'
  readonly audit: EventKind | { readonly none: string }
  /** Set where a file is sent: its handler streams the body and has a limit of its own. */
  readonly takesFiles?: true
}

/**
 * A page for anyone, the same for everyone: no session is looked up, and no cookie is set. It keeps its answers, so it
 * opens units of work of its own.
 */
export type OpenPage = {
  readonly method: 'GET'
  readonly path: string
  readonly permission: 'anyone'
  readonly sample: Page['sample']
  readonly reads?: never
  readonly exports?: never
  readonly writes?: never
  readonly answer: (on: Ground, asked: Asked) => Promise<Response>
}

/** A route is all that there is to know of an address, on one line of its slice's table. */
export type Route = Page | Action | OpenPage
