import { createHash } from 'node:crypto'
import { row, rows, sql, type Tx } from './database.ts'
import { canonicalJson } from './json.ts'
import type { Refusal } from './use-case.ts'

/** What one line of the journal says. Sealed records appear as digests, so that the journal itself holds no content. */
export type Entry = {
  council: string
  at: string
  account: string | null
  by: string
  useCase: string
  outcome: 'done' | 'refused'
  subject: string | null
  input: unknown
  refusal: Pick<Refusal, 'kind' | 'what' | 'because'> | null
  sealed: { kind: string; id: string; digest: string }[]
}

/** The digest under which a record's content is bound into the chain. */
export const digestOf = (content: unknown): string => createHash('sha256').update(canonicalJson(content)).digest('hex')

/**
 * Adds a line. The chain is hash(n) = sha256(hash(n-1) || text of entry n), from an empty first link. One statement locks the
 * council's head, links and writes, so lines of one council are in one order; it comes last in a transaction, so that the
 * lock is held only for the commit.
 */
export async function writeEntry(tx: Tx, entry: Entry): Promise<void> {
  const text = canonicalJson(entry)
  const written = await row(
    tx,
    sql`
    with head as (
      update platform.journal_head set seq = seq + 1, hash = sha256(hash || convert_to(${text}, 'UTF8'))
      where council = ${entry.council} returning seq, hash)
    insert into platform.journal (council, seq, at, account, use_case, outcome, subject, entry, hash)
    select ${entry.council}, seq, ${entry.at}::timestamptz, ${entry.account}::uuid, ${entry.useCase}, ${entry.outcome},
      ${entry.subject}, ${text}, hash from head
    returning seq`,
  )
  if (!written) throw new Error(`The council ${entry.council} has no journal.`)
}

/**
 * Adds several lines of one council at once, in the order given: what `writeEntry` does, with the head locked once. The hashes
 * are worked out here, which is the same arithmetic on the same bytes.
 */
export async function writeEntries(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const [first] = entries
  if (!first) return
  if (entries.length === 1) return writeEntry(tx, first)
  const head = await row<{ seq: bigint; hash: Uint8Array }>(
    tx,
    sql`
    select seq, hash from platform.journal_head where council = ${first.council} for update`,
  )
  if (!head) throw new Error(`The council ${first.council} has no journal.`)
  let { seq, hash } = head
  const lines = entries.map((entry) => {
    const text = canonicalJson(entry)
    hash = createHash('sha256').update(hash).update(text).digest()
    seq += 1n
    const { at, account, useCase, outcome, subject } = entry
    return {
      seq: seq.toString(),
      at,
      account,
      useCase,
      outcome,
      subject,
      entry: text,
      hash: Buffer.from(hash).toString('hex'),
    }
  })
  await sql`insert into platform.journal (council, seq, at, account, use_case, outcome, subject, entry, hash)
    select ${first.council}, l.seq, l.at, l.account, l."useCase", l.outcome, l.subject, l.entry, decode(l.hash, 'hex')
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (seq bigint, at timestamptz, account uuid,
      "useCase" text,
      outcome text, subject text, entry text, hash text)`.execute(tx)
  await sql`update platform.journal_head set seq = ${seq}, hash = ${hash} where council = ${first.council}`.execute(tx)
}

export type JournalLine = {
  seq: bigint
  at: Temporal.Instant
  account: string | null
  useCase: string
  outcome: 'done' | 'refused'
  entry: Entry
}

/** The newest lines about a record (or all of a council's), newest first, a page at a time. */
export async function readJournal(
  tx: Tx,
  council: string,
  about: { subject?: string; before?: bigint; size: number },
): Promise<JournalLine[]> {
  const found = await rows<Omit<JournalLine, 'entry'> & { entry: string }>(
    tx,
    sql`
    select seq, at, account, use_case as "useCase", outcome, entry from platform.journal
    where council = ${council}
      and (${about.subject ?? null}::text is null or subject = ${about.subject ?? null})
      and (${about.before ?? null}::bigint is null or seq < ${about.before ?? null})
    order by seq desc limit ${about.size}`,
  )
  return found.map((line) => ({ ...line, entry: JSON.parse(line.entry) as Entry }))
}

/** What is wrong with a chain, in a sentence that names the line. */
export type Break = { seq: bigint | null; says: string }

