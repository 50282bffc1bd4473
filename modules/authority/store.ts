import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Pence } from '#platform/money.ts'
import type { Ceiling, Condition, Evidence, Mandate } from './mandate.ts'
import { financialYear } from './mandate.ts'
import type { Power } from './powers.ts'
import type { Weighing } from './weighing.ts'

// Conditions and evidence are JSON in the database; days inside them are text until they come back through here.
const mandateColumns = sql`m.mandate, m.ref, m.source, m.holder, m.powers, m.scope, m.words, m.parent, m.clause,
  m.decision_ref as "decisionRef", m.clause_label as "clauseLabel", m.scheme_entry as "schemeEntry",
  m.constitution_version as "constitutionVersion", m.from_day as "from", m.until_day as "until", m.may_delegate as "mayDelegate",
  m.conditions, m.exercised_pence as "exercisedPence", m.passed_on_pence as "passedOnPence", m.ended_because as "endedBecause"`

/** Locks a mandate's row until the end of the transaction and reads it as it then is; null when there is none. */
export const lockMandate = (tx: Tx, council: string, mandate: string): Promise<Mandate | null> =>
  row<Mandate>(tx, sql`select ${mandateColumns} from authority.mandate m
    where m.council = ${council} and m.mandate = ${mandate} for update`)

export const findMandate = (tx: Tx, council: string, ref: string): Promise<Mandate | null> =>
  row<Mandate>(tx, sql`select ${mandateColumns} from authority.mandate m where m.council = ${council} and m.ref = ${ref}`)

export const mandateById = (tx: Tx, council: string, mandate: string): Promise<Mandate | null> =>
  row<Mandate>(tx, sql`select ${mandateColumns} from authority.mandate m where m.council = ${council} and m.mandate = ${mandate}`)

/** A decision's mandates and all that was passed on from them, in the order of their clauses. */
export const mandatesOfDecision = (tx: Tx, council: string, decisionRef: string): Promise<Mandate[]> =>
  rows<Mandate>(tx, sql`select ${mandateColumns} from authority.mandate m
    where m.council = ${council} and m.decision_ref = ${decisionRef} order by m.clause_label, m.granted_at, m.ref`)

export const mandatesOfPost = (tx: Tx, council: string, post: string, page: { after?: string; size: number }): Promise<Mandate[]> =>
  rows<Mandate>(tx, sql`select ${mandateColumns} from authority.mandate m
    where m.council = ${council} and m.holder = ${post} and m.ref > ${page.after ?? ''} order by m.ref limit ${page.size}`)

export const childrenOf = (tx: Tx, council: string, mandate: string): Promise<Mandate[]> =>
  rows<Mandate>(tx, sql`select ${mandateColumns} from authority.mandate m
    where m.council = ${council} and m.parent = ${mandate} order by m.ref`)

/** Mandates of a post that give a power; the narrowest scope first, then the oldest. Only their identities, to be locked or weighed. */
export const candidates = (tx: Tx, council: string, post: string, power: Power): Promise<{ mandate: string; scope: string }[]> =>
  rows(tx, sql`select mandate, scope from authority.mandate
    where council = ${council} and holder = ${post} and ${power} = any (powers)
    order by length(scope) desc, (source = 'scheme'), granted_at, ref limit 200`)

/**
 * What bears on a mandate on a day, besides its own row. Read in a statement of its own after the lock: a statement that
 * waited for the row would see the rest as it was before the wait.
 */
