import { z } from 'zod'
import { staff } from '#authority'
import { ref } from '#platform/input.ts'
import { done, missing } from '#platform/use-case.ts'
import { findDecision } from '../store.ts'
import { consultedWithTitles } from './part.ts'
import { aboutRecord } from '../secrecy/about-record.ts'

/** Who was consulted on a record, with what shows it. */
export const viewConsulted = aboutRecord({
  name: 'decisions.view-consulted',
  title: 'See who was consulted',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, council }, { ref }) {
    const decision = await findDecision(tx, council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    return done({ state: decision.state, consulted: await consultedWithTitles(tx, council, decision.decision) })
  },
})
