import { row, rows, sql } from '#platform/database.ts'
import type { Work } from '#platform/use-case.ts'
import type { Answers } from '../questions/follow.ts'

/** So many sets of answers are mixed at a time: with fewer, the order of arrival would still tell who is who. */
export const mixedAtOnce = 10

/**
 * Moves what waits into the store, when at least `least` sets do: all in one transaction, in a random order, under new keys.
 * From then on neither a key nor the place of a row on disk nor the number of the transaction that wrote it leads anywhere.
 */
export async function mixEquality(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  consultation: string,
  least = mixedAtOnce,
): Promise<void> {
  const waiting = await row<{ n: number }>(
    tx,
    sql`select count(*)::int as n from equality.waiting where council = ${council} and consultation = ${consultation}`,
  )
  if ((waiting?.n ?? 0) < least) return
  await sql`with taken as (delete from equality.waiting where council = ${council} and consultation = ${consultation}
    returning answers)
    insert into equality.answers (council, consultation, place, answers)
    select ${council}, ${consultation}, gen_random_uuid(), answers from taken order by random()`.execute(tx)
}

/** How many of the answers that were kept chose what, question by question. Sets that still wait to be mixed are not in it. */
export async function equalityCounts(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  consultation: string,
): Promise<{ sets: number; counts: { question: string; choice: string; n: number }[] }> {
  const sets = await row<{ n: number }>(
    tx,
    sql`select count(*)::int as n from equality.answers where council = ${council} and consultation = ${consultation}`,
  )
  const counts = await rows<{ question: string; choice: string; n: number }>(
    tx,
    sql`
    select a.key as question, c.choice, count(*)::int as n from equality.answers e cross
      join lateral jsonb_each(e.answers) a
      cross join lateral (select a.value #>> '{}' as choice where jsonb_typeof(a.value) = 'string'
        union all select jsonb_array_elements_text(case when jsonb_typeof(a.value) = 'array' then a.value
        else '[]' end)) c
    where e.council = ${council} and e.consultation = ${consultation} group by 1, 2 order by 1, 2`,
  )
  return { sets: sets?.n ?? 0, counts }
}

/** Every set, in an order of their own and without anything else: what is sealed when a consultation closes. */
export async function equalitySealed(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  consultation: string,
): Promise<Answers[]> {
  const found = await rows<{ answers: Answers }>(
    tx,
    sql`select answers from equality.answers where council = ${council} and consultation = ${consultation}
      order by answers::text`,
  )
  return found.map(({ answers }) => answers)
}
