import { findPost } from '#authority'
import type { Work } from '#platform/use-case.ts'
import type { Commission, PartName, Showable } from './commission.ts'
import { findCommission, hideShown, latestEditions, linksOf, owedUnder, writeShown } from './store.ts'

/** A part as the public sees it: the document as it was kept, with days as ISO text. */
export type ShownPart = { n: number; madeOn: string; document: unknown }

/** What the public is shown of a commission, as it is stored: days are ISO text, money is pence. */
export type PublicCommission = {
  ref: string
  title: string
  subject: string
  lead: { post: string; title: string }
  why: string
  state: Commission['state']
  openedOn: string
  openedAct: string
  closedOn: string | null
  closedBecause: string | null
  shows: Showable[]
  parts: Partial<Record<PartName, ShownPart>>
  /** Which of these may be seen is asked of each record when it is shown. */
  links: { kind: string; record: string; says: string; linkedOn: string }[]
  owed: { words: string; source: string; owner: string; due: string; doneOn: string | null; evidence: string | null }[]
}

/** Writes the public's copy anew from what now stands, or takes it away where nothing may be shown. */
export async function showAgain({ tx, council }: Work, ref: string): Promise<void> {
  const found = await findCommission(tx, council, ref)
  if (!found) throw new Error(`The commission ${ref} vanished.`)
  if (!found.isPublic) return void (await hideShown(tx, council, found.commission))
  const parts: PublicCommission['parts'] = {}
  for (const { part, n, madeOn, document } of await latestEditions(tx, council, found.commission)) {
    if (found.shows.includes(part)) parts[part] = { n, madeOn: madeOn.toString(), document }
  }
  const owed: PublicCommission['owed'] = []
  for (const one of found.shows.includes('owed') ? await owedUnder(tx, council, found.commission) : []) {
    const owner = await findPost(tx, council, one.owner)
    owed.push({
      words: one.words,
      source: one.source,
      owner: owner?.title ?? one.owner,
      due: one.due.toString(),
      doneOn: one.doneOn?.toString() ?? null,
      evidence: one.evidence,
    })
  }
  const lead = await findPost(tx, council, found.lead)
  await writeShown(tx, council, found, {
    ref: found.ref,
    title: found.title,
    subject: found.subject,
    lead: { post: found.lead, title: lead?.title ?? found.lead },
    why: found.why,
    state: found.state,
    openedOn: found.openedOn.toString(),
    openedAct: found.openedAct,
    closedOn: found.closedOn?.toString() ?? null,
    closedBecause: found.closedBecause,
    shows: found.shows,
    parts,
    owed,
    links: (await linksOf(tx, council, found.commission))
      .filter(({ endedOn }) => endedOn === null)
      .map(({ kind, record, says, linkedOn }) => ({ kind, record, says, linkedOn: linkedOn.toString() })),
  })
}
