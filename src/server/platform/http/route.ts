import type { Permission } from '../../../core/people/permissions.ts'
import type { EventKind } from '../events/event.ts'
import type { Asked } from './asked.ts'

/** Things of the demonstration that a sample address may name. */
export type Samples = {
  readonly service: string
  readonly realService: string
  readonly visit: string
  readonly contract: string
  readonly provider: string
  readonly person: string
  readonly activity: string
}

/** What of a page is so sensitive that it is kept who opened it. */
export type Sensitive = 'intelligence' | 'people' | 'trail'

type Common = {
  readonly path: string
  /** Who may: a permission, any signed-in person, or anyone at all. */
  readonly permission: Permission | 'signed-in' | 'anyone'
  readonly handle: (asked: Asked) => Promise<Response>
}

/** A page: reads only. Its sample is opened by the accessibility run; `null` needs a word on why. */
export type Page = Common & {
  readonly method: 'GET'
  readonly sample: ((samples: Samples) => string) | { readonly none: string }
  /** Set where the page shows something sensitive: who opens it is kept, before it is shown. */
  readonly reads?: Sensitive
  /** Set where data leaves as a file: what it is. Its handler answers by `exported`, which keeps that it did. */
  readonly exports?: string
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

/** A route is all that there is to know of an address, on one line of its slice's table. */
export type Route = Page | Action
