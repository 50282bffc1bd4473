import { row, rows, sql, type Tx } from '#platform/database.ts'
import type { Paper } from './paper.ts'

const columns = sql`p.paper, p.position, p.kind, p.title, p.author, p.dated, encode(p.sha256, 'hex') as sha256, p.name,
  p.media_type as "mediaType", p.size, p.added_by as "addedBy"`

/** A decision's papers in their order, each with the digest of its content. */
export const papersOf = (tx: Tx, council: string, decision: string): Promise<Paper[]> =>
  rows<Paper>(
    tx,
    sql`select ${columns} from decisions.paper p where p.council = ${council} and p.decision = ${decision}
      order by p.position, p.paper`,
  )

export type NewPaper = Omit<Paper, 'position' | 'sha256'> & {
  decision: string
  sha256: Uint8Array
  at: Temporal.Instant
}

/** Adds a paper after those that are there. */
export const insertPaper = (tx: Tx, council: string, p: NewPaper) =>
  sql`insert into decisions.paper (council, paper, decision, position, kind, title, author, dated, sha256, name,
    media_type, size, added_by, added_at)
    values (${council}, ${p.paper}, ${p.decision},
      (select coalesce(max(position), 0) + 1 from decisions.paper
      where council = ${council} and decision = ${p.decision}),
      ${p.kind}, ${p.title}, ${p.author}, ${p.dated}, ${p.sha256}, ${p.name}, ${p.mediaType}, ${p.size}, ${p.addedBy},
        ${p.at})`.execute(tx)

export const updatePaper = (tx: Tx, council: string, p: Pick<Paper, 'paper' | 'kind' | 'title' | 'author' | 'dated'>) =>
  sql`update decisions.paper set kind = ${p.kind}, title = ${p.title}, author = ${p.author}, dated = ${p.dated}
    where council = ${council} and paper = ${p.paper}`.execute(tx)

export const placePaper = (tx: Tx, council: string, paper: string, position: number) =>
  sql`update decisions.paper set position = ${position} where council = ${council} and paper = ${paper}`.execute(tx)

export const deletePaper = (tx: Tx, council: string, paper: string) =>
  sql`delete from decisions.paper where council = ${council} and paper = ${paper}`.execute(tx)

/** The papers of many decisions by reference, as the journal sealed them. */
export const papersByRef = (tx: Tx, council: string, refs: string[]): Promise<(Paper & { ref: string })[]> =>
  rows(
    tx,
    sql`select d.ref, ${columns} from decisions.paper p join decisions.decision d using (council, decision)
    where p.council = ${council} and d.ref = any (${refs}::text[]) order by d.ref, p.position, p.paper`,
  )

/** The digest of everything attached to a decision, in order: changes when a paper comes, goes, or is another. Null when there are none. */
export const digestOfPapers = async (tx: Tx, council: string, decision: string): Promise<string | null> =>
  (
    await row<{ digest: string | null }>(
      tx,
      sql`select encode(sha256(convert_to(string_agg(p.kind || ' ' || p.title || ' ' || encode(p.sha256, 'hex'), e'\n'
        order by p.position, p.paper), 'UTF8')), 'hex') as digest
    from decisions.paper p where p.council = ${council} and p.decision = ${decision}`,
    )
  )?.digest ?? null
