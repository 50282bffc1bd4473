import { findPost } from '#authority'
import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import { withoutSums } from '#platform/sums.ts'
import type { Work } from '#platform/use-case.ts'
import type { Standing, Value, Verb } from './decision.ts'
import type { PublicClearance } from './clearance/part.ts'
import type { PublicConsulted } from './consulted/part.ts'
import type { PublicDuties } from './duties/part.ts'
import type { PublicForm } from './forms/part.ts'
import type { PublicSignature } from './jointly/part.ts'
import type { PublicKeyTest } from './key-test/part.ts'
import type { DecidedAt } from './meetings/part.ts'
import type { PublicNotice } from './notices/part.ts'
import type { MakerKind } from './record-facts.ts'
import type { PublicCorrection } from './corrections/correction.ts'
import type { PublicPaper } from './papers/paper.ts'
import { parts } from './parts.ts'
import { isValueWithheld, publicWords } from './secrecy/rendition-for.ts'
import type { PublicRestriction } from './secrecy/restriction.ts'
import { callInsOf } from './call-in/store.ts'
import type { PublicChallenge } from './challenge/part.ts'
import type { PublicAmendment, PublicCallIn, PublicWaiver } from './call-in/public.ts'
import { callInRuleOfDecision, findDecision } from './store.ts'

/** What the public is shown of a decision, as it is stored: days are ISO text, money is pence as text. */
export type PublicDecision = {
  ref: string
  title: string
  identifiers: string[]
  maker: { post: string; title: string; kind: MakerKind }
  decidedBy: string
  decidedAct: string
  subject: string
  isKey: boolean
  keyReasoning: string | null
  clearances?: PublicClearance[]
  consulted?: PublicConsulted[]
  dutiesConsidered?: PublicDuties
  jointly?: PublicSignature[]
  form?: PublicForm
  /** Absent from what was published before the test was kept. */
  keyTest?: PublicKeyTest
  /** Absent where none was given. */
  notices?: PublicNotice[]
  /** Absent where it was decided at no meeting. */
  decidedAt?: DecidedAt
  value: { kind: Value['kind']; pence: string | null }
  purpose: string | null
  reasons: string
  alternatives: string
  conflicts: string
  dispensations: string
  author: string | null
  wards: string | null
  decidedOn: string
  publishedOn: string
  effectiveOn: string
  callIn: { rule: unknown; source: string | null; lastDay: string } | null
  supersedes: string | null
  supersededBy: string | null
  clauses: { label: string | null; verb: Verb; words: string; calledIn: boolean; mandates: string[] }[]
  /** What the part of call-in says of it. */
  callIns: PublicCallIn[]
  amendments?: PublicAmendment[]
  callInWaiver?: PublicWaiver
  /** Where scrutiny asked why it was not treated as key. */
  keyChallenges?: PublicChallenge[]
  /** Its reports, appendices and background papers; absent from records of before papers were kept. */
  papers?: PublicPaper[]
  /** What is withheld of it, where, on what ground, and when that is looked at again. */
  withheld?: PublicRestriction[]
  /** Slips of writing put right since; the texts above stay as they were signed. */
  corrections?: PublicCorrection[]
  /** Until when its record and report, and its background papers if it has any, must stay open to inspection. */
  availableUntil?: { record: string; background: string | null }
}

