import type { Waiter } from '#decisions'
import { viewMyTurn } from '../my-turn.ts'
import { deskConsultationPath } from './paths.ts'

const does = {
  open: 'Finish and open',
  watch: 'Look who has not been heard yet',
  close: 'Close',
  analyse: 'Analyse',
  report: 'Answer and report',
} as const

/** What waits with the consultations of whoever looks at their desk. */
export const consultationsWait: Waiter = async (visit) => {
  const found = await visit.ask(viewMyTurn, {})
  if (!found.ok) return []
  return found.value.consultations.map(({ ref, title, next, due }) => ({
    does: does[next],
    title,
    href: deskConsultationPath({ ref }),
    of: ref,
    due,
  }))
}
