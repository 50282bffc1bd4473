import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Place } from '#platform/keyset.ts'
import type { Commission, Edition, Link, Owed, PartName } from './commission.ts'
import type { PublicCommission } from './shown.ts'

const columns = sql`commission, ref, title, subject, lead, why, state, opened_on as "openedOn", opened_by as "openedBy",
  opened_act as "openedAct",
  closed_on as "closedOn", closed_because as "closedBecause", is_public as "isPublic", shows, version,
    changed_at as "changedAt", changed_by as "changedBy"`

/** A commission; its row is locked until the end of the transaction when it, or a part of it, is about to change. */
export const findCommission = (
  tx: Tx,
  council: string,
  ref: string,
  lock: 'lock' | 'look' = 'look',
): Promise<Commission | null> =>
  row<Commission>(
    tx,
    sql`select ${columns} from commissions.commission where council = ${council} and ref = ${ref} ${
      lock === 'lock' ? sql`for update` : sql``
    }`,
  )

export type NewCommission = Pick<
  Commission,
  'commission' | 'ref' | 'title' | 'subject' | 'lead' | 'why' | 'openedOn' | 'openedBy' | 'openedAct'
>

export const insertCommission = (tx: Tx, council: string, c: NewCommission, at: Temporal.Instant) =>
  sql`insert into commissions.commission (council, commission, ref, title, subject, lead, why, state, opened_on,
    opened_by, opened_act, changed_at, changed_by)
    values (${council}, ${c.commission}, ${c.ref}, ${c.title}, ${c.subject}, ${c.lead}, ${c.why}, 'open', ${c.openedOn},
      ${c.openedBy}, ${c.openedAct}, ${at}, ${c.openedBy})`.execute(tx)

type Settled = Pick<
  Commission,
  'title' | 'lead' | 'why' | 'state' | 'closedOn' | 'closedBecause' | 'isPublic' | 'shows'
>

/** Keeps what is settled about it as a whole, under its next version. */
export const updateCommission = (
  tx: Tx,
  council: string,
  commission: string,
  c: Settled,
  by: { name: string; at: Temporal.Instant },
) =>
  sql`update commissions.commission set title = ${c.title}, lead = ${c.lead}, why = ${c.why}, state = ${c.state},
    closed_on = ${c.closedOn}, closed_because = ${c.closedBecause},
      is_public = ${c.isPublic}, shows = ${c.shows}::text[], version = version + 1, changed_at = ${by.at},
        changed_by = ${by.name}
    where council = ${council} and commission = ${commission}`.execute(tx)

// ---- editions

const editionColumns = sql`part, n, document, why, made_on as "madeOn", made_by as "madeBy"`

export const latestEdition = (tx: Tx, council: string, commission: string, part: PartName): Promise<Edition | null> =>
  row<Edition>(
    tx,
    sql`select ${editionColumns} from commissions.edition
    where council = ${council} and commission = ${commission} and part = ${part} order by n desc limit 1`,
  )

export const editionNumbered = (
  tx: Tx,
  council: string,
  commission: string,
  part: PartName,
  n: number,
): Promise<Edition | null> =>
  row<Edition>(
    tx,
    sql`select ${editionColumns} from commissions.edition
    where council = ${council} and commission = ${commission} and part = ${part} and n = ${n}`,
  )

/** The latest edition of each part. */
export const latestEditions = (tx: Tx, council: string, commission: string): Promise<Edition[]> =>
  rows<Edition>(
    tx,
    sql`select distinct on (part) ${editionColumns} from commissions.edition
    where council = ${council} and commission = ${commission} order by part, n desc`,
  )

export type EditionLine = Omit<Edition, 'document'>

