import { row, rows, sql, type Tx } from '#platform/database.ts'
import { actHidden, actUnpublished, ceilingHidden, publicEyes, useHidden, valueHidden } from './amounts-store.ts'
import type { Sees } from './amounts.ts'
import { leastActs, leastDays } from './forecast.ts'
import { reachesMandate } from './hold/store.ts'
import type { Place } from '#platform/keyset.ts'
import type { Ceiling } from './mandate.ts'
import { financialYear } from './mandate.ts'
import type { Power } from './powers.ts'
import { countedTo } from './shapes.ts'
import type { Evidence, Mandate } from './mandate.ts'
import type { Post } from './store.ts'

// The statements behind the lists. All but the last are read with the rights of the public.

/** The words of a search, to be found anywhere in a text whatever their case; `%` and `_` stand for themselves. */
const anywhere = (q: string) => `%${q.replaceAll(/[\\%_]/g, (one) => `\\${one}`)}%`

const everyPart = (parts: ReturnType<typeof sql>[]) => (parts.length ? sql.join(parts, sql` and `) : sql`true`)

/** Counts as far as it makes sense to. */
const counted = async (tx: Tx, from: ReturnType<typeof sql>): Promise<number> =>
  Number(
    (await row<{ n: bigint }>(tx, sql`select count(*) as n from (select 1 ${from} limit ${countedTo}) counted`))?.n
      ?? 0n,
  )

/** The order in which a statement reads; a page before is read from its end. */
const way = (down: boolean) => (down ? sql`desc` : sql`asc`)
const beyond = (down: boolean) => (down ? sql`<` : sql`>`)

export type PostSearch = {
  post?: string | undefined
  q?: string | undefined
  kind?: string | undefined
  day: Temporal.PlainDate
}
export type PostRow = Post & { agreementOf: number | null; holders: string[]; mandates: number }

const postsFrom = (
  council: string,
  { post, q, kind }: PostSearch,
) => sql`from authority.post p where p.council = ${council}
  and ${everyPart([
    ...(post ? [sql`p.post = ${post}`] : []),
    ...(kind ? [sql`p.kind = ${kind}`] : []),
    ...(q
      ? [
          sql`(p.title ilike ${anywhere(q)} or p.post ilike ${anywhere(q)} or exists (select from authority.holding h
      where h.council = p.council and h.post = p.post and h.name ilike ${anywhere(q)}))`,
        ]
      : []),
  ])}`

export const postLines = (
  tx: Tx,
  council: string,
  search: PostSearch,
  { place: { values, backwards }, size }: { place: Place; size: number },
): Promise<PostRow[]> =>
  rows<PostRow>(
    tx,
    sql`select p.post, p.title, p.kind, p.from_day as "from", p.until_day as "until",
    p.agreement_of as "agreementOf",
      array(select h.name || case when h.acting then ' (acting)' else '' end from authority.holding h
      where h.council = p.council and h.post = p.post and h.from_day <= ${search.day}::date
      and (h.until_day is null or h.until_day > ${search.day}::date) order by h.name) as holders,
    (select count(*)::integer from authority.mandate m where m.council = p.council and m.holder = p.post
      and m.from_day <= ${search.day}::date
      and (m.until_day is null or m.until_day > ${search.day}::date)) as mandates
    ${postsFrom(council, search)}
    and (${values?.[0] ?? null}::text is null
      or (p.title, p.post) ${beyond(backwards)} (${values?.[0] ?? null}::text, ${values?.[1] ?? null}::text))
    order by p.title ${way(backwards)}, p.post ${way(backwards)} limit ${size}`,
  )

export const countPosts = (tx: Tx, council: string, search: PostSearch): Promise<number> =>
  counted(tx, postsFrom(council, search))

/** Every power that some mandate in effect on a day gives a post. */
export const powersOfPost = async (tx: Tx, council: string, post: string, day: Temporal.PlainDate): Promise<Power[]> =>
  (
    await rows<{ power: Power }>(
      tx,
      sql`select distinct unnest(powers) as power from authority.mandate
    where council = ${council} and holder = ${post} and from_day <= ${day}::date
      and (until_day is null or until_day > ${day}::date) order by power`,
    )
  ).map(({ power }) => power)