export async function standing(tx: Tx, council: string, mandate: Mandate, attempt: { post: string; power: Power; subject: string; day: Temporal.PlainDate }): Promise<Omit<Weighing, 'attempt' | 'mandate'> & { postTitle: string }> {
  const found = await row<{
    postTitle: string | null
    holders: string[]
    ceiling: { basis: Ceiling['basis']; pence: string | null } | null
    own: { basis: Ceiling['basis']; pence: string | null; entry: string } | null
    usedThisYear: bigint
    holds: { kind: 'call-in' | 'statutory'; because: string; from: string; until: string | null }[]
    overdue: { act: string; words: string; due: string }[]
  }>(tx, sql`select
    (select title from authority.post where council = ${council} and post = ${attempt.post}) as "postTitle",
    array(select h.name from authority.holding h
      where h.council = ${council} and h.post = ${attempt.post} and h.from_day <= ${attempt.day}::date
        and (h.until_day is null or h.until_day > ${attempt.day}::date) order by h.from_day, h.name) as holders,
    -- Before its first day a mandate is weighed with the ceiling of that day: it states one, it is only too early to use it.
    (select jsonb_build_object('basis', c.basis, 'pence', c.pence::text) from authority.ceiling c
      where c.council = ${council} and c.mandate = ${mandate.mandate} and c.from_day <= greatest(${attempt.day}::date, ${mandate.from}::date)
      order by c.from_day desc limit 1) as ceiling,
    (select jsonb_build_object('basis', c.basis, 'pence', c.pence::text, 'entry', s.scheme_entry)
      from authority.mandate s
      join authority.ceiling c on c.council = s.council and c.mandate = s.mandate and c.from_day <= ${attempt.day}::date
      where s.council = ${council} and s.holder = ${mandate.holder} and s.source = 'scheme' and ${attempt.power} = any (s.powers)
        and (s.scope = '' or ${attempt.subject} = s.scope or ${attempt.subject} like s.scope || '/%')
        and s.from_day <= ${attempt.day}::date and (s.until_day is null or s.until_day > ${attempt.day}::date)
      order by length(s.scope) desc, c.from_day desc, s.ref limit 1) as own,
    coalesce((select y.exercised_pence from authority.year_use y
      where y.council = ${council} and y.mandate = ${mandate.mandate} and y.year = ${financialYear(attempt.day)}), 0)::bigint as "usedThisYear",
    coalesce((select jsonb_agg(jsonb_build_object('kind', h.kind, 'because', h.because, 'from', h.from_day, 'until', h.until_day) order by h.from_day)
      from authority.hold h where h.council = ${council} and h.mandate = ${mandate.mandate}), '[]') as holds,
    coalesce((select jsonb_agg(jsonb_build_object('act', a.ref, 'words', r.condition, 'due', r.due) order by r.due)
      from authority.report r join authority.act a on a.council = r.council and a.act = r.act
      where r.council = ${council} and r.mandate = ${mandate.mandate} and r.due < ${attempt.day}::date
        and coalesce(r.given_on, 'infinity'::date) > ${attempt.day}::date), '[]') as overdue`)
  if (!found) throw new Error('A select without a from gives one row.')
  return {
    postTitle: found.postTitle ?? attempt.post,
    holders: found.holders,
    ceiling: found.ceiling && toCeiling(found.ceiling),
    ownLimit: found.own && { ceiling: toCeiling(found.own), entry: found.own.entry },
    usedThisYear: found.usedThisYear,
    holds: found.holds.map((h) => ({ ...h, from: Temporal.PlainDate.from(h.from), until: h.until === null ? null : Temporal.PlainDate.from(h.until) })),
    overdue: found.overdue.map((o) => ({ ...o, due: Temporal.PlainDate.from(o.due) })),
  }
}

const toCeiling = ({ basis, pence }: { basis: Ceiling['basis']; pence: string | null }): Ceiling =>
  basis === 'no-limit' || pence === null ? { basis: 'no-limit', pence: null } : { basis, pence: BigInt(pence) }

/** The ceilings of a mandate by the day from which each counts. */
export async function ceilingsOf(tx: Tx, council: string, mandate: string): Promise<{ from: Temporal.PlainDate; ceiling: Ceiling }[]> {
  const found = await rows<{ from: Temporal.PlainDate; basis: Ceiling['basis']; pence: bigint | null }>(tx, sql`
    select from_day as "from", basis, pence from authority.ceiling where council = ${council} and mandate = ${mandate} order by from_day`)
  return found.map(({ from, basis, pence }) => ({ from, ceiling: basis === 'no-limit' || pence === null ? { basis: 'no-limit', pence: null } : { basis, pence } }))
}

/** The next number of a series of a council, as the end of a reference: D-2026-0012. */
export async function nextRef(tx: Tx, council: string, letter: string, day: Temporal.PlainDate): Promise<string> {
  const counted = await row<{ n: bigint }>(tx, sql`insert into authority.counter (council, name, n) values (${council}, ${`${letter}-${day.year}`}, 1)
    on conflict (council, name) do update set n = authority.counter.n + 1 returning n`)
  return `${letter}-${day.year}-${String(counted?.n ?? 0n).padStart(4, '0')}`
}

