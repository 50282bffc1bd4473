import { row, rows, sql, type Tx } from '#platform/database.ts'

export const restrictions = ['open', 'part-exempt', 'exempt'] as const
export type Restriction = (typeof restrictions)[number]
export type PlanState = 'planned' | 'decided' | 'withdrawn' | 'deferred'

/** An entry of the forward plan. A period ends with `dueUntil`; a day is a period of one. */
export type PlanItem = {
  item: string
  ref: string
  matter: string
  about: string | null
  maker: string
  makerTitle: string
  subject: string
  isKey: boolean
  leadOfficer: string | null
  documents: string[]
  restriction: Restriction
  dueFrom: Temporal.PlainDate
  dueUntil: Temporal.PlainDate
  firstDueFrom: Temporal.PlainDate
  firstDueUntil: Temporal.PlainDate
  enteredOn: Temporal.PlainDate
  enteredBy: string
  decision: string | null
  state: PlanState
  endedOn: Temporal.PlainDate | null
  endedBecause: string | null
  noticedOn: Temporal.PlainDate | null
  urgency: string | null
}

const columns = sql`item, ref, matter, about, maker, maker_title as "makerTitle", subject, is_key as "isKey",
  lead_officer as "leadOfficer", documents, restriction,
  due_from as "dueFrom", due_until as "dueUntil", first_due_from as "firstDueFrom", first_due_until as "firstDueUntil",
    entered_on as "enteredOn",
  entered_by as "enteredBy", decision, state, ended_on as "endedOn", ended_because as "endedBecause",
    noticed_on as "noticedOn", urgency`

export const findItem = (
  tx: Tx,
  council: string,
  ref: string,
  lock: 'lock' | 'look' = 'look',
): Promise<PlanItem | null> =>
  row<PlanItem>(
    tx,
    sql`select ${columns} from decisions.plan_item
      where council = ${council} and ref = ${ref} ${lock === 'lock' ? sql`for update` : sql``}`,
  )

/** The entry under which a record is planned: the latest, should there be more than one. */
export const itemOfDecision = (tx: Tx, council: string, decision: string): Promise<PlanItem | null> =>
  row<PlanItem>(
    tx,
    sql`select ${columns} from decisions.plan_item where council = ${council} and decision = ${decision}
      order by entered_on desc, ref desc limit 1`,
  )

export const insertItem = (tx: Tx, council: string, i: PlanItem) =>
  sql`insert into decisions.plan_item (council, item, ref, matter, about, maker, maker_title, subject, is_key,
    lead_officer, documents, restriction, due_from, due_until,
      first_due_from, first_due_until, entered_on, entered_by, decision, search)
    values (${council}, ${i.item}, ${i.ref}, ${i.matter}, ${i.about}, ${i.maker}, ${i.makerTitle}, ${i.subject},
      ${i.isKey}, ${i.leadOfficer}, ${i.documents}::text[],
      ${i.restriction}, ${i.dueFrom}, ${i.dueUntil}, ${i.dueFrom}, ${i.dueUntil}, ${i.enteredOn}, ${i.enteredBy},
        ${i.decision},
      to_tsvector('english', ${[i.ref, i.matter, i.about, i.makerTitle, i.leadOfficer].filter(Boolean).join(' ')}))`.execute(
    tx,
  )

export type PlanChange = {
  n: number
  onDay: Temporal.PlainDate
  byName: string
  wasFrom: Temporal.PlainDate
  wasUntil: Temporal.PlainDate
  toFrom: Temporal.PlainDate
  toUntil: Temporal.PlainDate
  because: string
}

export const changesOf = (
  tx: Tx,
  council: string,
  items: readonly string[],
): Promise<(PlanChange & { item: string })[]> =>
  rows(
    tx,
    sql`select item, n, on_day as "onDay", by_name as "byName", was_from as "wasFrom", was_until as "wasUntil",
      to_from as "toFrom", to_until as "toUntil", because
    from decisions.plan_change where council = ${council} and item = any (${[...items]}::uuid[]) order by item, n`,
  )

export async function moveItem(
  tx: Tx,
  council: string,
  item: PlanItem,
  c: {
    change: string
    onDay: Temporal.PlainDate
    byName: string
    toFrom: Temporal.PlainDate
    toUntil: Temporal.PlainDate
    because: string
  },
): Promise<void> {
  await sql`insert into decisions.plan_change (council, change, item, n, on_day, by_name, was_from, was_until, to_from,
    to_until, because)
    values (${council}, ${c.change}, ${item.item},
      (select count(*) + 1 from decisions.plan_change where council = ${council} and item = ${item.item}), ${c.onDay},
      ${c.byName},
      ${item.dueFrom}, ${item.dueUntil}, ${c.toFrom}, ${c.toUntil}, ${c.because})`.execute(tx)
  await sql`update decisions.plan_item set due_from = ${c.toFrom}, due_until = ${c.toUntil}
    where council = ${council} and item = ${item.item}`.execute(tx)
}