export type MandateSearch = {
  /** For whom: what is withheld from them finds and orders nothing. */
  sees: Sees
  q?: string | undefined
  post?: string | undefined
  power?: Power | undefined
  subject?: string | undefined
  source?: Mandate['source'] | undefined
  inEffect?: Temporal.PlainDate | undefined
  parent?: string | undefined
  refs?: string[] | undefined
  /** The day that the following are about. */
  day?: Temporal.PlainDate | undefined
  endsWithin?: number | undefined
  usedOver?: number | undefined
  held?: boolean | undefined
  unused?: boolean | undefined
  /** Those near their limit: so much used, ending so soon, or running out before their end at the pace so far. */
  near?: { usedPercent: number; endsWithinDays: number } | undefined
  /** Those of officers whose arrangement is not for a specified period of at most so many months. */
  officersFor?: { leavesOutMonths: number } | undefined
}
export type MandateRow = Mandate & {
  holderTitle: string
  scopeTitle: string | null
  basis: Ceiling['basis'] | null
  pence: bigint | null
  usedThisYear: bigint
  suspended: boolean
  lapsed: boolean
  acts: number
  ownBasis: Ceiling['basis'] | null
  ownPence: bigint | null
  ownEntry: string | null
  ceilingWithheld: boolean
  useWithheld: boolean
  notForThePublic: boolean
}
export type MandateOrder = 'newest' | 'oldest' | 'post' | 'used' | 'ending'

const suspendedOn = (
  day: Temporal.PlainDate,
) => sql`(exists (select from authority.hold h where h.council = m.council and h.mandate = m.mandate
    and h.from_day <= ${day}::date and (h.until_day is null or h.until_day > ${day}::date))
  or exists (select from authority.statutory_hold s where s.council = m.council and s.issued_on <= ${day}::date
    and (s.until_day is null or s.until_day > ${day}::date) and ${reachesMandate}))`

/** The ceiling that a mandate states on a day, and what was used of it in the financial year. */
const ceilingOn = (day: Temporal.PlainDate) => sql`
  left join lateral (select c.basis, c.pence from authority.ceiling c
    where c.council = m.council and c.mandate = m.mandate
    and c.from_day <= greatest(${day}::date, m.from_day) order by c.from_day desc limit 1) c on true
  left join authority.year_use y on y.council = m.council and y.mandate = m.mandate and y.year = ${financialYear(day)}`

const spent = sql`case c.basis when 'whole-life' then m.exercised_pence when 'financial-year'
  then coalesce(y.exercised_pence, 0) end`
const whole = sql`(c.pence - m.recalled_pence)`

// The same sums as in forecast.ts, so that what a list finds is what its lines say.
const usedAtLeast = (
  percent: number,
  sees: Sees,
) => sql`(not ${useHidden(sees)} and c.basis in ('whole-life', 'financial-year')
  and (${whole} <= 0 or floor((${spent} + m.passed_on_pence)::numeric * 100 / ${whole}) >= ${percent}::int))`

const endsBy = (day: Temporal.PlainDate, days: number) =>
  sql`(m.until_day > ${day}::date and m.until_day <= ${day.add({ days })}::date)`

const runsOutTooSoon = (day: Temporal.PlainDate, sees: Sees) => {
  const year = financialYear(day)
  const [first, next] = [`${year}-04-01`, `${year + 1}-04-01`]
  return sql`(not ${useHidden(sees)} and c.basis in ('whole-life', 'financial-year') and ${spent} > 0
    and (${day}::date - case c.basis when 'whole-life' then m.from_day
      else greatest(m.from_day, ${first}::date) end + 1) >= ${leastDays}::int
    and (select count(*) from (select from authority.act a where a.council = m.council and a.mandate = m.mandate
      and a.undoes is null limit ${leastActs}::int) acts) >= ${leastActs}::int
    and (${spent})::numeric * (case c.basis when 'whole-life' then m.until_day
      else least(m.until_day, ${next}::date) end - ${day}::date - 1)
      > greatest(${whole} - m.passed_on_pence - ${spent}, 0)::numeric * (${day}::date - case c.basis when 'whole-life'
        then m.from_day else greatest(m.from_day, ${first}::date) end + 1))`
}

