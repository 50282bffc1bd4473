import { z } from 'zod'
import { staff } from '#authority'
import { ref } from '#platform/input.ts'
import { done, missing } from '#platform/use-case.ts'
import { findDecision } from '../store.ts'
import { challengesOf } from './store.ts'
import { aboutRecord } from '../secrecy/about-record.ts'

/** Where scrutiny asked why a decision was not treated as key, and what came of it. */
export const viewChallenges = aboutRecord({
  name: 'decisions.view-key-challenges',
  title: 'See whether a decision should have been key',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, council }, { ref }) {
    const decision = await findDecision(tx, council, ref)
    return decision
      ? done({ challenges: await challengesOf(tx, council, decision.decision) })
      : missing(`There is no decision ${ref}.`)
  },
})