/** The editions of a part, the newest first; without their documents. */
export const editionLines = (
  tx: Tx,
  council: string,
  commission: string,
  part: PartName | null,
  page: { before: number | null; size: number },
): Promise<EditionLine[]> =>
  rows<EditionLine>(
    tx,
    sql`select part, n, why, made_on as "madeOn", made_by as "madeBy" from commissions.edition
    where council = ${council} and commission = ${commission} and (${part}::text is null or part = ${part}::text)
      and (${page.before}::integer is null or n < ${page.before}::integer) order by made_at desc, n desc
        limit ${page.size}`,
  )

export const insertEdition = (tx: Tx, council: string, commission: string, e: Edition, at: Temporal.Instant) =>
  sql`insert into commissions.edition (council, commission, part, n, document, why, made_on, made_at, made_by)
    values (${council}, ${commission}, ${e.part}, ${e.n}, ${toJson(
      e.document,
    )}::jsonb, ${e.why}, ${e.madeOn}, ${at}, ${e.madeBy})`.execute(tx)

/** What the journal sealed of each edition, by "C-2026-0001 timeline 3". */
export const sealedEditions = (tx: Tx, council: string, ids: string[]): Promise<{ id: string; document: unknown }[]> =>
  rows(
    tx,
    sql`select c.ref || ' ' || e.part || ' ' || e.n as id, e.document from commissions.edition e
    join commissions.commission c on c.council = e.council and c.commission = e.commission
    where e.council = ${council} and c.ref || ' ' || e.part || ' ' || e.n = any (${ids}::text[])`,
  )

/** The last edition of a part that was made before a day. */
export const editionBefore = (
  tx: Tx,
  council: string,
  commission: string,
  part: PartName,
  day: Temporal.PlainDate,
): Promise<EditionLine | null> =>
  row<EditionLine>(
    tx,
    sql`select part, n, why, made_on as "madeOn", made_by as "madeBy" from commissions.edition
    where council = ${council} and commission = ${commission} and part = ${part} and made_on < ${day} order by n desc
      limit 1`,
  )

// ---- links

const linkColumns = sql`link, kind, record, says, relies, linked_on as "linkedOn", linked_by as "linkedBy",
  ended_on as "endedOn",
  ended_because as "endedBecause", ended_by as "endedBy"`

/** Every link, those that stand and those that were ended, the oldest first; a commission has at most 200. */
export const linksOf = (tx: Tx, council: string, commission: string): Promise<Link[]> =>
  rows<Link>(
    tx,
    sql`select ${linkColumns} from commissions.link where council = ${council} and commission = ${commission}
      order by linked_on, record limit 200`,
  )

export const insertLink = (
  tx: Tx,
  council: string,
  commission: string,
  l: Omit<Link, 'endedOn' | 'endedBecause' | 'endedBy'>,
) =>
  sql`insert into commissions.link (council, link, commission, kind, record, says, relies, linked_on, linked_by)
    values (${council}, ${l.link}, ${commission}, ${l.kind}, ${l.record}, ${l.says}, ${l.relies}, ${l.linkedOn},
      ${l.linkedBy})`.execute(tx)

export const endLink = (tx: Tx, council: string, link: string, on: Temporal.PlainDate, because: string, by: string) =>
  sql`update commissions.link set ended_on = ${on}, ended_because = ${because}, ended_by = ${by}
    where council = ${council} and link = ${link}`.execute(tx)

/** The commissions to which a record belongs. */
export const commissionsOfRecord = (
  tx: Tx,
  council: string,
  record: string,
): Promise<(Pick<Commission, 'commission' | 'ref' | 'title' | 'isPublic'> & { relies: boolean })[]> =>
  rows(
    tx,
    sql`select c.commission, c.ref, c.title, c.is_public as "isPublic", l.relies from commissions.link l
    join commissions.commission c on c.council = l.council and c.commission = l.commission
    where l.council = ${council} and l.record = ${record} and l.ended_on is null order by c.ref limit 20`,
  )

// ---- what is owed

const owedColumns = sql`o.owed, o.words, o.source, o.owner, o.due, o.owed_on as "owedOn", o.owed_by as "owedBy",
  o.done_on as "doneOn", o.evidence, o.done_by as "doneBy"`