const mandatesFrom = (council: string, search: MandateSearch) => {
  const {
    q,
    post,
    power,
    subject,
    source,
    inEffect,
    parent,
    refs,
    endsWithin,
    usedOver,
    held,
    unused,
    near,
    officersFor,
  } = search
  const day = search.day ?? inEffect
  const weighs = day && (usedOver !== undefined || near)
  return sql`
  from authority.mandate m join authority.post p on p.council = m.council
    and p.post = m.holder ${weighs ? ceilingOn(day) : sql``} where m.council = ${council}
  and ${everyPart([
    ...(post ? [sql`m.holder = ${post}`] : []),
    ...(power ? [sql`${power} = any (m.powers)`] : []),
    // A mandate is about a subject when it covers it, and also when it covers a part of it.
    ...(subject
      ? [
          sql`(m.scope = '' or m.scope = ${subject} or ${subject} like m.scope || '/%' or m.scope like ${`${subject}/%`})`,
        ]
      : []),
    ...(source ? [sql`m.source = ${source}`] : []),
    ...(parent ? [sql`m.parent = ${parent}::uuid`] : []),
    ...(refs ? [sql`m.ref = any (${refs}::text[])`] : []),
    ...(inEffect
      ? [sql`m.from_day <= ${inEffect}::date and (m.until_day is null or m.until_day > ${inEffect}::date)`]
      : []),
    ...(day && endsWithin !== undefined ? [endsBy(day, endsWithin)] : []),
    ...(day && usedOver !== undefined ? [usedAtLeast(usedOver, search.sees)] : []),
    ...(day && held ? [suspendedOn(day)] : []),
    ...(unused
      ? [
          sql`not exists (select from authority.act a where a.council = m.council and a.mandate = m.mandate
            and not ${actHidden(search.sees)})`,
        ]
      : []),
    ...(day && near
      ? [
          sql`(${usedAtLeast(near.usedPercent, search.sees)} or ${endsBy(day, near.endsWithinDays)} or ${runsOutTooSoon(day, search.sees)})`,
        ]
      : []),
    ...(officersFor
      ? [
          sql`p.kind = 'officer' and (m.until_day is null or m.until_day > m.from_day + make_interval(months => ${officersFor.leavesOutMonths}::int))`,
        ]
      : []),
    ...(q
      ? [
          sql`(m.ref ilike ${anywhere(q)} or coalesce(m.words_shown, m.words) ilike ${anywhere(q)} or p.title ilike ${anywhere(q)}
      or m.decision_ref ilike ${anywhere(q)} or m.scheme_entry ilike ${anywhere(q)})`,
        ]
      : []),
  ])}`
}

const mandateOrders = (sees: Sees) =>
  ({
    newest: { key: sql`m.ref`, type: sql`text`, down: true },
    oldest: { key: sql`m.ref`, type: sql`text`, down: false },
    post: { key: sql`p.title`, type: sql`text`, down: false },
    used: {
      key: sql`(case when ${useHidden(sees)} then -1 else m.exercised_pence end)`,
      type: sql`bigint`,
      down: true,
    },
    ending: { key: sql`coalesce(m.until_day, '2199-12-31'::date)`, type: sql`date`, down: false },
  }) satisfies Record<MandateOrder, unknown>

