import { facts, type Task } from '#govuk'
import { html, type Html } from '#platform/html.ts'
import type { DeskPart, PublicPart } from '../../pages/parts.ts'
import { prose } from '../../pages/prose.ts'
import type { FormAnswer } from '../form.ts'
import { formAnswerPath, formPath } from '../paths.ts'
import { viewForm } from '../queries.ts'
import { pathOf } from './own-words.ts'

type Group = { title: string; tasks: Task[] }

export const formsOnDesk: DeskPart = {
  async tasks(visit, { decision: { ref } }) {
    const found = await visit.ask(viewForm, { ref })
    if (!found.ok || (found.value.suited.length === 0 && !found.value.used)) return null
    const { used } = found.value
    return {
      title: 'The form',
      tasks: [
        {
          title: 'Which form of the council it is on',
          href: formPath({ ref }),
          state: used ? 'done' : 'not-started',
          ...(used ? { hint: used.form.title } : { stateText: 'Optional' }),
        },
      ],
    }
  },
  // The form’s sections in its order, the council’s words over what every record has; what no section names comes after them.
  async arrange(visit, { decision: { ref } }, groups) {
    const found = await visit.ask(viewForm, { ref })
    if (!found.ok || !found.value.used) return groups
    const {
      used: { form },
      answers,
    } = found.value
    const left = new Map(groups.flatMap(({ tasks }) => tasks.map((task) => [task.href, task] as const)))
    const sections = form.sections.map(({ title, items }): Group => ({
      title,
      tasks: items.flatMap((item): Task[] => {
        if ('key' in item) return [own(ref, item, answers)]
        const task = left.get(pathOf[item.field]({ ref }))
        if (!task) return []
        left.delete(task.href)
        return [{ ...task, ...(item.label === undefined ? {} : { title: item.label }) }]
      }),
    }))
    const rest = groups
      .map(({ title, tasks }) => ({ title, tasks: tasks.filter(({ href }) => left.has(href)) }))
      .filter(({ tasks }) => tasks.length > 0)
    return [...sections, ...rest]
  },
  async section(visit, { decision: { ref, state } }) {
    if (state === 'draft') return null
    const found = await visit.ask(viewForm, { ref })
    if (!found.ok || !found.value.used || found.value.answers.length === 0) return null
    return html`<h2 class="govuk-heading-m" id="form">${found.value.used.form.title}</h2>
      ${answersShown(found.value.answers)}`
  },
}

function own(
  ref: string,
  { key, label, required }: { key: string; label: string; required: boolean },
  answers: readonly FormAnswer[],
): Task {
  const filled = answers.some((one) => one.key === key)
  return {
    title: label,
    href: formAnswerPath({ ref, field: key }),
    state: filled ? 'done' : 'not-started',
    ...(filled || required ? {} : { stateText: 'Optional' }),
  }
}

const answersShown = (answers: readonly { label: string; answer: string }[]): Html =>
  facts({ rows: answers.map(({ label, answer }) => ({ key: label, value: prose(answer) })) })

/** What only the council’s form asks, as the public sees it. */
export const formsInPublic: PublicPart = {
  section(_, { decision: { form } }) {
    if (!form || form.answers.length === 0) return null
    return {
      id: 'form',
      heading: 'What else does the council’s form record?',
      body: html`<p class="govuk-body">${form.title}</p>
        ${answersShown(form.answers)}`,
    }
  },
}
