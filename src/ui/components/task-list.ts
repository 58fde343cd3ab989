import { attributes, classes, type ElementOptions } from '../attributes.ts'
import { type Html, html } from '../html.ts'
import { type Optional, type TextOrHtml, textOrHtml } from '../text-or-html.ts'
import { type TagOptions, tag } from './tag.ts'

type Titled = TextOrHtml & { readonly classes?: string | undefined }

/** One task and how far it is. A task without `href` cannot be started yet. */
export type TaskListItem = {
  readonly title: Titled
  readonly hint?: TextOrHtml | undefined
  readonly status: Titled & { readonly tag?: TagOptions | undefined }
  readonly href?: string | undefined
  readonly classes?: string | undefined
}

/** Options of a task list. */
export type TaskListOptions = ElementOptions & {
  readonly items: readonly Optional<TaskListItem>[]
  readonly idPrefix?: string | undefined
}

const title = (item: TaskListItem, describedBy: string): Html =>
  item.href
    ? html`<a class="${classes('govuk-link', 'govuk-task-list__link', item.title.classes)}" href="${item.href}" aria-describedby="${describedBy}">
${textOrHtml(item.title)}
</a>`
    : html`<div${attributes({ class: item.title.classes })}>
${textOrHtml(item.title)}
</div>`

const task = (item: TaskListItem, id: string): Html => {
  const hintId = item.hint && `${id}-hint`
  const statusId = `${id}-status`
  return html`<li class="${classes('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.classes)}">
<div class="govuk-task-list__name-and-hint">
${title(item, classes(hintId, statusId))}
${hintId && html`<div id="${hintId}" class="govuk-task-list__hint">${textOrHtml(item.hint)}</div>`}
</div>
<div class="${classes('govuk-task-list__status', item.status.classes)}" id="${statusId}">
${item.status.tag ? tag(item.status.tag) : textOrHtml(item.status)}
</div>
</li>`
}

/** Lists what there is to do and how far each is. */
export const taskList = (options: TaskListOptions): Html => html`<ul${attributes({
  class: classes('govuk-task-list', options.classes),
  ...options.attributes,
})}>
${options.items.map((item, index) => item && task(item, `${options.idPrefix ?? 'task-list'}-${index + 1}`))}
</ul>`
