import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Pence } from '#platform/money.ts'
import { actUnpublished, publicEyes, valueHidden } from './amounts-store.ts'
import type { Ceiling, Condition, Evidence, Mandate } from './mandate.ts'
import { financialYear } from './mandate.ts'
import type { Power } from './powers.ts'
import { reachesAttempt } from './hold/store.ts'
import { sectionWords, type Section } from './hold/statutory-hold.ts'
import type { Held, Weighing } from './weighing.ts'

// Conditions and evidence are JSON in the database; days inside them are text until they come back through here.
const mandateColumns = sql`m.mandate, m.ref, m.source, m.holder, m.powers, m.scope,
  coalesce(m.words_shown, m.words) as words, m.parent,
  m.clause, m.decision_ref as "decisionRef", m.clause_label as "clauseLabel", m.scheme_entry as "schemeEntry",
  m.constitution_version as "constitutionVersion", m.from_day as "from", m.until_day as "until",
    m.may_delegate as "mayDelegate",
  m.conditions, m.exercised_pence as "exercisedPence", m.passed_on_pence as "passedOnPence",
    m.recalled_pence as "recalledPence",
  m.lapses_on as "lapsesOn", m.ended_because as "endedBecause"`

const holdGate = 7236

/** Waits until no act is under way and lets none begin before the end of the transaction, which puts something on hold. */
export const closeHoldGate = (tx: Tx, council: string) =>
  sql`select pg_advisory_xact_lock(${holdGate}, hashtext(${council}))`.execute(tx)

/** Locks a mandate's row until the end of the transaction and reads it as it then is; null when there is none. */
export const lockMandate = (tx: Tx, council: string, mandate: string): Promise<Mandate | null> =>
  row<Mandate>(
    tx,
    sql`select ${mandateColumns}
    -- Whoever issues a hold takes the other side of this gate, so that no act slips past a hold that is being written.
    from authority.mandate m, (select pg_advisory_xact_lock_shared(${holdGate}, hashtext(${council}))) gate
    where m.council = ${council} and m.mandate = ${mandate} for update of m`,
  )

export const findMandate = (tx: Tx, council: string, ref: string): Promise<Mandate | null> =>
  row<Mandate>(
    tx,
    sql`select ${mandateColumns} from authority.mandate m where m.council = ${council} and m.ref = ${ref}`,
  )

export const mandateById = (tx: Tx, council: string, mandate: string): Promise<Mandate | null> =>
  row<Mandate>(
    tx,
    sql`select ${mandateColumns} from authority.mandate m where m.council = ${council} and m.mandate = ${mandate}`,
  )

/** A decision's mandates and all that was passed on from them, in the order of their clauses. */
export const mandatesOfDecision = (tx: Tx, council: string, decisionRef: string): Promise<Mandate[]> =>
  rows<Mandate>(
    tx,
    sql`select ${mandateColumns} from authority.mandate m
    where m.council = ${council} and m.decision_ref = ${decisionRef} order by m.clause_label, m.granted_at, m.ref`,
  )

export const mandatesOfPost = (
  tx: Tx,
  council: string,
  post: string,
  page: { after?: string; size: number },
): Promise<Mandate[]> =>
  rows<Mandate>(
    tx,
    sql`select ${mandateColumns} from authority.mandate m
    where m.council = ${council} and m.holder = ${post} and m.ref > ${page.after ?? ''} order by m.ref
      limit ${page.size}`,
  )

export const childrenOf = (tx: Tx, council: string, mandate: string): Promise<Mandate[]> =>
  rows<Mandate>(
    tx,
    sql`select ${mandateColumns} from authority.mandate m
    where m.council = ${council} and m.parent = ${mandate} order by m.ref`,
  )

/** The scopes that cover a subject, from everything down to the subject itself. */
const scopesOver = (subject: string): string[] => [
  '',
  ...subject.split('/').flatMap((_, at, parts) => (subject === '' ? [] : [parts.slice(0, at + 1).join('/')])),
]

/**
 * Mandates of a post that give a power, a few at a time; only their identities, to be locked or weighed. Those that cover the
 * subject and are in effect on the day come first (and, for `usable`, alone), the narrowest scope before the wider, then the
 * oldest. A post may hold thousands: what is far from the question is not weighed.
 */
