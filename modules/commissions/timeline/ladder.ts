import type { Ladder } from './plan.ts'

/** The days of a contract's ladder: the first day after its first term, after what was used of the option, and after all of it. */
export type LadderDays = {
  began: Temporal.PlainDate
  firstUntil: Temporal.PlainDate
  until: Temporal.PlainDate
  couldUntil: Temporal.PlainDate
  leftMonths: number
}

/** Reckons a ladder: each term in whole months from the day on which the contract began. */
export const ladderDays = ({ began, firstMonths, optionMonths, usedMonths }: Ladder): LadderDays => ({
  began,
  firstUntil: began.add({ months: firstMonths }),
  until: began.add({ months: firstMonths + usedMonths }),
  couldUntil: began.add({ months: firstMonths + Math.max(optionMonths, usedMonths) }),
  leftMonths: optionMonths - usedMonths,
})
