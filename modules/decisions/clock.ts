import { calendarShape, settings } from '#authority'
import { callInWindow, type CallInRule, type CallInWindow } from './call-in/rules/call-in-window.ts'

/** With a decision the council's calendar is kept as well, as it stood when the clock was started. */
const keptRule = settings['call-in'].extend({ calendar: calendarShape.optional() })

/** A call-in rule as it is kept with a decision or in the constitution. */
export const ruleOf = (kept: unknown): CallInRule => keptRule.parse(kept)

/** The day from which a rule counts. */
export const startOf = (
  rule: CallInRule,
  { publishedOn, decidedOn }: { publishedOn: Temporal.PlainDate; decidedOn: Temporal.PlainDate },
): Temporal.PlainDate => (rule.start === 'decision' ? decidedOn : publishedOn)

/** A decision's clock as it was counted, day by day, with the rule as it then stood. */
export function clockAsCounted(
  kept: unknown,
  days: { publishedOn: Temporal.PlainDate; decidedOn: Temporal.PlainDate },
): CallInWindow & { rule: CallInRule; started: Temporal.PlainDate } {
  const rule = ruleOf(kept)
  const started = startOf(rule, days)
  return { rule, started, ...callInWindow(rule, started) }
}