export const mandateRows = (
  tx: Tx,
  council: string,
  search: MandateSearch,
  page: { order: MandateOrder; place: Place; size: number; day: Temporal.PlainDate },
): Promise<(MandateRow & { key: string })[]> => {
  const { key, type, down: usually } = mandateOrders(search.sees)[page.order]
  const down = usually !== page.place.backwards
  const [value = null, ref = null] = page.place.values ?? []
  return rows(
    tx,
    sql`select m.mandate, m.ref, m.source, m.holder, m.powers, m.scope, coalesce(m.words_shown, m.words) as words,
      m.parent, m.clause, m.decision_ref as "decisionRef",
      m.clause_label as "clauseLabel", m.scheme_entry as "schemeEntry", m.constitution_version as "constitutionVersion",
        m.from_day as "from",
      m.until_day as "until", m.may_delegate as "mayDelegate", m.conditions, m.exercised_pence as "exercisedPence",
      m.passed_on_pence as "passedOnPence", m.recalled_pence as "recalledPence", m.lapses_on as "lapsesOn",
      m.ended_because as "endedBecause", p.title as "holderTitle",
      (select s.title from authority.subject s where s.council = m.council and s.subject = m.scope) as "scopeTitle",
      c.basis, c.pence, coalesce(y.exercised_pence, 0)::bigint as "usedThisYear",
      ${suspendedOn(page.day)} as suspended,
      m.lapses_on is not null and m.lapses_on <= ${page.day}::date
        and not exists (select from authority.mandate k where k.council = m.council and k.parent = m.mandate)
        and not exists (select from authority.act a where a.council = m.council and a.mandate = m.mandate
          and a.day < m.lapses_on and a.undoes is null
          and not exists (select from authority.act u where u.council = a.council and u.undoes = a.act)) as lapsed,
      (select count(*)::integer from (select from authority.act a where a.council = m.council and a.mandate = m.mandate
        and a.undoes is null limit ${leastActs}::int) acts) as acts,
      ${ceilingHidden(search.sees)} as "ceilingWithheld", ${useHidden(search.sees)} as "useWithheld",
        ${useHidden(publicEyes)} as "notForThePublic",
      own.basis as "ownBasis", own.pence as "ownPence", own.entry as "ownEntry",
      (${key})::text as key
    from (select m.council, m.mandate ${mandatesFrom(council, search)}
        and (${value}::text is null or (${key}, m.ref) ${beyond(down)} (${value}::text::${type}, ${ref}::text))
        order by ${key} ${way(down)}, m.ref ${way(down)} limit ${page.size}) chosen
    join authority.mandate m on m.council = chosen.council and m.mandate = chosen.mandate
    join authority.post p on p.council = m.council and p.post = m.holder
    ${ceilingOn(page.day)}
    left join lateral (select oc.basis, oc.pence, o.scheme_entry as entry from authority.mandate o
      join authority.ceiling oc on oc.council = o.council and oc.mandate = o.mandate
        and oc.from_day <= ${page.day}::date
      where c.basis is null and o.council = m.council and o.holder = m.holder and o.source = 'scheme'
        and m.powers[1] = any (o.powers)
        and (o.scope = '' or m.scope = o.scope or m.scope like o.scope || '/%')
        and o.from_day <= ${page.day}::date and (o.until_day is null or o.until_day > ${page.day}::date)
      order by length(o.scope) desc, oc.from_day desc, o.ref limit 1) own on true
    order by ${key} ${way(down)}, m.ref ${way(down)}`,
  )
}

export const countMandates = (tx: Tx, council: string, search: MandateSearch): Promise<number> =>
  counted(tx, mandatesFrom(council, search))

/** A mandate's grants above it, from the first that was passed on down to the one it was passed on from. */
export const parentsOf = (tx: Tx, council: string, mandate: string): Promise<{ ref: string }[]> =>
  rows(
    tx,
    sql`with recursive above as (
      select m.mandate, m.parent, m.ref, 0 as depth from authority.mandate m
        where m.council = ${council} and m.mandate = ${mandate}::uuid
      union all
      select m.mandate, m.parent, m.ref, above.depth + 1 from authority.mandate m join above on m.mandate = above.parent
      where m.council = ${council} and above.depth < 50)
    select ref from above where depth > 0 order by depth desc`,
  )

