import { callInRuleWords, callInWindow, fiveClearWorkingDays, type CallInRule } from '#decisions/rules'
import { longDay, workingDays } from '#platform/days.ts'
import { act } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { callInRuleFor } from './evidence/call-in-stated.ts'
import { dayIn, ifKnown, lapse } from './evidence/days-in-text.ts'
import { pattern, placeOf, plainText } from './evidence/plain-text.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'
import type { Reading } from '../reading.ts'

/**
 * The effective day printed is the one its call-in rule gives. Councils set their own rules: under one that is only
 * assumed, a difference is a note that names the rules which would fit, not an accusation. A later day than need be
 * harms nobody and is left alone, as are records that say no call-in applies.
 */
export const effectiveDay = readingRule({
  id: 'effective-day',
  title: 'The effective day is the one that the council’s call-in rule gives',
  source: act('Local Government Act 2000', 's9F'),
  from: '2012-09-10',
  kept: 'The effective day printed leaves the whole call-in period.',
  find: (reading) => {
    const published = dayIn(reading.publishedOn)
    const effective = dayIn(reading.effectiveFrom)
    if (!published || !effective || !expectsCallIn(reading)) return null
    if (Temporal.PlainDate.compare(effective.day, published.day) < 0) return null
    const { rule, whose, sure, at } = callInRuleFor(reading, published.day)
    const started = rule.start === 'decision' ? dayIn(reading.decidedOn) : published
    const window = started ? ifKnown(() => callInWindow(rule, started.day)) : null
    if (!window) return null
    if (Temporal.PlainDate.compare(effective.day, window.effective) >= 0) return []
    const early = ifKnown(() => workingDays(effective.day, window.effective)) ?? 0
    const fits = fittingRules(published.day, effective.day).map(callInRuleWords)
    const found: Found = {
      weight: sure ? 'warning' : 'note',
      says:
        `Published on ${longDay(published.day)} and effective from ${longDay(effective.day)}: under ${whose} it `
        + 'would be '
        + `${longDay(window.effective)}, ${lapse(effective.day, window.effective)} later`
        + `${sure ? '' : '; this council may have another rule'}.`,
      working: [
        ...window.working,
        `Printed: ${longDay(effective.day)}, ${early} working ${early === 1 ? 'day' : 'days'} earlier.`,
        fits.length > 0
          ? `Rules that give the printed day: ${fits.join('; ')}.`
          : 'No rule in use elsewhere gives the printed day.',
      ],
      at: [published.at, effective.at, ...at],
    }
    return [found]
  },
  examples: [
    {
      given: 'published on Friday 5 August 2022, effective Saturday 13 August: the day after five clear working days',
      facts: aReading('Subject to call in: Yes. Publication 05/08/2022, effective from 13/08/2022', {
        subjectToCallIn: ['Yes', true],
        publishedOn: ['05/08/2022', '2022-08-05'],
        effectiveFrom: ['13/08/2022', '2022-08-13'],
      }),
      met: true,
    },
    {
      given: 'published on 22 July 2021, effective on 28 July, by a council whose rule is not known',
      facts: aReading('Subject to call in: Yes. Publication 22/07/2021, effective from 28/07/2021', {
        subjectToCallIn: ['Yes', true],
        publishedOn: ['22/07/2021', '2021-07-22'],
        effectiveFrom: ['28/07/2021', '2021-07-28'],
      }),
      met: false,
    },
    {
      given: 'the same days at a council known to count three',
      facts: aReading('Staffordshire County Council. Call in: Yes. Publication 22/07/2021, effective from 28/07/2021', {
        council: 'Staffordshire County Council',
        subjectToCallIn: ['Yes', true],
        publishedOn: ['22/07/2021', '2021-07-22'],
        effectiveFrom: ['28/07/2021', '2021-07-28'],
      }),
      met: true,
    },
  ],
})

/**
 * Call-in applies because the record says so, or says nothing of it but was made by a cabinet or one of its members.
 */
function expectsCallIn(reading: Reading): boolean {
  if (placeOf(plainText(reading), waived)) return false
  if (reading.subjectToCallIn) return reading.subjectToCallIn.value
  return reading.makerKind === 'cabinet' || reading.makerKind === 'member'
}

const waived = pattern(
  'iu',
  String.raw`\b(?:special urgency|urgent decision|exempt from call-?\s?in|not (?:subject|open) to call-?\s?in|`,
  String.raw`call-?\s?in (?:procedure )?(?:has been|is|was|be|does not) (?:waived|disapplied|apply))\b`,
)

/** The ways of counting, among those in use, that give the printed day. */
function fittingRules(published: Temporal.PlainDate, effective: Temporal.PlainDate): CallInRule[] {
  const usual = fiveClearWorkingDays()
  const inUse: CallInRule[] = [
    ...[3, 5, 7, 4, 6, 10].map((lengthDays) => ({ ...usual, lengthDays })),
    { ...usual, effective: 'last-day' },
    { ...usual, countStartDay: true },
    { ...usual, countStartDay: true, effective: 'last-day' },
    { ...usual, unit: 'clear-calendar' },
  ]
  return inUse.filter((rule) => ifKnown(() => callInWindow(rule, published).effective.equals(effective)) ?? false)
}
