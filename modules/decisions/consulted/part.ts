import { covers, findPost, mandatesOfPost, type Evidence } from '#authority'
import type { Tx } from '#platform/database.ts'
import { within } from '#platform/days.ts'
import { explain } from '#platform/law.ts'
import type { Decision } from '../decision.ts'
import type { Part } from '../part.ts'
import { responseWords, whoWords, type Consulted } from './consulted.ts'
import { consultedRules, type ConsultedFacts } from './rules/consulted-before.ts'
import { consultedOf, sealedEntry } from './store.ts'

/** Who was consulted, as the public sees it: all but the evidence, which may hold what people wrote in confidence. */
export type PublicConsulted = {
  who: string
  capacity: Consulted['capacity']
  on: string
  response: Consulted['response']
  says: string | null
  interests: string | null
  dispensation: string | null
}

/** Who was consulted on a decision, with the titles of their posts. */
export async function consultedWithTitles(tx: Tx, council: string, decision: string): Promise<Consulted[]> {
  const found: Consulted[] = []
  for (const one of await consultedOf(tx, council, decision)) {
    found.push({
      ...one,
      postTitle: one.post === null ? null : ((await findPost(tx, council, one.post))?.title ?? one.post),
    })
  }
  return found
}

/** The powers under which the deciding post could take a decision on a day, the narrowest first, with whom each says to consult. */
async function powersToDecide(tx: Tx, council: string, { maker, isKey, subject }: Decision, on: Temporal.PlainDate) {
  if (maker === null || subject === null) return []
  const held = await mandatesOfPost(tx, council, maker, { size: 200 })
  return held
    .filter(
      ({ powers, scope, from, until }) =>
        powers.includes(isKey ? 'decide-key' : 'decide') && covers(scope, subject) && within(on, from, until),
    )
    .toSorted((a, b) => b.scope.length - a.scope.length)
    .map(({ ref, conditions }) => ({ mandate: ref, consults: conditions.filter((one) => one.kind === 'consult') }))
}

export const consultedPart: Part = {
  name: 'consulted',
  async gate({ tx, council }, decision, stage, on) {
    if (stage === 'publish') return []
    const consulted = await consultedWithTitles(tx, council, decision.decision)
    const powers = await powersToDecide(tx, council, decision, on)
    const facts: ConsultedFacts = {
      on,
      consulted: consulted.map((one) => ({
        ...one,
        who: whoWords(one),
        executive: one.capacity === 'executive-member',
      })),
      // One power without a condition is enough to decide under.
      conditions: powers.some(({ consults }) => consults.length === 0)
        ? []
        : powers.map(({ mandate, consults }) => ({ mandate, posts: consults })),
    }
    return explain(consultedRules, facts, on)
  },
  async evidence({ tx, council }, decision, on) {
    const consulted = await consultedWithTitles(tx, council, decision.decision)
    const powers = await powersToDecide(tx, council, decision, on)
    return consulted.flatMap((one): Evidence[] =>
      powers
        .flatMap(({ consults }) => consults.filter(({ post }) => post === one.post))
        .map(({ key }) => ({
          condition: key,
          says: `${whoWords(one)} ${responseWords[one.response]}: ${one.evidence}`,
          day: one.on,
        })),
    )
  },
  async moved(work, decision, to) {
    if (to !== 'decided') return
    const consulted = await consultedOf(work.tx, work.actor.council, decision.decision)
    if (consulted.length > 0) work.seal('consulted', decision.ref, consulted.map(sealedEntry))
  },
  async shows(tx, council, decision) {
    const consulted = await consultedWithTitles(tx, council, decision.decision)
    if (consulted.length === 0) return {}
    return {
      consulted: consulted.map((one): PublicConsulted => ({
        who: whoWords(one),
        capacity: one.capacity,
        on: one.on.toString(),
        response: one.response,
        says: one.says,
        interests: one.interests,
        dispensation: one.dispensation,
      })),
    }
  },
}
