/** Decisions: records, their clauses, their publication and the clocks that run after it. The only door others may use. */
export {
  callInPeriodOver, callInRuleWords, callInWindow, fiveClearWorkingDays,
  type CallInRule, type CallInWindow, type CountedDay,
} from './rules/call-in-window.ts'
export { callInRuleOf, councilCallInRules, type CouncilCallIn } from './rules/council-call-in-rules.ts'
