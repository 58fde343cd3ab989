import { type Content, type Html, html } from './html.ts'

/** One thing that somebody is to do: what it is, about what, why now, until when, and what to press. */
export type WorkListItem = {
  readonly title: Content
  readonly about?: Content
  readonly text: Content
  readonly due: Content
  readonly action?: Content
}

const item = ({
  title,
  about,
  text,
  due,
  action,
}: WorkListItem): Html => html`<li class="plumbline-work-list__item">
<div class="plumbline-work-list__words">
<h3 class="plumbline-work-list__title">${title}</h3>
${about && html`<p class="plumbline-work-list__about">${about}</p>`}
<p class="plumbline-work-list__text">${text}</p>
</div>
<p class="plumbline-work-list__due">${due}</p>
${action && html`<div class="plumbline-work-list__action">${action}</div>`}
</li>`

/** A list of things to do, the most urgent first: in rows where there is room, below each other on a phone. */
export const workList = (options: {
  readonly label: string
  readonly items: readonly WorkListItem[]
}): Html => html`<ol class="plumbline-work-list" aria-label="${options.label}">
${options.items.map(item)}
</ol>`
