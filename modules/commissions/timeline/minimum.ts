import { callInWindow, type CallInRule } from '#decisions/rules'
import { statutoryDaysOf, type Calendar } from '#platform/days.ts'
import { act, type Citation } from '#platform/law.ts'
import { noticeMinimum } from '../rules/notice-period.ts'
import { standstillMinimum } from '../rules/standstill.ts'
import { tenderMinimum } from '../rules/tender-period.ts'
import type { Regime, StepKind } from './plan.ts'

/** The least that a step lasts when it starts on a day: it goes on until `until`, which is the first day after it. */
export type Minimum = { until: Temporal.PlainDate; says: string; source: Citation }

/** What the law, or the council's own rule, asks of a step that starts on a day; null where it asks nothing. */
export function minimumOf(
  kind: StepKind,
  from: Temporal.PlainDate,
  by: { regime: Regime; callIn: CallInRule | null; calendar?: Calendar | undefined },
): Minimum | null {
  switch (kind) {
    case 'notice':
      return noticeMinimum(from)
    case 'call-in':
      return (
        by.callIn && {
          until: callInWindow(by.callIn, from).effective,
          source: act('Local Government Act 2000', 's9F'),
          says: 'the decision may be called in until then, under the council’s own rule',
        }
      )
    case 'standstill':
      return standstillMinimum(by.regime, from, by.calendar && statutoryDaysOf(by.calendar))
    case 'tender':
      return tenderMinimum(by.regime, from)
    default:
      return null
  }
}
