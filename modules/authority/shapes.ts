import { z } from 'zod'
import { powerNames } from './powers.ts'

/** What this module answers with: the same for pages, the API and its description. Everything in it is open to all. */
export const dayShape = z
  .instanceof(Temporal.PlainDate)
  .meta({ type: 'string', format: 'date', description: 'A day as year-month-day' })
export const penceShape = z.bigint().meta({ description: 'Whole pence' })
const powerShape = z.enum(powerNames)

export const ceilingShape = z.object({
  basis: z.enum(['whole-life', 'financial-year', 'each-act', 'no-limit']),
  pence: penceShape.nullable().meta({ description: 'Whole pence; null where there is no limit' }),
})

/** How a mandate stands on a day. */
export const mandateStates = ['in effect', 'suspended', 'not yet', 'ended'] as const
export type MandateState = (typeof mandateStates)[number]

export const postShape = z.object({
  post: z.string(),
  title: z.string(),
  kind: z.enum(['officer', 'member', 'cabinet', 'committee', 'council']),
  from: dayShape,
  until: dayShape.nullable(),
  agreementOf: z
    .int()
    .nullable()
    .meta({ description: 'How many of its holders have to agree; null where each acts alone' }),
  holders: z.array(z.string()).meta({ description: 'Who holds it on the day asked about' }),
  mandates: z.int().meta({ description: 'Mandates in effect on that day' }),
})
export type PostLine = z.output<typeof postShape>

export const mandateShape = z.object({
  ref: z.string(),
  source: z.enum(['scheme', 'clause', 'sub-delegation']),
  comesFrom: z.string().meta({ description: 'Where it comes from, in words' }),
  decisionRef: z.string().nullable(),
  clauseLabel: z.string().nullable(),
  schemeEntry: z.string().nullable(),
  holder: z.string(),
  holderTitle: z.string(),
  powers: z.array(powerShape),
  scope: z.string(),
  scopeTitle: z.string(),
  words: z.string(),
  ceiling: ceilingShape
    .nullable()
    .meta({ description: 'As stated; null where the grant states none and the post’s own limit counts' }),
  ceilingWords: z.string(),
  exercised: penceShape.nullable().meta({ description: 'Null where it is withheld' }),
  passedOn: penceShape.nullable(),
  recalled: penceShape.nullable().meta({ description: 'Taken back by whoever passed it on' }),
  exercisedThisYear: penceShape.nullable(),
  left: penceShape
    .nullable()
    .meta({ description: 'Under the stated ceiling on that day; null where none is stated or there is no limit' }),
  ownLimit: ceilingShape.nullable().meta({ description: 'The post’s own limit, where the grant states none' }),
  withheld: z
    .enum(['ceiling and use', 'use'])
    .nullable()
    .meta({ description: 'Which of its amounts are withheld from whoever asks; null where none is' }),
  notForThePublic: z.boolean().meta({ description: 'Whoever asks sees amounts that are withheld from the public' }),
  usedPercent: z
    .int()
    .nullable()
    .meta({ description: 'Used and passed on, of the stated ceiling; null for what is not used up' }),
  forecast: z
    .object({
      says: z.string(),
      more: penceShape.nullable().meta({ description: 'What would still be used until its end, at the pace so far' }),
      runsOutOn: dayShape.nullable(),
      tooSoon: z.boolean().meta({ description: 'It would run out before its end' }),
      working: z.array(z.string()),
    })
    .nullable(),
  from: dayShape,
  until: dayShape.nullable(),
  lapsesOn: dayShape
    .nullable()
    .meta({ description: 'From this day it has lapsed, if nothing was done under it before' }),
  mayDelegate: z.boolean(),
  state: z.enum(mandateStates),
})
export type MandateLine = z.output<typeof mandateShape>

export const actShape = z.object({
  ref: z.string(),
  mandate: z.string(),
  post: z.string(),
  postTitle: z.string(),
  doneBy: z.string(),
  power: powerShape,
  subject: z.string(),
  subjectTitle: z.string(),
  what: z.string(),
  value: penceShape.nullable().meta({ description: 'Null where it is withheld' }),
  day: dayShape,
  recordRef: z.string().nullable(),
  undoes: z.string().nullable(),
  undoneBy: z.string().nullable(),
  retrospective: z
    .object({ because: z.string(), daysLate: z.int().meta({ description: 'Days before its mandate was in effect' }) })
    .nullable()
    .meta({ description: 'Done before there was authority, and recorded as such; null for every other act' }),
  unpublished: z
    .boolean()
    .meta({ description: 'It decided a record that is not published yet; only those who work here are shown it' }),
})
export type ActLine = z.output<typeof actShape>

/** A page of a list. `count` stops at `most`: a register of a million is not counted to be looked at. */
export const pageOf = <Line extends z.ZodType>(line: Line) =>
  z.object({
    lines: z.array(line),
    next: z.string().nullable().meta({ description: 'Give it as `after` for the next page; null on the last' }),
    previous: z.string().nullable().meta({ description: 'Give it as `before` for the page before; null on the first' }),
    count: z.int().meta({ description: `How many there are in all; ${10_001} means more than ten thousand` }),
  })
export const countedTo = 10_001
