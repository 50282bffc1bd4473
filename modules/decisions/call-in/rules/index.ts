import { callInPeriodOver } from './call-in-window.ts'
import { callersAttended, heardInTime, reconsideredInTime } from './dealt-with-in-time.ts'
import { effectiveAsPrinted } from './effective-as-printed.ts'
import { groundsAreGiven } from './grounds-are-given.ts'
import { receivedInTime } from './received-in-time.ts'
import { mayGoToCouncil } from './referred-to-council.ts'
import { waivedByTheRightPost } from './waived-by-the-right-post.ts'
import { calledInOnce, mayBeCalledIn } from './what-may-be-called-in.ts'
import { enoughMayCallIn } from './who-may-call-in.ts'
import { stated, type StatedRule } from '#platform/rule-register.ts'

/** The rules of call-in, for the public register of rules. */
export const callInRules: StatedRule[] = [
  stated(callInPeriodOver),
  stated(effectiveAsPrinted),
  stated(receivedInTime),
  stated(enoughMayCallIn),
  stated(groundsAreGiven),
  stated(mayBeCalledIn),
  stated(calledInOnce),
  stated(heardInTime),
  stated(callersAttended),
  stated(mayGoToCouncil),
  stated(reconsideredInTime),
  stated(waivedByTheRightPost),
]