/** What is owed under a commission, the first due first; at most 200. */
export const owedUnder = (tx: Tx, council: string, commission: string): Promise<Owed[]> =>
  rows<Owed>(
    tx,
    sql`select ${owedColumns} from commissions.owed o where o.council = ${council} and o.commission = ${commission}
      order by o.due, o.owed limit 200`,
  )

export const insertOwed = (
  tx: Tx,
  council: string,
  commission: string,
  o: Pick<Owed, 'owed' | 'words' | 'source' | 'owner' | 'due' | 'owedOn' | 'owedBy'>,
) =>
  sql`insert into commissions.owed (council, owed, commission, words, source, owner, due, owed_on, owed_by)
    values (${council}, ${o.owed}, ${commission}, ${o.words}, ${o.source}, ${o.owner}, ${o.due}, ${o.owedOn},
      ${o.owedBy})`.execute(tx)

export const settleOwed = (
  tx: Tx,
  council: string,
  owed: string,
  on: Temporal.PlainDate,
  evidence: string,
  by: string,
) =>
  sql`update commissions.owed set done_on = ${on}, evidence = ${evidence}, done_by = ${by}
    where council = ${council} and owed = ${owed}`.execute(tx)

export type Due = Pick<Owed, 'owed' | 'words' | 'owner' | 'due'> & { ref: string; title: string }

/** What is due by a day and nobody was reminded of, locked so that two who remind at once do it once. */
export const takeDue = (tx: Tx, council: string, day: Temporal.PlainDate, size: number): Promise<Due[]> =>
  rows<Due>(
    tx,
    sql`update commissions.owed o set reminded_on = ${day} from commissions.commission c
    where o.council = ${council} and c.council = o.council and c.commission = o.commission and o.owed in (
      select owed from commissions.owed where council = ${council} and done_on is null and reminded_on is null
        and due <= ${day} order by due limit ${size} for update)
    returning o.owed, o.words, o.owner, o.due, c.ref, c.title`,
  )

/** What is due by a day and not done, the longest overdue first; whether its owner was reminded. */
export const allDue = (
  tx: Tx,
  council: string,
  day: Temporal.PlainDate,
  size: number,
): Promise<(Due & { reminded: boolean })[]> =>
  rows(
    tx,
    sql`select o.owed, o.words, o.owner, o.due, c.ref, c.title, o.reminded_on is not null as reminded
    from commissions.owed o join commissions.commission c on c.council = o.council and c.commission = o.commission
    where o.council = ${council} and o.done_on is null and o.due <= ${day} order by o.due, o.owed limit ${size}`,
  )

// ---- lists

export type CommissionLine = Pick<Commission, 'ref' | 'title' | 'subject' | 'state' | 'openedOn'>
export type CommissionFilter = { words: string | null; state: Commission['state'] | null; subject: string | null }
type Page = { place: Place; size: number }

const line = sql`ref, title, subject, state, opened_on as "openedOn"`
// Everything below a subject: 0 is the character after the stroke.
const below = (subject: string | null) =>
  subject === null
    ? sql`true`
    : sql`(subject = ${subject} or subject ~>=~ ${`${subject}/`} and subject ~<~ ${`${subject}0`})`
const beyond = ({ values, backwards }: Place) =>
  values === null ? sql`true` : sql`(opened_on, ref) ${backwards ? sql`>` : sql`<`} (${values[0]}::date, ${values[1]})`
const order = ({ backwards }: Place) => (backwards ? sql`opened_on, ref` : sql`opened_on desc, ref desc`)

/** Commissions as the public sees them, the newest first. */
export const shownLines = (
  tx: Tx,
  council: string,
  { words, state, subject }: CommissionFilter,
  { place, size }: Page,
): Promise<CommissionLine[]> =>
  rows<CommissionLine>(
    tx,
    sql`select ${line} from commissions.shown where council = ${council} and ${below(subject)} and ${beyond(place)}
    and (${state}::text is null or state = ${state}::text) and ${
      words === null ? sql`true` : sql`(search @@ websearch_to_tsquery('english', ${words}) or ref = ${words})`
    }
    order by ${order(place)} limit ${size}`,
  )

