import { html, type Html } from '#platform/html.ts'
import { taskList, type TaskStatus } from '../components/task-list.ts'
import type { Words } from '../components/words.ts'

export type TaskState = 'done' | 'in-progress' | 'not-started' | 'cannot-start' | 'problem'

export type Task = {
  title: Words
  /** Nobody can follow a task that cannot be started: leave it out then. */
  href?: string | undefined
  hint?: Words | undefined
  state: TaskState
  /** Instead of the usual word for the state: "3 of 5 done". */
  stateText?: string | undefined
}

export type TaskSection = { title?: string | undefined; tasks: readonly Task[] }

/** What there is to do, in parts, each with how far it is. */
export const tasks = (sections: readonly TaskSection[], idPrefix = 'tasks'): Html =>
  html`${sections.map(
    (part, at) =>
      html`${part.title && html`<h2 class="govuk-heading-m">${part.title}</h2>`}${taskList({
        idPrefix: `${idPrefix}-${at + 1}`,
        items: part.tasks.map((task) => ({
          title: task.title,
          href: task.href,
          hint: task.hint,
          status: statusOf(task.state, task.stateText),
        })),
      })}`,
  )}`

function statusOf(state: TaskState, words: string | undefined): TaskStatus {
  switch (state) {
    case 'done':
      return { text: words ?? 'Completed' }
    case 'in-progress':
      return { tag: { text: words ?? 'In progress', classes: 'govuk-tag--teal' } }
    case 'not-started':
      return { tag: { text: words ?? 'Not yet started', classes: 'govuk-tag--blue' } }
    case 'cannot-start':
      return { text: words ?? 'Cannot start yet', classes: 'govuk-task-list__status--cannot-start-yet' }
    case 'problem':
      return { tag: { text: words ?? 'There is a problem', classes: 'govuk-tag--red' } }
  }
}