export type NewMandate = Omit<Mandate, 'exercisedPence' | 'passedOnPence' | 'endedBecause'> & { ceiling: Ceiling | null }

export async function insertMandate(tx: Tx, council: string, m: NewMandate, at: Temporal.Instant): Promise<void> {
  await sql`insert into authority.mandate (council, mandate, ref, source, holder, powers, scope, words, parent, clause, decision_ref,
      clause_label, scheme_entry, constitution_version, from_day, until_day, may_delegate, conditions, granted_at)
    values (${council}, ${m.mandate}, ${m.ref}, ${m.source}, ${m.holder}, ${m.powers}::text[], ${m.scope}, ${m.words}, ${m.parent},
      ${m.clause}, ${m.decisionRef}, ${m.clauseLabel}, ${m.schemeEntry}, ${m.constitutionVersion}, ${m.from}, ${m.until},
      ${m.mayDelegate}, ${toJson(m.conditions)}::jsonb, ${at})`.execute(tx)
  if (m.ceiling) await insertCeiling(tx, council, m.mandate, m.from, m.ceiling)
}

export const insertCeiling = (tx: Tx, council: string, mandate: string, from: Temporal.PlainDate, { basis, pence }: Ceiling) =>
  sql`insert into authority.ceiling (council, mandate, from_day, basis, pence) values (${council}, ${mandate}, ${from}, ${basis}, ${pence})`.execute(tx)

/** Ends a mandate on a day, which is the first it no longer has. */
export const endMandate = (tx: Tx, council: string, mandate: string, until: Temporal.PlainDate, because: string) =>
  sql`update authority.mandate set until_day = ${until}, ended_because = ${because}
    where council = ${council} and mandate = ${mandate} and (until_day is null or until_day > ${until})`.execute(tx)

export type NewAct = {
  act: string; mandate: string; post: string; doneBy: string; power: Power; subject: string; what: string; value: Pence
  day: Temporal.PlainDate; evidence: Evidence[]; recordRef: string | null; undoes: string | null; recordedBy: string | null
}

/**
 * Writes an act, its ledger row and the mandate's running totals in one statement, with the mandate's row already locked.
 * Returns the act's new reference.
 */
export async function insertAct(tx: Tx, council: string, a: NewAct, at: Temporal.Instant): Promise<string> {
  const written = await row<{ ref: string }>(tx, sql`
    with numbered as (
      insert into authority.counter (council, name, n) values (${council}, ${`A-${a.day.year}`}, 1)
      on conflict (council, name) do update set n = authority.counter.n + 1 returning n),
    act as (
      insert into authority.act (council, act, ref, mandate, post, done_by, power, subject, what, value_pence, day, evidence,
        record_ref, undoes, recorded_by, recorded_at)
      select ${council}, ${a.act}::uuid, ${`A-${a.day.year}-`} || lpad(n::text, greatest(4, length(n::text)), '0'), ${a.mandate}::uuid, ${a.post}, ${a.doneBy}, ${a.power},
        ${a.subject}, ${a.what}, ${a.value}::bigint, ${a.day}::date, ${toJson(a.evidence)}::jsonb, ${a.recordRef}, ${a.undoes}::uuid,
        ${a.recordedBy}::uuid, ${at}::timestamptz from numbered returning ref),
    ledger as (
      insert into authority.ledger (council, mandate, kind, pence, day, act)
      values (${council}, ${a.mandate}::uuid, 'exercised', ${a.value}::bigint, ${a.day}::date, ${a.act}::uuid)),
    year as (
      insert into authority.year_use (council, mandate, year, exercised_pence)
      values (${council}, ${a.mandate}::uuid, ${financialYear(a.day)}, ${a.value}::bigint)
      on conflict (council, mandate, year) do update set exercised_pence = authority.year_use.exercised_pence + excluded.exercised_pence),
    total as (
      update authority.mandate set exercised_pence = exercised_pence + ${a.value}::bigint
      where council = ${council} and mandate = ${a.mandate}::uuid)
    select ref from act`)
  if (!written) throw new Error('The act was not written.')
  return written.ref
}

