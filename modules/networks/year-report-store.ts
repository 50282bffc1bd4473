import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { IssueOutcome } from './network.ts'

/** The report on a year as everybody may read it: figures of people from the threshold up, and only issues that are public. */
export type YearReport = {
  network: string
  title: string
  year: number
  edition: number
  publishedOn: string
  workshops: { title: string; day: string; state: string }[]
  /** Numbers of people; null where fewer than the threshold stand behind one. */
  people: { members: number | null; joined: number | null; left: number | null; came: number | null }
  needsMet: { met: number; of: number } | null
  threshold: number
  raised: number
  answered: number
  told: number
  will: number
  medianDays: number | null
  spentPence: string
  budgetPence: string
  issues: {
    ref: string
    says: string
    topic: string
    outcome: IssueOutcome | null
    answer: string | null
    told: boolean
  }[]
}

export const insertYearReport = (tx: Tx, council: string, network: string, r: YearReport) =>
  sql`insert into networks.year_report (council, network, year, edition, published_on, document)
    values (${council}, ${network}, ${r.year}, ${r.edition}, ${r.publishedOn}::date, ${toJson(r)}::jsonb)`.execute(tx)

export const lastEdition = async (tx: Tx, council: string, network: string, year: number): Promise<number> =>
  (
    await row<{ edition: number }>(
      tx,
      sql`select max(edition) as edition from networks.year_report where council = ${council} and network = ${network}
        and year = ${year}`,
    )
  )?.edition ?? 0

export const findYearReport = async (tx: Tx, council: string, ref: string, year: number): Promise<YearReport | null> =>
  (
    await row<{ document: YearReport }>(
      tx,
      sql`select r.document from networks.year_report r join networks.network n using (council, network)
    where r.council = ${council} and n.ref = ${ref} and r.year = ${year} order by r.edition desc limit 1`,
    )
  )?.document ?? null

export const reportedYears = async (tx: Tx, council: string, network: string): Promise<number[]> =>
  (
    await rows<{ year: number }>(
      tx,
      sql`select distinct year from networks.year_report where council = ${council} and network = ${network}
        order by year desc`,
    )
  ).map(({ year }) => year)

/** Published reports by "NW-2026-0001/2026/1", for the journal to compare. */
export const sealedYearReports = async (
  tx: Tx,
  council: string,
  ids: readonly string[],
): Promise<Map<string, unknown>> =>
  new Map(
    (
      await rows<{ id: string; document: YearReport }>(
        tx,
        sql`select n.ref || '/' || r.year || '/' || r.edition as id, r.document from networks.year_report r
          join networks.network n using (council, network)
    where r.council = ${council} and n.ref || '/' || r.year || '/' || r.edition = any (${[...ids]}::text[])`,
      )
    ).map(({ id, document }) => [id, document]),
  )
