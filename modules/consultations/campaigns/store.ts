import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { CodeThen } from '../analysis/store.ts'
import type { Answers } from '../questions/follow.ts'

/** How a member stands in its group. */
export const stands = {
  alike: 'The same, but for a few words',
  differs: 'To be read first',
  apart: 'Coded by itself',
  read: 'Read, and no more than the others say',
  out: 'Taken out of the group',
} as const
export type Stands = keyof typeof stands

export type Group = {
  n: number
  /** The receipt of the response whose words are the common ones. */
  common: string
  texts: number
  alike: number
  differs: number
  apart: number
  read: number
  out: number
  /** All but those that are out. */
  responses: number
  /** What the campaign is called, where somebody has said so. */
  name: string | null
  organiser: string | null
}

const groups = (council: string, consultation: string) => sql`
  select g.n, r.receipt as common, g.common as response, g.texts, g.alike, g.differs, g.apart, g.read, g.out,
    g.responses, k.name, k.organiser
  from consultations.alike_group g join consultations.response r on r.council = g.council and r.response = g.common
    left join lateral (select k.name, k.organiser from consultations.campaign k
      where k.council = g.council and k.consultation = g.consultation and k.text_hash = g.text_hash
        order by k.made_at desc limit 1) k on true
  where g.council = ${council} and g.consultation = ${consultation}`

/** The groups of a consultation, the largest first, a page at a time. */
export const groupsOf = (
  tx: Tx,
  council: string,
  consultation: string,
  f: { after: { responses: number; n: number } | null; size: number },
): Promise<Group[]> =>
  rows(
    tx,
    sql`select n, common, texts, alike, differs, apart, read, out, responses, name, organiser
      from (${groups(council, consultation)}) g
    where ${f.after ? sql`(responses, -n) < (${f.after.responses}::int, ${-f.after.n}::int)` : sql`true`}
    order by responses desc, n limit ${f.size}`,
  )

export const findGroup = (
  tx: Tx,
  council: string,
  consultation: string,
  n: number,
): Promise<(Group & { response: string }) | null> => row(tx, sql`${groups(council, consultation)} and g.n = ${n}`)

/** How many responses are in how many groups, over all of them. */
export const groupedIn = async (
  tx: Tx,
  council: string,
  consultation: string,
): Promise<{ groups: number; responses: number; differs: number }> =>
  (await row(
    tx,
    sql`select count(*)::int as groups, coalesce(sum(responses), 0)::int as responses,
      coalesce(sum(differs), 0)::int as differs
    from consultations.alike_group where council = ${council} and consultation = ${consultation} and responses > 0`,
  )) ?? { groups: 0, responses: 0, differs: 0 }

export type Look = { at: Temporal.Instant; by: string; responses: number; texts: number; lastN: number }

export const lookOf = (tx: Tx, council: string, consultation: string): Promise<Look | null> =>
  row(
    tx,
    sql`select looked_at as "at", by_name as "by", responses, texts, last_n as "lastN" from consultations.alike_look
    where council = ${council} and consultation = ${consultation}`,
  )

export const keepLook = (tx: Tx, council: string, consultation: string, l: Look) =>
  sql`insert into consultations.alike_look (council, consultation, looked_at, by_name, responses, texts, last_n)
    values (${council}, ${consultation}, ${l.at}, ${l.by}, ${l.responses}, ${l.texts}, ${l.lastN})
    on conflict (council, consultation) do update set looked_at = excluded.looked_at, by_name = excluded.by_name,
      responses = excluded.responses, texts = excluded.texts, last_n = excluded.last_n`.execute(tx)

// ---- finding them

/** Holds a consultation against whoever codes, and not against whoever answers: a new response only needs it to be there. */
export const holdCoding = (tx: Tx, council: string, ref: string) =>
  sql`select 1 from consultations.consultation where council = ${council} and ref = ${ref} for no key update`.execute(
    tx,
  )