/** Moves part of a locked mandate's authority to another: what was passed on is no longer there to use. */
export const passOn = (tx: Tx, council: string, from: string, child: string, pence: Pence, day: Temporal.PlainDate) =>
  sql`with moved as (
      insert into authority.ledger (council, mandate, kind, pence, day, child)
      values (${council}, ${from}::uuid, 'passed-on', ${pence}::bigint, ${day}::date, ${child}::uuid))
    update authority.mandate set passed_on_pence = passed_on_pence + ${pence}::bigint where council = ${council} and mandate = ${from}::uuid`.execute(tx)

export type Act = {
  act: string; ref: string; mandate: string; mandateRef: string; post: string; postTitle: string; doneBy: string; power: Power
  subject: string; what: string; value: Pence; day: Temporal.PlainDate; recordRef: string | null
  undoes: string | null; undoneBy: string | null; recordedAt: Temporal.Instant
}

const actColumns = sql`a.act, a.ref, a.mandate, m.ref as "mandateRef", a.post, p.title as "postTitle", a.done_by as "doneBy", a.power, a.subject,
  a.what, a.value_pence as value, a.day, a.record_ref as "recordRef",
  (select u.ref from authority.act u where u.council = a.council and u.act = a.undoes) as undoes,
  (select u.ref from authority.act u where u.council = a.council and u.undoes = a.act) as "undoneBy", a.recorded_at as "recordedAt"`
const actTables = sql`authority.act a join authority.mandate m on m.council = a.council and m.mandate = a.mandate
  join authority.post p on p.council = a.council and p.post = a.post`

export const findAct = (tx: Tx, council: string, ref: string): Promise<Act | null> =>
  row<Act>(tx, sql`select ${actColumns} from ${actTables} where a.council = ${council} and a.ref = ${ref}`)

export const actsUnder = (tx: Tx, council: string, mandate: string, size: number): Promise<Act[]> =>
  rows<Act>(tx, sql`select ${actColumns} from ${actTables} where a.council = ${council} and a.mandate = ${mandate}
    order by a.day desc, a.ref desc limit ${size}`)

export const actsAbout = (tx: Tx, council: string, recordRef: string): Promise<Act[]> =>
  rows<Act>(tx, sql`select ${actColumns} from ${actTables} where a.council = ${council} and a.record_ref = ${recordRef}
    order by a.day, a.ref limit 200`)

/** Acts of a council, newest first, a page at a time. `after` is the day and reference of the last one seen. */
export const recentActs = (tx: Tx, council: string, page: { after?: { day: Temporal.PlainDate; ref: string }; size: number }): Promise<Act[]> =>
  rows<Act>(tx, sql`select ${actColumns} from ${actTables} where a.council = ${council}
    and (${page.after?.day ?? null}::date is null or (a.day, a.ref) < (${page.after?.day ?? null}::date, ${page.after?.ref ?? null}::text))
    order by a.day desc, a.ref desc limit ${page.size}`)

/** The evidence of an act, for those who may see it. */
export async function evidenceOf(tx: Tx, council: string, act: string): Promise<Evidence[]> {
  const found = await row<{ evidence: { condition: string; says: string; day: string }[] }>(tx, sql`
    select evidence from authority.act where council = ${council} and act = ${act}`)
  return (found?.evidence ?? []).map((one) => ({ ...one, day: Temporal.PlainDate.from(one.day) }))
}

export const insertReport = (tx: Tx, council: string, r: { act: string; mandate: string; condition: string; due: Temporal.PlainDate }) =>
  sql`insert into authority.report (council, act, mandate, condition, due) values (${council}, ${r.act}, ${r.mandate}, ${r.condition}, ${r.due})`.execute(tx)

export type Report = { act: string; actRef: string; condition: string; due: Temporal.PlainDate; givenOn: Temporal.PlainDate | null; evidence: string | null }

export const reportsOn = (tx: Tx, council: string, act: string): Promise<Report[]> =>
  rows<Report>(tx, sql`select r.act, a.ref as "actRef", r.condition, r.due, r.given_on as "givenOn", null as evidence
    from authority.report r join authority.act a on a.council = r.council and a.act = r.act
    where r.council = ${council} and r.act = ${act} order by r.due, r.condition`)

export const giveReport = (tx: Tx, council: string, act: string, condition: string, on: Temporal.PlainDate, evidence: string) =>
  sql`update authority.report set given_on = ${on}, evidence = ${evidence}
    where council = ${council} and act = ${act} and condition = ${condition} and given_on is null`.execute(tx)

