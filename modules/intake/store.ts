import { row, rows, sql, type Tx } from '#platform/database.ts'
import type { Reading, ReadingFinding } from './reading.ts'

export type Document = {
  document: string
  sha256: Uint8Array
  name: string
  mediaType: string
  size: bigint
  /** Null for a visitor. */
  givenBy: string | null
  givenByName: string
  givenAt: Temporal.Instant
  text: string | null
  notes: string[]
  refused: string | null
}

/** What is kept of a reading beside its document's name and text, which all readings of a document share. */
export type Said = Omit<Reading, 'file' | 'text'>
export type KeptReading = { reading: string; document: string; place: number; readAt: Temporal.Instant; said: Said }

export type Correction = {
  n: number
  part: string
  old: unknown
  new: unknown
  why: string | null
  undoes: number | null
  by: string | null
  byName: string
  at: Temporal.Instant
  findings: ReadingFinding[]
}

const documentColumns = sql`document, sha256, name, media_type as "mediaType", size, given_by as "givenBy",
  given_by_name as "givenByName",
  given_at as "givenAt", text, notes, refused`
const readingColumns = sql`reading, document, place, read_at as "readAt", said`

/** What a person wrote is not always text that a database can hold; the stand-ins are as long, so that places keep their meaning. */
export const holdable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')

const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (_, held: unknown) => (typeof held === 'string' ? holdable(held) : held))

export async function insertDocument(tx: Tx, council: string, d: Document): Promise<void> {
  await sql`insert into intake.document (council, document, sha256, name, media_type, size, given_by, given_by_name,
    given_at, text, notes, refused)
    values (${council}, ${d.document}, ${d.sha256}, ${d.name}, ${d.mediaType}, ${d.size}, ${d.givenBy},
      ${d.givenByName}, ${d.givenAt},
      ${d.text === null ? null : holdable(d.text)}, ${d.notes.map(holdable)}::text[], ${d.refused})`.execute(tx)
}

export async function insertReading(tx: Tx, council: string, r: KeptReading, name: string): Promise<void> {
  const { said } = r
  const words = holdable(
    [
      name,
      said.title?.value,
      said.decisionMaker?.value,
      said.council?.value,
      ...said.identifiers.map(({ value }) => value),
    ]
      .filter(Boolean)
      .join(' '),
  )
  await sql`insert into intake.reading (council, reading, document, place, title, maker, decided_on, layout, said,
    read_at, search)
    values (${council}, ${r.reading}, ${r.document}, ${r.place}, ${short(said.title?.value)},
      ${short(said.decisionMaker?.value)},
      ${said.decidedOn?.value ?? null}::date, ${said.layout}, ${jsonOf(said)}::jsonb, ${r.readAt},
        to_tsvector('english', left(${words}, 20000)))`.execute(tx)
}

const short = (text: string | undefined): string | null =>
  text === undefined ? null : holdable(text).slice(0, 500).toWellFormed()

/** A document by its identifier; with the rights of the public, since nobody can guess one. */
export const documentAt = (tx: Tx, document: string): Promise<Document | null> =>
  row<Document>(tx, sql`select ${documentColumns} from intake.document_at(${document}::uuid)`)

export const readingAt = (tx: Tx, reading: string): Promise<KeptReading | null> =>
  row<KeptReading>(tx, sql`select ${readingColumns} from intake.reading_at(${reading}::uuid)`)

export type Neighbour = {
  reading: string
  place: number
  title: string | null
  maker: string | null
  decidedOn: Temporal.PlainDate | null
}

/** The records of a document in the order in which they stand in it. */
export const readingsOf = (tx: Tx, document: string, page: { from: number; size: number }): Promise<Neighbour[]> =>
  rows<Neighbour>(
    tx,
    sql`select reading, place, title, maker, decided_on as "decidedOn" from intake.readings_of(${document}::uuid)
    where place >= ${page.from} order by place limit ${page.size}`,
  )

export const countReadingsOf = async (tx: Tx, document: string): Promise<number> =>
  Number((await row<{ n: bigint }>(tx, sql`select count(*) as n from intake.readings_of(${document}::uuid)`))?.n ?? 0n)

