/** The second, light door of decisions: pure rules that other rules may use. It opens no database and no page. */
export {
  callInPeriodOver,
  callInRuleWords,
  callInWindow,
  fiveClearWorkingDays,
  type CallInRule,
  type CallInWindow,
  type CountedDay,
} from './call-in/rules/call-in-window.ts'
export { callInRuleOf, councilCallInRules, type CouncilCallIn } from './call-in/rules/council-call-in-rules.ts'