export const candidates = async (
  tx: Tx,
  council: string,
  asked: { post: string; power: Power; subject: string; day: Temporal.PlainDate },
  page: { usable: boolean; skip: number; size: number },
): Promise<string[]> =>
  (
    await rows<{ mandate: string }>(
      tx,
      sql`
    select mandate from ((select mandate, 0 as rank, length(scope) as wide, source, granted_at, ref
      from authority.mandate
      where council = ${council} and holder = ${asked.post} and scope = any (${scopesOver(asked.subject)}::text[])
        and ${asked.power} = any (powers)
        and from_day <= ${asked.day}::date and (until_day is null or until_day > ${asked.day}::date)
      order by length(scope) desc, (source = 'scheme'), granted_at, ref limit ${page.skip + page.size})
    ${
      page.usable
        ? sql``
        : sql`union all
    (select mandate, 1, length(scope), source, granted_at, ref from authority.mandate
      where council = ${council} and holder = ${asked.post} and ${asked.power} = any (powers)
        and not (scope = any (${scopesOver(asked.subject)}::text[]) and from_day <= ${asked.day}::date and (until_day is null or until_day > ${asked.day}::date))
      order by granted_at desc, ref desc limit ${page.skip + page.size})`
    }) found
    order by rank, wide desc, (source = 'scheme'), granted_at, ref offset ${page.skip} limit ${page.size}`,
    )
  ).map(({ mandate }) => mandate)

type Bearing = Omit<Weighing, 'attempt' | 'mandate' | 'couldAct'> & { mandate: Mandate; postTitle: string }

/** What bears on one mandate on a day, besides its own row. */
export async function standing(
  tx: Tx,
  council: string,
  mandate: Mandate,
  attempt: { post: string; power: Power; subject: string; day: Temporal.PlainDate; recordRef?: string | undefined },
): Promise<Omit<Bearing, 'mandate'>> {
  const [found] = await standingOf(tx, council, [mandate.mandate], attempt)
  if (!found) throw new Error(`The mandate ${mandate.ref} vanished.`)
  return found
}

/**
 * Mandates with all that bears on them on a day, in the order asked for. Read in a statement of its own after any lock: a
 * statement that waited for a row would see the rest as it was before the wait.
 */
