import { z } from 'zod'

const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,80}$/u, 'Name a post of this constitution, for example scrutiny-committee.')
const words = (max: number) => z.string().trim().min(1).max(max)

/** Within how many days something is done, and what happens to the decision where it is not. */
const withinInput = z.object({
  days: z.int().min(1).max(120),
  unit: z.enum(['working', 'calendar']),
  /** `waits`: it stays suspended until it is dealt with. `takes-effect`: the decision stands from the day after the last. */
  otherwise: z.enum(['waits', 'takes-effect']).default('waits'),
})

/**
 * One way of calling in: all of these together are needed. `members` are the holders of any seat of a body, `committee` those of
 * the bodies that hear call-ins, `chair` whoever chairs one, `posts` the holders of the posts that are named.
 */
const callersInput = z.object({
  all: z
    .array(
      z.object({
        who: z.enum(['members', 'committee', 'chair', 'posts']),
        posts: z.array(slug).min(1).max(50).optional(),
        least: z.int().min(1).max(100),
      }),
    )
    .min(1)
    .max(5),
})

const which = z.enum(['all', 'key', 'none'])

/**
 * When call-in runs, who may use it on what and why, and what follows. The statute only gives scrutiny the power to review a
 * decision made and not yet implemented (LGA 2000 s9F): all of this is each council's own data. What is absent is left free.
 */
export const callInRuleInput = z.object({
  lengthDays: z.int().min(1).max(60),
  unit: z.enum(['clear-working', 'clear-calendar']),
  start: z.enum(['publication', 'decision']),
  countStartDay: z.boolean(),
  weekdayAnchor: z.object({ weekday: z.int().min(1).max(7), weeksLater: z.int().min(0).max(8) }).optional(),
  cutoffTime: z
    .string()
    .regex(/^\d\d:\d\d$/u)
    .optional(),
  effective: z.enum(['day-after', 'last-day', 'next-working-day']),
  /** How many members it takes where the rule does not say which; their posts are then not looked at. */
  minCallers: z.int().min(1).max(50).optional(),
  /** The ways of calling in, of which any one is enough. */
  callers: z.array(callersInput).min(1).max(5).optional(),
  /** Posts whose holders are co-opted and no councillors, and whether they may call in like the others. */
  coopted: z.object({ posts: z.array(slug).min(1).max(50), may: z.boolean() }).optional(),
  /** The bodies that hear call-ins, and the posts that chair them; every committee where none is named. */
  committees: z.array(slug).min(1).max(20).optional(),
  chairs: z.array(slug).min(1).max(20).optional(),
  grounds: z
    .object({
      /** The grounds there are; free text where no list is given. */
      list: z.array(words(300)).min(1).max(40).optional(),
      particulars: z.boolean().optional(),
      /** Whoever calls in states the decision that they would put in its place. */
      substitute: z.boolean().optional(),
    })
    .optional(),
  clauses: z.enum(['some', 'whole']).optional(),
  onceOnly: z.boolean().optional(),
  /** What may be called in, by who decides: all of it, key decisions only, or none. */
  scope: z
    .object({
      cabinet: which.optional(),
      member: which.optional(),
      officer: which.optional(),
      committee: which.optional(),
    })
    .optional(),
  hearing: withinInput.optional(),
  /** How many of those who called in have to come to the hearing. */
  attend: z.int().min(1).max(50).optional(),
  reconsideration: withinInput.optional(),
  /** When scrutiny may refer a decision to full council. */
  council: z.enum(['always', 'outside-framework', 'never']).optional(),
  releasedFrom: z.enum(['that-day', 'day-after']).optional(),
  /** The posts of which one has to agree that a decision is too urgent to be called in. Nobody may where none is named. */
  waiver: z.object({ posts: z.array(slug).min(1).max(20) }).optional(),
})

export type CallInRuleValue = z.output<typeof callInRuleInput>
