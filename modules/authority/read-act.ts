import { z } from 'zod'
import { ref } from '#platform/input.ts'
import { start } from '#platform/keyset.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { amountsSeenBy } from './amounts.ts'
import { actLine } from './list-acts.ts'
import { actEvidenceRow, actRows, mandateRows } from './lists-store.ts'
import { mandateLine } from './mandate-line.ts'
import { everybody, staff } from './roles.ts'
import { actShape, dayShape, mandateShape } from './shapes.ts'
import { findAct, findMandate, reportsOn } from './store.ts'

/** One act, the mandate that it was done under, and the reports that it asks for. What was shown for it is not in here. */
export const readAct = query({
  name: 'authority.read-act',
  title: 'Read an act',
  may: everybody,
  input: z.object({ ref }),
  output: z.object({
    act: actShape,
    mandate: mandateShape,
    recordedOn: dayShape,
    reports: z.array(
      z.object({ condition: z.string(), words: z.string(), due: dayShape, givenOn: dayShape.nullable() }),
    ),
  }),
  async run(work, { ref: asked }) {
    const { tx, council } = work
    const sees = await amountsSeenBy(work)
    const found = await findAct(tx, council, asked)
    const line =
      found && (await actRows(tx, council, { ref: asked, sees }, { order: 'newest', place: start, size: 1 }))[0]
    const own =
      found
      && (
        await mandateRows(
          tx,
          council,
          { refs: [found.mandateRef], sees },
          { order: 'newest', place: start, size: 1, day: found.day },
        )
      )[0]
    if (!line || !own) return missing(`There is no act ${asked}.`)
    const reports = (await reportsOn(tx, council, found.act)).map(({ condition, due, givenOn }) => ({
      condition,
      words: own.conditions.find(({ key }) => key === condition)?.words ?? condition,
      due,
      givenOn,
    }))
    return done({
      act: actLine(line),
      mandate: mandateLine(own, found.day),
      recordedOn: found.recordedAt.toZonedDateTimeISO('Europe/London').toPlainDate(),
      reports,
    })
  },
})

/** What was shown when an act was recorded: who was consulted, which procedure was followed. For those who work here. */
export const readEvidence = query({
  name: 'authority.read-evidence',
  title: 'Read the evidence of an act',
  may: staff,
  input: z.object({ ref }),
  output: z.object({
    evidence: z.array(z.object({ condition: z.string(), words: z.string(), says: z.string(), day: dayShape })),
    reports: z.array(z.object({ condition: z.string(), words: z.string(), says: z.string().nullable() })),
  }),
  async run({ tx, council }, { ref: asked }) {
    const found = await actEvidenceRow(tx, council, asked)
    const act = await findAct(tx, council, asked)
    if (!found || !act) return missing(`There is no act ${asked}.`)
    const conditions = (await findMandate(tx, council, act.mandateRef))?.conditions ?? []
    const wordsOf = (key: string) => conditions.find((one) => one.key === key)?.words ?? key
    return done({
      evidence: found.evidence.map((one) => ({ ...one, words: wordsOf(one.condition) })),
      reports: found.reports.map(({ condition, evidence }) => ({
        condition,
        words: wordsOf(condition),
        says: evidence,
      })),
    })
  },
})
