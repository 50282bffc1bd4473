import { day, longDay } from '#platform/days.ts'
import { met, notMet, principle, rule } from '#platform/law.ts'
import { aMandate, aWeighing } from '../examples.ts'
import type { Condition } from '../mandate.ts'
import type { Weighing } from '../weighing.ts'

const consult: Condition = {
  kind: 'consult',
  key: 'consult-legal',
  post: 'head-legal',
  words: 'following consultation with the Head of Legal Services',
}

/** What the grant asks for first must be shown to have happened, on or before the day of the act. */
export const conditionsAreEvidenced = rule<Weighing>({
  id: 'conditions-are-evidenced',
  title: 'Each condition of the grant is evidenced',
  source: principle('A condition of a delegation is met before it is used, and shown'),
  from: '2000-10-26',
  check: ({ attempt, mandate }) => {
    const first = mandate.conditions.filter(({ kind }) => kind !== 'report-back')
    const wanting = first.flatMap((condition) => {
      const shown = attempt.evidence.find((one) => one.condition === condition.key && one.says.trim() !== '')
      if (!shown) return [`“${condition.words}” has no evidence: say who, what and on which day.`]
      return Temporal.PlainDate.compare(shown.day, attempt.day) > 0
        ? [`“${condition.words}” is evidenced on ${longDay(shown.day)}, after the act on ${longDay(attempt.day)}.`]
        : []
    })
    if (wanting.length) return notMet(wanting.join(' '))
    return met(
      first.length
        ? `Each of ${first.length} ${first.length === 1 ? 'condition' : 'conditions'} is evidenced.`
        : `${mandate.ref} asks for nothing first.`,
    )
  },
  examples: [
    { given: 'a grant without conditions', facts: aWeighing(), met: true },
    {
      given: 'legal was consulted the day before',
      facts: aWeighing({
        mandate: aMandate({ conditions: [consult] }),
        evidence: [
          { condition: 'consult-legal', says: 'E-mail of the Head of Legal Services', day: day('2022-08-31') },
        ],
      }),
      met: true,
    },
    { given: 'nobody asked legal', facts: aWeighing({ mandate: aMandate({ conditions: [consult] }) }), met: false },
    {
      given: 'legal was consulted afterwards',
      facts: aWeighing({
        mandate: aMandate({ conditions: [consult] }),
        evidence: [{ condition: 'consult-legal', says: 'E-mail', day: day('2022-09-02') }],
      }),
      met: false,
    },
  ],
})
