import type { Teller } from '#platform/module.ts'
import { longDay } from '#platform/days.ts'
import { listConsultations } from '../queries.ts'
import { consultationPath, consultationsPath } from './paths.ts'
import { leftWords } from './words.ts'

const few = 4

/** What people are asked today; those that close first come first. */
export const askingNow: Teller = async (visit) => {
  // The list begins with those that close last, so all that are open are on its first page of a hundred.
  const found = await visit.ask(listConsultations, { size: 100 })
  if (!found.ok) return null
  const open = found.value.consultations
    .filter(({ standing }) => standing === 'open')
    .sort((a, b) => Temporal.PlainDate.compare(a.closesOn, b.closesOn))
  if (open.length === 0) return null
  return {
    heading: 'Have your say',
    items: open
      .slice(0, few)
      .map(({ ref, title, closesOn }) => ({
        text: title,
        href: consultationPath({ ref }),
        says: `Open until ${longDay(closesOn)}: ${leftWords(closesOn, visit.today)}`,
      })),
    rest: { text: 'All consultations', href: consultationsPath() },
  }
}
