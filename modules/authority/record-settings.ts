import { z } from 'zod'
import { pence, text } from '#platform/input.ts'
import { act, acts, si, statutoryInstruments, type ActName, type SiNumber } from '#platform/law.ts'

const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,80}$/u, 'Use small letters, digits and hyphens, for example head-legal.')
const subject = z
  .string()
  .regex(/^([a-z0-9-]+(\/[a-z0-9-]+)*)?$/u, 'Write a subject as a path, for example adults/care-at-home.')
const workingDays = z.int().min(1).max(60)

/** Which clearances a draft needs before it goes on, who gives each, and in how many working days. */
const clearanceInput = z.object({
  key: slug,
  title: text(120),
  post: slug,
  when: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('always') }),
    z.object({ kind: z.literal('key') }),
    /** A stated value of this much or more, and a value that nobody states. */
    z.object({ kind: z.literal('value'), pence }),
    z.object({ kind: z.literal('subject'), subject }),
  ]),
  workingDays,
})

/** A provision of the instruments that the house can cite: `{ act: 'Care Act 2014', part: 's5' }`, `{ si: '2011/707', part: 'reg 4' }`. */
const provision = z
  .union([
    z.object({ act: z.enum(Object.keys(acts) as [ActName, ...ActName[]]), part: text(40) }),
    z.object({ si: z.enum(Object.keys(statutoryInstruments) as [SiNumber, ...SiNumber[]]), part: text(40) }),
  ])
  .superRefine((given, context) => {
    try {
      if ('act' in given) act(given.act, given.part)
      else si(given.si, given.part)
    } catch (cause) {
      context.addIssue({ code: 'custom', path: ['part'], message: (cause as Error).message })
    }
  })

/** A duty that whoever decides on these subjects must have considered. No subject stands for all of them. */
const dutyInput = z.object({
  key: slug,
  title: text(200),
  source: provision,
  subjects: z.array(subject).max(50).default([]),
  /** Its impact is looked at characteristic by characteristic, as for the public sector equality duty. */
  byCharacteristic: z.boolean().default(false),
})

/** The questions of the record as it is, under which a form may put words of its own. */
export const formFields = [
  'title',
  'maker',
  'subject',
  'value',
  'key',
  'purpose',
  'reasons',
  'alternatives',
  'author',
  'supersedes',
  'clauses',
] as const

const formItem = z
  .union([
    z.object({ field: z.enum(formFields), label: text(200).optional(), hint: text(500).optional() }),
    z.object({
      key: slug,
      label: text(300),
      hint: text(500).optional(),
      kind: z.enum(['text', 'long-text', 'yes-no', 'choice']),
      choices: z.array(text(200)).max(20).default([]),
      required: z.boolean().default(false),
    }),
  ])
  .superRefine((given, context) => {
    if ('key' in given && given.kind === 'choice' && given.choices.length < 2) {
      context.addIssue({ code: 'custom', path: ['choices'], message: 'Give at least two things to choose from.' })
    }
  })

/** A council's own form for a record: its sections in order, its words for what every record has, and fields of its own. */
const formInput = z
  .object({
    key: slug,
    title: text(200),
    /** Who decides what is written on it; nobody named stands for everybody. */
    makers: z
      .array(z.enum(['officer', 'member', 'cabinet', 'committee', 'council']))
      .max(5)
      .default([]),
    sections: z
      .array(z.object({ title: text(200), items: z.array(formItem).min(1).max(40) }))
      .min(1)
      .max(20),
  })
  .superRefine(({ sections }, context) => {
    const seen = new Set<string>()
    for (const item of sections.flatMap(({ items }) => items)) {
      const name = 'key' in item ? item.key : `field ${item.field}`
      if (seen.has(name))
        context.addIssue({
          code: 'custom',
          path: ['sections'],
          message: `${name} stands twice on the form. Ask each thing once.`,
        })
      seen.add(name)
    }
  })

const onceEach = <Item extends z.ZodType<{ key: string }>>(item: Item) =>
  z
    .array(item)
    .max(50)
    .superRefine((given, context) => {
      const keys = given.map(({ key }) => key)
      const twice = keys.find((key, at) => keys.indexOf(key) !== at)
      if (twice !== undefined)
        context.addIssue({ code: 'custom', message: `${twice} stands twice. Give each a key of its own.` })
    })

/** What a council has settled of how its records are made. */
export const settingsOfRecords = {
  clearances: onceEach(clearanceInput),
  duties: onceEach(dutyInput),
  forms: onceEach(formInput),
  /** In how many working days it is expected to decide what is proposed, to publish what is decided, and to judge a call-in. */
  turns: z.object({ decide: workingDays, publish: workingDays, judge: workingDays.optional() }),
} as const

export type NeededClearance = z.output<typeof clearanceInput>
export type Duty = z.output<typeof dutyInput>
export type RecordForm = z.output<typeof formInput>
export type FormItem = z.output<typeof formItem>
