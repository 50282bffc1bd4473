import { z } from 'zod'
import { isoDay, optionalDay, pence, text } from '#platform/input.ts'
import { powerNames } from './powers.ts'

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/u, 'Use small letters, digits and hyphens, for example director-adults.')
const scope = z.string().regex(/^([a-z0-9-]+(\/[a-z0-9-]+)*)?$/u, 'Write a subject as a path, for example adults/care-at-home.')

export const conditionInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('consult'), key: slug, post: slug, words: text(500) }),
  z.object({ kind: z.literal('procedure'), key: slug, words: text(500) }),
  z.object({ kind: z.literal('report-back'), key: slug, words: text(500), withinDays: z.int().min(1).max(3660) }),
])

export const ceilingInput = z.discriminatedUnion('basis', [
  z.object({ basis: z.enum(['whole-life', 'financial-year', 'each-act']), pence }),
  z.object({ basis: z.literal('no-limit') }).transform(({ basis }) => ({ basis, pence: null })),
])

/** When call-in runs and who may use it. What the statute leaves free (LGA 2000 s9F) is each council's own data. */
export const callInRuleInput = z.object({
  lengthDays: z.int().min(1).max(60),
  unit: z.enum(['clear-working', 'clear-calendar']),
  start: z.enum(['publication', 'decision']),
  countStartDay: z.boolean(),
  weekdayAnchor: z.object({ weekday: z.int().min(1).max(7), weeksLater: z.int().min(0).max(8) }).optional(),
  cutoffTime: z.string().regex(/^\d\d:\d\d$/u).optional(),
  effective: z.enum(['day-after', 'last-day', 'next-working-day']),
  minCallers: z.int().min(1).max(50).optional(),
})

const thresholdInput = z.object({ pence, basis: z.enum(['whole-life', 'financial-year']) })

/** What a council has settled for itself, each value from a day and with the place where it is written. */
export const settings = {
  'call-in': callInRuleInput,
  'key-decision-threshold': thresholdInput,
  'recording-threshold': thresholdInput,
} as const

export type SettingKey = keyof typeof settings
export type Settings = { [K in SettingKey]: z.output<(typeof settings)[K]> }

const settingInput = z.discriminatedUnion('key', [
  z.object({ key: z.literal('call-in'), from: isoDay, source: text(300), value: callInRuleInput }),
  z.object({ key: z.literal('key-decision-threshold'), from: isoDay, source: text(300), value: thresholdInput }),
  z.object({ key: z.literal('recording-threshold'), from: isoDay, source: text(300), value: thresholdInput }),
])

/**
 * A council's constitution as data: who there is, who may do what, and the council's own rules, each with its days. The same
 * shape is read from a file and kept, version by version.
 */
export const constitutionInput = z.object({
  inForceFrom: isoDay,
  title: text(200),
  subjects: z.array(z.object({ subject: scope, title: text(120) })).max(2000),
  posts: z.array(z.object({
    post: slug, title: text(200), kind: z.enum(['officer', 'member', 'cabinet', 'committee', 'council']), from: isoDay, until: optionalDay.default(null),
  })).min(1).max(5000),
  /** Who holds what; people are named by the e-mail address they sign in with. */
  holders: z.array(z.object({ post: slug, email: z.email(), from: isoDay, until: optionalDay.default(null) })).max(20000),
  /** The scheme of delegation, entry by entry. */
  scheme: z.array(z.object({
    entry: text(40), post: slug, powers: z.array(z.enum(powerNames)).min(1), scope, words: text(2000),
    ceiling: ceilingInput.nullable().default(null), mayDelegate: z.boolean().default(false), conditions: z.array(conditionInput).default([]),
  })).max(20000),
  settings: z.array(settingInput).max(200),
}).superRefine((given, context) => {
  const posts = new Set(given.posts.map(({ post }) => post))
  const want = (post: string, path: (string | number)[]) => {
    if (!posts.has(post)) context.addIssue({ code: 'custom', path, message: `There is no post ${post} in this constitution. Add it under posts, or correct the name.` })
  }
  given.holders.forEach(({ post }, i) => want(post, ['holders', i, 'post']))
  given.scheme.forEach(({ post, conditions }, i) => {
    want(post, ['scheme', i, 'post'])
    conditions.forEach((condition, j) => { if (condition.kind === 'consult') want(condition.post, ['scheme', i, 'conditions', j, 'post']) })
  })
  const entries = new Set<string>()
  given.scheme.forEach(({ entry }, i) => {
    if (entries.has(entry)) context.addIssue({ code: 'custom', path: ['scheme', i, 'entry'], message: `Entry ${entry} stands twice. Number each entry once.` })
    entries.add(entry)
  })
})

export type ConstitutionInput = z.input<typeof constitutionInput>
export type Constitution = z.output<typeof constitutionInput>
