import { z } from 'zod'
import { isoDay, optionalText, text, whole } from '#platform/input.ts'
import type { Part } from '../revise.ts'

const id = z
  .string('Give its name within the register.')
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, 'Use small letters, digits and hyphens.')

export const riskInput = z.object({
  id,
  title: text(200),
  /** What may bring it about, and what would follow. */
  says: optionalText(2000).transform((says) => says ?? ''),
  owner: text(81),
  likelihood: whole(1, 5),
  impact: whole(1, 5),
  mitigation: text(2000),
  reviewOn: isoDay,
  /** How it ended; null while it is open. */
  closed: optionalText(1000),
})

/** A risk: what may happen, who watches it, how likely and how grave, each from 1 to 5, and what is done about it. */
export type Risk = z.output<typeof riskInput>
export type RiskRegister = { risks: Risk[] }

export const risksPart: Part<RiskRegister> = {
  name: 'risks',
  from: (document) => z.object({ risks: z.array(riskInput).max(100) }).parse(document),
}

/** The open risks, the gravest first, then those that are reviewed first. */
export const openRisks = ({ risks }: RiskRegister): Risk[] =>
  risks
    .filter(({ closed }) => closed === null)
    .toSorted(
      (a, b) => b.likelihood * b.impact - a.likelihood * a.impact || Temporal.PlainDate.compare(a.reviewOn, b.reviewOn),
    )
