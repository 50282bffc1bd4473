import type { Tx } from '#platform/database.ts'
import { sectionWords, stopsWords } from './statutory-hold.ts'
import { holdRows } from './store.ts'

/** A statutory hold as another room shows it beside a decision. */
export type HoldOn = {
  ref: string
  title: string
  short: string
  labels: string[] | null
  stops: string
  reason: string
  issuedOn: Temporal.PlainDate
  considerBy: Temporal.PlainDate | null
}

/** The statutory holds that run on a day and were issued about this decision, or some of its clauses. Open to all. */
export async function holdsOn(tx: Tx, council: string, decision: string, day: Temporal.PlainDate): Promise<HoldOn[]> {
  const found = await holdRows(tx, council, { running: day, decision, size: 50 })
  return found.map((hold) => ({
    ref: hold.ref,
    title: sectionWords[hold.section].title,
    short: sectionWords[hold.section].short,
    labels: hold.reach.kind === 'clauses' ? hold.reach.labels : null,
    stops: stopsWords(hold),
    reason: hold.reason,
    issuedOn: hold.issuedOn,
    considerBy: hold.considerBy,
  }))
}
