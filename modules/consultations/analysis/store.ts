import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Channel } from '../consultation.ts'
import type { Answers } from '../questions/follow.ts'
import type { Pairs } from './kappa.ts'

/** A version of a code. `n` counts from 1; the last counts. */
export type FrameCode = {
  code: string
  n: number
  title: string
  means: string
  retired: boolean
  because: string | null
  at: Temporal.Instant
  by: string
}

/** A code as it was worded when somebody used it. */
export type CodeThen = { code: string; n: number; title: string }

export type Turn = 1 | 2 | 3
export type CodedState = 'first' | 'second' | 'agreed' | 'differs' | 'settled'
export type Coded = {
  response: string
  question: string
  codes: string[]
  firstCoder: string
  state: CodedState
  /** The act by which it was coded with its group, as long as it stands as that act had it. */
  act: string | null
}
export type Coding = {
  question: string
  turn: Turn
  n: number
  coder: string
  coderName: string
  codes: CodeThen[]
  because: string | null
  at: Temporal.Instant
}

// A frame has tens of codes; each may have been reworded many times.
const mostVersions = 2000

/** Every version of every code, in the order in which they were made. */
export const frameHistory = (tx: Tx, council: string, consultation: string): Promise<FrameCode[]> =>
  rows(
    tx,
    sql`select code, n, title, means, retired, because, at, by_name as "by" from consultations.frame_code
    where council = ${council} and consultation = ${consultation} order by at, code, n limit ${mostVersions}`,
  )

/** The frame as it stands: each code in its last version, in the order in which codes were made. */
export async function frameOf(tx: Tx, council: string, consultation: string): Promise<FrameCode[]> {
  const latest = new Map<string, FrameCode>()
  for (const one of await frameHistory(tx, council, consultation)) latest.set(one.code, one)
  return [...latest.values()]
}

export const insertFrameCode = (
  tx: Tx,
  council: string,
  consultation: string,
  c: Omit<FrameCode, 'n'> & { n: number },
) =>
  sql`insert into consultations.frame_code (council, code, n, consultation, title, means, retired, because, at, by_name)
    values (${council}, ${c.code}, ${c.n}, ${consultation}, ${c.title}, ${c.means}, ${c.retired}, ${c.because}, ${c.at},
      ${c.by})`.execute(tx)

/** Of a hundred answers, how many a second person codes: 10 until somebody says otherwise. */
export const shareOf = async (tx: Tx, council: string, consultation: string): Promise<number> =>
  (
    await row<{ share: number }>(
      tx,
      sql`select share from consultations.second_coding
    where council = ${council} and consultation = ${consultation} order by n desc limit 1`,
    )
  )?.share ?? 10

export const insertShare = (
  tx: Tx,
  council: string,
  consultation: string,
  s: { share: number; because: string; at: Temporal.Instant; by: string },
) =>
  sql`insert into consultations.second_coding (council, consultation, n, share, because, at, by_name)
    select ${council}, ${consultation}, coalesce(max(n), 0) + 1, ${s.share}, ${s.because}, ${s.at}, ${s.by}
    from consultations.second_coding where council = ${council} and consultation = ${consultation}`.execute(tx)

export const insertCoding = (tx: Tx, council: string, response: string, consultation: string, c: Omit<Coding, 'n'>) =>
  sql`insert into consultations.coding (council, response, question, turn, n, consultation, coder, coder_name, codes,
    because, at)
    select ${council}, ${response}, ${c.question}, ${c.turn}, coalesce(max(n), 0) + 1, ${consultation}, ${c.coder},
      ${c.coderName},
      ${toJson(c.codes)}::jsonb, ${c.because}, ${c.at}
    from consultations.coding
    where council = ${council} and response = ${response} and question = ${c.question} and turn = ${c.turn}`.execute(tx)

/** All that was ever read in a response, in the order in which it was read. */
export const codingsOf = (tx: Tx, council: string, response: string): Promise<Coding[]> =>
  rows(
    tx,
    sql`select question, turn, n, coder, coder_name as "coderName", codes, because, at from consultations.coding
    where council = ${council} and response = ${response} order by at, question, turn, n limit 1000`,
  )

export const codedOf = (tx: Tx, council: string, response: string): Promise<Coded[]> =>
  rows(
    tx,
    sql`select response, question, codes::text[] as codes, first_coder as "firstCoder", state, act
      from consultations.coded
    where council = ${council} and response = ${response} order by question`,
  )

