import { row, rows, sql, type Tx } from '#platform/database.ts'
import { constitutionInput, type Constitution } from '../constitution.ts'

export type Proposed = {
  proposal: string
  name: string
  document: string
  givenBy: string
  givenAt: Temporal.Instant
  state: 'waiting' | 'adopted' | 'discarded'
  version: number | null
  /** Put together from spreadsheets on top of the version that stands: then `document` is empty. */
  bySheets: boolean
  typedDay: string
  typedTitle: string
}

const columns = sql`proposal, name, document, given_by as "givenBy", given_at as "givenAt", state, version,
  by_sheets as "bySheets", typed_day as "typedDay", typed_title as "typedTitle"`

export const insertProposed = (
  tx: Tx,
  council: string,
  p: { proposal: string; name: string; document: string; by: string; sheets?: TypedHead },
  at: Temporal.Instant,
) =>
  sql`insert into authority.proposed_constitution (council, proposal, name, document, given_by, given_at, by_sheets,
    typed_day, typed_title)
    values (${council}, ${p.proposal}, ${p.name}, ${p.document}, ${p.by}, ${at}, ${p.sheets !== undefined},
      ${p.sheets?.day ?? ''}, ${p.sheets?.title ?? ''})`.execute(tx)

/** What is typed beside spreadsheets, as it was typed: it is kept also where it is no day yet. */
export type TypedHead = { day: string; title: string }

export const updateHead = (tx: Tx, council: string, proposal: string, { day, title }: TypedHead) =>
  sql`update authority.proposed_constitution set typed_day = ${day}, typed_title = ${title}
    where council = ${council} and proposal = ${proposal}`.execute(tx)

export type KeptSheet = { file: string; sheet: string | null; text: string }

export const sheetsOf = (tx: Tx, council: string, proposal: string): Promise<KeptSheet[]> =>
  rows(
    tx,
    sql`select file, sheet, text from authority.proposed_sheet
    where council = ${council} and proposal = ${proposal} order by given_at, file`,
  )

/** Takes away the file of this name, and whatever else held the same table. */
export const deleteSheet = (tx: Tx, council: string, proposal: string, one: { file: string; sheet: string | null }) =>
  sql`delete from authority.proposed_sheet
    where council = ${council} and proposal = ${proposal}
      and (file = ${one.file} or sheet = ${one.sheet}::text)`.execute(tx)

export const insertSheet = (tx: Tx, council: string, proposal: string, one: KeptSheet, at: Temporal.Instant) =>
  sql`insert into authority.proposed_sheet (council, proposal, file, sheet, text, given_at)
    values (${council}, ${proposal}, ${one.file}, ${one.sheet}, ${one.text}, ${at})`.execute(tx)

/** The texts of spreadsheets go when what they proposed was adopted or discarded. */
export const deleteSheets = (tx: Tx, council: string, proposal: string) =>
  sql`delete from authority.proposed_sheet where council = ${council} and proposal = ${proposal}`.execute(tx)

export const findProposed = (
  tx: Tx,
  council: string,
  proposal: string,
  lock: 'lock' | 'look' = 'look',
): Promise<Proposed | null> =>
  row(
    tx,
    sql`select ${columns} from authority.proposed_constitution
      where council = ${council} and proposal = ${proposal} ${lock === 'lock' ? sql`for update` : sql``}`,
  )

/** What waits to be adopted or discarded, the newest first; without its text. */
export const waitingProposals = (
  tx: Tx,
  council: string,
): Promise<Pick<Proposed, 'proposal' | 'name' | 'givenBy' | 'givenAt'>[]> =>
  rows(
    tx,
    sql`select proposal, name, given_by as "givenBy", given_at as "givenAt" from authority.proposed_constitution
    where council = ${council} and state = 'waiting' order by given_at desc limit 50`,
  )

/** Closes a proposal. What was adopted stands in the constitution; the text of what was given goes either way. */
export const closeProposed = (
  tx: Tx,
  council: string,
  proposal: string,
  c: { state: 'adopted' | 'discarded'; version: number | null; by: string },
  at: Temporal.Instant,
) =>
  sql`update authority.proposed_constitution set state = ${c.state}, version = ${c.version}, closed_by = ${c.by},
    closed_at = ${at}, document = ''
    where council = ${council} and proposal = ${proposal}`.execute(tx)

/** A version as it was adopted; null when there is none of that number. Without a number the last. */
export async function adoptedVersion(
  tx: Tx,
  council: string,
  version: number | null,
): Promise<{ version: number; from: Temporal.PlainDate; document: Constitution } | null> {
  const found = await row<{ version: number; from: Temporal.PlainDate; document: unknown }>(
    tx,
    sql`select version, in_force_from as "from", document from authority.constitution
    where council = ${council} and (${version}::integer is null or version = ${version}::integer) order by version desc
      limit 1`,
  )
  return found && { ...found, document: constitutionInput.parse(found.document) }
}

export const peopleByEmail = (tx: Tx, council: string): Promise<{ email: string; name: string }[]> =>
  rows(tx, sql`select lower(email) as email, name from platform.account where council = ${council} and active`)
