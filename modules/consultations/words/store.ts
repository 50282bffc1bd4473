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

export const stands = {
  'to-read': 'To be read',
  'to-agree': 'To be read by a second person',
  agreed: 'May be published',
  'kept-back': 'Kept back whole',
  withdrawn: 'Permission withdrawn',
} as const
export type Stands = keyof typeof stands

/** How many stand so, of those that are analysed; running counts, see docs/decisions/0017. */
export const countStands = (tx: Tx, council: string, consultation: string): Promise<{ stands: Stands; n: number }[]> =>
  rows(
    tx,
    sql`select stands, amount as n from consultations.words_stand_count
      where council = ${council} and consultation = ${consultation} and amount > 0`,
  )

const standing = (council: string, consultation: string, stands: Stands) => sql`
  from consultations.words_standing s join consultations.response r using (council, response)
  where s.council = ${council} and s.consultation = ${consultation} and s.stands = ${stands}
    and (s.analysed or s.stands = 'withdrawn')`

/** The first of those that nobody has read yet, in the order of their random keys. */
export const firstToRead = (
  tx: Tx,
  council: string,
  consultation: string,
  size: number,
): Promise<{ response: string; receipt: string }[]> =>
  rows(
    tx,
    sql`select response, r.receipt ${standing(council, consultation, 'to-read')} order by s.response limit ${size}`,
  )

/** The first that wait for a second person, without what this one has read; of few there are found few, however many there are. */
export const firstToAgree = (
  tx: Tx,
  council: string,
  consultation: string,
  notBy: string | null,
  size: number,
): Promise<{ response: string; receipt: string }[]> => {
  const some = (by: typeof others) => sql`(select response, r.receipt, s.by_account
    ${standing(council, consultation, 'to-agree')} and ${by} order by s.by_account, s.response limit ${size})`
  const others = sql`s.by_account < ${notBy}::uuid`
  return rows(
    tx,
    sql`select response, receipt from (${
      notBy === null ? some(sql`true`) : sql`${some(others)} union all ${some(sql`s.by_account > ${notBy}::uuid`)}`
    }) t
      order by by_account, response limit ${size}`,
  )
}

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
    sql`select response, r.answers, r.said, (select l.passages from consultations.words_step l
      where l.council = r.council and l.response = r.response and l.what = 'read' order by l.n desc limit 1) as passages
    ${standing(council, consultation, 'agreed')} and s.analysed and (${after}::uuid is null or s.response > ${after}::uuid)
    order by s.response limit ${size}`,
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

/** Writes answers into the public's copy, many in one statement: each under a random key, or in the place of what it had before. */
export const putPublishedWords = (
  tx: Tx,
  council: string,
  consultation: string,
  answers: readonly { words: string; question: string; body: string; response: string }[],
) =>
  sql`insert into consultations.published_words (council, consultation, words, question, body, response)
    select ${council}, ${consultation}, words, question, body, response
    from jsonb_to_recordset(${toJson(answers)}::jsonb) as a (words uuid, question text, body text, response uuid)
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

/** How many answers are published under each question. The public role may ask this. */
export const publishedCounts = (
  tx: Tx,
  council: string,
  consultation: string,
): Promise<{ question: string; n: number }[]> =>
  rows(
    tx,
    sql`select question, amount as n from consultations.published_words_count
      where council = ${council} and consultation = ${consultation} and question <> '' and amount > 0`,
  )

/** Of how many responses something is published. */
export const publishedResponses = async (tx: Tx, council: string, consultation: string): Promise<number> =>
  (
    await row<{ n: number }>(
      tx,
      sql`select amount as n from consultations.published_words_count
        where council = ${council} and consultation = ${consultation} and question = ''`,
    )
  )?.n ?? 0