export async function standingOf(
  tx: Tx,
  council: string,
  mandates: string[],
  attempt: { post: string; power: Power; subject: string; day: Temporal.PlainDate; recordRef?: string | undefined },
): Promise<Bearing[]> {
  const found = await rows<
    Mandate & {
      postTitle: string | null
      holders: string[]
      agreementOf: number | null
      subjectTitle: string | null
      scopeTitle: string | null
      ceiling: { basis: Ceiling['basis']; pence: string | null } | null
      own: { basis: Ceiling['basis']; pence: string | null; entry: string } | null
      usedThisYear: bigint
      lapsed: boolean
      callIns: { kind: 'call-in' | 'statutory'; because: string; from: string; until: string | null }[]
      reports: {
        ref: string
        section: Section
        because: string
        from: string
        until: string | null
        powers: Power[] | null
        consent: boolean
        considerBy: string | null
      }[]
      overdue: { act: string; words: string; due: string }[]
    }
  >(
    tx,
    sql`select ${mandateColumns}, asked.*,
    (select s.title from authority.subject s where s.council = m.council and s.subject = m.scope) as "scopeTitle",
    -- Before its first day a mandate is weighed with the ceiling of that day: it states one, it is only too early to use it.
    (select jsonb_build_object('basis', c.basis, 'pence', c.pence::text) from authority.ceiling c
      where c.council = m.council and c.mandate = m.mandate and c.from_day <= greatest(${attempt.day}::date, m.from_day)
      order by c.from_day desc limit 1) as ceiling,
    (select jsonb_build_object('basis', c.basis, 'pence', c.pence::text, 'entry', s.scheme_entry)
      from authority.mandate s
      join authority.ceiling c on c.council = s.council and c.mandate = s.mandate and c.from_day <= ${attempt.day}::date
      where s.council = m.council and s.holder = m.holder and s.source = 'scheme' and ${attempt.power} = any (s.powers)
        and s.scope = any (${scopesOver(attempt.subject)}::text[])
        and s.from_day <= ${attempt.day}::date and (s.until_day is null or s.until_day > ${attempt.day}::date)
      order by length(s.scope) desc, c.from_day desc, s.ref limit 1) as own,
    coalesce((select y.exercised_pence from authority.year_use y
      where y.council = m.council and y.mandate = m.mandate and y.year = ${financialYear(attempt.day)}),
        0)::bigint as "usedThisYear",
    m.lapses_on is not null and m.lapses_on <= ${attempt.day}::date
      and not exists (select from authority.mandate c where c.council = m.council and c.parent = m.mandate)
      and not exists (select from authority.act a where a.council = m.council and a.mandate = m.mandate
        and a.day < m.lapses_on and a.undoes is null
        and not exists (select from authority.act u where u.council = a.council and u.undoes = a.act)) as lapsed,
    coalesce((select jsonb_agg(jsonb_build_object('kind', h.kind, 'because', h.because, 'from', h.from_day, 'until',
      h.until_day) order by h.from_day, h.hold)
      from authority.hold h where h.council = m.council and h.mandate = m.mandate), '[]') as "callIns",
    coalesce((select jsonb_agg(jsonb_build_object('ref', s.ref, 'section', s.section, 'because', s.reason, 'from',
      s.issued_on, 'until', s.until_day,
        'powers', s.powers, 'consent', s.consent, 'considerBy', s.consider_by) order by s.issued_on, s.ref)
      from authority.statutory_hold s where s.council = m.council and ${reachesAttempt(attempt)}), '[]') as reports,
    coalesce((select jsonb_agg(jsonb_build_object('act', a.ref, 'words', r.condition, 'due', r.due) order by r.due)
      from authority.report r join authority.act a on a.council = r.council and a.act = r.act
      where r.council = m.council and r.mandate = m.mandate and r.due < ${attempt.day}::date
        and coalesce(r.given_on, 'infinity'::date) > ${attempt.day}::date), '[]') as overdue
    from authority.mandate m cross join (select
      (select title from authority.post where council = ${council} and post = ${attempt.post}) as "postTitle",
      (select agreement_of from authority.post where council = ${council} and post = ${attempt.post}) as "agreementOf",
      (select title from authority.subject
        where council = ${council} and subject = ${attempt.subject}) as "subjectTitle",
      array(select h.name || case when h.acting then ' (acting)' else '' end from authority.holding h
        where h.council = ${council} and h.post = ${attempt.post} and h.from_day <= ${attempt.day}::date
          and (h.until_day is null or h.until_day > ${attempt.day}::date) order by h.from_day, h.name) as holders) asked
    where m.council = ${council} and m.mandate = any (${mandates}::uuid[])`,
  )
  const byId = new Map(found.map((one) => [one.mandate, one]))
  return mandates.flatMap((id) => {
    const one = byId.get(id)
    return one ? [bearingOf(one, attempt)] : []
  })

  function bearingOf(
    {
      postTitle,
      holders,
      agreementOf,
      subjectTitle,
      scopeTitle,
      ceiling,
      own,
      usedThisYear,
      lapsed,
      callIns,
      reports,
      overdue,
      ...mandate
    }: (typeof found)[number],
    { post, subject }: typeof attempt,
  ): Bearing {
    return {
      mandate,
      postTitle: postTitle ?? post,
      holders,
      agreementOf,
      titles: { subject: subjectWords(subject, subjectTitle), scope: subjectWords(mandate.scope, scopeTitle) },
      ceiling: ceiling && toCeiling(ceiling),
      ownLimit: own && { ceiling: toCeiling(own), entry: own.entry },
      usedThisYear,
      lapsedOn: lapsed ? mandate.lapsesOn : null,
      holds: [
        ...callIns.map(({ kind, because, from, until }): Held => ({
          kind,
          because,
          from: dayOf(from),
          until: until === null ? null : dayOf(until),
        })),
        ...reports.map(({ ref, section, because, from, until, powers, consent, considerBy }): Held => ({
          kind: 'statutory',
          because: `${sectionWords[section].short} ${ref}: ${because}`,
          from: dayOf(from),
          until: until === null ? null : dayOf(until),
          report: { ref, section, powers, consent, considerBy: considerBy === null ? null : dayOf(considerBy) },
        })),
      ],
      overdue: overdue.map((o) => ({ ...o, due: dayOf(o.due) })),
    }
  }
}

const dayOf = (iso: string) => Temporal.PlainDate.from(iso)

/** A subject as people read it: its title, else its path; the empty one is everything. */
export const subjectWords = (subject: string, title: string | null): string =>
  subject === '' ? 'everything' : (title ?? subject)

