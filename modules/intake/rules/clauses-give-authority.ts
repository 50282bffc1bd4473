import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { clausesNamed } from './evidence/clauses.ts'
import { readingRule } from './evidence/reading-rule.ts'

/** To consider or to note is to authorise nothing. Said so that nobody later relies on such a clause for an act. */
export const clausesGiveAuthority = readingRule({
  id: 'clauses-give-authority',
  title: 'A clause that only considers, notes or recommends authorises nothing',
  source: principle('Noting is not deciding'),
  from: '2000-01-01',
  kept: 'No clause only considers, notes or recommends.',
  find: (reading) => {
    if (reading.clauses.length === 0) return null
    const idle = reading.clauses.filter(
      ({ verb, delegation }) => (verb === 'note' || verb === 'consider' || verb === 'recommend') && delegation === null,
    )
    if (idle.length === 0) return []
    const verbs = [...new Set(idle.map(({ verb }) => verb))]
    const one = idle.length === 1
    return [
      {
        weight: 'note',
        says:
          `${clausesNamed(idle)} only ${verbs.map((verb) => (one ? `${verb}s` : verb)).join(' or ')}: `
          + `${one ? 'it authorises' : 'they authorise'} nothing.`,
        at: idle.map(({ at }) => at),
      },
    ]
  },
  examples: [
    {
      given: 'one clause that approves',
      facts: aReading('(a) approve the plan', { clauses: [{ label: 'a', text: 'approve the plan', verb: 'approve' }] }),
      met: true,
    },
    {
      given: 'one clause that approves and one that notes',
      facts: aReading('(a) approve the plan (b) note the report', {
        clauses: [
          { label: 'a', text: 'approve the plan', verb: 'approve' },
          { label: 'b', text: 'note the report', verb: 'note' },
        ],
      }),
      met: false,
    },
  ],
})
