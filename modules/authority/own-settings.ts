import { z } from 'zod'

const post = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,80}$/u, 'Use small letters, digits and hyphens, for example head-legal.')

/** What the law of a hold asks for, where a council’s monitoring officer reads it otherwise than the figures of the house. */
const holdLawInput = z.object({
  considerWithinDays: z.int().min(1).max(90),
  /** Whether the days follow the day of issue, or that day is the first of them. */
  counting: z.enum(['after', 'beginning-with']),
  release: z.enum(['after-first-business-day', 'when-considered']),
})

/** The settings that are about authority itself, each dated and with its source like every other. */
export const settingsOfAuthority = {
  /** Which posts are the council's monitoring officer and its s151 officer, each with the deputies who may act as such. */
  'statutory-officers': z.object({
    monitoringOfficer: z.array(post).min(1).max(9),
    financeOfficer: z.array(post).min(1).max(9),
  }),
  'statutory-holds': z.partialRecord(z.enum(['s5', 's5A', 's114', 's114A']), holdLawInput),
  /** From when on a mandate is shown to those who watch over limits. */
  'authority-watch': z.object({ usedPercent: z.int().min(1).max(100), endsWithinDays: z.int().min(1).max(1830) }),
  /** Arrangements for a specified period of no more than so many months are left out of the list of officers' powers. */
  'officers-powers-list': z.object({ leavesOutMonths: z.int().min(0).max(60) }),
} as const
