import { z } from 'zod'
import { text } from '#platform/input.ts'

const post = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,80}$/u, 'Use small letters, digits and hyphens, for example chair-of-council.')

/**
 * How a council counts clear days: how many, which days count, and whether the day of the notice and the day of the event are
 * left out. The regulations say "clear days" and no more; councils count them differently.
 */
export const clearDayRuleInput = z.object({
  n: z.int().min(0).max(120),
  unit: z.enum(['calendar', 'working']),
  excludeStart: z.boolean().default(true),
  excludeEnd: z.boolean().default(true),
})

/** The notices whose days are counted. */
export const countedNotices = [
  'key-decision',
  'general-exception',
  'private-meeting',
  'private-meeting-again',
  'agenda',
] as const

/** What a council has settled about notices and the test for a key decision, beyond its threshold. */
export const settingsOfNotices = {
  /**
   * From how many wards on effects on communities make a decision key (the regulations say two; a council may be stricter), and a
   * limb of the council's own, in its words.
   */
  'key-test': z.object({ wards: z.int().min(1).max(200), local: text(500).nullable().default(null) }),
  /** How each notice counts its days; for what is left out, the figures of the regulations stand. */
  notices: z.partialRecord(z.enum(countedNotices), clearDayRuleInput),
  /** Bodies that decide only what stood on an agenda published in time. */
  agendas: z.object({ bodies: z.array(post).max(200) }),
  /** Who may agree that a decision is urgent, in the order in which they are to be asked. */
  'urgency-ladder': z.object({ posts: z.array(post).min(1).max(9) }),
  /** Within how many working days of a decision the council publishes it, by its own rule. */
  'publication-target': z.object({ workingDays: z.int().min(0).max(120) }),
} as const
