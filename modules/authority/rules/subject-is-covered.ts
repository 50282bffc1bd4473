import { met, notMet, principle, rule } from '#platform/law.ts'
import { aMandate, aWeighing } from '../examples.ts'
import { covers } from '../mandate.ts'
import type { Weighing } from '../weighing.ts'

/** A mandate reaches its own subject and what lies within it. */
export const subjectIsCovered = rule<Weighing>({
  id: 'subject-is-covered',
  title: 'The mandate reaches this subject',
  source: principle('Silence is not permission'),
  from: '2000-10-26',
  check: ({ attempt, mandate, titles: { subject, scope } }) =>
    covers(mandate.scope, attempt.subject)
      ? met(
          subject === scope
            ? `${mandate.ref} covers “${scope}”.`
            : `“${subject}” lies within “${scope}”, which ${mandate.ref} covers.`,
        )
      : notMet(`${mandate.ref} covers “${scope}”; “${subject}” lies outside it.`),
  examples: [
    { given: 'care at home under a mandate for care at home', facts: aWeighing(), met: true },
    { given: 'nights within care at home', facts: aWeighing({ subject: 'adults/care-at-home/nights' }), met: true },
    {
      given: 'short breaks under a mandate for care at home',
      facts: aWeighing({ subject: 'children/short-breaks' }),
      met: false,
    },
    { given: 'a neighbour with a longer name', facts: aWeighing({ subject: 'adults/care-at-home-plus' }), met: false },
    {
      given: 'anything under a mandate for everything',
      facts: aWeighing({ subject: 'children', mandate: aMandate({ scope: '' }) }),
      met: true,
    },
  ],
})