/** One response for each different text, the most used texts first and of these the shortest; what was taken out of a group is in none. */
export const textsByUse = (
  tx: Tx,
  council: string,
  consultation: string,
): Promise<{ response: string; responses: number }[]> =>
  rows(
    tx,
    sql`select (array_agg(r.response order by r.received_at, r.response))[1] as response, count(*)::int as responses
    from consultations.response r
    where r.council = ${council} and r.consultation = ${consultation} and r.text_hash is not null and not exists (
      select from consultations.alike a where a.council = r.council and a.response = r.response and a.stands = 'out')
    group by r.text_hash order by count(*) desc, min(length(r.answers::text) + coalesce(length(r.said), 0)),
      r.text_hash`,
  )

export const wordsOf = (
  tx: Tx,
  council: string,
  responses: readonly string[],
): Promise<{ response: string; answers: Answers; said: string | null }[]> =>
  rows(
    tx,
    sql`select response, answers, said from consultations.response
      where council = ${council} and response = any (${[...responses]}::uuid[])`,
  )

/** Groups on which somebody has done something, so that they stay what they are: named, coded, read or taken out of. */
export const heldGroups = (
  tx: Tx,
  council: string,
  consultation: string,
): Promise<{ n: number; common: string; held: boolean }[]> =>
  rows(
    tx,
    sql`select g.n, g.common, (g.read > 0 or g.out > 0
      or exists (select from consultations.alike_coding c
        where c.council = g.council and c.consultation = g.consultation and c.n = g.n)
      or exists (select from consultations.campaign k where k.council = g.council and k.consultation = g.consultation
        and k.text_hash = g.text_hash)) as held
    from consultations.alike_group g where g.council = ${council} and g.consultation = ${consultation} order by g.n`,
  )

/** What people have read in responses that differ; it is kept when groups are found anew. */
export const readOf = (
  tx: Tx,
  council: string,
  consultation: string,
): Promise<{ response: string; n: number; because: string; at: Temporal.Instant; by: string }[]> =>
  rows(
    tx,
    sql`select response, n, because, at, by_name as "by" from consultations.alike
    where council = ${council} and consultation = ${consultation} and stands = 'read'`,
  )

export async function clearFound(tx: Tx, council: string, consultation: string, but: readonly number[]): Promise<void> {
  await sql`delete from consultations.alike where council = ${council} and consultation = ${consultation}
    and stands <> 'out'`.execute(tx)
  await sql`delete from consultations.alike_group where council = ${council} and consultation = ${consultation}
    and n <> all (${[...but]}::int[])`.execute(tx)
}

export const putGroup = (
  tx: Tx,
  council: string,
  consultation: string,
  g: { n: number; common: string; texts: number },
) =>
  sql`insert into consultations.alike_group (council, consultation, n, common, text_hash, texts, alike, differs, apart,
    read, out)
    select council, ${consultation}, ${g.n}, response, text_hash, ${g.texts}, 0, 0, 0, 0, 0 from consultations.response
    where council = ${council} and response = ${g.common}
    on conflict (council, consultation, n) do update set texts = excluded.texts`.execute(tx)

export type FoundText = {
  response: string
  n: number
  common: string
  added: number
  leftOut: number
  readFirst: boolean
}

/**
 * Writes the members of groups, every response in these texts. Whoever answers in words where the common text does not, or in several
 * places and others than it, has to be coded by itself: one coding would not say what of it belongs where.
 */
export const putMembers = (
  tx: Tx,
  council: string,
  consultation: string,
  inWords: readonly string[],
  found: readonly FoundText[],
) =>
  sql`insert into consultations.alike (council, response, consultation, n, questions, added, left_out, stands)
    select r.council, r.response, r.consultation, f.n, q.questions, f.added, f."leftOut",
      case when cardinality(q.questions) <> cardinality(c.questions)
        or (cardinality(q.questions) > 1 and q.questions <> c.questions) then 'apart'
        when f."readFirst" then 'differs' else 'alike' end
    from jsonb_to_recordset(${toJson(found)}::jsonb) as f (response uuid, n int, common uuid, added int, "leftOut" int,
      "readFirst" boolean)
      join consultations.response t on t.council = ${council} and t.response = f.response
      join consultations.response r on r.council = t.council and r.consultation = ${consultation}
        and r.text_hash = t.text_hash
      join consultations.response k on k.council = t.council and k.response = f.common
      cross join lateral (select ${written('r', inWords)} as questions) q cross
        join lateral (select ${written('k', inWords)} as questions) c
    on conflict (council, response) do nothing`.execute(tx)