/** Writes a decision's page of the register anew, from the record as it now stands. */
export async function writeRegister({ tx, actor }: Work, ref: string): Promise<void> {
  const { council } = actor
  const d = await findDecision(tx, council, ref)
  if (!d?.publishedOn || !d.effectiveOn || !d.decidedOn || !d.maker) throw new Error(`${ref} is not published.`)
  const maker = await findPost(tx, council, d.maker)
  if (!maker) throw new Error(`The post ${d.maker} vanished.`)
  const callIns = await callInsOf(tx, council, d.decision)
  const open = new Set(
    callIns.filter(({ outcome }) => outcome === null).flatMap(({ clauses }) => clauses.map(({ clause }) => clause)),
  )
  const rule = await callInRuleOfDecision(tx, council, d.decision)
  const document: PublicDecision = {
    ref: d.ref,
    title: d.title,
    identifiers: d.identifiers,
    maker: { post: maker.post, title: maker.title, kind: maker.kind },
    decidedBy: d.decidedBy ?? '',
    decidedAct: d.decidedAct ?? '',
    subject: d.subject ?? '',
    isKey: d.isKey ?? false,
    keyReasoning: d.keyReasoning,
    value: (await isValueWithheld(tx, council, d))
      ? { kind: 'withheld', pence: null }
      : { kind: d.value?.kind ?? 'not-stated', pence: d.value?.kind === 'stated' ? d.value.pence.toString() : null },
    purpose: d.purpose,
    reasons: d.reasons ?? '',
    alternatives: d.alternatives ?? '',
    conflicts: d.conflicts ?? '',
    dispensations: d.dispensations ?? '',
    author: d.author,
    wards: d.wards,
    decidedOn: d.decidedOn.toString(),
    publishedOn: d.publishedOn.toString(),
    effectiveOn: d.effectiveOn.toString(),
    callIn:
      rule && d.callInLastDay ? { rule: rule.rule, source: rule.source, lastDay: d.callInLastDay.toString() } : null,
    supersedes: d.supersedes,
    supersededBy: d.supersededBy,
    clauses: d.clauses.map(({ clause, label, verb, words, grants }) => ({
      label,
      verb,
      words,
      calledIn: open.has(clause),
      mandates: grants.flatMap(({ mandate }) => mandate ?? []),
    })),
    callIns: [],
  }
  for (const { shows } of parts) Object.assign(document, await shows?.(tx, council, d))
  // What the test counted is the value, by the year or in all.
  if (document.value.kind === 'withheld' && document.keyTest)
    document.keyTest = {
      ...document.keyTest,
      limbs: document.keyTest.limbs.map((one) => withoutSums(one)),
      because: document.keyTest.because.map((one) => withoutSums(one)),
    }
  // From here on there is only what the public may have: whatever was gathered above, and the words that are searched.
  const shown = (await publicWords({ tx, council }, d))(document)
  const heavy = [shown.ref, ...shown.identifiers, shown.title].join(' ')
  const light = [shown.maker.title, shown.purpose, shown.reasons, ...shown.clauses.map(({ words }) => words)]
    .filter(Boolean)
    .join(' ')
  const written = await row<{ fresh: boolean }>(
    tx,
    sql`
    insert into decisions.register (council, decision, ref, title, maker, maker_title, maker_kind, is_key, subject,
      decided_on, published_on, effective_on,
      called_in, superseded_by, document, search)
    values (${council}, ${d.decision}, ${d.ref}, ${d.title}, ${maker.post}, ${maker.title}, ${maker.kind},
      ${d.isKey ?? false}, ${d.subject ?? ''},
      ${d.decidedOn}, ${d.publishedOn}, ${d.effectiveOn}, ${open.size > 0}, ${d.supersededBy}, ${toJson(shown)}::jsonb,
      setweight(to_tsvector('english', ${heavy}), 'A') || setweight(to_tsvector('english', ${light}), 'C'))
    on conflict (council, decision) do update
      set called_in = excluded.called_in, superseded_by = excluded.superseded_by,
      document = excluded.document, search = excluded.search
    returning (xmax = 0) as fresh`,
  )
  if (written?.fresh) {
    await sql`insert into decisions.register_size (council, entries) values (${council}, 1)
      on conflict (council) do update set entries = decisions.register_size.entries + 1`.execute(tx)
  }
}

/** A decision as published, or null. The public role can ask this. */
export const publicDecision = (
  tx: Tx,
  council: string,
  ref: string,
): Promise<{
  document: PublicDecision
  calledIn: boolean
  effectiveOn: Temporal.PlainDate
  supersededBy: string | null
} | null> =>
  row(
    tx,
    sql`select document, called_in as "calledIn", effective_on as "effectiveOn", superseded_by as "supersededBy"
    from decisions.register where council = ${council} and ref = ${ref}`,
  )

export type RegisterRow = {
  ref: string
  title: string
  maker: string
  makerTitle: string
  makerKind: MakerKind
  isKey: boolean
  subject: string
  decidedOn: Temporal.PlainDate
  publishedOn: Temporal.PlainDate
  effectiveOn: Temporal.PlainDate
  calledIn: boolean
  supersededBy: string | null
}

/** How the register can be ordered. Each order has an index that starts with the council, so a page costs the same at any size. */
export const orders = {
  published: {
    column: sql`published_on`,
    cast: sql`date`,
    descending: true,
    of: (r: RegisterRow) => r.publishedOn.toString(),
  },
  decided: {
    column: sql`decided_on`,
    cast: sql`date`,
    descending: true,
    of: (r: RegisterRow) => r.decidedOn.toString(),
  },
  effective: {
    column: sql`effective_on`,
    cast: sql`date`,
    descending: true,
    of: (r: RegisterRow) => r.effectiveOn.toString(),
  },
  title: {
    column: sql`lower(title)`,
    cast: sql`text`,
    descending: false,
    of: (r: RegisterRow) => r.title.toLowerCase(),
  },
} as const
export type Order = keyof typeof orders

export type RegisterFilter = {
  words: string | null
  maker: string | null
  makerKind: MakerKind | null
  subject: string | null
  key: boolean | null
  standing: Extract<Standing, 'call-in open' | 'called in' | 'effective' | 'superseded'> | null
  from: Temporal.PlainDate | null
  until: Temporal.PlainDate | null
}

/** A place in an ordered register: the ordering value and reference of the row beside it. */
export type Place = { value: string; ref: string }

/**
 * One page of the register, by place and not by number: the database starts reading at the place, however far down it is.
 * `backwards` reads the page before the place; `reversed` turns the whole order round. `few` says what is known of how many match.
 */
