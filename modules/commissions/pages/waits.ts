import type { Waiter } from '#decisions'
import { viewMyTurn } from '../my-turn.ts'
import { riskPath, settlePath, timelinePath } from './paths.ts'

/** What waits under commissions, for the desk of whoever holds the post. */
export const commissionsWait: Waiter = async (visit) => {
  const found = await visit.ask(viewMyTurn, {})
  if (!found.ok) return []
  const { owed, risks, late } = found.value
  return [
    ...owed.map(({ ref, title, owed: one, words, due }) => ({
      does: 'Settle what is owed',
      title: words,
      href: settlePath({ ref, owed: one }),
      of: `${ref} · ${title}`,
      due,
    })),
    ...risks.map(({ ref, title, id, risk, due }) => ({
      does: 'Review the risk',
      title: risk,
      href: riskPath({ ref, risk: id }),
      of: `${ref} · ${title}`,
      due,
    })),
    ...late.map(({ ref, title, step, steps, due }) => ({
      does: steps === 1 ? 'Finish or plan again' : `Finish or plan again ${steps} steps`,
      title: steps === 1 ? step : title,
      href: timelinePath({ ref }),
      of: steps === 1 ? `${ref} · ${title}` : `${ref} · “${step}” is late the longest`,
      due,
    })),
  ]
}