/** Other posts, held on the day, whose mandates give a power for a subject: at most three titles. Asked only where a post is vacant. */
export const postsThatMay = async (
  tx: Tx,
  council: string,
  { post, power, subject, day }: { post: string; power: Power; subject: string; day: Temporal.PlainDate },
): Promise<string[]> =>
  (
    await rows<{ title: string }>(
      tx,
      sql`select distinct p.title from authority.mandate m join authority.post p on p.council = m.council
        and p.post = m.holder
    where m.council = ${council} and m.holder <> ${post} and ${power} = any (m.powers)
      and m.scope = any (${scopesOver(subject)}::text[])
      and m.from_day <= ${day}::date and (m.until_day is null or m.until_day > ${day}::date)
      and exists (select from authority.holding h where h.council = m.council and h.post = m.holder
        and h.from_day <= ${day}::date
        and (h.until_day is null or h.until_day > ${day}::date))
    order by p.title limit 3`,
    )
  ).map(({ title }) => title)

const toCeiling = ({ basis, pence }: { basis: Ceiling['basis']; pence: string | null }): Ceiling =>
  basis === 'no-limit' || pence === null ? { basis: 'no-limit', pence: null } : { basis, pence: BigInt(pence) }

/** The ceilings of a mandate by the day from which each counts. */
export async function ceilingsOf(
  tx: Tx,
  council: string,
  mandate: string,
): Promise<{ from: Temporal.PlainDate; ceiling: Ceiling }[]> {
  const found = await rows<{ from: Temporal.PlainDate; basis: Ceiling['basis']; pence: bigint | null }>(
    tx,
    sql`
    select from_day as "from", basis, pence from authority.ceiling where council = ${council} and mandate = ${mandate}
      order by from_day`,
  )
  return found.map(({ from, basis, pence }) => ({
    from,
    ceiling: basis === 'no-limit' || pence === null ? { basis: 'no-limit', pence: null } : { basis, pence },
  }))
}

/** The next number of a series of a council, as the end of a reference: D-2026-0012. */
export async function nextRef(tx: Tx, council: string, letter: string, day: Temporal.PlainDate): Promise<string> {
  const counted = await row<{ n: bigint }>(
    tx,
    sql`insert into authority.counter (council, name, n) values (${council}, ${`${letter}-${day.year}`}, 1)
    on conflict (council, name) do update set n = authority.counter.n + 1 returning n`,
  )
  return `${letter}-${day.year}-${String(counted?.n ?? 0n).padStart(4, '0')}`
}

export type NewMandate = Omit<Mandate, 'exercisedPence' | 'passedOnPence' | 'recalledPence' | 'endedBecause'> & {
  ceiling: Ceiling | null
}

export async function insertMandate(tx: Tx, council: string, m: NewMandate, at: Temporal.Instant): Promise<void> {
  await sql`insert into authority.mandate (council, mandate, ref, source, holder, powers, scope, words, parent, clause,
    decision_ref,
      clause_label, scheme_entry, constitution_version, from_day, until_day, may_delegate, conditions, lapses_on,
        granted_at)
    values (${council}, ${m.mandate}, ${m.ref}, ${m.source}, ${m.holder}, ${m.powers}::text[], ${m.scope}, ${m.words},
      ${m.parent},
      ${m.clause}, ${m.decisionRef}, ${m.clauseLabel}, ${m.schemeEntry}, ${m.constitutionVersion}, ${m.from},
        ${m.until},
      ${m.mayDelegate}, ${toJson(m.conditions)}::jsonb, ${m.lapsesOn}, ${at})`.execute(tx)
  if (m.ceiling) await insertCeiling(tx, council, m.mandate, m.from, m.ceiling)
}

export const insertCeiling = (
  tx: Tx,
  council: string,
  mandate: string,
  from: Temporal.PlainDate,
  { basis, pence }: Ceiling,
) =>
  sql`insert into authority.ceiling (council, mandate, from_day, basis, pence)
    values (${council}, ${mandate}, ${from}, ${basis}, ${pence})`.execute(tx)

/** Ends a mandate on a day, which is the first it no longer has. */
export const endMandate = (tx: Tx, council: string, mandate: string, until: Temporal.PlainDate, because: string) =>
  sql`update authority.mandate set until_day = ${until}, ended_because = ${because}
    where council = ${council} and mandate = ${mandate} and (until_day is null or until_day > ${until})`.execute(tx)