/** How one module's sealed records are read back for comparison with the journal. */
export type Sealed = { kind: string; content(tx: Tx, council: string, ids: string[]): Promise<Map<string, unknown>> }

/**
 * Walks a council's chain from its first line: recomputes every hash, compares the look-up columns with the text that was
 * hashed, reads every sealed record back and compares its digest with the last one sealed, and compares the end with the
 * head. `expected` is a head hash noted elsewhere earlier (a line cut off the end together with the head is only seen so).
 */
export async function verifyJournal(
  tx: Tx,
  council: string,
  kinds: Sealed[],
  expected?: string,
): Promise<{ lines: bigint; head: string; breaks: Break[] }> {
  const breaks: Break[] = []
  const latest = new Map<string, Map<string, { digest: string; seq: bigint }>>()
  let hash: Uint8Array = new Uint8Array()
  let seq = 0n
  let passed = expected === undefined
  for (;;) {
    const page = await rows<{
      seq: bigint
      at: Temporal.Instant
      account: string | null
      use_case: string
      outcome: string
      subject: string | null
      entry: string
      hash: Uint8Array
    }>(
      tx,
      sql`
      select seq, at, account, use_case, outcome, subject, entry, hash from platform.journal
      where council = ${council} and seq > ${seq} order by seq limit 1000`,
    )
    if (!page.length) break
    for (const line of page) {
      if (line.seq !== seq + 1n)
        breaks.push({ seq: line.seq, says: `Line ${seq + 1n} is missing: line ${line.seq} follows line ${seq}.` })
      hash = createHash('sha256').update(hash).update(line.entry).digest()
      if (Buffer.compare(hash, line.hash))
        breaks.push({
          seq: line.seq,
          says: `Line ${line.seq} was changed: its hash does not follow from its text and the line before.`,
        })
      hash = line.hash // one changed line is one break, not a break in every later line
      if (expected === Buffer.from(hash).toString('hex')) passed = true
      const entry = JSON.parse(line.entry) as Entry
      const same =
        entry.account === line.account
        && entry.useCase === line.use_case
        && entry.outcome === line.outcome
        && entry.subject === line.subject
        && Temporal.Instant.compare(Temporal.Instant.from(entry.at), line.at) === 0
      if (!same)
        breaks.push({
          seq: line.seq,
          says: `Line ${line.seq} was changed: its columns no longer say what its text says.`,
        })
      for (const { kind, id, digest } of entry.sealed) {
        if (!latest.has(kind)) latest.set(kind, new Map())
        latest.get(kind)?.set(id, { digest, seq: line.seq })
      }
      seq = line.seq
    }
  }
  const head = await row<{ seq: bigint; hash: Uint8Array }>(
    tx,
    sql`select seq, hash from platform.journal_head where council = ${council}`,
  )
  if (!head || head.seq !== seq || Buffer.compare(head.hash, hash)) {
    breaks.push({
      seq: null,
      says: `The chain ends at line ${seq}, but its head says line ${head?.seq ?? 'none'}: lines were cut off or added.`,
    })
  }
  if (!passed)
    breaks.push({ seq: null, says: `The hash ${expected} noted earlier is not in the chain: it was rewritten or cut.` })
  for (const [kind, seals] of latest) breaks.push(...(await brokenSeals(tx, council, kind, seals, kinds)))
  return { lines: seq, head: Buffer.from(hash).toString('hex'), breaks }
}

async function brokenSeals(
  tx: Tx,
  council: string,
  kind: string,
  seals: Map<string, { digest: string; seq: bigint }>,
  kinds: Sealed[],
): Promise<Break[]> {
  const reader = kinds.find((one) => one.kind === kind)
  if (!reader)
    return [{ seq: null, says: `Records of kind ${kind} are sealed in the journal, but no module reads them back.` }]
  const ids = [...seals.keys()]
  const breaks: Break[] = []
  for (let from = 0; from < ids.length; from += 500) {
    const some = ids.slice(from, from + 500)
    const contents = await reader.content(tx, council, some)
    for (const id of some) {
      const seal = seals.get(id)
      if (!contents.has(id))
        breaks.push({ seq: seal?.seq ?? null, says: `The ${kind} ${id}, sealed in line ${seal?.seq}, is gone.` })
      else if (digestOf(contents.get(id)) !== seal?.digest)
        breaks.push({ seq: seal?.seq ?? null, says: `The ${kind} ${id} is not as it was sealed in line ${seal?.seq}.` })
    }
  }
  return breaks
}
