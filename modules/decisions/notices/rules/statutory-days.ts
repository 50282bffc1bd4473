import { act, dated, si, type Dated } from '#platform/law.ts'
import { clear, type ClearDayRule } from '../clear-days.ts'

/** The notices whose days are counted. */
export type Counted = 'key-decision' | 'general-exception' | 'private-meeting' | 'private-meeting-again' | 'agenda'

/** Reg 9(1): 28 clear days before a key decision. Measured on real notices, these are calendar days everywhere. */
export const keyDecisionDays = dated<ClearDayRule>('days of notice of a key decision', [
  { from: '2012-09-10', value: clear(28, 'calendar'), source: si('2012/2089', 'reg 9(1)') },
])

/** Reg 10: 5 clear days after the notice of a general exception. Councils count them in working or in calendar days. */
export const generalExceptionDays = dated<ClearDayRule>('days after a notice of general exception', [
  { from: '2012-09-10', value: clear(5, 'working'), source: si('2012/2089', 'reg 10(1)') },
])

/** Reg 5(2): 28 clear days before a meeting in private. */
export const privateMeetingDays = dated<ClearDayRule>('days of notice of a private meeting', [
  { from: '2012-09-10', value: clear(28, 'calendar'), source: si('2012/2089', 'reg 5(2)') },
])

/** Reg 5(4): 5 clear days from the second notice, with what was said against it and the answer. */
export const privateMeetingAgainDays = dated<ClearDayRule>('days of the second notice of a private meeting', [
  { from: '2012-09-10', value: clear(5, 'working'), source: si('2012/2089', 'reg 5(4)') },
])

/**
 * Five clear days between the agenda and a meeting in public: LGA 1972 s100B, and SI 2012/2089 reg 7 for the executive (to be
 * verified; three clear days are said to have been enough before October 2002).
 */
export const agendaDays = dated<ClearDayRule>('days between agenda and meeting', [
  { from: '1986-04-01', value: clear(5, 'working'), source: act('Local Government Act 1972', 's100B') },
])

/** The figure that stands where a council has settled none of its own. */
export const statutoryDays: Record<Counted, Dated<ClearDayRule>> = {
  'key-decision': keyDecisionDays,
  'general-exception': generalExceptionDays,
  'private-meeting': privateMeetingDays,
  'private-meeting-again': privateMeetingAgainDays,
  agenda: agendaDays,
}
