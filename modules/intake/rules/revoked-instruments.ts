import { day, daysBetween, plainDay } from '#platform/days.ts'
import { acts, principle, statutoryInstruments, type Instrument } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { dayOf } from './evidence/days-in-text.ts'
import { matchesOf, pattern, plainText } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/**
 * A decision is not certified, or made, under law that had gone. Speaks only where the words before the citation rely
 * on it ("in accordance with", "under"); a history that mentions an old Act is left alone. What was revoked when is in
 * the table of instruments.
 */
export const revokedInstruments = readingRule({
  id: 'revoked-instruments',
  title: 'A decision relies on law in force on its day',
  source: principle('Law that has been revoked gives no authority'),
  from: '2000-01-01',
  kept: 'No instrument relied on had been revoked.',
  find: (reading) => {
    const on = dayOf(reading)
    if (!on) return null
    const plain = plainText(reading)
    const cited = revoked
      .flatMap((one) => matchesOf(plain, one.pattern).map(({ at }) => ({ ...one, at })))
      .filter(({ at }) => relies.test(plain.slice(Math.max(0, at[0] - 120), at[0])))
    if (cited.length === 0) return null
    return cited
      .filter(({ gone }) => Temporal.PlainDate.compare(on, gone) >= 0)
      .map(({ words, instrument, gone, by, verify, at }) => {
        const since = gone.until(on, { largestUnit: 'year' })
        return {
          weight: verify ? ('warning' as const) : ('error' as const),
          says:
            `It relies on the ${instrument.title} (${words}), revoked from ${plainDay(gone)} by ${by}: `
            + `${since.years} years and ${since.months} months before ${plainDay(on)}.`,
          working: [
            `${words} was in force until ${plainDay(gone.subtract({ days: 1 }))}.`,
            `The record is of ${plainDay(on)}, ${daysBetween(gone, on).toLocaleString('en-GB')} days after it went.`,
          ],
          at: [at],
        }
      })
  },
  examples: [
    {
      given: 'a record of 2018 certified under the access to information regulations of 2000',
      facts: aReading(
        'Certified as made in accordance with the Local Authorities (Executive Arrangements) (Access to Information) '
          + '(England) '
          + 'Regulations 2000 on 20 March 2018',
        { decidedOn: ['20 March 2018', '2018-03-20'] },
      ),
      met: false,
    },
    {
      given: 'the same words while those regulations were in force',
      facts: aReading(
        'Certified as made in accordance with the Local Authorities (Executive Arrangements) (Access to Information) '
          + '(England) '
          + 'Regulations 2000 on 20 March 2012',
        { decidedOn: ['20 March 2012', '2012-03-20'] },
      ),
      met: true,
    },
  ],
})

const relies = pattern(
  'iu',
  String.raw`\b(?:in accordance with|in compliance with|pursuant to|under|by virtue of|as required by|`,
  String.raw`exercise of)\s+(?:(?:regulation|section|schedule|reg|s)\.?\s*[\w()]+\s+of\s+)?(?:the\s+)?$`,
)

const revoked = [
  ...Object.entries(statutoryInstruments).map(([number, one]) => ({
    words: `SI ${number}`,
    instrument: one as Instrument,
  })),
  ...Object.entries(acts).map(([name, one]) => ({ words: name, instrument: one as Instrument })),
].flatMap(({ words, instrument }) =>
  instrument.revoked
    ? [
        {
          words,
          instrument,
          gone: day(instrument.revoked.on),
          by: instrument.revoked.by,
          verify: instrument.revoked.verify ?? false,
          pattern: citationOf(words, instrument),
        },
      ]
    : [],
)

/** The instrument's title as printed anywhere, however its lines break, or its number. */
function citationOf(words: string, instrument: Instrument): RegExp {
  const loose = (text: string) =>
    text.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`).replace(/\s+/gu, String.raw`\s+`)
  return new RegExp(`${loose(instrument.title)}|${loose(words)}`, 'giu')
}
