import { z } from 'zod'
import { officer, staff } from '#authority'
import { rows, sql } from '#platform/database.ts'
import { done, query } from '#platform/use-case.ts'
import { standingOn, type State } from './consultation.ts'

/** A consultation is put before its officer when this many days or fewer are left to answer. */
const closingWithin = 7

type Mine = {
  ref: string
  title: string
  state: Exclude<State, 'reported' | 'withdrawn'>
  opensOn: Temporal.PlainDate | null
  closesOn: Temporal.PlainDate | null
}
type Next = { next: 'open' | 'watch' | 'close' | 'analyse' | 'report'; due: Temporal.PlainDate | null }

/** What waits for somebody with the consultations that they drafted: what to do next with each, by when. */
export const viewMyTurn = query({
  name: 'consultations.view-my-turn',
  title: 'See which of your consultations wait for you',
  may: [...staff],
  input: z.object({}),
  async run({ tx, actor, today }) {
    if (actor.account === null || !actor.roles.includes(officer)) return done({ consultations: [] })
    const mine = await rows<Mine>(
      tx,
      sql`select ref, title, state, opens_on as "opensOn", closes_on as "closesOn" from consultations.consultation
      where council = ${actor.council} and drafted_by = ${actor.account} and state not in ('reported', 'withdrawn')
      order by closes_on nulls last, ref limit 50`,
    )
    return done({
      consultations: mine.flatMap((one) => {
        const next = nextStep(one, today)
        return next ? [{ ref: one.ref, title: one.title, ...next }] : []
      }),
    })
  },
})

// Null while people answer and there is time: then it is they whose turn it is.
function nextStep(one: Mine, today: Temporal.PlainDate): Next | null {
  switch (one.state) {
    case 'draft':
      return { next: 'open', due: one.opensOn }
    case 'closed':
      return { next: 'analyse', due: null }
    case 'analysed':
      return { next: 'report', due: null }
    case 'open': {
      const standing = standingOn(one, today)
      if (!one.closesOn || standing === 'announced') return null
      if (standing === 'closed') return { next: 'close', due: one.closesOn.add({ days: 1 }) }
      return today.until(one.closesOn).days <= closingWithin ? { next: 'watch', due: one.closesOn } : null
    }
  }
}
