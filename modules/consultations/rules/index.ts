import { itSaysWhatItIs, questionsCanBeFollowed } from './can-be-answered.ts'
import { packIsWhole } from './pack-is-whole.ts'
import { lateDocumentsLeaveTime, timeIsEnough } from './time-is-enough.ts'

/** Without these nobody can answer: a consultation does not open. */
export const neededToOpen = [itSaysWhatItIs, questionsCanBeFollowed] as const

/** What makes it fair. Whoever opens it all the same says why, and the reason is published. */
export const fairness = [packIsWhole, timeIsEnough] as const

/** While it is open. */
export const whileOpen = [lateDocumentsLeaveTime] as const

/** Every rule of this module. */
export const rulesOfConsultations = [...neededToOpen, ...fairness, ...whileOpen] as const