export const endItem = (
  tx: Tx,
  council: string,
  item: string,
  e: { state: Exclude<PlanState, 'planned'>; on: Temporal.PlainDate; because: string | null },
) =>
  sql`update decisions.plan_item set state = ${e.state}, ended_on = ${e.on}, ended_because = ${e.because}
    where council = ${council} and item = ${item}`.execute(tx)

export const tieItem = (tx: Tx, council: string, item: string, decision: string) =>
  sql`update decisions.plan_item set decision = ${decision} where council = ${council} and item = ${item}`.execute(tx)

/** Remembers the first notice of an entry. */
export const markNoticed = (tx: Tx, council: string, item: string, on: Temporal.PlainDate) =>
  sql`update decisions.plan_item set noticed_on = least(noticed_on, ${on}::date)
    where council = ${council} and item = ${item}`.execute(tx)

/** Notes why a planned decision could not wait. */
export const markUrgent = (tx: Tx, council: string, item: string, because: string) =>
  sql`update decisions.plan_item set urgency = ${because} where council = ${council} and item = ${item}`.execute(tx)

/** Entries that are about to be decided in a record. */
export const plannedFor = (tx: Tx, council: string, decision: string): Promise<PlanItem[]> =>
  rows<PlanItem>(
    tx,
    sql`select ${columns} from decisions.plan_item where council = ${council} and decision = ${decision}
      and state = 'planned'`,
  )

export type PlanFilter = {
  words: string | null
  maker: string | null
  subject: string | null
  key: boolean | null
  state: PlanState | null
  restriction: Restriction | null
  slipped: boolean
  from: Temporal.PlainDate | null
  until: Temporal.PlainDate | null
}
export const planOrders = {
  due: { column: sql`due_from`, cast: sql`date`, of: (one: PlanItem) => one.dueFrom.toString() },
  entered: { column: sql`entered_on`, cast: sql`date`, of: (one: PlanItem) => one.enteredOn.toString() },
  matter: { column: sql`lower(matter)`, cast: sql`text`, of: (one: PlanItem) => one.matter.toLowerCase() },
} as const
export type PlanOrder = keyof typeof planOrders

const matches = (council: string, f: PlanFilter) =>
  sql.join(
    [
      sql`council = ${council}`,
      ...(f.words ? [sql`search @@ websearch_to_tsquery('english', ${f.words})`] : []),
      ...(f.maker ? [sql`maker = ${f.maker}`] : []),
      ...(f.subject ? [sql`(subject = ${f.subject} or starts_with(subject, ${`${f.subject}/`}))`] : []),
      ...(f.key === null ? [] : [sql`is_key = ${f.key}`]),
      ...(f.state ? [sql`state = ${f.state}`] : []),
      ...(f.restriction ? [sql`restriction = ${f.restriction}`] : []),
      ...(f.slipped ? [sql`due_until > first_due_until`] : []),
      ...(f.from ? [sql`due_until >= ${f.from}::date`] : []),
      ...(f.until ? [sql`due_from <= ${f.until}::date`] : []),
    ],
    sql` and `,
  )

/** A page of the plan, by place and not by number. */
export const planPage = (
  tx: Tx,
  council: string,
  filter: PlanFilter,
  page: { order: PlanOrder; turned: boolean; place: readonly string[] | null; backwards: boolean; size: number },
): Promise<PlanItem[]> => {
  const { column, cast } = planOrders[page.order]
  const down = page.turned !== page.backwards
  return rows<PlanItem>(
    tx,
    sql`select ${columns} from decisions.plan_item where ${matches(council, filter)}
      ${page.place ? sql`and (${column}, ref) ${down ? sql`<` : sql`>`} (${page.place[0]}::${cast}, ${page.place[1]})` : sql``}
    order by ${column} ${down ? sql`desc` : sql`asc`}, ref ${down ? sql`desc` : sql`asc`} limit ${page.size}`,
  )
}

export const planCount = async (tx: Tx, council: string, filter: PlanFilter): Promise<number> =>
  Number(
    (await row<{ n: bigint }>(tx, sql`select count(*) as n from decisions.plan_item where ${matches(council, filter)}`))
      ?.n ?? 0n,
  )
