import { stated, type StatedRule } from '#platform/rule-register.ts'
import { appraisalRules } from './rules/appraisal-holds.ts'
import {
  dutiesBeforeDecision,
  everyCharacteristicIsAssessed,
  everyDutyIsConsidered,
} from './rules/duties-before-decision.ts'
import { figuresAreFresh, lotsHaveSeveralBidders, providersStay } from './rules/market-holds.ts'
import { planGivesNotice } from './rules/notice-period.ts'
import { owedIsDoneInTime } from './rules/owed-in-time.ts'
import {
  gateNamesDecision,
  lengthIsAsStated,
  planLeavesNoGap,
  planReachesStart,
  regimeFitsDay,
  stepsKeepOrder,
  stepStartsOnWorkingDay,
} from './rules/plan-holds.ts'
import { planKeepsStandstill } from './rules/standstill.ts'
import { planGivesTenderTime } from './rules/tender-period.ts'

/** The rules of this room for the public register. */
export const statedRules: StatedRule[] = [
  stated(stepsKeepOrder),
  stated(planReachesStart),
  stated(planLeavesNoGap),
  stated(stepStartsOnWorkingDay),
  stated(lengthIsAsStated),
  stated(gateNamesDecision),
  stated(planGivesNotice),
  stated(planGivesTenderTime),
  stated(planKeepsStandstill),
  stated(regimeFitsDay),
  ...appraisalRules.map(stated),
  stated(everyDutyIsConsidered),
  stated(everyCharacteristicIsAssessed),
  stated(dutiesBeforeDecision),
  stated(lotsHaveSeveralBidders),
  stated(providersStay),
  stated(figuresAreFresh),
  stated(owedIsDoneInTime),
]