/** All commissions, for whoever works at the desk, the newest first. */
export const commissionLines = (
  tx: Tx,
  council: string,
  { words, state, subject }: CommissionFilter,
  { place, size }: Page,
): Promise<(CommissionLine & { isPublic: boolean; lead: string })[]> =>
  rows(
    tx,
    sql`select ${line}, is_public as "isPublic", lead from commissions.commission
      where council = ${council} and ${below(subject)} and ${beyond(place)}
    and (${state}::text is null or state = ${state}::text)
    and (${words}::text is null or title ilike '%' || ${words}::text || '%' or why ilike '%' || ${words}::text || '%'
      or ref ilike ${words}::text || '%')
    order by ${order(place)} limit ${size}`,
  )

/** How many there are, counted no further than a thousand. */
export async function countLines(
  tx: Tx,
  council: string,
  { words, state, subject }: CommissionFilter,
  whose: 'public' | 'desk',
): Promise<number> {
  const found =
    whose === 'public'
      ? sql`select 1 from commissions.shown where council = ${council} and ${below(
          subject,
        )} and (${state}::text is null or state = ${state}::text)
        and ${
          words === null ? sql`true` : sql`(search @@ websearch_to_tsquery('english', ${words}) or ref = ${words})`
        } limit 1001`
      : sql`select 1 from commissions.commission where council = ${council} and ${below(
          subject,
        )} and (${state}::text is null or state = ${state}::text)
        and (${words}::text is null or title ilike '%' || ${words}::text || '%'
          or why ilike '%' || ${words}::text || '%' or ref ilike ${words}::text || '%') limit 1001`
  return Number((await row<{ n: bigint }>(tx, sql`select count(*) as n from (${found}) as counted`))?.n ?? 0n)
}

// ---- the public's copy

export async function writeShown(
  tx: Tx,
  council: string,
  c: Pick<Commission, 'commission' | 'ref' | 'title' | 'subject' | 'state' | 'openedOn'>,
  document: PublicCommission,
): Promise<void> {
  await sql`insert into commissions.shown (council, commission, ref, title, subject, state, opened_on, document, search)
    values (${council}, ${c.commission}, ${c.ref}, ${c.title}, ${c.subject}, ${c.state}, ${c.openedOn}, ${toJson(
      document,
    )}::jsonb,
      setweight(to_tsvector('english', ${`${c.ref} ${c.title}`}),
        'A') || setweight(to_tsvector('english', ${document.why}), 'C'))
    on conflict (council, commission) do update set title = excluded.title, state = excluded.state,
      document = excluded.document, search = excluded.search`.execute(tx)
}

export const hideShown = (tx: Tx, council: string, commission: string) =>
  sql`delete from commissions.shown where council = ${council} and commission = ${commission}`.execute(tx)

/** The commissions shown to the public to which a record belongs, each with all that belongs to it. The public role can ask this. */
export const shownAround = async (
  tx: Tx,
  council: string,
  record: string,
): Promise<Pick<PublicCommission, 'ref' | 'links'>[]> =>
  rows(
    tx,
    sql`select ref, document->'links' as links from commissions.shown
    where council = ${council} and document->'links' @> jsonb_build_array(jsonb_build_object('record', ${record}::text))
      order by ref limit 20`,
  )

/** A commission as it was shown to the public, or null. The public role can ask this. */
export const shownCommission = async (tx: Tx, council: string, ref: string): Promise<PublicCommission | null> =>
  (
    await row<{ document: PublicCommission }>(
      tx,
      sql`select document from commissions.shown where council = ${council} and ref = ${ref}`,
    )
  )?.document ?? null
