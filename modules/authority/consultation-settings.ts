import { z } from 'zod'
import { isoDay, text } from '#platform/input.ts'

/** What a council asks of its own consultations: no statute says how long one lasts, so each council says so itself. */
export const settingsOfConsultations = {
  'consultation-practice': z.object({
    /** The fewest days, both ends included, and how many of them must be working days. */
    leastDays: z.int().min(1).max(366),
    leastWorkingDays: z.int().min(0).max(260),
    /** After a document that people need is added, so many days must be left; else more time is proposed. */
    daysAfterKeyDocument: z.int().min(0).max(120),
    /** Between the report on what people said and the decision, so that it can be read. */
    daysReportToDecision: z.int().min(0).max(120).default(5),
    /** Times in which few people answer, whose days do not count: school holidays, the weeks before an election. */
    quiet: z
      .array(z.object({ what: text(100), from: isoDay, until: isoDay }))
      .max(100)
      .default([]),
  }),
  /** What is published of counts of people: the field guide, engagement section 5. */
  'small-numbers': z.object({
    /** A count below this is withheld, and all from which it could be worked out. */
    threshold: z.int().min(5, 'A threshold below 5 hides nobody.').max(100),
    roundTo: z.int().min(1).max(100),
    /** With fewer people than this no two questions are crossed. */
    crossFrom: z.int().min(20).max(10_000),
  }),
} as const
