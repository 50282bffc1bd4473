import { z } from 'zod'
import { postsHeldBy, staff } from '#authority'
import { rows, sql, type Tx } from '#platform/database.ts'
import { done, query } from '#platform/use-case.ts'
import { planFrom } from './timeline/document.ts'
import { outlookOn } from './timeline/lateness.ts'

/** How many days ahead something owed, and a risk to be reviewed, is put before whoever has to do it. */
const ahead = { owed: 14, risks: 7 } as const
const most = 50

/**
 * What waits under open commissions for the posts that somebody holds today: what they owe within a fortnight, risks that they
 * review within a week, and the steps that are late in commissions that they lead.
 */
export const viewMyTurn = query({
  name: 'commissions.view-my-turn',
  title: 'See what waits for you under any commission',
  may: staff,
  input: z.object({}),
  async run({ tx, actor: { council, account }, today }) {
    const held = account ? (await postsHeldBy(tx, council, account, today)).map(({ post }) => post) : []
    if (held.length === 0) return done({ owed: [], risks: [], late: [] })
    const plans = await plansLedBy(tx, council, held)
    return done({
      owed: await owedBy(tx, council, held, today.add({ days: ahead.owed })),
      risks: await risksWatchedBy(tx, council, held, today.add({ days: ahead.risks })),
      late: plans.flatMap(({ document, ...commission }) => {
        const { late } = outlookOn(planFrom(document), today)
        const longest = late.toSorted((a, b) => b.daysLate - a.daysLate)[0]
        return longest
          ? [
              {
                ...commission,
                steps: late.length,
                step: longest.step.title,
                due: today.subtract({ days: longest.daysLate }),
              },
            ]
          : []
      }),
    })
  },
})

type Line = { ref: string; title: string }

const owedBy = (tx: Tx, council: string, held: readonly string[], until: Temporal.PlainDate) =>
  rows<Line & { owed: string; words: string; due: Temporal.PlainDate }>(
    tx,
    sql`select c.ref, c.title, o.owed, o.words, o.due
      from commissions.owed o join commissions.commission c using (council, commission)
    where o.council = ${council} and o.owner = any (${held}::text[]) and o.done_on is null and o.due <= ${until}
    order by o.due, o.owed limit ${most}`,
  )

const risksWatchedBy = (tx: Tx, council: string, held: readonly string[], until: Temporal.PlainDate) =>
  rows<Line & { id: string; risk: string; due: Temporal.PlainDate }>(
    tx,
    sql`select c.ref, c.title, r ->> 'id' as id, r ->> 'title' as risk, (r ->> 'reviewOn')::date as due
      from commissions.commission c
      join lateral (select e.document from commissions.edition e
        where e.council = c.council and e.commission = c.commission and e.part = 'risks' order by e.n desc limit 1) e on true
      cross join lateral jsonb_array_elements(e.document -> 'risks') r
    where c.council = ${council} and c.state = 'open' and r ->> 'closed' is null
      and r ->> 'owner' = any (${held}::text[]) and (r ->> 'reviewOn')::date <= ${until}
    order by due, c.ref, id limit ${most}`,
  )

const plansLedBy = (tx: Tx, council: string, held: readonly string[]) =>
  rows<Line & { document: unknown }>(
    tx,
    sql`select c.ref, c.title, e.document from commissions.commission c
      join lateral (select e.document from commissions.edition e
        where e.council = c.council and e.commission = c.commission and e.part = 'timeline'
          order by e.n desc limit 1) e on true
    where c.council = ${council} and c.state = 'open' and c.lead = any (${held}::text[]) order by c.ref limit ${most}`,
  )
