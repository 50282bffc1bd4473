import { z } from 'zod'
import { democraticServices, monitoringOfficer, staff } from '#authority'
import { pageCursor, ref } from '#platform/input.ts'
import { cursorAt, readCursor } from '#platform/keyset.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { findDecision } from '../store.ts'
import { availableUntil, yearsAvailable } from './rules/record-stays-available.ts'
import { decidedBefore, legalHoldsOf } from './store.ts'
import { aboutRecord } from '../secrecy/about-record.ts'

/** Until when a record and its papers must stay available, and who holds it beyond that. */
export const viewRetention = aboutRecord({
  name: 'decisions.view-retention',
  title: 'See how long a record is kept',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, council }, { ref }) {
    const decision = await findDecision(tx, council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    return done({
      until: decision.decidedOn === null ? null : availableUntil(decision.decidedOn),
      holds: await legalHoldsOf(tx, council, decision.decision),
    })
  },
})

/** What has passed the day until which it must stay available, the oldest first. Nothing is removed: people act on this list. */
export const listPastKeeping = query({
  name: 'decisions.list-past-keeping',
  title: 'See which records have passed their day',
  may: [democraticServices, monitoringOfficer],
  input: z.object({ after: pageCursor.optional() }),
  async run({ tx, council, today }, { after }) {
    const { background } = yearsAvailable.on(today)
    const [day, at] = after === undefined ? [] : (readCursor(after, ['day', 'text']) ?? [])
    const found = await decidedBefore(tx, council, {
      day: today.subtract({ years: background, days: 1 }),
      after: day === undefined || at === undefined ? null : { day, ref: at },
      size: 51,
    })
    const passed = (until: Temporal.PlainDate) => Temporal.PlainDate.compare(today, until) > 0
    const records = found.slice(0, 50).map((one) => {
      const until = availableUntil(one.decidedOn)
      return { ...one, until, recordPassed: passed(until.record), backgroundPassed: passed(until.background) }
    })
    const last = records.at(-1)
    return done({
      records: records.filter((one) => one.recordPassed || one.backgroundPapers > 0),
      next: found.length > 50 && last ? cursorAt([last.decidedOn.toString(), last.ref]) : null,
    })
  },
})
