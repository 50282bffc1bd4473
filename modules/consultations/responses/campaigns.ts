import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { officer } from '#authority'
import { rows, sql, type Tx } from '#platform/database.ts'
import { ref, text } from '#platform/input.ts'
import { done, invalid, missing, useCase } from '#platform/use-case.ts'
import { theConsultation } from '../draft.ts'
import { responsesByReceipt } from './store.ts'

export type Campaign = { campaign: string; name: string; organiser: string | null; n: number; byWords: boolean }

/**
 * Groups the responses of an organised campaign: all that are written in the words of the one that is named, those that still come
 * included, and any others by their receipts. They stay responses like every other; they are counted together as well.
 */
export const groupCampaign = useCase({
  name: 'consultations.group-campaign',
  title: 'Group the responses of a campaign',
  may: [officer],
  input: z.object({
    ref,
    name: text(200),
    organiser: text(200).nullable().default(null),
    like: ref.nullable().default(null),
    receipts: z.array(ref).max(500).default([]),
    because: text(500),
  }),
  async run(work, { ref, name, organiser, like, receipts, because }) {
    const { tx, actor, now } = work
    const outcome = await theConsultation(work, ref)
    if (!outcome.ok) return outcome
    const { consultation } = outcome.value
    const [model] = like === null ? [] : await responsesByReceipt(tx, actor.council, [like])
    if (like !== null && model?.consultation !== consultation) return missing(`There is no response ${like} to ${ref}.`)
    if (like !== null && !model?.textHash)
      return invalid({
        like: 'Too little is written in this response to know others by its words. Give their receipts instead.',
      })
    const others = await responsesByReceipt(tx, actor.council, receipts)
    const unknown = receipts.filter(
      (receipt) => !others.some((one) => one.receipt === receipt && one.consultation === consultation),
    )
    if (unknown.length) return invalid({ receipts: `There is no response ${unknown.join(', ')} to ${ref}.` })
    if (!model && !others.length) return invalid({ receipts: 'Name at least one response.' })
    const campaign = randomUUID()
    await sql`insert into consultations.campaign (council, campaign, consultation, name, organiser, text_hash, made_at,
      made_by)
      values (${actor.council}, ${campaign}, ${consultation}, ${name}, ${organiser}, ${model?.textHash ?? null}, ${now},
        ${actor.name})`.execute(tx)
    for (const { response } of others) {
      await sql`insert into consultations.campaign_response (council, response, campaign, because)
        values (${actor.council}, ${response}, ${campaign}, ${because}) on conflict do nothing`.execute(tx)
    }
    return done({ ref, campaign })
  },
})

/** The campaigns of a consultation, with how many responses each has: those found alike, or else in the same words, and any others. */
export const campaignsOf = (tx: Tx, council: string, consultation: string): Promise<Campaign[]> =>
  rows(
    tx,
    sql`select k.campaign, k.name, k.organiser, k.text_hash is not null as "byWords",
      coalesce(g.responses, (select amount from consultations.words_count w
        where w.council = k.council and w.consultation = k.consultation and w.text_hash = k.text_hash), 0)
        + (select count(*)::int from consultations.campaign_response l
          join consultations.response r using (council, response)
          where l.council = k.council and l.campaign = k.campaign and r.text_hash is distinct
            from k.text_hash and not exists (
            select from consultations.alike a where a.council = l.council and a.response = l.response and a.n = g.n
              and a.stands <> 'out')) as n
    from consultations.campaign k left join consultations.alike_group g using (council, consultation, text_hash)
    where k.council = ${council} and k.consultation = ${consultation} order by k.made_at, k.name limit 200`,
  )

/** Words in which many have written, and which no campaign has claimed yet: the receipt of the first, and how many. */
export const likelyCampaigns = (
  tx: Tx,
  council: string,
  consultation: string,
  least: number,
): Promise<{ receipt: string; n: number; opening: string | null }[]> =>
  rows(
    tx,
    sql`select f.receipt, g.n, left(coalesce(f.said,
      (select string_agg(value #>> '{}', ' ') from jsonb_each(f.answers)
      where jsonb_typeof(value) = 'string' and length(value #>> '{}') > 20)), 200) as opening
    from (select text_hash, amount as n from consultations.words_count w
      where council = ${council} and consultation = ${consultation} and amount > 1 and amount >= ${least}
        and not exists (select from consultations.campaign k
          where k.council = w.council and k.consultation = w.consultation and k.text_hash = w.text_hash)
      order by amount desc limit 20) g
    cross join lateral (select receipt, said, answers from consultations.response r
      where r.council = ${council} and r.consultation = ${consultation} and r.text_hash = g.text_hash
      order by received_at limit 1) f
    order by g.n desc`,
  )