export type NewAct = {
  act: string
  mandate: string
  post: string
  doneBy: string
  power: Power
  subject: string
  what: string
  value: Pence
  day: Temporal.PlainDate
  evidence: Evidence[]
  recordRef: string | null
  undoes: string | null
  recordedBy: string | null
  /** Why it was done before its mandate was in effect; for such acts only. */
  retrospective?: string | null
  /** The day in whose financial year it counts, where that is not its own. */
  countsOn?: Temporal.PlainDate
}

/**
 * Writes an act, its ledger row and the mandate's running totals in one statement, with the mandate's row already locked.
 * Returns the act's new reference.
 */
export async function insertAct(tx: Tx, council: string, a: NewAct, at: Temporal.Instant): Promise<string> {
  const written = await row<{ ref: string }>(
    tx,
    sql`
    with numbered as (
      insert into authority.counter (council, name, n) values (${council}, ${`A-${a.day.year}`}, 1)
      on conflict (council, name) do update set n = authority.counter.n + 1 returning n),
    act as (
      insert into authority.act (council, act, ref, mandate, post, done_by, power, subject, what, value_pence, day,
        evidence,
        record_ref, undoes, recorded_by, recorded_at, retrospective)
      select ${council}, ${a.act}::uuid, ${`A-${a.day.year}-`} || lpad(n::text, greatest(4, length(n::text)), '0'),
        ${a.mandate}::uuid, ${a.post}, ${a.doneBy}, ${a.power},
        ${a.subject}, ${a.what}, ${a.value}::bigint, ${a.day}::date, ${toJson(a.evidence)}::jsonb, ${a.recordRef},
          ${a.undoes}::uuid,
        ${a.recordedBy}::uuid, ${at}::timestamptz, ${a.retrospective ?? null} from numbered returning ref),
    ledger as (
      insert into authority.ledger (council, mandate, kind, pence, day, act)
      values (${council}, ${a.mandate}::uuid, 'exercised', ${a.value}::bigint, ${a.day}::date, ${a.act}::uuid)),
    year as (
      insert into authority.year_use (council, mandate, year, exercised_pence)
      values (${council}, ${a.mandate}::uuid, ${financialYear(a.countsOn ?? a.day)}, ${a.value}::bigint)
      on conflict (council, mandate, year) do update
        set exercised_pence = authority.year_use.exercised_pence + excluded.exercised_pence),
    total as (
      update authority.mandate set exercised_pence = exercised_pence + ${a.value}::bigint
      where council = ${council} and mandate = ${a.mandate}::uuid)
    select ref from act`,
  )
  if (!written) throw new Error('The act was not written.')
  return written.ref
}

/** Moves part of a locked mandate's authority to another: what was passed on is no longer there to use. */
export const passOn = (tx: Tx, council: string, from: string, child: string, pence: Pence, day: Temporal.PlainDate) =>
  sql`with moved as (
      insert into authority.ledger (council, mandate, kind, pence, day, child)
      values (${council}, ${from}::uuid, 'passed-on', ${pence}::bigint, ${day}::date, ${child}::uuid))
    update authority.mandate set passed_on_pence = passed_on_pence + ${pence}::bigint
      where council = ${council} and mandate = ${from}::uuid`.execute(tx)

export type Act = {
  act: string
  ref: string
  mandate: string
  mandateRef: string
  post: string
  postTitle: string
  doneBy: string
  power: Power
  subject: string
  what: string
  value: Pence
  day: Temporal.PlainDate
  recordRef: string | null
  undoes: string | null
  undoneBy: string | null
  recordedAt: Temporal.Instant
  retrospective: string | null
  /** How many days before its mandate was in effect it was done; null for every other act. */
  daysLate: number | null
  /** The public is not shown its value. */
  valueWithheld: boolean
  /** It decided a record that is not published yet, and is none of the public's business before it is. */
  unpublished: boolean
}

const actColumns = sql`a.act, a.ref, a.mandate, m.ref as "mandateRef", a.post, p.title as "postTitle",
  a.done_by as "doneBy", a.power, a.subject,
  a.what, a.value_pence as value, a.day, a.record_ref as "recordRef",
  (select u.ref from authority.act u where u.council = a.council and u.act = a.undoes) as undoes,
  (select u.ref from authority.act u where u.council = a.council and u.undoes = a.act) as "undoneBy",
    a.recorded_at as "recordedAt",
  a.retrospective, case when a.retrospective is not null then m.from_day - a.day end as "daysLate",
  ${valueHidden(publicEyes)} as "valueWithheld", ${actUnpublished} as unpublished`
