import { considerHold, issueHold, listMandates, recordAct, recordRetrospective, releaseHold } from '#authority'
import type { Actor } from '#platform/use-case.ts'
import { workingDayBefore, type Step } from './steps.ts'

/** A report that ran its course, a contract that began before its decision took effect, and a yearly limit that is nearly used up. */
export function heldSteps(as: (name: string) => Actor, today: Temporal.PlainDate): Step[] {
  const known = { hold: '' }
  return [
    {
      ago: 200,
      run: async (on) => {
        known.hold = (
          await on.does(as('Edmund'), issueHold, {
            section: 's5A',
            reach: { kind: 'subject', subject: 'everyday-life' },
            reason:
              'Activities for all ages would have been charged for without the consultation that the charging policy asks for.',
          })
        ).ref
      },
    },
    {
      ago: 190,
      run: async (on) =>
        void (await on.does(as('Hugo'), considerHold, {
          hold: known.hold,
          on: workingDayBefore(today, 190).toString(),
          says: 'Cabinet considered the report and resolved to consult first; minute 41.',
        })),
    },
    {
      ago: 176,
      run: async (on) =>
        void (await on.does(as('Edmund'), releaseHold, {
          hold: known.hold,
          because: 'The charge was withdrawn; what is left needs no consultation.',
        })),
    },
    {
      ago: 28,
      run: async (on) => {
        const { lines } = await on.asks(as('Priya'), listMandates, {
          post: 'director-adults',
          subject: 'adults/everyday-life',
          source: 'clause',
          power: 'contract',
        })
        const mandate = lines.find(({ scope }) => scope === 'adults/everyday-life')
        if (!mandate) return
        await on.does(as('Priya'), recordRetrospective, {
          under: mandate.ref,
          post: 'director-adults',
          power: 'contract',
          subject: 'adults/everyday-life',
          what: 'Taster sessions with Heron Arts (invented)',
          pence: 4_000_00,
          day: mandate.from.subtract({ days: 19 }).toString(),
          because: 'The sessions were booked for the summer holidays before the decision took effect.',
        })
      },
    },
    ...[
      { ago: 8, pence: 12_000_00, what: 'Interpreters for assessments this spring' },
      { ago: 4, pence: 9_500_00, what: 'Easy-read versions of the offer' },
    ].map(({ ago, ...act }): Step => ({
      ago,
      run: async (on) =>
        void (await on.does(as('Priya'), recordAct, {
          ...act,
          post: 'head-commissioning',
          power: 'commit',
          subject: 'adults',
          day: workingDayBefore(today, ago).toString(),
        })),
    })),
  ]
}