const written = (of: 'r' | 'k', inWords: readonly string[]) => sql`
  array(select w.key from unnest(${[...inWords]}::text[]) with ordinality w (key, at)
    where jsonb_typeof(${sql.ref(of)}.answers -> w.key) = 'string'
      and btrim(${sql.ref(of)}.answers ->> w.key, E' \\t\\r\\n') <> '' order by w.at)
  || case when ${sql.ref(of)}.said is null then '{}'::text[] else array['said'] end`

/** Says again of members that somebody read them, where they still have to be read. */
export const readAgain = (
  tx: Tx,
  council: string,
  read: readonly { response: string; n: number; because: string; at: Temporal.Instant; by: string }[],
) =>
  sql`update consultations.alike a set stands = 'read', because = w.because, at = w.at, by_name = w."by"
    from jsonb_to_recordset(${toJson(read.map((one) => ({ ...one, at: one.at.toString() })))}::jsonb) as w (response uuid, n int, because text, at timestamptz, "by" text)
    where a.council = ${council} and a.response = w.response and a.n = w.n and a.stands = 'differs'`.execute(tx)

/** Counts the members of every group anew; a page never does. */
export const countGroups = (tx: Tx, council: string, consultation: string) =>
  sql`update consultations.alike_group g set (alike, differs, apart, read, out) = (
      select count(*) filter (where stands = 'alike'), count(*) filter (where stands = 'differs'),
        count(*) filter (where stands = 'apart'),
        count(*) filter (where stands = 'read'), count(*) filter (where stands = 'out')
      from consultations.alike a where a.council = g.council and a.consultation = g.consultation and a.n = g.n)
    where g.council = ${council} and g.consultation = ${consultation}`.execute(tx)

// ---- members

export type Member = {
  response: string
  receipt: string
  n: number
  questions: string[]
  added: number
  leftOut: number
  stands: Stands
  because: string | null
  at: Temporal.Instant | null
  by: string | null
  coded: boolean
  excluded: boolean
}

const member = sql`a.response, r.receipt, a.n, a.questions, a.added, a.left_out as "leftOut", a.stands, a.because, a.at,
  a.by_name as "by",
  exists (select from consultations.coded c where c.council = a.council and c.response = a.response) as coded,
  (select s.what from consultations.standing s
    where s.council = a.council and s.response = a.response) = 'excluded' as excluded`

/** Members that stand so, those that add most first, a page at a time. */
export const membersOf = (
  tx: Tx,
  council: string,
  consultation: string,
  n: number,
  f: { stands: Stands; after: { added: number; response: string } | null; size: number },
): Promise<(Member & { answers: Answers; said: string | null })[]> =>
  rows(
    tx,
    sql`select ${member}, r.answers, r.said from (
      select * from consultations.alike where council = ${council} and consultation = ${consultation} and n = ${n}
        and stands = ${f.stands}
        ${f.after ? sql`and (added, response) < (${f.after.added}::int, ${f.after.response}::uuid)` : sql``}
      order by added desc, response desc limit ${f.size}) a
    join consultations.response r on r.council = a.council and r.response = a.response
      order by a.added desc, a.response desc`,
  )

export const findMember = (tx: Tx, council: string, response: string): Promise<Member | null> =>
  row(
    tx,
    sql`select ${member} from consultations.alike a join consultations.response r on r.council = a.council
      and r.response = a.response
    where a.council = ${council} and a.response = ${response}`,
  )

