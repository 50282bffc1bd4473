import type { Waiter } from '#decisions'
import { viewMyTurn } from '../my-turn.ts'
import { toTellPath } from '../own/paths.ts'
import { answerIssuePath, giveIssuePath, holdWorkshopPath, tellBackPath } from './paths.ts'

const steps = {
  give: { does: 'Give to somebody who can answer', path: giveIssuePath },
  answer: { does: 'Get an answer', path: answerIssuePath },
  tell: { does: 'Tell whoever raised it', path: tellBackPath },
} as const

/** What waits in networks, for the desk of whoever leads them. */
export const networksWait: Waiter = async (visit) => {
  const found = await visit.ask(viewMyTurn, {})
  if (!found.ok) return []
  const { issues, workshops, toTell } = found.value
  return [
    ...issues.map(({ ref, says, network, next, due }) => ({
      does: steps[next].does,
      title: says.length > 120 ? `${says.slice(0, 119).trimEnd()}…` : says,
      href: steps[next].path({ issue: ref }),
      of: `${ref} · ${network}`,
      due: next === 'tell' ? null : due,
    })),
    ...workshops.map(({ ref, title, network, day }) => ({
      does: 'Write up the workshop',
      title,
      href: holdWorkshopPath({ workshop: ref }),
      of: `${ref} · ${network}`,
      due: day,
    })),
    ...toTell.map(({ ref, network, people }) => ({
      does: `Tell ${people} ${people === 1 ? 'person' : 'people'} who cannot be written to by e-mail`,
      title: network,
      href: toTellPath({ ref }),
      of: ref,
      due: null,
    })),
  ]
}
