import { act } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { clausesNamed } from './evidence/clauses.ts'
import { listed, tidy } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'
import type { ReadClause, Reading } from '../reading.ts'

/** Power is given to a body or a post that can be named; nobody can show that "relevant officers" acted within it. */
export const delegationToAPost = readingRule({
  id: 'delegation-to-a-post',
  title: 'Power is delegated to a post or body that is named',
  source: act('Local Government Act 2000', 's9E'),
  from: '2000-10-26',
  kept: 'Each delegation names the post that receives it.',
  find: (reading) => {
    const delegating = reading.clauses.filter((clause) => clause.delegation !== null || namelessIn(clause) !== null)
    if (delegating.length === 0) return null
    return delegating.flatMap((clause) => {
      const to = clause.delegation?.to ?? []
      const named = to.filter((post) => !nameless.test(post.trim()))
      const unnamed = to.length > 0 ? to.filter((post) => nameless.test(post.trim())) : [namelessIn(clause) ?? '']
      if (unnamed.length === 0 || named.length > 0) return []
      const whom = unnamed.map((post) => tidy(post)).filter((post) => post !== '')
      return [
        {
          weight: 'warning' as const,
          says:
            whom.length > 0
              ? `${clausesNamed([clause])} delegates to ${listed(whom.map((post) => `“${post}”`))}: no post is named, so `
                + 'nobody can show who holds the power.'
              : `${clausesNamed([clause])} delegates without saying to whom.`,
          at: [placeOfAny(reading, clause, whom)],
        },
      ]
    })
  },
  examples: [
    {
      given: 'authority given to a director',
      facts: aReading('(b) delegate the award to the Director of Commissioning', {
        clauses: [
          {
            label: 'b',
            text: 'delegate the award to the Director of Commissioning',
            verb: 'delegate',
            delegation: { to: ['Director of Commissioning'], consulting: [] },
          },
        ],
      }),
      met: true,
    },
    {
      given: 'approval delegated to “relevant officers”',
      facts: aReading('(b) agree the framework, with awards left to relevant officers', {
        clauses: [
          {
            label: 'b',
            text: 'agree the framework, with awards left to relevant officers',
            verb: 'agree',
            delegation: { to: ['relevant officers'], consulting: [] },
          },
        ],
      }),
      met: false,
    },
  ],
})

const adjective =
  '(?:relevant|appropriate|authorised|authorized|nominated|suitable|suitably '
  + 'qualified|senior|council|designated|respective)'
const nobody =
  `(?:the |all |any )?(?:${adjective}(?: or | and |, | `
  + ')){0,3}(?:officers?|staff|managers?|teams?|panel|personnel|persons?|directors|members|service|department)'
const nameless = new RegExp(`^${nobody}$|^(?:the )?(?:[a-z]+ ){0,3}panel$`, 'iu')

/** "… authority to relevant officers …" where the clause was not read as a delegation at all. */
function namelessIn(clause: ReadClause): string | null {
  const found = new RegExp(
    String.raw`\bdelegated? (?:authority|approval|powers?|responsibility)[^.;]{0,20}? to (?<whom>(?:the |`
      + String.raw`all )?${adjective} (?:officers?|staff|managers?))\b`,
    'iu',
  ).exec(clause.text)
  return found?.groups?.['whom'] ?? null
}

function placeOfAny(reading: Reading, clause: ReadClause, whom: readonly string[]): [number, number] {
  const start = whom[0] ? reading.text.indexOf(whom[0], clause.at[0]) : -1
  return start >= 0 && start < clause.at[1] ? [start, start + (whom[0]?.length ?? 0)] : clause.at
}
