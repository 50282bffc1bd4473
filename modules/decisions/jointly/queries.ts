import { z } from 'zod'
import { staff } from '#authority'
import { ref } from '#platform/input.ts'
import { done, missing } from '#platform/use-case.ts'
import { findDecision } from '../store.ts'
import { makersOf, maySignFor } from './makers.ts'
import { signaturesOf } from './store.ts'
import { aboutRecord } from '../secrecy/about-record.ts'

/** Who decides a record, together or alone, who has signed it, and for which post whoever asks may sign. */
export const viewMakers = aboutRecord({
  name: 'decisions.view-makers',
  title: 'See who decides together',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, actor, today }, { ref }) {
    const decision = await findDecision(tx, actor.council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const makers = await makersOf(tx, actor.council, decision)
    const signed = await signaturesOf(tx, actor.council, decision.decision, decision.version)
    const mine = await maySignFor(tx, actor, makers, today)
    return done({
      state: decision.state,
      version: decision.version,
      makers: makers.map(({ post, title }) => ({
        post,
        title,
        signature: signed.find((one) => one.post === post) ?? null,
      })),
      yours: mine
        .filter(({ post }) => !signed.some((one) => one.post === post))
        .map(({ post, title }) => ({ post, title })),
    })
  },
})