export async function registerPage(
  tx: Tx,
  council: string,
  filter: RegisterFilter,
  page: {
    order: Order
    reversed?: boolean
    few?: Few
    place: Place | null
    backwards: boolean
    size: number
    today: Temporal.PlainDate
  },
): Promise<RegisterRow[]> {
  const { column, cast, descending } = orders[page.order]
  const down = (descending !== (page.reversed ?? false)) !== page.backwards
  const direction = down ? sql`desc` : sql`asc`
  const after = down ? sql`<` : sql`>`
  // Where few match, they are found first and put in order then; `offset 0` keeps the planner from turning that round. To read
  // the whole order of 100,000 until twenty have turned up took from 0.2 to 1 second, and finding them first takes 3 to 8 ms.
  const found = await rows<RegisterRow>(
    tx,
    sql`
    select ref, title, maker, maker_title as "makerTitle", maker_kind as "makerKind", is_key as "isKey", subject,
      decided_on as "decidedOn",
      published_on as "publishedOn", effective_on as "effectiveOn", called_in as "calledIn",
        superseded_by as "supersededBy"
    from ${page.few?.rows ? sql`(select * from decisions.register where ${matches(council, filter, page.today, page.few)} offset 0) as few where true` : sql`decisions.register where ${matches(council, filter, page.today, page.few)}`}
      ${page.place ? sql`and (${column}, ref) ${after} (${page.place.value}::${cast}, ${page.place.ref})` : sql``}
    order by ${column} ${direction}, ref ${direction} limit ${page.size}`,
  )
  return page.backwards ? found.reverse() : found
}

/** What is known of how many rows match before they are read: few of all of it, and few of its words alone. */
export type Few = { rows: boolean; words: boolean }

const mostCounted = 1000

/**
 * How many match, counted no further than a thousand: a page that says "more than 1,000" need not read them all. `few` tells
 * `registerPage` how to read them.
 */
export async function registerCount(
  tx: Tx,
  council: string,
  filter: RegisterFilter,
  today: Temporal.PlainDate,
): Promise<{ count: number; more: boolean; few: Few }> {
  if (Object.values(filter).every((value) => value === null)) {
    const size = await row<{ entries: bigint }>(
      tx,
      sql`select entries from decisions.register_size where council = ${council}`,
    )
    return { count: Number(size?.entries ?? 0n), more: false, few: { rows: false, words: false } }
  }
  const counted = async (of: ReturnType<typeof sql>) =>
    Number(
      (
        await row<{ n: bigint }>(
          tx,
          sql`select count(*) as n from (select 1 from ${of} limit ${mostCounted + 1}) as found`,
        )
      )?.n ?? 0n,
    )
  const { words, ...others } = filter
  const matching = words === null ? null : await counted(sql`decisions.matching(${queryOf(words)}, ${mostCounted + 1})`)
  const few = { words: matching !== null && matching <= mostCounted }
  const alone = Object.values(others).every((value) => value === null)
  const n =
    matching !== null && (alone || matching === 0)
      ? matching
      : await counted(sql`decisions.register where ${matches(council, filter, today, few)}`)
  return { count: Math.min(n, mostCounted), more: n > mostCounted, few: { ...few, rows: n <= mostCounted } }
}

const queryOf = (words: string) => sql`websearch_to_tsquery('english', ${words})`

// Only what is asked for is said, so that each combination is a statement of its own and is planned for what it asks. Words that
// few rows have are looked up first; words that many have are looked for on the way.
function matches(council: string, filter: RegisterFilter, today: Temporal.PlainDate, few?: Pick<Few, 'words'>) {
  const parts = [sql`council = ${council}`]
  if (filter.words) {
    const query = queryOf(filter.words)
    parts.push(
      few?.words
        ? sql`decision in (select decision from decisions.matching(${query}, ${mostCounted}))`
        : sql`search @@ ${query}`,
    )
  }
  if (filter.maker) parts.push(sql`maker = ${filter.maker}`)
  if (filter.makerKind) parts.push(sql`maker_kind = ${filter.makerKind}`)
  // Everything below a subject: 0 is the character after the stroke. These operators, unlike `like`, may use an index here.
  if (filter.subject)
    parts.push(
      sql`(subject = ${filter.subject} or subject ~>=~ ${`${filter.subject}/`}
        and subject ~<~ ${`${filter.subject}0`})`,
    )
  if (filter.key !== null) parts.push(sql`is_key = ${filter.key}`)
  if (filter.from) parts.push(sql`published_on >= ${filter.from}::date`)
  if (filter.until) parts.push(sql`published_on <= ${filter.until}::date`)
  if (filter.standing === 'superseded') parts.push(sql`superseded_by is not null`)
  if (filter.standing === 'called in') parts.push(sql`called_in and superseded_by is null`)
  if (filter.standing === 'call-in open')
    parts.push(sql`not called_in and superseded_by is null and effective_on > ${today}::date`)
  if (filter.standing === 'effective')
    parts.push(sql`not called_in and superseded_by is null and effective_on <= ${today}::date`)
  return sql.join(parts, sql` and `)
}
