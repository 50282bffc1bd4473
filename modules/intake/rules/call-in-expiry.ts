import { callInWindow } from '#decisions/rules'
import { longDay } from '#platform/days.ts'
import { act } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { callInRuleFor } from './evidence/call-in-stated.ts'
import { dayIn, ifKnown } from './evidence/days-in-text.ts'
import { matchesOf, pattern, plainText } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'
import type { Reading } from '../reading.ts'

/**
 * A form with a place for the end of the call-in period fills it in: until then nobody can tell when the decision takes
 * effect.
 */
export const callInExpiry = readingRule({
  id: 'call-in-expiry',
  title: 'The end of the call-in period is filled in where the form asks for it',
  source: act('Local Government Act 2000', 's9F'),
  from: '2012-09-10',
  kept: 'The end of the call-in period is filled in.',
  find: (reading) => {
    if (!reading.decidedOn) return null
    const places = matchesOf(plainText(reading), asked)
    if (places.length === 0) return null
    return places
      .filter(({ groups }) => !/[\d\p{L}]/u.test(groups['answer'] ?? ''))
      .slice(0, 1)
      .map(({ at, groups }) => ({
        weight: 'warning' as const,
        says:
          'The day on which the call-in period ends is left '
          + `blank${reading.publishedOn ? '' : ', and no day of publication is printed'}: `
          + 'the record does not show when the decision takes effect.',
        working: whatIf(reading),
        at: [[at[0], at[0] + (groups['label'] ?? '').length]],
      }))
  },
  examples: [
    {
      given: 'a form that gives the day',
      facts: aReading('Decided 20 March 2018\nCall-In Period expires on 27 March 2018', {
        decidedOn: ['20 March 2018', '2018-03-20'],
      }),
      met: true,
    },
    {
      given: 'a form that leaves it blank',
      facts: aReading('Decided 20 March 2018\nCall-In Period expires on\t\n', {
        decidedOn: ['20 March 2018', '2018-03-20'],
      }),
      met: false,
    },
  ],
})

const asked = pattern(
  'giu',
  String.raw`(?<label>\bcall-?\s?in period (?:expires|ends)(?: on)?|`,
  String.raw`\bexpiry date for any (?:scrutiny )?call-?\s?in[^\n\t:]*|\bcall-?\s?in (?:expiry|`,
  String.raw`deadline)(?: date)?)\s*?:?(?<answer>[^\n]*(?:\n[ \t]*\d[^\n]*)?)`,
)

/** The day it would take effect, had it been published on the day of the decision or on the one printed. */
function whatIf(reading: Reading): string[] {
  const started = dayIn(reading.publishedOn) ?? dayIn(reading.decidedOn)
  const { rule, whose } = callInRuleFor(reading, started?.day ?? new Temporal.PlainDate(2020, 1, 1))
  const window = started ? ifKnown(() => callInWindow(rule, started.day)) : null
  if (!window || !started) return []
  return [
    `${reading.publishedOn ? 'Published' : 'If it was published on the day of the decision,'} `
      + `${longDay(started.day)}, under ${whose}:`,
    ...window.working.slice(1),
  ]
}
