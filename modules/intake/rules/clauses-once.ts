import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { clausesNamed } from './evidence/clauses.ts'
import { readingRule } from './evidence/reading-rule.ts'

/** The same words do not stand twice as a clause: copied text makes one authority look like two. */
export const clausesOnce = readingRule({
  id: 'clauses-once',
  title: 'Each clause stands once',
  source: principle('One decision gives one authority'),
  from: '2000-01-01',
  kept: 'Each clause stands once.',
  find: (reading) => {
    if (reading.clauses.length < 2) return null
    const words = (text: string) =>
      text
        .toLowerCase()
        .replace(/[^a-z0-9]+/gu, ' ')
        .trim()
    return reading.clauses.flatMap((clause, index) => {
      const first = reading.clauses.slice(0, index).find((earlier) => words(earlier.text) === words(clause.text))
      if (!first || words(clause.text).length < 30) return []
      const name = clause.label === null ? 'A clause' : clausesNamed([clause])
      return [
        {
          weight: 'note' as const,
          says:
            `${name} repeats ${first.label === null ? 'an earlier clause' : `(${first.label})`} word for word: it `
            + 'gives no second authority.',
          at: [first.at, clause.at],
        },
      ]
    })
  },
  examples: [
    {
      given: 'two different clauses',
      facts: aReading('approve the plan for the north. approve the plan for the south.', {
        clauses: [
          { text: 'approve the plan for the north.', verb: 'approve' },
          { text: 'approve the plan for the south.', verb: 'approve' },
        ],
      }),
      met: true,
    },
    {
      given: 'one clause printed twice',
      facts: aReading('(1) approve the plan for the whole county. (2) approve the plan for the whole county.', {
        clauses: [
          { label: '1', text: 'approve the plan for the whole county.', verb: 'approve' },
          { label: '2', text: 'approve the plan for the whole county.', verb: 'approve' },
        ],
      }),
      met: false,
    },
  ],
})
