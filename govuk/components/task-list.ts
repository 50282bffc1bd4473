import { attrs, classes, html, type Content, type Html } from '#platform/html.ts'
import { tag, type TagOptions } from './tag.ts'
import { ids, more, textOf, worded, type Classed, type Perhaps, type Words } from './words.ts'

export type TaskStatus = { text?: Content | undefined; tag?: TagOptions | undefined; classes?: string | undefined }

export type TaskListItem = {
  title: Words
  /** Without a link the task cannot be started yet. */
  href?: string | undefined
  hint?: Words | undefined
  status: TaskStatus
  classes?: string | undefined
}

export type TaskListOptions = Classed & {
  items: readonly Perhaps<TaskListItem>[]
  /** "task-list" unless told; needed where a page has two. */
  idPrefix?: string | undefined
}

/** What there is to do and how far each thing is. */
export const taskList = (options: TaskListOptions): Html =>
  html`<ul${attrs({ class: classes('govuk-task-list', options.classes) })}${more(options.attributes)}>${options.items.map(
    (item, at) => item && task(item, `${options.idPrefix || 'task-list'}-${at + 1}`),
  )}</ul>`

function task({ title, href, hint, status, classes: own }: TaskListItem, id: string): Html {
  const words = worded(title)
  const hintText = textOf(hint)
  return html`<li${attrs({
    class: classes('govuk-task-list__item', href && 'govuk-task-list__item--with-link', own),
  })}><div class="govuk-task-list__name-and-hint">${
    href
      ? html`<a${attrs({
          class: classes('govuk-link govuk-task-list__link', words.classes),
          href,
          'aria-describedby': ids(hintText !== undefined && `${id}-hint`, `${id}-status`),
        })}>${words.text}</a>`
      : html`<div${attrs({ class: words.classes })}>${words.text}</div>`
  }${
    hintText !== undefined && html`<div id="${id}-hint" class="govuk-task-list__hint">${hintText}</div>`
  }</div><div${attrs({ class: classes('govuk-task-list__status', status.classes), id: `${id}-status` })}>${
    status.tag ? tag(status.tag) : status.text
  }</div></li>`
}
