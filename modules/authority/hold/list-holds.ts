import { z } from 'zod'
import { pageCursor, ref, whole, yesNo } from '#platform/input.ts'
import { pageFrom, placeIn } from '#platform/keyset.ts'
import { done, invalid, missing, query } from '#platform/use-case.ts'
import { maybe, noSuchPlace } from '../list-input.ts'
import { powerNames } from '../powers.ts'
import { everybody } from '../roles.ts'
import { dayShape } from '../shapes.ts'
import { subjects } from '../store.ts'
import type { Calendar } from '#platform/days.ts'
import { calendarOn } from '../setting.ts'
import { releaseFrom } from './hold-clock.ts'
import { reachWords, sections, sectionWords, stopsWords } from './statutory-hold.ts'
import { countFrozen, findHold, frozenBy, holdRows, type KeptHold } from './store.ts'

const holdShape = z.object({
  ref: z.string(),
  section: z.enum(sections),
  title: z.string(),
  short: z.string(),
  reach: z.string().meta({ description: 'What it freezes, in words' }),
  decision: z.string().nullable(),
  stops: z.string(),
  powers: z.array(z.enum(powerNames)).nullable().meta({ description: 'The powers that it stops; null for all' }),
  consent: z.boolean().meta({ description: 'Whether an act may go on that the s151 officer consents to in writing' }),
  reason: z.string(),
  issuedBy: z.string(),
  issuedPost: z.string(),
  issuedOn: dayShape,
  considerBy: dayShape.nullable(),
  consideredOn: dayShape.nullable(),
  consideredSays: z.string().nullable(),
  releasableFrom: dayShape
    .nullable()
    .meta({ description: 'The first day on which it may be released, once it was considered' }),
  until: dayShape.nullable().meta({ description: 'The first day on which it no longer holds' }),
  releasedBy: z.string().nullable(),
  releasedBecause: z.string().nullable(),
  running: z.boolean(),
})
export type HoldLine = z.output<typeof holdShape>

/** Every statutory hold, the newest first; or those that run today; or those on one decision. */
export const listHolds = query({
  name: 'authority.list-holds',
  title: 'List the statutory holds',
  may: everybody,
  input: z.object({
    running: maybe(yesNo),
    decision: maybe(ref),
    after: maybe(pageCursor),
    size: whole(1, 200).default(25),
  }),
  output: z.object({ lines: z.array(holdShape), next: z.string().nullable() }),
  async run({ tx, council, today }, { running, decision, after, size }) {
    const place = placeIn({ after }, ['day', 'text'])
    if (!place) return invalid(noSuchPlace)
    const found = await holdRows(tx, council, {
      running: running ? today : undefined,
      decision,
      after: place.values ?? undefined,
      size: size + 1,
    })
    const titleOf = await titles(tx, council)
    const { lines, next } = pageFrom(found, size, place, (one) => [one.issuedOn.toString(), one.ref])
    const calendar = await calendarOn(tx, council, today)
    return done({ lines: lines.map((one) => holdLine(one, titleOf, today, calendar)), next })
  },
})

/** One hold: what it freezes, its clock with the working, what was resolved, its release. */
export const readHold = query({
  name: 'authority.read-hold',
  title: 'Read a statutory hold',
  may: everybody,
  input: z.object({ ref }),
  output: z.object({
    hold: holdShape,
    working: z.array(z.string()),
    source: z.string(),
    releaseWorking: z.array(z.string()),
    frozen: z.array(
      z.object({ ref: z.string(), holder: z.string(), holderTitle: z.string(), powers: z.array(z.enum(powerNames)) }),
    ),
    frozenCount: z.int(),
  }),
  async run({ tx, council, today }, { ref: asked }) {
    const hold = await findHold(tx, council, asked)
    if (!hold) return missing(`There is no hold ${asked}.`)
    const calendar = await calendarOn(tx, council, today)
    return done({
      hold: holdLine(hold, await titles(tx, council), today, calendar),
      working: hold.law.working,
      source: hold.law.source,
      releaseWorking:
        hold.consideredOn && hold.law.value ? releaseFrom(hold.consideredOn, hold.law.value, calendar).working : [],
      frozen: await frozenBy(tx, council, hold.hold, today, 100),
      frozenCount: await countFrozen(tx, council, hold.hold, today),
    })
  },
})

async function titles(tx: Parameters<typeof subjects>[0], council: string): Promise<(subject: string) => string> {
  const known = new Map((await subjects(tx, council)).map(({ subject, title }) => [subject, title]))
  return (subject) => known.get(subject) ?? subject
}

function holdLine(
  hold: KeptHold,
  titleOf: (subject: string) => string,
  today: Temporal.PlainDate,
  calendar: Calendar,
): HoldLine {
  const {
    ref: own,
    section,
    reach,
    powers,
    consent,
    reason,
    issuedBy,
    issuedPost,
    issuedOn,
    considerBy,
    consideredOn,
    consideredSays,
    until,
    releasedBy,
    releasedBecause,
  } = hold
  const { title, short } = sectionWords[section]
  return {
    ref: own,
    section,
    title,
    short,
    reach: reachWords(reach, titleOf),
    decision: 'decision' in reach ? reach.decision : null,
    stops: stopsWords(hold),
    powers,
    consent,
    reason,
    issuedBy,
    issuedPost,
    issuedOn,
    considerBy,
    consideredOn,
    consideredSays,
    releasableFrom: consideredOn && hold.law.value ? releaseFrom(consideredOn, hold.law.value, calendar).day : null,
    until,
    releasedBy,
    releasedBecause,
    running: until === null || Temporal.PlainDate.compare(until, today) > 0,
  }
}
