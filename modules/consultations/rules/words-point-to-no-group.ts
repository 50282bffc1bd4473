import { met, notMet, principle, rule } from '#platform/law.ts'

/** A question that is answered in words, and how many of those whose answers are analysed were asked it. */
export type AskedInWords = { question: string; asked: number; threshold: number }

/** Words without a name still say whose they are, where only a few people were asked: their group picks them out. */
export const wordsPointToNoGroup = rule<AskedInWords>({
  id: 'consultation-words-point-to-no-group',
  title: 'What people wrote is published where they cannot be picked out by their group',
  from: '2000-10-26',
  source: principle('The council’s own threshold for small numbers holds for words as it does for counts'),
  check: ({ question, asked, threshold }) =>
    asked >= threshold
      ? met(`“${question}” was asked of ${asked} people; ${threshold} are enough.`)
      : notMet(
          `“${question}” was asked of fewer than ${threshold} people: what they wrote is withheld, because their group would pick them out.`,
        ),
  examples: [
    { given: 'a question to everybody', facts: { question: 'What matters?', asked: 240, threshold: 10 }, met: true },
    {
      given: 'a question to the four who use one day centre',
      facts: { question: 'How do you get there?', asked: 4, threshold: 10 },
      met: false,
    },
    { given: 'exactly as many as are needed', facts: { question: 'Why?', asked: 10, threshold: 10 }, met: true },
  ],
})
