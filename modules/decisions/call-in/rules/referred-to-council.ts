import { act, constitution, met, notMet, rule } from '#platform/law.ts'
import type { CallInRule } from './call-in-window.ts'

export type Referral = {
  callIn: Pick<CallInRule, 'council'>
  /** What the statutory officers advised: whether the decision goes against the budget or the policy framework. */
  advice: readonly { by: string; contrary: boolean }[]
}

/** Full council sees a called-in decision only where the council's rule lets scrutiny send it there. */
export const mayGoToCouncil = rule<Referral>({
  id: 'referred-to-council',
  title: 'A called-in decision goes to full council only where the council’s rule allows it',
  source: [
    act('Local Government Act 2000', 's9F'),
    constitution('The council', 'scrutiny procedure rules, referral to council'),
  ],
  from: '2000-10-26',
  check: ({ callIn: { council = 'always' }, advice }) => {
    const against = advice.filter(({ contrary }) => contrary).map(({ by }) => by)
    if (council === 'never') return notMet('The council’s rule does not let scrutiny refer a decision to full council.')
    if (council === 'always') return met('Scrutiny may refer a decision to full council.')
    if (advice.length === 0)
      return notMet(
        'Scrutiny may refer a decision to full council only where it goes against the budget or the policy framework, and no advice on that is recorded.',
      )
    return against.length
      ? met(
          `Scrutiny may refer it to full council: it goes against the budget or the policy framework, as ${against.join(' and ')} advised.`,
        )
      : notMet(
          `Scrutiny may refer a decision to full council only where it goes against the budget or the policy framework; ${advice.map(({ by }) => by).join(' and ')} advised that it does not.`,
        )
  },
  examples: [
    { given: 'Bury: one of three outcomes, whatever the decision', facts: { callIn: {}, advice: [] }, met: true },
    {
      given: 'Kingston and West Somerset: contrary to the framework, as the monitoring officer advised',
      facts: { callIn: { council: 'outside-framework' }, advice: [{ by: 'the Monitoring Officer', contrary: true }] },
      met: true,
    },
    {
      given: 'Kingston: within the framework',
      facts: {
        callIn: { council: 'outside-framework' },
        advice: [{ by: 'the Chief Finance Officer', contrary: false }],
      },
      met: false,
    },
    {
      given: 'Kingston: nobody was asked',
      facts: { callIn: { council: 'outside-framework' }, advice: [] },
      met: false,
    },
  ],
})
