import { z } from 'zod'
import { isoDay, optionalDay, pence, text } from '#platform/input.ts'
import { settingsOfCalendar } from './calendar-setting.ts'
import { callInRuleInput } from './call-in-rule.ts'
import { settingsOfConsultations } from './consultation-settings.ts'
import { settingsOfNotices } from './notice-settings.ts'
import { settingsOfAuthority } from './own-settings.ts'
import { powerNames } from './powers.ts'
import { settingsOfRecords } from './record-settings.ts'
import { settingsOfSecrecy } from './secrecy-settings.ts'

const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,80}$/u, 'Use small letters, digits and hyphens, for example director-adults.')
const scope = z
  .string()
  .regex(/^([a-z0-9-]+(\/[a-z0-9-]+)*)?$/u, 'Write a subject as a path, for example adults/care-at-home.')

export const conditionInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('consult'), key: slug, post: slug, words: text(500) }),
  z.object({ kind: z.literal('procedure'), key: slug, words: text(500) }),
  z.object({ kind: z.literal('report-back'), key: slug, words: text(500), withinDays: z.int().min(1).max(3660) }),
])

export const ceilingInput = z.discriminatedUnion('basis', [
  z.object({ basis: z.enum(['whole-life', 'financial-year', 'each-act']), pence }),
  z.object({ basis: z.literal('no-limit') }).transform(({ basis }) => ({ basis, pence: null })),
])

const thresholdInput = z.object({ pence, basis: z.enum(['whole-life', 'financial-year']) })

/** What a council has settled for itself, each value from a day and with the place where it is written. */
export const settings = {
  'call-in': callInRuleInput,
  'key-decision-threshold': thresholdInput,
  'recording-threshold': thresholdInput,
  ...settingsOfAuthority,
  ...settingsOfRecords,
  ...settingsOfNotices,
  ...settingsOfSecrecy,
  ...settingsOfConsultations,
  ...settingsOfCalendar,
} as const

export type SettingKey = keyof typeof settings
export type Settings = { [K in SettingKey]: z.output<(typeof settings)[K]> }

/** A value as a constitution states it: which one, from when, where it is written. Each key has its own shape of value. */
const settingInput = z
  .object({
    key: z.enum(Object.keys(settings) as [SettingKey, ...SettingKey[]]),
    from: isoDay,
    source: text(300),
    value: z
      .unknown()
      .meta({
        type: ['object', 'array', 'string', 'number', 'boolean'],
        description: 'Each key has its own shape of value',
      }),
  })
  .transform((given, context) => {
    const value = settings[given.key].safeParse(given.value)
    if (value.success) return { ...given, value: value.data as Settings[SettingKey] }
    value.error.issues.forEach(({ path, message }) => {
      context.addIssue({ code: 'custom', path: ['value', ...path], message })
    })
    return z.NEVER
  })

/**
 * A council's constitution as data: who there is, who may do what, and the council's own rules, each with its days. The same
 * shape is read from a file and kept, version by version.
 */
export const constitutionInput = z
  .object({
    inForceFrom: isoDay,
    title: text(200),
    subjects: z.array(z.object({ subject: scope, title: text(120) })).max(2000),
    posts: z
      .array(
        z.object({
          post: slug,
          title: text(200),
          kind: z.enum(['officer', 'member', 'cabinet', 'committee', 'council']),
          from: isoDay,
          until: optionalDay.default(null),
          /** For a post whose holders act together: how many of them have to agree. */
          agreementOf: z.int().min(2).max(50).optional(),
        }),
      )
      .min(1)
      .max(5000),
    /** Who holds what; people are named by the e-mail address they sign in with. */
    holders: z
      .array(
        z.object({
          post: slug,
          email: z.email(),
          from: isoDay,
          until: optionalDay.default(null),
          acting: z.boolean().optional(),
        }),
      )
      .max(20000),
    /** The scheme of delegation, entry by entry. */
    scheme: z
      .array(
        z.object({
          entry: text(40),
          post: slug,
          powers: z.array(z.enum(powerNames)).min(1),
          scope,
          words: text(2000),
          ceiling: ceilingInput.nullable().default(null),
          mayDelegate: z.boolean().default(false),
          conditions: z.array(conditionInput).default([]),
        }),
      )
      .max(20000),
    settings: z.array(settingInput).max(200),
  })
  .superRefine((given, context) => {
    const posts = new Set(given.posts.map(({ post }) => post))
    const want = (post: string, path: (string | number)[]) => {
      if (!posts.has(post))
        context.addIssue({
          code: 'custom',
          path,
          message: `There is no post ${post} in this constitution. Add it under posts, or correct the name.`,
        })
    }
    given.holders.forEach(({ post }, i) => want(post, ['holders', i, 'post']))
    given.scheme.forEach(({ post, conditions }, i) => {
      want(post, ['scheme', i, 'post'])
      conditions.forEach((condition, j) => {
        if (condition.kind === 'consult') want(condition.post, ['scheme', i, 'conditions', j, 'post'])
      })
    })
    given.settings.forEach(({ key, value }, i) => {
      if (key === 'clearances')
        settingsOfRecords.clearances.parse(value).forEach(({ post }, j) => {
          want(post, ['settings', i, 'value', j, 'post'])
        })
    })
    const entries = new Set<string>()
    given.scheme.forEach(({ entry }, i) => {
      if (entries.has(entry))
        context.addIssue({
          code: 'custom',
          path: ['scheme', i, 'entry'],
          message: `Entry ${entry} stands twice. Number each entry once.`,
        })
      entries.add(entry)
    })
  })

export type ConstitutionInput = z.input<typeof constitutionInput>
export type Constitution = z.output<typeof constitutionInput>
