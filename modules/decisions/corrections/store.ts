import { rows, sql, type Tx } from '#platform/database.ts'
import type { Correction } from './correction.ts'

const columns = sql`c.correction, c.place, c.clause, c.number, c.said, c.should_say as "shouldSay", c.because,
  c.by_name as "byName", c.on_day as "onDay"`

/** A record's corrections, the first first. */
export const correctionsOf = (tx: Tx, council: string, decision: string): Promise<Correction[]> =>
  rows<Correction>(
    tx,
    sql`select ${columns} from decisions.correction c where c.council = ${council} and c.decision = ${decision}
      order by c.number`,
  )

export const insertCorrection = (
  tx: Tx,
  council: string,
  c: Correction & { decision: string; account: string; at: Temporal.Instant },
) =>
  sql`insert into decisions.correction (council, correction, decision, place, clause, number, said, should_say, because,
    by_name, by_account, on_day, corrected_at)
    values (${council}, ${c.correction}, ${c.decision}, ${c.place}, ${c.clause}, ${c.number}, ${c.said}, ${c.shouldSay},
      ${c.because}, ${c.byName}, ${c.account}, ${c.onDay}, ${c.at})`.execute(tx)

export const correctionsById = (tx: Tx, council: string, ids: string[]): Promise<Correction[]> =>
  rows<Correction>(
    tx,
    sql`select ${columns} from decisions.correction c
      where c.council = ${council} and c.correction::text = any (${ids}::text[])`,
  )
