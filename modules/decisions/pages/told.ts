import type { Teller } from '#platform/module.ts'
import { shortDay } from '#platform/days.ts'
import { dueWords } from '../notices/give-key-notice.ts'
import { planPath, plannedPath } from '../notices/paths.ts'
import { viewPlan } from '../notices/plan/queries.ts'
import { searchRegister } from '../queries.ts'
import { decisionPath, registerPath } from './paths.ts'
import { stateWords } from './state-tag.ts'

const few = 3

/** What was published last. */
const decidedLately: Teller = async (visit) => {
  const found = await visit.ask(searchRegister, { size: few })
  if (!found.ok || found.value.decisions.length === 0) return null
  return {
    heading: 'Decided lately',
    items: found.value.decisions.map(({ ref, title, makerTitle, publishedOn, standing }) => ({
      text: title,
      href: decisionPath({ ref }),
      says: `${makerTitle} · published on ${shortDay(publishedOn)} · ${stateWords(standing)}`,
    })),
    rest: { text: 'All decisions', href: registerPath() },
  }
}

/** What is to be decided next. */
const decidedNext: Teller = async (visit) => {
  const found = await visit.ask(viewPlan, { size: few, from: visit.today.toString() })
  if (!found.ok || found.value.items.length === 0) return null
  return {
    heading: 'To be decided next',
    items: found.value.items.map(({ ref, matter, makerTitle, dueFrom, dueUntil }) => ({
      text: matter,
      href: plannedPath({ ref }),
      says: `${makerTitle} · due ${dueWords(dueFrom, dueUntil)}`,
    })),
    rest: { text: 'The forward plan', href: planPath() },
  }
}

export const tells: Teller[] = [decidedLately, decidedNext]