/** Says how a member stands from now on, and counts it there. */
export async function moveMember(
  tx: Tx,
  council: string,
  consultation: string,
  was: Pick<Member, 'response' | 'n' | 'stands'>,
  to: { stands: Stands; because: string; at: Temporal.Instant; by: string },
): Promise<void> {
  await sql`update consultations.alike set stands = ${to.stands}, because = ${to.because}, at = ${to.at},
    by_name = ${to.by}
    where council = ${council} and response = ${was.response}`.execute(tx)
  await sql`update consultations.alike_group set ${sql.ref(was.stands)} = ${sql.ref(was.stands)} - 1,
    ${sql.ref(to.stands)} = ${sql.ref(to.stands)} + 1
    where council = ${council} and consultation = ${consultation} and n = ${was.n}`.execute(tx)
}

// ---- coding a group at once

export type GroupCoding = {
  act: string
  codes: CodeThen[][]
  by: string
  because: string
  responses: number
  at: Temporal.Instant
  undoneAt: Temporal.Instant | null
  undoneBy: string | null
  undoneBecause: string | null
  kept: number | null
}

export const codingsOfGroup = (tx: Tx, council: string, consultation: string, n: number): Promise<GroupCoding[]> =>
  rows(
    tx,
    sql`select act, codes, coder_name as "by", because, responses, at, undone_at as "undoneAt", undone_by as "undoneBy",
      undone_because as "undoneBecause", kept from consultations.alike_coding
    where council = ${council} and consultation = ${consultation} and n = ${n} order by at desc limit 200`,
  )

export const insertGroupCoding = (
  tx: Tx,
  council: string,
  consultation: string,
  n: number,
  c: Pick<GroupCoding, 'act' | 'codes' | 'by' | 'because' | 'responses' | 'at'>,
) =>
  sql`insert into consultations.alike_coding (council, act, consultation, n, codes, coder_name, because, responses, at)
    values (${council}, ${c.act}, ${consultation}, ${n}, ${toJson(c.codes)}::jsonb, ${c.by}, ${c.because},
      ${c.responses}, ${c.at})`.execute(tx)

export const undoGroupCoding = (
  tx: Tx,
  council: string,
  act: string,
  u: { at: Temporal.Instant; by: string; because: string; kept: number },
) =>
  sql`update consultations.alike_coding set undone_at = ${u.at}, undone_by = ${u.by}, undone_because = ${u.because},
    kept = ${u.kept}
    where council = ${council} and act = ${act}`.execute(tx)

/**
 * Gives every member of a group that nobody has coded the same codes, answer by answer in the order of the questions; says how many
 * members that were. Those to be read first, coded by themselves, out of the group or excluded are left as they are. What stands
 * beside each is asked for one by one: right after a group was found the server does not know how large it is, and planned badly.
 */
export async function codeMembers(
  tx: Tx,
  council: string,
  consultation: string,
  n: number,
  c: { act: string; coder: string; coderName: string; codes: CodeThen[][]; because: string; at: Temporal.Instant },
): Promise<number> {
  await sql`insert into consultations.coding (council, response, question, turn, n, consultation, coder, coder_name,
    codes, because, at, act)
    select a.council, a.response, q.question, 1,
      coalesce((select max(b.n) from consultations.coding b where b.council = a.council and b.response = a.response
        and b.question = q.question and b.turn = 1), 0) + 1,
      a.consultation, ${c.coder}, ${c.coderName}, ${toJson(c.codes)}::jsonb -> (q.at::int - 1), ${c.because}, ${c.at},
        ${c.act}
    from consultations.alike a cross join lateral unnest(a.questions) with ordinality q (question, at)
    where a.council = ${council} and a.consultation = ${consultation} and a.n = ${n} and a.stands in ('alike', 'read')
      and (select s.what from consultations.standing s
        where s.council = a.council and s.response = a.response) <> 'excluded'
      and (select d.response from consultations.coded d where d.council = a.council and d.response = a.response
        limit 1) is null`.execute(tx)
  await sql`insert into consultations.coded (council, response, question, consultation, codes, first_coder, state, act)
    select council, response, question, consultation,
      array(select (k ->> 'code')::uuid from jsonb_array_elements(codes) k), coder, 'first', act
    from consultations.coding where council = ${council} and act = ${c.act}`.execute(tx)
  return (
    (
      await row<{ done: number }>(
        tx,
        sql`select count(distinct response)::int as done from consultations.coding
          where council = ${council} and act = ${c.act}`,
      )
    )?.done ?? 0
  )
}