export const keepCoded = (tx: Tx, council: string, consultation: string, c: Coded) =>
  sql`insert into consultations.coded (council, response, question, consultation, codes, first_coder, state, act)
    values (${council}, ${c.response}, ${c.question}, ${consultation}, ${c.codes}::uuid[], ${c.firstCoder}, ${c.state},
      ${c.act})
    on conflict (council, response, question) do update set codes = excluded.codes, state = excluded.state,
      act = excluded.act`.execute(tx)

export type TallyKind = 'used' | keyof Pairs | 'state' | 'grouped'

/** Adds to running totals; each key is named once. In the order of their names, so that two at once wait and never block. */
export async function addToTally(
  tx: Tx,
  council: string,
  consultation: string,
  more: readonly { kind: TallyKind; key: string; by: number }[],
): Promise<void> {
  const summed = new Map<string, { kind: TallyKind; key: string; by: number }>()
  for (const one of more) {
    const name = `${one.kind} ${one.key}`
    summed.set(name, { ...one, by: (summed.get(name)?.by ?? 0) + one.by })
  }
  for (const [, { kind, key, by }] of [...summed].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (by === 0) continue
    await sql`insert into consultations.coding_tally (council, consultation, kind, key, amount)
      values (${council}, ${consultation}, ${kind}, ${key}, ${by})
      on conflict (council, consultation, kind, key) do update
        set amount = consultations.coding_tally.amount + excluded.amount`.execute(tx)
  }
}

export type Tally = { kind: TallyKind; key: string; amount: number }

export const tallyOf = (tx: Tx, council: string, consultation: string): Promise<Tally[]> =>
  rows(
    tx,
    sql`select kind, key, amount from consultations.coding_tally
      where council = ${council} and consultation = ${consultation}`,
  )

export type ToCode = { response: string; receipt: string; channel: Channel; answers: Answers; said: string | null }

const inWords = (questions: readonly string[]) =>
  sql`(r.said is not null or jsonb_exists_any(r.answers, ${questions}::text[]))`

/**
 * The next response that nobody has coded, after the place where this coder left off; from the beginning where nothing comes after
 * it. What lies behind a coder is coded, so that the first look reads a few rows however many there are.
 */
export async function nextToCode(
  tx: Tx,
  council: string,
  consultation: string,
  coder: string,
  questions: readonly string[],
): Promise<string | null> {
  const place = await row<{ at: string; response: string }>(
    tx,
    sql`select r.received_at::text as at, r.response from (
      select response from consultations.coding where council = ${council} and consultation = ${consultation}
        and coder = ${coder} and turn = 1
      order by at desc limit 1) c join consultations.response r on r.council = ${council} and r.response = c.response`,
  )
  const after = async (from: typeof place) =>
    (
      await row<{ receipt: string }>(
        tx,
        sql`select r.receipt from consultations.standing s join consultations.response r using (council, response)
    where s.council = ${council} and s.consultation = ${consultation} and s.what = 'waiting' and ${inWords(questions)}
      ${from ? sql`and (s.received_at, s.response) > (${from.at}::timestamptz, ${from.response}::uuid)` : sql``}
      and not exists (select from consultations.coded c where c.council = r.council and c.response = r.response)
    order by s.received_at, s.response limit 1`,
      )
    )?.receipt ?? null
  return (await after(place)) ?? (place ? after(null) : null)
}

// Whether the response of a coded answer is one that counts.
const counts = sql`(select s.what from consultations.standing s
  where s.council = c.council and s.response = c.response) <> 'excluded'`

/** An answer that a second person shall code, and that this one did not code first. */
export const nextToSecond = async (
  tx: Tx,
  council: string,
  consultation: string,
  coder: string,
): Promise<string | null> =>
  (
    await row<{ receipt: string }>(
      tx,
      sql`select (select r.receipt from consultations.response r
        where r.council = c.council and r.response = c.response) as receipt
    from consultations.coded c
    where c.council = ${council} and c.consultation = ${consultation} and c.state = 'second'
      and c.first_coder <> ${coder} and ${counts}
    order by c.response limit 1`,
    )
  )?.receipt ?? null

/**
 * Answers on which two coders differ, a page at a time. What stands beside each is asked for one by one and not joined: until the
 * server had counted what is in `standing`, as after a hundred thousand came at once, it planned the join by reading all of it.
 */
