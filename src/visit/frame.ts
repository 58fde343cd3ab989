import type { Context } from 'hono'
import { type Html, render, trusted } from '../ui/html.ts'

/** What a visit puts into the page around it. */
export type PageParts = { readonly title: string; readonly body: Html }

/** Puts title and body into the layout. The server's knows who is signed in; the device's was packed by the server. */
export type Page = (parts: PageParts, context: Context) => Html | Promise<Html>

const titleGap = 'plumbline-title-goes-here'
const bodyGap = '<!--plumbline-body-goes-here-->'

/** Parts that stand for any title and body: a layout made with them is a frame that a device can fill. */
export const gaps: PageParts = { title: titleGap, body: trusted(bodyGap) }

/** Returns a page of the device: the packed layout, with title and body put into its gaps. */
export const fillFrame = (frame: string, { title, body }: PageParts): Html => {
  // Functions, because in a replacement text `$&` and its like have a meaning, and people type dollars.
  const filled = frame.replaceAll(titleGap, () => render(title)).replace(bodyGap, () => render(body))
  return trusted(filled)
}