/** Suspends every mandate that hangs on a clause, each under its row lock, so that no exercise slips past. Returns how many. */
export async function holdClause(tx: Tx, council: string, clause: string, hold: { hold: string; kind: 'call-in' | 'statutory'; because: string; from: Temporal.PlainDate }): Promise<number> {
  const locked = await rows<{ mandate: string }>(tx, sql`select mandate from authority.mandate where council = ${council} and clause = ${clause} order by mandate for update`)
  for (const { mandate } of locked) {
    await sql`insert into authority.hold (council, hold, mandate, kind, because, from_day)
      values (${council}, ${hold.hold}, ${mandate}, ${hold.kind}, ${hold.because}, ${hold.from})`.execute(tx)
  }
  return locked.length
}

export const releaseHold = (tx: Tx, council: string, hold: string, on: Temporal.PlainDate) =>
  sql`update authority.hold set until_day = ${on} where council = ${council} and hold = ${hold} and until_day is null`.execute(tx)

export const holdsOf = (tx: Tx, council: string, mandate: string) =>
  rows<{ hold: string; kind: 'call-in' | 'statutory'; because: string; from: Temporal.PlainDate; until: Temporal.PlainDate | null }>(tx, sql`
    select hold, kind, because, from_day as "from", until_day as "until" from authority.hold
    where council = ${council} and mandate = ${mandate} order by from_day`)

export type Post = { post: string; title: string; kind: 'officer' | 'member' | 'cabinet' | 'committee' | 'council'; from: Temporal.PlainDate; until: Temporal.PlainDate | null }

export const posts = (tx: Tx, council: string): Promise<Post[]> =>
  rows<Post>(tx, sql`select post, title, kind, from_day as "from", until_day as "until" from authority.post where council = ${council} order by title`)

export const findPost = (tx: Tx, council: string, post: string): Promise<Post | null> =>
  row<Post>(tx, sql`select post, title, kind, from_day as "from", until_day as "until" from authority.post where council = ${council} and post = ${post}`)

/** Who holds a post, by name, with the span of each holding. */
export const holdersOf = (tx: Tx, council: string, post: string) =>
  rows<{ name: string; from: Temporal.PlainDate; until: Temporal.PlainDate | null }>(tx, sql`
    select name, from_day as "from", until_day as "until" from authority.holding where council = ${council} and post = ${post} order by from_day desc, name`)

/** The posts that a person holds on a day. */
export const postsHeldBy = (tx: Tx, council: string, account: string, day: Temporal.PlainDate): Promise<Post[]> =>
  rows<Post>(tx, sql`select p.post, p.title, p.kind, p.from_day as "from", p.until_day as "until"
    from authority.holding h join authority.post p on p.council = h.council and p.post = h.post
    where h.council = ${council} and h.account = ${account} and h.from_day <= ${day} and (h.until_day is null or h.until_day > ${day})
    order by p.title`)

/** The accounts of those who hold a post on a day. */
export async function accountsHolding(tx: Tx, council: string, post: string, day: Temporal.PlainDate): Promise<string[]> {
  const found = await rows<{ account: string }>(tx, sql`select distinct account from authority.holding
    where council = ${council} and post = ${post} and from_day <= ${day} and (until_day is null or until_day > ${day})`)
  return found.map(({ account }) => account)
}

export const subjects = (tx: Tx, council: string): Promise<{ subject: string; title: string }[]> =>
  rows(tx, sql`select subject, title from authority.subject where council = ${council} order by subject`)

export const insertSubject = (tx: Tx, council: string, subject: string, title: string) =>
  sql`insert into authority.subject (council, subject, title) values (${council}, ${subject}, ${title})
    on conflict (council, subject) do nothing`.execute(tx)

/** A setting of the council's constitution as it stood on a day, with its source; null when nothing is settled by then. */
export const settingOn = (tx: Tx, council: string, key: string, day: Temporal.PlainDate): Promise<{ value: unknown; source: string; from: Temporal.PlainDate } | null> =>
  row(tx, sql`select value, source, from_day as "from" from authority.setting
    where council = ${council} and key = ${key} and from_day <= ${day} order by from_day desc limit 1`)

export type { Condition }
