import { day, plainDay } from '#platform/days.ts'
import { act, met, notApplicable, notMet, rule } from '#platform/law.ts'

const from = '2015-04-01'
const source = act('Care Act 2014', 's5')

/** A lot for which one provider bids leaves nobody to turn to when that one leaves. */
export const lotsHaveSeveralBidders = rule<{
  lots: readonly { title: string; bidders: number; on: Temporal.PlainDate }[]
}>({
  id: 'market-lots-have-several-bidders',
  title: 'More than one provider bids for each lot',
  source,
  from,
  check: ({ lots }) => {
    if (!lots.length) return notApplicable
    const few = lots.filter(({ bidders }) => bidders < 2)
    return few.length
      ? notMet(
          `${few
            .map(
              ({ title, bidders, on }) => `${title}: ${bidders === 0 ? 'nobody' : 'a single bidder'} (${plainDay(on)})`,
            )
            .join('; ')}.`,
        )
      : met(`Each of the ${lots.length} lots has at least ${Math.min(...lots.map(({ bidders }) => bidders))} bidders.`)
  },
  examples: [
    {
      given: 'three and four bidders',
      facts: {
        lots: [
          { title: 'North', bidders: 3, on: day('2025-03-01') },
          { title: 'South', bidders: 4, on: day('2025-03-01') },
        ],
      },
      met: true,
    },
    {
      given: 'one lot with a single bidder',
      facts: {
        lots: [
          { title: 'North', bidders: 3, on: day('2025-03-01') },
          { title: 'East', bidders: 1, on: day('2025-03-01') },
        ],
      },
      met: false,
    },
  ],
})

/** Providers that left within two years say something about the price or the work. */
export const providersStay = rule<{
  exits: readonly { provider: string; on: Temporal.PlainDate }[]
  today: Temporal.PlainDate
  known: boolean
}>({
  id: 'market-providers-stay',
  title: 'No provider left, or will leave, within two years',
  source,
  from,
  check: ({ exits, today, known }) => {
    if (!known) return notApplicable
    const since = today.subtract({ years: 2 })
    const late = exits.filter(({ on }) => Temporal.PlainDate.compare(on, since) >= 0)
    return late.length
      ? notMet(
          `${late
            .map(({ provider, on }) => `${provider} on ${plainDay(on)}`)
            .join('; ')}: ask why before the same is bought again.`,
        )
      : met('No provider left within two years.')
  },
  examples: [
    {
      given: 'one that left long ago',
      facts: {
        exits: [{ provider: 'Elm Home Care (invented)', on: day('2020-01-31') }],
        today: day('2025-03-01'),
        known: true,
      },
      met: true,
    },
    {
      given: 'one that left last year',
      facts: {
        exits: [{ provider: 'Elm Home Care (invented)', on: day('2024-06-30') }],
        today: day('2025-03-01'),
        known: true,
      },
      met: false,
    },
  ],
})

/** Old figures mislead: those older than two years are named. */
export const figuresAreFresh = rule<{
  figures: readonly { measure: string; cohort: string; on: Temporal.PlainDate }[]
  today: Temporal.PlainDate
}>({
  id: 'market-figures-are-fresh',
  title: 'No figure of need is older than two years',
  source,
  from,
  check: ({ figures, today }) => {
    if (!figures.length) return notApplicable
    const since = today.subtract({ years: 2 })
    const old = figures.filter(({ on }) => Temporal.PlainDate.compare(on, since) < 0)
    return old.length
      ? notMet(
          `Older than two years: ${old
            .slice(0, 6)
            .map(({ measure, cohort, on }) => `${measure}, ${cohort} (${plainDay(on)})`)
            .join('; ')}${old.length > 6 ? `, and ${old.length - 6} more` : ''}.`,
        )
      : met(`All ${figures.length} figures are of the last two years.`)
  },
  examples: [
    {
      given: 'last spring',
      facts: { figures: [{ measure: 'People', cohort: 'All', on: day('2024-03-31') }], today: day('2025-03-01') },
      met: true,
    },
    {
      given: 'a census of four years ago',
      facts: { figures: [{ measure: 'People', cohort: 'All', on: day('2021-03-21') }], today: day('2025-06-01') },
      met: false,
    },
  ],
})