/** Whether a response of this group stands before a second person, or stood. */
export const hasSecond = async (tx: Tx, council: string, consultation: string, n: number): Promise<boolean> =>
  (await row(
    tx,
    sql`select 1 from consultations.coding c join consultations.alike a on a.council = c.council
      and a.response = c.response
      join consultations.coded d on d.council = c.council and d.response = c.response and d.question = c.question
    where c.council = ${council} and c.act in (select act from consultations.alike_coding
      where council = ${council} and consultation = ${consultation} and n = ${n})
      and d.state <> 'first' limit 1`,
  )) !== null

/** Puts one member of those just coded before a second person: the one whose words are the common ones, or the next best. */
export const askSecond = (tx: Tx, council: string, act: string, common: string) =>
  sql`update consultations.coded set state = 'second' where council = ${council} and response = (
    select response from consultations.coded where council = ${council} and act = ${act}
      order by response <> ${common}, response limit 1)`.execute(tx)

/** Says of those that an act has coded what becomes of them; of those of which it was said already, nothing. */
export const handleCoded = (
  tx: Tx,
  council: string,
  act: string,
  h: { what: 'analysed' | 'waiting'; because: string | null; at: Temporal.Instant; by: string },
) =>
  sql`insert into consultations.handling (council, response, n, what, because, at, by_name)
    select s.council, s.response, coalesce((select max(n) from consultations.handling b
      where b.council = s.council and b.response = s.response), 0) + 1,
      ${h.what}, ${h.because}, ${h.at}, ${h.by}
    from (select distinct response from consultations.coded where council = ${council} and act = ${act}
      and state in ('first', 'second')) c
      cross join lateral (select council, response, what from consultations.standing t
        where t.council = ${council} and t.response = c.response limit 1) s
    where s.what = ${h.what === 'analysed' ? 'waiting' : 'analysed'}`.execute(tx)

/** What answers coded by an act, and not by two people since, add to the running totals; what is excluded is in none. */
export const tallyOfAct = (
  tx: Tx,
  council: string,
  act: string,
): Promise<{ kind: 'used' | 'grouped' | 'state'; key: string; by: number }[]> =>
  rows(
    tx,
    sql`with them as (select d.codes, d.state from consultations.coded d where d.council = ${council} and d.act = ${act}
      and d.state in ('first', 'second')
      and (select s.what from consultations.standing s
        where s.council = d.council and s.response = d.response) <> 'excluded')
    select k.kind, c.code::text as key, count(*)::int as "by" from them cross join lateral unnest(codes) c (code) cross
      join (values ('used'), ('grouped')) k (kind) group by 1, 2
    union all select 'state', state, count(*)::int from them group by state`,
  )

/** Takes back what an act has coded, but for what two people have coded since; says how many answers these are. */
export async function uncode(tx: Tx, council: string, act: string): Promise<number> {
  await sql`delete from consultations.coded where council = ${council} and act = ${act}
    and state in ('first', 'second')`.execute(tx)
  return (
    (
      await row<{ kept: number }>(
        tx,
        sql`select count(distinct response)::int as kept from consultations.coded
          where council = ${council} and act = ${act}`,
      )
    )?.kept ?? 0
  )
}

/** How the answers that a second person has read of a group stand, with their codes: what the group's coding is held against. */
export const secondOf = (
  tx: Tx,
  council: string,
  consultation: string,
  n: number,
): Promise<{ receipt: string; state: string; codes: string[] }[]> =>
  rows(
    tx,
    sql`select r.receipt, d.state, d.codes::text[] as codes from consultations.coding c
      join consultations.coded d on d.council = c.council and d.response = c.response and d.question = c.question
      join consultations.response r on r.council = c.council and r.response = c.response
    where c.council = ${council} and c.act in (select act from consultations.alike_coding
        where council = ${council} and consultation = ${consultation} and n = ${n} and undone_at is null)
          and d.state <> 'first' limit 20`,
  )
