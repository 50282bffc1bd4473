import { z } from 'zod'
import { isoDay, ref } from '#platform/input.ts'
import { start } from '#platform/keyset.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { amountsSeenBy, amountWithheld } from './amounts.ts'
import { consentKey } from './hold/statutory-hold.ts'
import { maybe } from './list-input.ts'
import { mandateRows, parentsOf, type MandateRow } from './lists-store.ts'
import { powerNames } from './powers.ts'
import { ceilingWords, financialYear, yearWords } from './mandate.ts'
import { mandateLine } from './mandate-line.ts'
import { everybody } from './roles.ts'
import { ceilingShape, dayShape, mandateShape, penceShape } from './shapes.ts'
import { ceilingsOf, findMandate, standing } from './store.ts'
import { effectiveCeiling, leftUnder } from './weighing.ts'

const children = 200

/** One mandate as it stands on a day: what it gives, where it comes from, how much of it is used, passed on and left. */
export const readMandate = query({
  name: 'authority.read-mandate',
  title: 'Read a mandate',
  may: everybody,
  input: z.object({ ref, day: maybe(isoDay) }),
  output: z.object({
    mandate: mandateShape,
    day: dayShape,
    ceilings: z.array(z.object({ from: dayShape, ceiling: ceilingShape, words: z.string() })),
    counts: ceilingShape
      .nullable()
      .meta({
        description:
          'The ceiling that counts on the day: stated, else the post’s own limit, else nothing; null where it is withheld',
      }),
    countsWords: z.string(),
    countsFrom: z.string().meta({ description: 'Where that ceiling is written' }),
    left: penceShape.nullable(),
    year: z.string(),
    exercisedThisYear: penceShape.nullable(),
    conditions: z.array(
      z.object({
        kind: z.enum(['consult', 'procedure', 'report-back']),
        key: z.string(),
        words: z.string(),
        withinDays: z.int().nullable(),
      }),
    ),
    holds: z.array(
      z.object({
        kind: z.enum(['call-in', 'statutory']),
        because: z.string(),
        from: dayShape,
        until: dayShape.nullable(),
        hold: z.string().nullable().meta({ description: 'The reference of a statutory hold; null for a call-in' }),
        stops: z.array(z.enum(powerNames)).nullable().meta({ description: 'The powers that it stops; null for all' }),
        consent: z
          .string()
          .nullable()
          .meta({
            description:
              'The key under which the s151 officer’s written consent to an act is shown; null where none helps',
          }),
      }),
    ),
    holders: z.array(z.string()).meta({ description: 'Who holds its post on the day' }),
    agreementOf: z.int().nullable().meta({ description: 'How many of them have to agree; null where each acts alone' }),
    overdue: z.array(z.object({ act: z.string(), condition: z.string(), due: dayShape })),
    parents: z.array(mandateShape).meta({ description: 'What it was passed on from, the first grant first' }),
    children: z.array(mandateShape).meta({ description: `What was passed on from it, at most ${children}` }),
    constitutionVersion: z.int().nullable(),
    endedBecause: z.string().nullable(),
  }),
  async run(work, { ref: asked, day = work.today }) {
    const { tx, council } = work
    const sees = await amountsSeenBy(work)
    const found = await findMandate(tx, council, asked)
    if (!found) return missing(`There is no mandate ${asked}.`)
    const lines = async (search: { refs?: string[]; parent?: string }) =>
      mandateRows(tx, council, { ...search, sees }, { order: 'oldest', place: start, size: children, day })
    const own = (await lines({ refs: [found.ref] }))[0]
    if (!own) throw new Error(`The mandate ${found.ref} is found by one statement and not by another.`)
    const above = (await parentsOf(tx, council, found.mandate)).map((one) => one.ref)
    const parents = above.length ? inOrder(await lines({ refs: above }), above) : []
    // Before it takes effect a mandate is shown as it will stand on its first day.
    const bearing = await standing(tx, council, found, {
      post: found.holder,
      power: found.powers[0] ?? 'implement',
      subject: found.scope,
      day: later(day, found.from),
    })
    const counts = effectiveCeiling(bearing)
    return done({
      mandate: mandateLine(own, day),
      day,
      ceilings: (own.ceilingWithheld ? [] : await ceilingsOf(tx, council, found.mandate)).map(({ from, ceiling }) => ({
        from,
        ceiling,
        words: ceilingWords(ceiling),
      })),
      counts: own.ceilingWithheld ? null : counts,
      countsWords: own.ceilingWithheld ? amountWithheld : ceilingWords(counts),
      countsFrom: bearing.ceiling
        ? 'the grant itself'
        : bearing.ownLimit
          ? `the post’s own limit in the scheme of delegation, entry ${bearing.ownLimit.entry}`
          : 'nowhere: no limit is stated and the post has none of its own',
      left: own.useWithheld ? null : leftUnder({ ...bearing, mandate: found }),
      year: yearWords(financialYear(day)),
      exercisedThisYear: own.useWithheld ? null : bearing.usedThisYear,
      conditions: found.conditions.map((one) => ({
        kind: one.kind,
        key: one.key,
        words: one.words,
        withinDays: one.kind === 'report-back' ? one.withinDays : null,
      })),
      holds: bearing.holds.map(({ kind, because, from, until, report }) => ({
        kind,
        because,
        from,
        until,
        hold: report?.ref ?? null,
        stops: report?.powers ?? null,
        consent: report?.consent ? consentKey(report.ref) : null,
      })),
      holders: bearing.holders,
      agreementOf: bearing.agreementOf,
      overdue: bearing.overdue.map(({ act, words, due }) => ({ act, condition: words, due })),
      parents: parents.map((one) => mandateLine(one, day)),
      children: (await lines({ parent: found.mandate })).map((one) => mandateLine(one, day)),
      constitutionVersion: found.constitutionVersion,
      endedBecause: found.endedBecause,
    })
  },
})

const inOrder = (found: MandateRow[], refs: string[]): MandateRow[] =>
  refs.flatMap((one) => found.filter(({ ref: own }) => own === one))

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a)
