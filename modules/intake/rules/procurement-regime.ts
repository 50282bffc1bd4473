import { day, plainDay } from '#platform/days.ts'
import { act } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { dayIn } from './evidence/days-in-text.ts'
import { matchesOf, placeOf, plainText, sentencesOf, tidy } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/**
 * A plan to tender that reaches beyond 24 February 2025 says which law it plans under. From that day a procurement
 * begun is under the Procurement Act 2023, whatever was in force when it was planned. Health services under the
 * provider selection regime are another matter, so a record that names that, or either law, is left alone.
 */
export const procurementRegime = readingRule({
  id: 'procurement-regime',
  title: 'A tender planned across the start of the Procurement Act 2023 says which law it is under',
  source: act('Procurement Act 2023'),
  // Royal Assent: before it nobody could have planned for the Act.
  from: '2023-10-26',
  until: '2025-02-24',
  kept: 'The record names the procurement law it plans under, or plans no tender beyond 24 February 2025.',
  find: (reading) => {
    const decided = dayIn(reading.decidedOn)
    const plain = plainText(reading)
    if (!decided || Temporal.PlainDate.compare(decided.day, commencement) >= 0) return null
    if (placeOf(plain, /Procurement Act|Public Contracts Regulations|PCR\s?2015|Provider Selection Regime|PA\s?2023/iu))
      return []
    const beyond = sentencesOf(plain)
      .filter((at) => /\btender\w*\b|\bprocure\w*\b/iu.test(plain.slice(...at)))
      .flatMap((at) =>
        matchesOf(
          plain.slice(...at),
          new RegExp(String.raw`\b(?<month>${months.join('|')})\s+(?<year>20\d\d)\b`, 'giu'),
        ).map((found) => ({ ...found, at: [at[0] + found.at[0], at[0] + found.at[1]] as [number, number] })),
      )
      .filter(
        ({ groups }) =>
          Number(groups['year']) * 12 + months.indexOf((groups['month'] ?? '').toLowerCase()) >= 2025 * 12 + 1,
      )
    const monthOf = (one: (typeof beyond)[number]) =>
      Number(one.groups['year']) * 12 + months.indexOf((one.groups['month'] ?? '').toLowerCase())
    const [first] = beyond.toSorted((one, other) => monthOf(one) - monthOf(other))
    if (!first) return null
    return [
      {
        weight: 'note',
        says:
          `A tender is planned for ${tidy(first.words)} or after, and the record names no procurement law: a `
          + `procurement begun from ${plainDay(commencement)} is under the Procurement Act 2023.`,
        at: [first.at],
      },
    ]
  },
  examples: [
    {
      given: 'decided in July 2024, approval to tender in February 2025, no law named',
      facts: aReading('Decided 15 July 2024. Cabinet will approve the tender in February 2025.', {
        decidedOn: ['15 July 2024', '2024-07-15'],
      }),
      met: false,
    },
    {
      given: 'the same with the Act named',
      facts: aReading(
        'Decided 15 July 2024. Cabinet will approve the tender under the Procurement Act 2023 in ' + 'February 2025.',
        { decidedOn: ['15 July 2024', '2024-07-15'] },
      ),
      met: true,
    },
  ],
})

const commencement = day('2025-02-24')
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
