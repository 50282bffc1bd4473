import { z } from 'zod'
import { staff } from '#authority'
import { ref } from '#platform/input.ts'
import { done, missing } from '#platform/use-case.ts'
import { makersOf, maySignFor } from '../jointly/makers.ts'
import { findDecision } from '../store.ts'
import { digestOfDuties } from './duty.ts'
import { dutiesSettled, dutyLines } from './lines.ts'
import { consideredOf, seenOf } from './store.ts'
import { aboutRecord } from '../secrecy/about-record.ts'

/** The duties of a decision, how each was considered, and who has read that. */
export const viewDuties = aboutRecord({
  name: 'decisions.view-duties',
  title: 'See how the duties were considered',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, actor, today }, { ref }) {
    const { council } = actor
    const decision = await findDecision(tx, council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const on = decision.decidedOn ?? today
    const lines = await dutyLines(tx, council, decision, on)
    const entries = lines.flatMap(({ entry }) => entry ?? [])
    const digest = digestOfDuties(ref, entries)
    const receipts = await seenOf(tx, council, decision.decision)
    const mine = await maySignFor(tx, actor, await makersOf(tx, council, decision), on)
    return done({
      state: decision.state,
      version: decision.version,
      source: (await dutiesSettled(tx, council, on)).source,
      lines,
      digest,
      versions: (await consideredOf(tx, council, decision.decision)).map(
        ({ duty, version, on: day, recordedByName }) => ({ duty, version, on: day, by: recordedByName }),
      ),
      seen: receipts.map(({ name, postTitle, seenAt, digest: of }) => ({
        by: `${name}, ${postTitle}`,
        at: seenAt,
        current: of === digest,
      })),
      /** Whoever asks decides this and has not yet confirmed what now stands. */
      toRead:
        decision.state === 'proposed'
        && entries.length > 0
        && mine.length > 0
        && !receipts.some((one) => one.account === actor.account && one.digest === digest),
    })
  },
})