export const toSettle = (
  tx: Tx,
  council: string,
  consultation: string,
  f: { after: { response: string; question: string } | null; size: number },
): Promise<{ response: string; receipt: string; question: string }[]> =>
  rows(
    tx,
    sql`select c.response, c.question,
      (select r.receipt from consultations.response r
        where r.council = c.council and r.response = c.response) as receipt
    from consultations.coded c
    where c.council = ${council} and c.consultation = ${consultation} and c.state = 'differs' and ${counts}
      ${f.after ? sql`and (c.response, c.question) > (${f.after.response}::uuid, ${f.after.question}::text)` : sql``}
    order by c.response, c.question limit ${f.size}`,
  )

/** Says of responses without words, so many at a time, that they are analysed: their answers are counted in the tables. */
export const handleWordless = async (
  tx: Tx,
  council: string,
  consultation: string,
  questions: readonly string[],
  w: { at: Temporal.Instant; by: string; size: number },
): Promise<number> =>
  (
    await row<{ done: number }>(
      tx,
      sql`with waiting as (
      select r.response, coalesce((select max(n) from consultations.handling h
        where h.council = r.council and h.response = r.response), 0) + 1 as n
      from consultations.standing s join consultations.response r using (council, response)
      where s.council = ${council} and s.consultation = ${consultation} and s.what = 'waiting'
        and not ${inWords(questions)} limit ${w.size}),
    handled as (insert into consultations.handling (council, response, n, what, because, at, by_name)
      select ${council}, response, n, 'analysed', 'Counted in the tables; it says nothing in words.', ${w.at}, ${w.by}
        from waiting returning 1)
    select count(*)::int as done from handled`,
    )
  )?.done ?? 0

// ---- themes

export type Theme = {
  theme: string
  n: number
  position: number
  title: string
  says: string
  codes: string[]
  retired: boolean
  because: string | null
  at: Temporal.Instant
  by: string
}
export const answerKinds = {
  'we-will': 'We will',
  'we-will-not': 'We will not',
  'already-so': 'It is so already',
} as const
export type AnswerKind = keyof typeof answerKinds
export type Trace = { kind: 'decision' | 'specification'; ref: string; label: string }
export type ThemeAnswer = {
  theme: string
  n: number
  answer: AnswerKind
  says: string
  traces: Trace[]
  at: Temporal.Instant
  by: string
}

export const themeHistory = (tx: Tx, council: string, consultation: string): Promise<Theme[]> =>
  rows(
    tx,
    sql`select theme, n, position, title, says, codes::text[] as codes, retired, because, at, by_name as "by"
      from consultations.theme
    where council = ${council} and consultation = ${consultation} order by position, theme, n limit ${mostVersions}`,
  )

export const themeAnswerHistory = (tx: Tx, council: string, consultation: string): Promise<ThemeAnswer[]> =>
  rows(
    tx,
    sql`select theme, n, answer, says, traces, at, by_name as "by" from consultations.theme_answer
    where council = ${council} and consultation = ${consultation} order by theme, n limit ${mostVersions}`,
  )

export type ThemeNow = Theme & { answer: ThemeAnswer | null }

/** The themes that stand, each with what the council last answered. */
export async function themesOf(tx: Tx, council: string, consultation: string): Promise<ThemeNow[]> {
  const latest = new Map<string, Theme>()
  for (const one of await themeHistory(tx, council, consultation)) latest.set(one.theme, one)
  const answers = new Map((await themeAnswerHistory(tx, council, consultation)).map((one) => [one.theme, one]))
  return [...latest.values()]
    .filter(({ retired }) => !retired)
    .map((one) => ({ ...one, answer: answers.get(one.theme) ?? null }))
}

export const insertTheme = (tx: Tx, council: string, consultation: string, t: Theme) =>
  sql`insert into consultations.theme (council, theme, n, consultation, position, title, says, codes, retired, because,
    at, by_name)
    values (${council}, ${t.theme}, ${t.n}, ${consultation}, ${t.position}, ${t.title}, ${t.says}, ${t.codes}::uuid[],
      ${t.retired},
      ${t.because}, ${t.at}, ${t.by})`.execute(tx)

export const insertThemeAnswer = (tx: Tx, council: string, consultation: string, a: ThemeAnswer) =>
  sql`insert into consultations.theme_answer (council, theme, n, consultation, answer, says, traces, at, by_name)
    values (${council}, ${a.theme}, ${a.n}, ${consultation}, ${a.answer}, ${a.says}, ${toJson(a.traces)}::jsonb,
      ${a.at}, ${a.by})`.execute(tx)