export const correctionsOf = (tx: Tx, reading: string): Promise<Correction[]> =>
  rows<Correction>(
    tx,
    sql`select n, part, old, new, why, undoes, by_account as by, by_name as "byName", corrected_at as at, findings
    from intake.corrections_of(${reading}::uuid) order by n`,
  )

/** Adds the correction with the next number; false when somebody else has just taken it. */
export async function insertCorrection(tx: Tx, council: string, reading: string, c: Correction): Promise<boolean> {
  const written = await row(
    tx,
    sql`insert into intake.correction (council, reading, n, part, old, new, why, undoes, by_account, by_name,
      corrected_at, findings)
    values (${council}, ${reading}, ${c.n}, ${c.part}, ${jsonOf(c.old)}::jsonb, ${jsonOf(c.new)}::jsonb, ${c.why},
      ${c.undoes}, ${c.by}, ${c.byName},
      ${c.at}, ${jsonOf(c.findings)}::jsonb) on conflict do nothing returning n`,
  )
  return written !== null
}

/** How many bytes people without a name have given since an instant. */
export const givenByStrangers = async (tx: Tx, council: string, since: Temporal.Instant): Promise<bigint> =>
  (
    await row<{ size: bigint }>(
      tx,
      sql`select coalesce(sum(size), 0)::bigint as size from intake.document
    where council = ${council} and given_by is null and given_at > ${since}`,
    )
  )?.size ?? 0n

export type ReadingLine = {
  reading: string
  document: string
  file: string
  title: string | null
  maker: string | null
  decidedOn: Temporal.PlainDate | null
  layout: string
  readAt: Temporal.Instant
  givenByName: string
  stranger: boolean
  errors: number
  corrections: number
}

export type ReadingSearch = { words: string | null; by: 'staff' | 'visitors' | null }

const matching = (council: string, { words, by }: ReadingSearch) => sql`
  from intake.reading r join intake.document d on d.council = r.council and d.document = r.document
  where r.council = ${council} ${words === null ? sql`` : sql`and r.search @@ websearch_to_tsquery('english', ${words})`}
    ${by === null ? sql`` : by === 'staff' ? sql`and d.given_by is not null` : sql`and d.given_by is null`}`

/** What was read, the latest first. */
export const readingLines = (
  tx: Tx,
  council: string,
  search: ReadingSearch,
  page: { after: { at: Temporal.Instant; reading: string } | null; size: number },
): Promise<ReadingLine[]> =>
  rows<ReadingLine>(
    tx,
    sql`select r.reading, r.document, d.name as file, r.title, r.maker, r.decided_on as "decidedOn", r.layout,
      r.read_at as "readAt",
      d.given_by_name as "givenByName", d.given_by is null as stranger,
      (select count(*)::integer from jsonb_array_elements(r.said -> 'findings') f
        where f ->> 'weight' = 'error') as errors,
      (select count(*)::integer from intake.correction c
        where c.council = r.council and c.reading = r.reading) as corrections
    ${matching(council, search)}
    and (${page.after?.at ?? null}::timestamptz is null
      or (r.read_at, r.reading) < (${page.after?.at ?? null}::timestamptz, ${page.after?.reading ?? null}::uuid))
    order by r.read_at desc, r.reading desc limit ${page.size}`,
  )

/** How many there are, counted no further than a thousand. */
export const countReadings = async (tx: Tx, council: string, search: ReadingSearch): Promise<number> =>
  Number(
    (
      await row<{ n: bigint }>(
        tx,
        sql`select count(*) as n from (select 1 ${matching(council, search)} limit 1001) counted`,
      )
    )?.n ?? 0n,
  )

export type RefusedLine = {
  document: string
  file: string
  refused: string
  givenAt: Temporal.Instant
  givenByName: string
}

/** The latest documents that could not be read. */
export const refusedLines = (tx: Tx, council: string, size: number): Promise<RefusedLine[]> =>
  rows<RefusedLine>(
    tx,
    sql`select document, name as file, refused, given_at as "givenAt", given_by_name as "givenByName"
      from intake.document
    where council = ${council} and refused is not null order by given_at desc limit ${size}`,
  )
