import { clearDays, day, longDay } from '#platform/days.ts'
import { dated, met, notMet, rule, si } from '#platform/law.ts'
import type { Minimum } from '../timeline/minimum.ts'

/** Clear days between the publication of a notice of a key decision and the decision. */
export const noticeDays = dated('clear days of notice of a key decision', [
  { from: '2012-09-10', value: 28, source: si('2012/2089', 'reg 9') },
])

/** The notice runs from the day of its publication, which does not count, up to the day of the decision, which does not either. */
export function noticeMinimum(published: Temporal.PlainDate): Minimum | null {
  if (!noticeDays.covers(published)) return null
  const { value, source } = noticeDays.entry(published)
  return {
    until: published.add({ days: value + 1 }),
    source,
    says: `${value} clear days lie between the publication of the notice and the decision`,
  }
}

/** A key decision is planned no sooner than its notice allows. */
export const planGivesNotice = rule<{ published: Temporal.PlainDate; decision: Temporal.PlainDate }>({
  id: 'plan-gives-28-clear-days',
  title: 'A plan leaves 28 clear days between the notice and the key decision',
  source: si('2012/2089', 'reg 9'),
  from: '2012-09-10',
  check: ({ published, decision }) => {
    const clear = clearDays(published, decision, 'calendar')
    const need = noticeDays.on(published)
    const words = `${clear} clear days from ${longDay(published)} to ${longDay(decision)}`
    return clear >= need ? met(`${words}; ${need} are needed.`) : notMet(`${words}; ${need} are needed.`)
  },
  examples: [
    {
      given: 'noticed on 12 September, decided on 11 October 2022',
      facts: { published: day('2022-09-12'), decision: day('2022-10-11') },
      met: true,
    },
    {
      given: 'decided a day earlier',
      facts: { published: day('2022-09-12'), decision: day('2022-10-10') },
      met: false,
    },
  ],
})
