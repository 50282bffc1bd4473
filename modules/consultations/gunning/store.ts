import { row, rows, sql, type Tx } from '#platform/database.ts'
import type { State } from '../consultation.ts'

export type OpenMind = {
  n: number
  options: string[]
  because: string | null
  couldDiffer: string
  on: Temporal.PlainDate
  by: string
}

/** Every statement of what was open, the last of which counts. */
export const openMindsOf = (tx: Tx, council: string, consultation: string): Promise<OpenMind[]> =>
  rows(
    tx,
    sql`select n, options, because, could_differ as "couldDiffer", on_day as "on", by_name as "by"
      from consultations.open_mind
    where council = ${council} and consultation = ${consultation} order by n limit 200`,
  )

export const insertOpenMind = (tx: Tx, council: string, consultation: string, o: Omit<OpenMind, 'n'>) =>
  sql`insert into consultations.open_mind (council, consultation, n, options, because, could_differ, on_day, by_name)
    select ${council}, ${consultation}, coalesce(max(n), 0) + 1, ${o.options}::text[], ${o.because}, ${o.couldDiffer},
      ${o.on}, ${o.by}
    from consultations.open_mind where council = ${council} and consultation = ${consultation}`.execute(tx)

export type GroupHeard = {
  group: string
  n: number
  question: string | null
  choice: string | null
  otherwise: string | null
  on: Temporal.PlainDate
  by: string
}

/** How each group was heard, as it was last said. */
export const groupsHeard = (tx: Tx, council: string, consultation: string): Promise<GroupHeard[]> =>
  rows(
    tx,
    sql`select distinct on (group_name) group_name as "group", n, question, choice, otherwise, on_day as "on",
      by_name as "by"
    from consultations.group_heard where council = ${council} and consultation = ${consultation}
      order by group_name, n desc`,
  )

export const insertGroupHeard = (tx: Tx, council: string, consultation: string, g: Omit<GroupHeard, 'n'>) =>
  sql`insert into consultations.group_heard (council, consultation, group_name, n, question, choice, otherwise, on_day,
    by_name)
    select ${council}, ${consultation}, ${g.group}, coalesce(max(n), 0) + 1, ${g.question}, ${g.choice}, ${g.otherwise},
      ${g.on}, ${g.by}
    from consultations.group_heard where council = ${council} and consultation = ${consultation}
      and group_name = ${g.group}`.execute(tx)

/** Whether anybody gave an answer by which a group is told. It is watched from the day on which somebody said so. */
export const anybodySaid = async (
  tx: Tx,
  council: string,
  consultation: string,
  question: string,
  choice: string,
): Promise<boolean> =>
  (await row(
    tx,
    sql`select from consultations.telling_answer where council = ${council} and consultation = ${consultation}
    and question = ${question} and choice = ${choice} and given`,
  )) !== null

/** Watches for an answer from now on; whether it was given before is looked up once, here. */
export async function watchAnswer(tx: Tx, council: string, consultation: string, question: string, choice: string) {
  await sql`select consultations.one_at_a_time(${council}, ${consultation})`.execute(tx)
  await sql`insert into consultations.telling_answer (council, consultation, question, choice, given)
    values (${council}, ${consultation}, ${question}, ${choice}, exists (
      select from consultations.response r where r.council = ${council} and r.consultation = ${consultation}
        and (r.answers ->> ${question}::text = ${choice}::text
          or jsonb_exists(r.answers -> ${question}::text, ${choice}::text))))
    on conflict do nothing`.execute(tx)
}

export type Reading = {
  reading: string
  decision: string
  post: string
  postTitle: string
  account: string
  name: string
  says: string
  on: Temporal.PlainDate
}

export const readingsOf = (tx: Tx, council: string, consultation: string): Promise<Reading[]> =>
  rows(
    tx,
    sql`select reading, decision, post, post_title as "postTitle", account, name, says, on_day as "on"
      from consultations.reading
    where council = ${council} and consultation = ${consultation} order by on_day, name limit 500`,
  )

export const insertReading = (tx: Tx, council: string, consultation: string, r: Reading) =>
  sql`insert into consultations.reading (council, reading, consultation, decision, post, post_title, account, name,
    says, on_day)
    values (${council}, ${r.reading}, ${consultation}, ${r.decision}, ${r.post}, ${r.postTitle}, ${r.account},
      ${r.name}, ${r.says}, ${r.on})`.execute(tx)

/** What the journal binds of a receipt. */
export const sealedReading = (
  { decision, post, name, says, on }: Omit<Reading, 'reading' | 'postTitle' | 'account'>,
  consultation: string,
) => ({ consultation, decision, post, name, says, on: on.toString() })

/** Receipts, for comparison with what the journal sealed. */
export async function sealedReadings(tx: Tx, council: string, ids: string[]): Promise<Map<string, unknown>> {
  const found = await rows<Reading & { ref: string }>(
    tx,
    sql`select l.reading, l.decision, l.post, l.name, l.says, l.on_day as "on", c.ref
    from consultations.reading l join consultations.consultation c using (council, consultation)
    where l.council = ${council} and l.reading = any (${ids}::uuid[])`,
  )
  return new Map(found.map((one) => [one.reading, sealedReading(one, one.ref)]))
}

export type Resting = {
  consultation: string
  ref: string
  title: string
  state: State
  opensOn: Temporal.PlainDate | null
  closesOn: Temporal.PlainDate | null
}

/** The consultations that are for one of these records, or are one of them; drafts and those withdrawn count for nothing. */
export const consultationsFor = (tx: Tx, council: string, records: readonly string[]): Promise<Resting[]> =>
  rows(
    tx,
    sql`select consultation, ref, title, state, opens_on as "opensOn", closes_on as "closesOn"
      from consultations.consultation
    where council = ${council} and (serves && ${records}::text[] or ref = any (${records}::text[]))
      and state not in ('draft', 'withdrawn') order by ref limit 50`,
  )
