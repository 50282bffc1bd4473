import { dated, guidance, met, notApplicable, notMet, rule } from '#platform/law.ts'
import { pounds, type Pence } from '#platform/money.ts'

/**
 * What somebody may be paid for taking part before a benefit is touched. Vouchers count like money. To be confirmed each year: the
 * figures are dated, and a day outside them stops instead of guessing.
 */
export const esaWeekly = dated('permitted work while on Employment and Support Allowance, a week', [
  { from: '2021-04-01', value: 143_00n, source: guidance('Permitted work limit, 2021 (to be confirmed)') },
  { from: '2022-04-01', value: 152_00n, source: guidance('Permitted work limit, 2022 (to be confirmed)') },
  {
    from: '2023-04-01',
    value: 167_00n,
    source: guidance('Permitted work limit, as published for those who pay participants'),
  },
])
export const ucMonthly = dated('work allowance in Universal Credit with help for housing, a month', [
  { from: '2021-04-01', value: 293_00n, source: guidance('Lower work allowance, 2021 (to be confirmed)') },
  { from: '2022-04-01', value: 344_00n, source: guidance('Lower work allowance, 2022 (to be confirmed)') },
  {
    from: '2023-04-01',
    value: 379_00n,
    source: guidance('Lower work allowance, as published for those who pay participants'),
  },
])

export type Offered = {
  benefit: 'esa' | 'uc' | null
  fee: Pence
  already: { week: Pence; month: Pence }
  day: Temporal.PlainDate
}

/** A fee is warned about before it is offered, where it would bring somebody to the limit of their benefit. */
export const withinBenefitLimit = rule<Offered>({
  id: 'network-benefit-limit',
  title: 'A fee does not bring somebody to the limit of their benefit unseen',
  source: guidance('What those who pay participants are told about benefits: engagement section 6 of the field guide'),
  from: '2021-04-01',
  check: ({ benefit, fee, already, day }) => {
    if (benefit === null || fee === 0n) return notApplicable
    const [limit, paid, span] =
      benefit === 'esa'
        ? [esaWeekly.on(day), already.week, 'this week']
        : [ucMonthly.on(day), already.month, 'this month']
    const total = paid + fee
    const working = [
      `${pounds(paid)} already ${span}`,
      `+ ${pounds(fee)} for this`,
      `= ${pounds(total)}; the limit is ${pounds(limit)}`,
    ]
    // Under Employment and Support Allowance the limit itself must not be reached.
    const over = benefit === 'esa' ? total >= limit : total > limit
    return over
      ? notMet(
          `With this fee the person would have ${pounds(total)} ${span}; ${benefit === 'esa' ? `it must stay below ${pounds(limit)}` : `above ${pounds(limit)} their benefit falls`}. Tell them first: they may take less, spread it, give it away or take none.`,
          working,
        )
      : met(`With this fee the person would have ${pounds(total)} ${span}, within ${pounds(limit)}.`, working)
  },
  examples: [
    {
      given: '£45 in a week with nothing else',
      facts: {
        benefit: 'esa',
        fee: 45_00n,
        already: { week: 0n, month: 0n },
        day: Temporal.PlainDate.from('2024-05-01'),
      },
      met: true,
    },
    {
      given: '£45 on top of £122 in one week',
      facts: {
        benefit: 'esa',
        fee: 45_00n,
        already: { week: 122_00n, month: 122_00n },
        day: Temporal.PlainDate.from('2024-05-01'),
      },
      met: false,
    },
    {
      given: '£45 on top of £335 in one month of Universal Credit',
      facts: {
        benefit: 'uc',
        fee: 45_00n,
        already: { week: 45_00n, month: 335_00n },
        day: Temporal.PlainDate.from('2024-05-01'),
      },
      met: false,
    },
    {
      given: 'exactly the allowance of a month',
      facts: {
        benefit: 'uc',
        fee: 44_00n,
        already: { week: 0n, month: 335_00n },
        day: Temporal.PlainDate.from('2024-05-01'),
      },
      met: true,
    },
  ],
})
