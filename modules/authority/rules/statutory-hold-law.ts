import { act, dated } from '#platform/law.ts'
import type { HoldLaw } from '../hold/hold-clock.ts'

// General knowledge of these sections, not read in their text: a council whose monitoring officer reads them otherwise settles
// its own figures under "statutory-holds". Days before the first are not asked about.
const from = '2000-10-26'
const [housing, finance] = ['Local Government and Housing Act 1989', 'Local Government Finance Act 1988'] as const

/** A report on the council is considered at a meeting no more than 21 days after it was sent (to be verified). */
export const s5Law = dated<HoldLaw>('Report of the monitoring officer on the council', [
  {
    from,
    value: { considerWithinDays: 21, counting: 'after', release: 'after-first-business-day' },
    source: act(housing, 's5(5)'),
  },
])

/** The same for a report on the executive (to be verified). */
export const s5ALaw = dated<HoldLaw>('Report of the monitoring officer on the executive', [
  {
    from,
    value: { considerWithinDays: 21, counting: 'after', release: 'after-first-business-day' },
    source: act(housing, 's5A(5)'),
  },
])

/** The council meets within 21 days that begin with the day on which the report was sent (to be verified). */
export const s114Law = dated<HoldLaw>('Report of the s151 officer on the council', [
  {
    from,
    value: { considerWithinDays: 21, counting: 'beginning-with', release: 'after-first-business-day' },
    source: act(finance, 's115(3)'),
  },
])

/** The same for the executive (to be verified). */
export const s114ALaw = dated<HoldLaw>('Report of the s151 officer on the executive', [
  {
    from,
    value: { considerWithinDays: 21, counting: 'beginning-with', release: 'after-first-business-day' },
    source: act(finance, 's115B(2)'),
  },
])
