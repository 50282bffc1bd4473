import type { House } from '#platform/perform.ts'
import type { Visit } from '#platform/page.ts'
import { viewDeciders } from '../choices.ts'

export type Choices = { deciders: { post: string; title: string }[]; subjects: { subject: string; title: string }[] }

const fresh = 10_000 // milliseconds
const remembered = new WeakMap<House, Map<string, { until: number; choices: Promise<Choices> }>>()

/**
 * What the register can be narrowed by. It changes when the council's constitution does, and so is remembered for ten seconds:
 * a page of the register asks the database for its entries and their number, and for nothing else.
 */
export function choicesOf(visit: Visit): Promise<Choices> {
  const councils = remembered.get(visit.house) ?? new Map<string, { until: number; choices: Promise<Choices> }>()
  remembered.set(visit.house, councils)
  const known = councils.get(visit.council.council)
  if (known && known.until > performance.now()) return known.choices
  const choices = visit
    .ask(viewDeciders, {})
    .then((outcome) => (outcome.ok ? outcome.value : { deciders: [], subjects: [] }))
  councils.set(visit.council.council, { until: performance.now() + fresh, choices })
  choices.catch(() => councils.delete(visit.council.council))
  return choices
}
