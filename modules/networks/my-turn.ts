import { z } from 'zod'
import { officer, postsHeldBy, staff } from '#authority'
import { rows, sql } from '#platform/database.ts'
import { done, query } from '#platform/use-case.ts'

/** An issue is put before whoever leads its network this many days before it has to be answered. */
const answerWithin = 7
const most = 50

/**
 * What waits for whoever leads a network by the post that they hold: issues to be given, answered or told back, workshops to be
 * written up, and people to be told on paper.
 */
export const viewMyTurn = query({
  name: 'networks.view-my-turn',
  title: 'See what waits for you in the networks that you run',
  may: staff,
  input: z.object({}),
  async run({ tx, actor: { council, account, roles }, today }) {
    const held =
      account && roles.includes(officer) ? (await postsHeldBy(tx, council, account, today)).map(({ post }) => post) : []
    if (held.length === 0) return done({ issues: [], workshops: [], toTell: [] })
    const mine = sql`n.council = ${council} and n.closed_on is null and n.lead_post = any (${held}::text[])`
    return done({
      issues: await rows<{
        ref: string
        says: string
        network: string
        next: 'give' | 'answer' | 'tell'
        due: Temporal.PlainDate | null
      }>(
        tx,
        sql`select i.ref, i.says, n.title as network, i.answer_by as due,
          case when i.answered_on is not null then 'tell' when i.answer_by is not null then 'answer' else 'give' end as next
        from networks.issue i join networks.network n using (council, network)
        where ${mine} and i.told_on is null
          and (i.answer_by is null or i.answered_on is not null or i.answer_by <= ${today.add({ days: answerWithin })})
        order by i.answer_by nulls last, i.ref limit ${most}`,
      ),
      workshops: await rows<{ ref: string; title: string; network: string; day: Temporal.PlainDate }>(
        tx,
        sql`select w.ref, w.title, n.title as network, w.day
        from networks.workshop w join networks.network n using (council, network)
        where ${mine} and w.state = 'planned' and w.day < ${today} order by w.day, w.ref limit ${most}`,
      ),
      toTell: await rows<{ ref: string; network: string; people: number }>(
        tx,
        sql`select n.ref, n.title as network, count(distinct o.member)::int as people
        from network_people.notice o
          join network_people.member m using (council, member)
          join networks.network n on n.council = m.council and n.network = m.network
        where ${mine} and o.told_on is null group by n.ref, n.title order by n.ref limit ${most}`,
      ),
    })
  },
})
