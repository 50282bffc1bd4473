import { z } from 'zod'
import { optionalText, text } from '#platform/input.ts'
import type { Part } from '../revise.ts'
import { characteristicNames } from './specific-duties.ts'

export const effects = ['better', 'worse', 'both', 'none', 'not-known'] as const
export const effectTitles: Record<(typeof effects)[number], string> = {
  better: 'Better for them',
  worse: 'Worse for them',
  both: 'Better for some, worse for others',
  none: 'No effect',
  'not-known': 'Not known yet',
}

export const dutyInput = z.object({
  duty: z.string('Choose a duty from the list.').regex(/^[a-z0-9][a-z0-9-]{0,80}$/u, 'Choose a duty from the list.'),
  /** What was considered, and where that is written: the paragraph of the report. */
  considered: text(4000),
  where: text(300),
})

export const impactInput = z.object({
  characteristic: z.enum(characteristicNames, 'Choose a characteristic.'),
  effect: z.enum(effects, 'Choose how it would be for them.'),
  evidence: text(2000),
  mitigation: optionalText(2000).transform((says) => says ?? ''),
})

const shape = z.object({ duties: z.array(dutyInput).max(40), impacts: z.array(impactInput).max(20) })

/** What was considered of each duty, and what would change for whom. */
export type DutiesMatrix = z.output<typeof shape>

export const dutiesPart: Part<DutiesMatrix> = { name: 'duties', from: (document) => shape.parse(document) }