export type ActSearch = {
  /** For whom: what is withheld from them finds and orders nothing. */
  sees: Sees
  ref?: string | undefined
  q?: string | undefined
  power?: Power | undefined
  subject?: string | undefined
  post?: string | undefined
  year?: number | undefined
  mandate?: string | undefined
  record?: string | undefined
  retrospective?: boolean | undefined
}
export type ActRow = {
  act: string
  ref: string
  mandate: string
  post: string
  postTitle: string
  doneBy: string
  power: Power
  subject: string
  subjectTitle: string | null
  what: string
  value: bigint
  day: Temporal.PlainDate
  recordRef: string | null
  undoes: string | null
  undoneBy: string | null
  retrospective: string | null
  daysLate: number | null
  valueWithheld: boolean
  unpublished: boolean
}
export type ActOrder = 'newest' | 'oldest' | 'value'

const actsFrom = (
  council: string,
  { sees, ref, q, power, subject, post, year, mandate, record, retrospective }: ActSearch,
) => sql`
  from authority.act a join authority.mandate m on m.council = a.council and m.mandate = a.mandate
  join authority.post p on p.council = a.council and p.post = a.post where a.council = ${council}
  and not ${actHidden(sees)} and ${everyPart([
    ...(ref ? [sql`a.ref = ${ref}`] : []),
    ...(power ? [sql`a.power = ${power}`] : []),
    ...(subject ? [sql`(a.subject = ${subject} or a.subject like ${`${subject}/%`})`] : []),
    ...(post ? [sql`a.post = ${post}`] : []),
    ...(mandate ? [sql`m.ref = ${mandate}`] : []),
    ...(record ? [sql`a.record_ref = ${record}`] : []),
    ...(retrospective ? [sql`a.retrospective is not null`] : []),
    ...(year === undefined ? [] : [sql`a.day >= ${`${year}-04-01`}::date and a.day < ${`${year + 1}-04-01`}::date`]),
    ...(q
      ? [
          sql`(a.ref ilike ${anywhere(q)} or (a.what ilike ${anywhere(q)} and not ${valueHidden(sees)}) or a.done_by ilike ${anywhere(q)} or p.title ilike ${anywhere(q)}
      or a.record_ref ilike ${anywhere(q)})`,
        ]
      : []),
  ])}`

const actOrders = (sees: Sees) =>
  ({
    newest: { key: sql`a.day`, type: sql`date`, down: true },
    oldest: { key: sql`a.day`, type: sql`date`, down: false },
    value: {
      // Below every value there can be, also of what undoes an act.
      key: sql`(case when ${valueHidden(sees)} then -999999999999999999 else a.value_pence end)`,
      type: sql`bigint`,
      down: true,
    },
  }) satisfies Record<ActOrder, unknown>

export const actRows = (
  tx: Tx,
  council: string,
  search: ActSearch,
  page: { order: ActOrder; place: Place; size: number },
): Promise<(ActRow & { key: string })[]> => {
  const { key, type, down: usually } = actOrders(search.sees)[page.order]
  const down = usually !== page.place.backwards
  const [value = null, ref = null] = page.place.values ?? []
  return rows(
    tx,
    sql`select a.act, a.ref, m.ref as mandate, a.post, p.title as "postTitle", a.done_by as "doneBy", a.power,
      a.subject,
      (select s.title from authority.subject s where s.council = a.council and s.subject = a.subject) as "subjectTitle",
      a.what, a.value_pence as value, a.day, a.record_ref as "recordRef",
      (select u.ref from authority.act u where u.council = a.council and u.act = a.undoes) as undoes,
      (select u.ref from authority.act u where u.council = a.council and u.undoes = a.act) as "undoneBy",
      a.retrospective, case when a.retrospective is not null then m.from_day - a.day end as "daysLate",
        ${valueHidden(search.sees)} as "valueWithheld", ${actUnpublished} as unpublished, (${key})::text as key
    ${actsFrom(council, search)}
    and (${value}::text is null or (${key}, a.ref) ${beyond(down)} (${value}::text::${type}, ${ref}::text))
    order by ${key} ${way(down)}, a.ref ${way(down)} limit ${page.size}`,
  )
}

export const countActs = (tx: Tx, council: string, search: ActSearch): Promise<number> =>
  counted(tx, actsFrom(council, search))

