import { type Content, type Html, html } from './html.ts'

/** Lets a wide table scroll by itself, by touch and by keyboard. `label` names what is inside. */
export const scrollRegion = ({
  label,
  content,
}: {
  readonly label: string
  readonly content: Content
}): Html =>
  html`<div class="plumbline-scroll-region" role="region" aria-label="${label}" tabindex="0">${content}</div>`
