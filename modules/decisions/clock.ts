import { settings } from '#authority'
import { callInWindow, type CallInRule, type CallInWindow } from './rules/call-in-window.ts'

/** A call-in rule as it is kept with a decision or in the constitution. */
export function ruleOf(kept: unknown): CallInRule {
  const { weekdayAnchor, cutoffTime, minCallers, ...rule } = settings['call-in'].parse(kept)
  return { ...rule, ...(weekdayAnchor && { weekdayAnchor }), ...(cutoffTime !== undefined && { cutoffTime }), ...(minCallers !== undefined && { minCallers }) }
}

/** The day from which a rule counts. */
export const startOf = (rule: CallInRule, { publishedOn, decidedOn }: { publishedOn: Temporal.PlainDate; decidedOn: Temporal.PlainDate }): Temporal.PlainDate =>
  rule.start === 'decision' ? decidedOn : publishedOn

/** A decision's clock as it was counted, day by day, with the rule as it then stood. */
export function clockAsCounted(kept: unknown, days: { publishedOn: Temporal.PlainDate; decidedOn: Temporal.PlainDate }): CallInWindow & { rule: CallInRule; started: Temporal.PlainDate } {
  const rule = ruleOf(kept)
  const started = startOf(rule, days)
  return { rule, started, ...callInWindow(rule, started) }
}