/** The financial years in which anything was done, newest first. */
export const yearsOfActs = async (tx: Tx, council: string): Promise<number[]> =>
  (
    await rows<{ year: number }>(
      tx,
      sql`select distinct year from authority.year_use where council = ${council} order by year desc limit 100`,
    )
  ).map(({ year }) => year)

export type VersionRow = {
  version: number
  from: Temporal.PlainDate
  adoptedAt: Temporal.Instant
  title: string
  entries: number
}

export const constitutionVersions = (tx: Tx, council: string): Promise<VersionRow[]> =>
  rows(
    tx,
    sql`select version, in_force_from as "from", adopted_at as "adoptedAt", document ->> 'title' as title,
      jsonb_array_length(document -> 'scheme') as entries
    from authority.constitution where council = ${council} order by version desc limit 500`,
  )

export type SchemeRow = { place: bigint; entry: unknown; postTitle: string; mandate: string | null }

const schemeFrom = (council: string, version: number, q: string | undefined) => sql`
  from authority.constitution c cross
    join lateral jsonb_array_elements(c.document -> 'scheme') with ordinality as e (entry, place)
  join authority.post p on p.council = c.council and p.post = e.entry ->> 'post'
  where c.council = ${council} and c.version = ${version}
  ${q ? sql`and (e.entry ->> 'words' ilike ${anywhere(q)} or e.entry ->> 'entry' ilike ${anywhere(q)} or p.title ilike ${anywhere(q)})` : sql``}`

/** The scheme of delegation of a version, in its own order. An entry that said the same before keeps the mandate it already had. */
export const schemeRows = (
  tx: Tx,
  council: string,
  version: number,
  page: { q: string | undefined; place: Place; size: number },
): Promise<SchemeRow[]> =>
  rows(
    tx,
    sql`select e.place, e.entry, p.title as "postTitle",
      (select m.ref from authority.mandate m where m.council = c.council and m.source = 'scheme'
        and m.scheme_entry = e.entry ->> 'entry'
        and m.constitution_version <= c.version order by m.constitution_version desc limit 1) as mandate
    ${schemeFrom(council, version, page.q)} 
    and (${page.place.values?.[0] ?? null}::bigint is null
      or e.place ${beyond(page.place.backwards)} ${page.place.values?.[0] ?? null}::bigint)
    order by e.place ${way(page.place.backwards)} limit ${page.size}`,
  )

export const countScheme = (tx: Tx, council: string, version: number, q: string | undefined): Promise<number> =>
  counted(tx, schemeFrom(council, version, q))

/** One entry of a version's scheme, or null. */
export const schemeEntry = (
  tx: Tx,
  council: string,
  version: number,
  entry: string,
): Promise<{ words: string; postTitle: string } | null> =>
  row(
    tx,
    sql`select e.entry ->> 'words' as words, p.title as "postTitle" ${schemeFrom(council, version, undefined)}
      and e.entry ->> 'entry' = ${entry}`,
  )

export type SettingRow = { key: string; from: Temporal.PlainDate; value: unknown; source: string }

export const settingRows = (tx: Tx, council: string): Promise<SettingRow[]> =>
  rows(
    tx,
    sql`select key, from_day as "from", value, source from authority.setting where council = ${council}
      order by key, from_day desc limit 1000`,
  )

/** When an act was recorded, and what was shown for it; for staff only. */
export const actEvidenceRow = async (
  tx: Tx,
  council: string,
  ref: string,
): Promise<{ evidence: Evidence[]; reports: { condition: string; evidence: string | null }[] } | null> => {
  const found = await row<{
    evidence: { condition: string; says: string; day: string }[]
    reports: { condition: string; evidence: string | null }[]
  }>(
    tx,
    sql`
    select a.evidence, coalesce((select jsonb_agg(jsonb_build_object('condition', r.condition, 'evidence', r.evidence)
      order by r.condition)
      from authority.report r where r.council = a.council and r.act = a.act), '[]') as reports
    from authority.act a where a.council = ${council} and a.ref = ${ref}`,
  )
  return (
    found && {
      reports: found.reports,
      evidence: found.evidence.map((one) => ({ ...one, day: Temporal.PlainDate.from(one.day) })),
    }
  )
}
