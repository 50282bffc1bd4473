import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Answers } from '../questions/follow.ts'

export const reasons = {
  'personal-data': 'personal data',
  'third-party': 'about somebody else',
  defamatory: 'could damage somebody’s good name',
  confidential: 'given in confidence',
  offensive: 'offensive',
  unlawful: 'a court or a law forbids it',
} as const
export type Reason = keyof typeof reasons

export type WithheldWords = { words: string; reason: Reason }

export type WordsStep = {
  n: number
  what: 'read' | 'agreed' | 'permission-withdrawn'
  publish: boolean | null
  passages: WithheldWords[] | null
  because: string | null
  at: Temporal.Instant
  byAccount: string | null
  by: string
}

export const stepsOf = (tx: Tx, council: string, response: string): Promise<WordsStep[]> =>
  rows(
    tx,
    sql`select n, what, publish, passages, because, at, by_account as "byAccount", by_name as by
      from consultations.words_step
    where council = ${council} and response = ${response} order by n`,
  )

export const insertStep = (tx: Tx, council: string, response: string, s: WordsStep) =>
  sql`insert into consultations.words_step (council, response, n, what, publish, passages, because, at, by_account,
    by_name)
    values (${council}, ${response}, ${s.n}, ${s.what}, ${s.publish},
      ${s.passages === null ? null : toJson(s.passages)}::jsonb, ${s.because}, ${s.at}, ${s.byAccount},
      ${s.by})`.execute(tx)

// A response that may be published, with its last step and whether it is analysed; what is excluded is not.
const permitted = (council: string, consultation: string) => sql`
  select r.response, r.receipt, r.received_at, r.answers, r.said, s.what, s.publish, s.by_account,
    (select h.what from consultations.handling h where h.council = r.council and h.response = r.response
      order by h.n desc limit 1) = 'analysed' as analysed,
    case when exists (select from consultations.words_step w where w.council = r.council and w.response = r.response
      and w.what = 'permission-withdrawn') then 'withdrawn'
      when s.what is null then 'to-read' when s.what = 'read' then 'to-agree'
      when (select l.publish from consultations.words_step l where l.council = r.council and l.response = r.response
        and l.what = 'read' order by l.n desc limit 1) then 'agreed'
      else 'kept-back' end as stands
  from consultations.response r
    left join lateral (select w.what, w.publish, w.by_account from consultations.words_step w
      where w.council = r.council and w.response = r.response order by w.n desc limit 1) s on true
  where r.council = ${council} and r.consultation = ${consultation} and (r.answers ->> 'publish-my-words') = 'yes'`

export const stands = {
  'to-read': 'To be read',
  'to-agree': 'To be read by a second person',
  agreed: 'May be published',
  'kept-back': 'Kept back whole',
  withdrawn: 'Permission withdrawn',
} as const
export type Stands = keyof typeof stands

export const countStands = (tx: Tx, council: string, consultation: string): Promise<{ stands: Stands; n: number }[]> =>
  rows(
    tx,
    sql`select stands, count(*)::int as n from (${permitted(council, consultation)}) p
      where analysed or stands = 'withdrawn' group by stands`,
  )

/** Responses that stand so, a page at a time in the order of their random keys; `notBy` leaves out what somebody read first. */
export const standingSo = (
  tx: Tx,
  council: string,
  consultation: string,
  f: { stands: Stands; notBy: string | null; after: string | null; size: number },
): Promise<{ response: string; receipt: string }[]> =>
  rows(
    tx,
    sql`select response, receipt from (${permitted(council, consultation)}) p
      where stands = ${f.stands} and (analysed or stands = 'withdrawn')
      and (${f.notBy}::uuid is null or by_account is distinct from ${f.notBy}::uuid)
        and (${f.after}::uuid is null or response > ${f.after}::uuid)
    order by response limit ${f.size}`,
  )

/** What may be published, a page at a time, with what is withheld of it. */
export const agreedWords = (
  tx: Tx,
  council: string,
  consultation: string,
  after: string | null,
  size: number,
): Promise<{ response: string; answers: Answers; said: string | null; passages: WithheldWords[] }[]> =>
  rows(
    tx,
    sql`select p.response, p.answers, p.said, (select l.passages from consultations.words_step l
      where l.council = ${council} and l.response = p.response and l.what = 'read' order by l.n desc
        limit 1) as passages
    from (${permitted(council, consultation)}) p
      where stands = 'agreed' and analysed and (${after}::uuid is null or p.response > ${after}::uuid)
    order by p.response limit ${size}`,
  )

/** Answers of all that is analysed, a page at a time: for counting who was asked what. */
export const analysedAnswers = (
  tx: Tx,
  council: string,
  consultation: string,
  after: string | null,
  size: number,
): Promise<{ response: string; answers: Answers }[]> =>
  rows(
    tx,
    sql`select r.response, r.answers from consultations.response r
    where r.council = ${council} and r.consultation = ${consultation}
      and (${after}::uuid is null or r.response > ${after}::uuid)
      and (select h.what from consultations.handling h where h.council = r.council and h.response = r.response
        order by h.n desc limit 1) = 'analysed'
    order by r.response limit ${size}`,
  )

export const putPublishedWords = (
  tx: Tx,
  council: string,
  consultation: string,
  w: { words: string; question: string; body: string; response: string },
) =>
  sql`insert into consultations.published_words (council, consultation, words, question, body, response)
    values (${council}, ${consultation}, ${w.words}, ${w.question}, ${w.body}, ${w.response})
    on conflict (council, response, question) do update set body = excluded.body`.execute(tx)

/** Takes what somebody wrote out of publication. */
export const takeOutWords = (tx: Tx, council: string, response: string) =>
  sql`delete from consultations.published_words where council = ${council} and response = ${response}`.execute(tx)

/** Takes out the answers to questions that are not, or no longer, published. */
export const takeOutQuestions = (tx: Tx, council: string, consultation: string, but: readonly string[]) =>
  sql`delete from consultations.published_words where council = ${council} and consultation = ${consultation}
    and question <> all (${[...but]}::text[])`.execute(tx)

export type PublishedWords = { words: string; question: string; body: string }

/** What is published, a page at a time in the order of random keys. The public role may ask this. */
export const publishedWords = (
  tx: Tx,
  council: string,
  consultation: string,
  f: { question: string | null; q: string | null; after: string | null; size: number },
): Promise<PublishedWords[]> =>
  rows(
    tx,
    sql`select words, question, body from consultations.published_words
    where council = ${council} and consultation = ${consultation}
      and (${f.question}::text is null or question = ${f.question})
      and (${f.q}::text is null or body ilike '%' || ${f.q === null ? null : f.q.replaceAll(/[\\%_]/gu, String.raw`\$&`)} || '%')
      and (${f.after}::uuid is null or words > ${f.after}::uuid)
    order by words limit ${f.size}`,
  )

export const publishedCounts = (
  tx: Tx,
  council: string,
  consultation: string,
): Promise<{ question: string; n: number }[]> =>
  rows(
    tx,
    sql`select question, count(*)::int as n from consultations.published_words
      where council = ${council} and consultation = ${consultation} group by question`,
  )

export const publishedResponses = async (tx: Tx, council: string, consultation: string): Promise<number> =>
  (
    await row<{ n: number }>(
      tx,
      sql`select count(distinct response)::int as n from consultations.published_words
        where council = ${council} and consultation = ${consultation}`,
    )
  )?.n ?? 0