const actTables = sql`authority.act a join authority.mandate m on m.council = a.council and m.mandate = a.mandate
  join authority.post p on p.council = a.council and p.post = a.post`

export const findAct = (tx: Tx, council: string, ref: string): Promise<Act | null> =>
  row<Act>(tx, sql`select ${actColumns} from ${actTables} where a.council = ${council} and a.ref = ${ref}`)

export const actsUnder = (tx: Tx, council: string, mandate: string, size: number): Promise<Act[]> =>
  rows<Act>(
    tx,
    sql`select ${actColumns} from ${actTables} where a.council = ${council} and a.mandate = ${mandate}
    order by a.day desc, a.ref desc limit ${size}`,
  )

export const actsAbout = (tx: Tx, council: string, recordRef: string): Promise<Act[]> =>
  rows<Act>(
    tx,
    sql`select ${actColumns} from ${actTables} where a.council = ${council} and a.record_ref = ${recordRef}
    order by a.day, a.ref limit 200`,
  )

/** Acts of a council, newest first, a page at a time. `after` is the day and reference of the last one seen. */
export const recentActs = (
  tx: Tx,
  council: string,
  page: { after?: { day: Temporal.PlainDate; ref: string }; size: number },
): Promise<Act[]> =>
  rows<Act>(
    tx,
    sql`select ${actColumns} from ${actTables} where a.council = ${council}
    and (${page.after?.day ?? null}::date is null
      or (a.day, a.ref) < (${page.after?.day ?? null}::date, ${page.after?.ref ?? null}::text))
    order by a.day desc, a.ref desc limit ${page.size}`,
  )

/** The evidence of an act, for those who may see it. */
export async function evidenceOf(tx: Tx, council: string, act: string): Promise<Evidence[]> {
  const found = await row<{ evidence: { condition: string; says: string; day: string }[] }>(
    tx,
    sql`
    select evidence from authority.act where council = ${council} and act = ${act}`,
  )
  return (found?.evidence ?? []).map((one) => ({ ...one, day: Temporal.PlainDate.from(one.day) }))
}

export const insertReport = (
  tx: Tx,
  council: string,
  r: { act: string; mandate: string; condition: string; due: Temporal.PlainDate },
) =>
  sql`insert into authority.report (council, act, mandate, condition, due)
    values (${council}, ${r.act}, ${r.mandate}, ${r.condition}, ${r.due})`.execute(tx)

export type Report = {
  act: string
  actRef: string
  condition: string
  due: Temporal.PlainDate
  givenOn: Temporal.PlainDate | null
  evidence: string | null
}

export const reportsOn = (tx: Tx, council: string, act: string): Promise<Report[]> =>
  rows<Report>(
    tx,
    sql`select r.act, a.ref as "actRef", r.condition, r.due, r.given_on as "givenOn", null as evidence
    from authority.report r join authority.act a on a.council = r.council and a.act = r.act
    where r.council = ${council} and r.act = ${act} order by r.due, r.condition`,
  )

export const giveReport = (
  tx: Tx,
  council: string,
  act: string,
  condition: string,
  on: Temporal.PlainDate,
  evidence: string,
) =>
  sql`update authority.report set given_on = ${on}, evidence = ${evidence}
    where council = ${council} and act = ${act} and condition = ${condition} and given_on is null`.execute(tx)

/** Suspends every mandate that hangs on a clause, each under its row lock, so that no exercise slips past. Returns how many. */
export async function holdClause(
  tx: Tx,
  council: string,
  clause: string,
  hold: { hold: string; kind: 'call-in' | 'statutory'; because: string; from: Temporal.PlainDate },
): Promise<number> {
  const locked = await rows<{ mandate: string }>(
    tx,
    sql`select mandate from authority.mandate where council = ${council} and clause = ${clause}
      order by mandate for update`,
  )
  for (const { mandate } of locked) {
    await sql`insert into authority.hold (council, hold, mandate, kind, because, from_day)
      values (${council}, ${hold.hold}, ${mandate}, ${hold.kind}, ${hold.because}, ${hold.from})`.execute(tx)
  }
  return locked.length
}

