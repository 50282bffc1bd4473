import { daysBetween, plainDay } from '#platform/days.ts'
import { guidance } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { aNumber, matchesOf, numberOf, plainText, tidy } from './evidence/plain-text.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'
import type { Span } from '../reading.ts'

/** The weeks promised for a consultation and the months its timetable gives it are the same length of time. */
export const consultationLength = readingRule({
  id: 'consultation-length',
  title: 'A consultation has the weeks in its timetable that it is said to have',
  source: guidance('Gunning principles', 'adequate time'),
  from: '2000-01-01',
  kept: 'The timetable gives the consultation the weeks it is said to have.',
  find: (reading) => {
    const plain = plainText(reading)
    const promised = matchesOf(
      plain,
      new RegExp(
        String.raw`\b(?<weeks>${aNumber})[- ]weeks?[- ](?:long )?(?:public |formal |statutory )?consultation`,
        'giu',
      ),
    )
    const rows = matchesOf(plain, spans).filter(({ at }) =>
      /^[^.;]{0,60}\bconsultation\b(?! (?:documents?|workshops?|materials?))/iu.test(plain.slice(at[1])),
    )
    const [first] = promised
    const [row] = rows
    const weeks = numberOf(first?.groups['weeks'])
    if (!first || !row || weeks === null || promised.length > 1 || rows.length > 1) return null
    return judged(weeks, row, first.at)
  },
  examples: [
    {
      given: 'six weeks promised, two months in the timetable',
      facts: aReading('A 6-week consultation.\n\nOctober 2024 to November 2024\tConsultation, by survey.'),
      met: false,
    },
    {
      given: 'eight weeks promised, two months in the timetable',
      facts: aReading('An 8-week consultation.\n\nOctober 2024 to November 2024\tConsultation, by survey.'),
      met: true,
    },
  ],
})

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const spans = new RegExp(
  String.raw`\b(?<from>${months.join('|')})\s+(?:(?<fromYear>20\d\d)\s+)?(?:to|-|–)\s+`
    + String.raw`(?<to>${months.join('|')})\s+(?<toYear>20\d\d)`,
  'giu',
)

function judged(weeks: number, row: ReturnType<typeof matchesOf>[number], promised: Span): Found[] {
  const month = (name: string | undefined) => months.indexOf((name ?? '').toLowerCase()) + 1
  const toYear = Number(row.groups['toYear'])
  const from = new Temporal.PlainDate(Number(row.groups['fromYear'] ?? toYear), month(row.groups['from']), 1)
  const until = new Temporal.PlainDate(toYear, month(row.groups['to']), 1).add({ months: 1 })
  const days = daysBetween(from, until)
  // Whole months say no more than when a consultation lies within them: only a week and more is a difference.
  if (days <= 0 || Math.abs(days - weeks * 7) < 8) return []
  const shorter = days < weeks * 7
  return [
    {
      weight: shorter ? 'warning' : 'note',
      says:
        `A consultation of ${weeks} weeks is named, and the timetable gives it ${tidy(row.words)}: ${days} days, `
        + `${(days / 7).toFixed(1)} weeks.`,
      working: [
        `${plainDay(from)} to ${plainDay(until.subtract({ days: 1 }))} is ${days} days; ${weeks} weeks are `
          + `${weeks * 7}.`,
      ],
      at: [promised, row.at],
    },
  ]
}
