import { rows, sql, type Tx } from '#platform/database.ts'
import type { Consulted } from './consulted.ts'

const columns = sql`c.consulted, c.capacity, c.post, c.name, c.on_day as "on", c.how, c.response, c.says, c.evidence,
  c.interests, c.dispensation,
  c.recorded_by_name as "recordedByName", c.recorded_at as "recordedAt"`

type Row = Omit<Consulted, 'postTitle'>

/** Who was consulted on a decision, in the order of the days. */
export const consultedOf = (tx: Tx, council: string, decision: string): Promise<Row[]> =>
  rows<Row>(
    tx,
    sql`select ${columns} from decisions.consulted c where c.council = ${council} and c.decision = ${decision}
    order by c.on_day, c.recorded_at, c.consulted`,
  )

export const insertConsulted = (tx: Tx, council: string, c: Row & { decision: string; by: string }) =>
  sql`insert into decisions.consulted (council, consulted, decision, capacity, post, name, on_day, how, response, says,
    evidence, interests,
      dispensation, recorded_by, recorded_by_name, recorded_at)
    values (${council}, ${c.consulted}, ${c.decision}, ${c.capacity}, ${c.post}, ${c.name}, ${c.on}, ${c.how},
      ${c.response}, ${c.says}, ${c.evidence},
      ${c.interests}, ${c.dispensation}, ${c.by}, ${c.recordedByName}, ${c.recordedAt})`.execute(tx)

export const deleteConsulted = (tx: Tx, council: string, decision: string, consulted: string) =>
  sql`delete from decisions.consulted where council = ${council} and decision = ${decision}
    and consulted = ${consulted}`.execute(tx)

/** What the journal sealed when each decision was made: all who had been consulted. */
export async function sealedConsulted(tx: Tx, council: string, refs: string[]): Promise<Map<string, unknown>> {
  const found = await rows<Row & { ref: string }>(
    tx,
    sql`select d.ref, ${columns} from decisions.consulted c join decisions.decision d using (council, decision)
    where c.council = ${council} and d.ref = any (${refs}::text[]) order by c.on_day, c.recorded_at, c.consulted`,
  )
  const byRef = Map.groupBy(found, ({ ref }) => ref)
  return new Map([...byRef].map(([ref, all]) => [ref, all.map(sealedEntry)]))
}

export const sealedEntry = (c: Row) => ({
  consulted: c.consulted,
  capacity: c.capacity,
  post: c.post,
  name: c.name,
  on: c.on.toString(),
  how: c.how,
  response: c.response,
  says: c.says,
  evidence: c.evidence,
  interests: c.interests,
  dispensation: c.dispensation,
  recordedBy: c.recordedByName,
  recordedAt: c.recordedAt.toString(),
})
