import { toJson } from '#platform/json.ts'
import { changed, done, type Outcome, type Work } from '#platform/use-case.ts'
import { partTitles, type Commission, type PartName } from './commission.ts'
import { showAgain } from './shown.ts'
import { insertEdition, latestEdition } from './store.ts'
import { openCommissionAt } from './the-commission.ts'

/** A part of a commission: its name, and how what was kept is read back. */
export type Part<Doc> = { name: PartName; from(document: unknown): Doc }

/** Which edition somebody looked at, and why they change it. `edition` 0: there was none. */
export type Revision = { ref: string; edition: number; why: string }

/**
 * Makes the next edition of a part. The earlier ones stay as they are and in the journal's chain. Of two people at one edition
 * the second is told.
 */
export async function revise<Doc>(
  work: Work,
  part: Part<Doc>,
  { ref, edition, why }: Revision,
  change: (doc: Doc | null, commission: Commission) => Outcome<Doc> | Promise<Outcome<Doc>>,
): Promise<Outcome<{ ref: string; edition: number }>> {
  const outcome = await openCommissionAt(work, ref)
  if (!outcome.ok) return outcome
  const { tx, actor, now, today } = work
  const { commission } = outcome.value
  const latest = await latestEdition(tx, actor.council, commission, part.name)
  if ((latest?.n ?? 0) !== edition) {
    return changed(
      `The ${partTitles[part.name].toLowerCase()} changed while you had it open.`,
      latest ? `${latest.madeBy} made edition ${latest.n}: ${latest.why}` : 'There is none any more.',
    )
  }
  const next = await change(latest ? part.from(latest.document) : null, outcome.value)
  if (!next.ok) return next
  // As it will be read back, so that the journal seals what the database keeps.
  const document: unknown = JSON.parse(toJson(next.value))
  const n = edition + 1
  await insertEdition(
    tx,
    actor.council,
    commission,
    { part: part.name, n, document, why, madeOn: today, madeBy: actor.name },
    now,
  )
  work.seal('commission-edition', `${ref} ${part.name} ${n}`, document)
  await showAgain(work, ref)
  work.announce('commissions.revised', { ref, part: part.name, edition: n, why })
  return done({ ref, edition: n })
}