export const releaseHold = (tx: Tx, council: string, hold: string, on: Temporal.PlainDate) =>
  sql`update authority.hold set until_day = ${on} where council = ${council} and hold = ${hold}
    and until_day is null`.execute(tx)

export const holdsOf = (tx: Tx, council: string, mandate: string) =>
  rows<{
    hold: string
    kind: 'call-in' | 'statutory'
    because: string
    from: Temporal.PlainDate
    until: Temporal.PlainDate | null
  }>(
    tx,
    sql`
    select hold, kind, because, from_day as "from", until_day as "until" from authority.hold
    where council = ${council} and mandate = ${mandate} order by from_day`,
  )

export type Post = {
  post: string
  title: string
  kind: 'officer' | 'member' | 'cabinet' | 'committee' | 'council'
  from: Temporal.PlainDate
  until: Temporal.PlainDate | null
}

export const posts = (tx: Tx, council: string): Promise<Post[]> =>
  rows<Post>(
    tx,
    sql`select post, title, kind, from_day as "from", until_day as "until" from authority.post
      where council = ${council} order by title`,
  )

export const findPost = (tx: Tx, council: string, post: string): Promise<Post | null> =>
  row<Post>(
    tx,
    sql`select post, title, kind, from_day as "from", until_day as "until" from authority.post
      where council = ${council} and post = ${post}`,
  )

/** Who holds a post, by name, with the span of each holding. */
export const holdersOf = (tx: Tx, council: string, post: string) =>
  rows<{ name: string; from: Temporal.PlainDate; until: Temporal.PlainDate | null; acting: boolean }>(
    tx,
    sql`
    select name, from_day as "from", until_day as "until", acting from authority.holding
      where council = ${council} and post = ${post} order by from_day desc, name`,
  )

/** The posts that a person holds on a day. */
export const postsHeldBy = (tx: Tx, council: string, account: string, day: Temporal.PlainDate): Promise<Post[]> =>
  rows<Post>(
    tx,
    sql`select p.post, p.title, p.kind, p.from_day as "from", p.until_day as "until"
    from authority.holding h join authority.post p on p.council = h.council and p.post = h.post
    where h.council = ${council} and h.account = ${account} and h.from_day <= ${day}
      and (h.until_day is null or h.until_day > ${day})
    order by p.title`,
  )

/** The accounts of those who hold a post on a day. */
export async function accountsHolding(
  tx: Tx,
  council: string,
  post: string,
  day: Temporal.PlainDate,
): Promise<string[]> {
  const found = await rows<{ account: string }>(
    tx,
    sql`select distinct account from authority.holding
    where council = ${council} and post = ${post} and from_day <= ${day} and (until_day is null or until_day > ${day})`,
  )
  return found.map(({ account }) => account)
}

export const subjects = (tx: Tx, council: string): Promise<{ subject: string; title: string }[]> =>
  rows(tx, sql`select subject, title from authority.subject where council = ${council} order by subject`)

export const insertSubject = (tx: Tx, council: string, subject: string, title: string) =>
  sql`insert into authority.subject (council, subject, title) values (${council}, ${subject}, ${title})
    on conflict (council, subject) do nothing`.execute(tx)

/** A setting of the council's constitution as it stood on a day, with its source; null when nothing is settled by then. */
export const settingOn = (
  tx: Tx,
  council: string,
  key: string,
  day: Temporal.PlainDate,
): Promise<{ value: unknown; source: string; from: Temporal.PlainDate } | null> =>
  row(
    tx,
    sql`select value, source, from_day as "from" from authority.setting
    where council = ${council} and key = ${key} and from_day <= ${day} order by from_day desc limit 1`,
  )

/** All that a council settled under a key by a day, the earliest first. */
export const settingsUpTo = (
  tx: Tx,
  council: string,
  key: string,
  day: Temporal.PlainDate,
): Promise<{ value: unknown }[]> =>
  rows(
    tx,
    sql`select value from authority.setting where council = ${council} and key = ${key} and from_day <= ${day}
      order by from_day`,
  )

export type { Condition }

/** What everybody is shown of a mandate's words from now on; null shows them as they were sealed. */
export const showMandateWords = (tx: Tx, council: string, ref: string, words: string | null) =>
  sql`update authority.mandate set words_shown = ${words} where council = ${council} and ref = ${ref}`.execute(tx)
