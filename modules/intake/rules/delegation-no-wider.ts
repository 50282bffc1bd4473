import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { clausesNamed, samePost } from './evidence/clauses.ts'
import { listed, pattern } from './evidence/plain-text.ts'
import { readingRule, type Found } from './evidence/reading-rule.ts'
import type { ReadClause } from '../reading.ts'

/**
 * One clause does not give a post freely what a neighbour gives it only after consultation. "All necessary actions"
 * beside "following consultation with …" leaves the condition without force.
 */
export const delegationNoWider = readingRule({
  id: 'delegation-no-wider',
  title: 'A delegation is not wider than its neighbours and free of their conditions',
  source: principle('A condition on a power is worth nothing where the same power is given again without it'),
  from: '2000-01-01',
  kept: 'No clause gives a post freely what another gives it on conditions.',
  find: (reading) => {
    const delegating = reading.clauses.filter(({ delegation }) => delegation !== null && delegation.to.length > 0)
    if (delegating.length < 2) return null
    return delegating.flatMap((wide) => swallowed(wide, delegating))
  },
  examples: [
    {
      given: 'a director who must consult before contracting, and may also take all necessary actions',
      facts: aReading(
        '(a) delegate to the Director, after consulting the Leader, to award. (b) authorise the '
          + 'Director to take all necessary actions.',
        {
          clauses: [
            {
              label: 'a',
              text: 'delegate to the Director, after consulting the Leader, to award',
              verb: 'delegate',
              delegation: { to: ['Director'], consulting: ['Leader'] },
            },
            {
              label: 'b',
              text: 'authorise the Director to take all necessary actions',
              verb: 'authorise',
              delegation: { to: ['Director'], consulting: [] },
            },
          ],
        },
      ),
      met: false,
    },
    {
      given: 'the wide power under the same condition',
      facts: aReading(
        '(a) delegate to the Director, after consulting the Leader, to award. (b) authorise the '
          + 'Director, subject to (a) above, to take all necessary actions.',
        {
          clauses: [
            {
              label: 'a',
              text: 'delegate to the Director, after consulting the Leader, to award',
              verb: 'delegate',
              delegation: { to: ['Director'], consulting: ['Leader'] },
            },
            {
              label: 'b',
              text: 'authorise the Director, subject to (a) above, to take all necessary actions',
              verb: 'authorise',
              delegation: { to: ['Director'], consulting: [] },
            },
          ],
        },
      ),
      met: true,
    },
  ],
})

const anything = pattern(
  'iu',
  String.raw`\b(?:all|any)(?: and (?:all|any))?(?: (?:such|other|further|the))*(?: (?:necessary|relevant|required|`,
  String.raw`reasonable|appropriate|ancillary|consequential))*(?: (?:or|and) (?:necessary|relevant|required|`,
  String.raw`appropriate))? (?:actions?|steps?|matters|measures|things|decisions|decision making)\b|`,
  String.raw`\banything (?:necessary|required)|\bdo (?:all|everything|whatever)\b`,
)
const bounded = pattern(
  'iu',
  String.raw`\bsubject to (?:\(|the (?:above|conditions|consultation|foregoing)|paragraphs?|clauses?|`,
  String.raw`recommendations?)|\bother than\b|\bsave (?:for|as)\b|\bexcept\b`,
)

function swallowed(wide: ReadClause, all: readonly ReadClause[]): Found[] {
  if (!anything.test(wide.text) || bounded.test(wide.text) || (wide.delegation?.consulting ?? []).length > 0) return []
  const posts = wide.delegation?.to ?? []
  const narrower = all.filter(
    ({ delegation }) =>
      (delegation?.consulting ?? []).length > 0
      && (delegation?.to ?? []).some((to) => posts.some((post) => samePost(to, post))),
  )
  if (narrower.length === 0) return []
  const same = posts.filter((post) =>
    narrower.some(({ delegation }) => delegation?.to.some((to) => samePost(to, post))),
  )
  const labels = narrower.map(({ label }) => (label === null ? 'another clause' : `(${label})`))
  return [
    {
      weight: 'warning',
      says:
        `${clausesNamed([wide])} lets the ${listed(same)} do “${anything.exec(wide.text)?.[0] ?? ''}” without `
        + 'consulting anyone, and so swallows '
        + `the conditions of ${listed(labels)}, under which the same post must first consult.`,
      working: [
        `${clausesNamed([wide])}: no consultation.`,
        ...narrower.map(
          (one) =>
            `${clausesNamed([one])}: only after consulting `
            + `${listed((one.delegation?.consulting ?? []).map((post) => `the ${post}`))}.`,
        ),
      ],
      at: [wide.at, ...narrower.map(({ at }) => at)],
    },
  ]
}
