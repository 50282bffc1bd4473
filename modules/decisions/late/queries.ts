import { z } from 'zod'
import { staff } from '#authority'
import { done, query } from '#platform/use-case.ts'
import { lateWords, turnWords, whoseTurn } from './whose-turn.ts'

/** Whose turn it is with every record on the desk, and what is late. */
export const viewWhoseTurn = query({
  name: 'decisions.view-whose-turn',
  title: 'See whose turn it is, and what is late',
  may: [...staff],
  input: z.object({}),
  async run({ tx, council, today }) {
    const waiting = (await whoseTurn(tx, council, today)).map((one) => ({
      ...one,
      says: turnWords(one),
      late: lateWords(one),
    }))
    return done({
      late: waiting.filter(({ lateBy }) => lateBy > 0),
      inTime: waiting.filter(({ lateBy }) => lateBy === 0),
    })
  },
})
