import { met, notMet, principle, rule } from '#platform/law.ts'
import { pounds, type Pence } from '#platform/money.ts'

/** A year of workshops as it is planned. Money in pence, lengths in minutes. */
export type YearPlan = {
  workshops: number
  people: number
  minutes: number
  hourlyFee: Pence
  /** What one workshop costs besides: the room, interpreters, travel. */
  venue: Pence
  access: Pence
  travel: Pence
  /** What the host organisation is paid for the year. */
  host: Pence
  yearlyBudget: Pence
}

export type Forecast = { fees: Pence; workshops: Pence; total: Pence; left: Pence; feesPerCent: number | null }

/** What a year of workshops would cost. Fees are for whole minutes and rounded up to the penny, a person at a time. */
export function forecast(plan: YearPlan): Forecast {
  const [workshops, people] = [BigInt(plan.workshops), BigInt(plan.people)]
  const each = (plan.hourlyFee * BigInt(plan.minutes) + 59n) / 60n
  const fees = workshops * people * each
  const besides = workshops * (plan.venue + plan.access + plan.travel)
  const total = fees + besides + plan.host
  return {
    fees,
    workshops: besides,
    total,
    left: plan.yearlyBudget - total,
    feesPerCent: plan.yearlyBudget > 0n ? Number((fees * 100n) / plan.yearlyBudget) : null,
  }
}

const bury = {
  workshops: 4,
  people: 15,
  minutes: 180,
  hourlyFee: 15_00n,
  venue: 0n,
  access: 0n,
  travel: 0n,
  host: 0n,
  yearlyBudget: 7_500_00n,
}

/** People are paid out of the same small sum as everything else: what is planned has to fit it. */
export const yearFitsBudget = rule<YearPlan>({
  id: 'network-year-fits-budget',
  title: 'A year of workshops fits the year’s budget',
  source: principle('Money is found before people are asked to give their time'),
  from: '2021-12-13',
  check: (plan) => {
    const { fees, workshops, total, left, feesPerCent } = forecast(plan)
    const working = [
      `${plan.workshops} workshops × ${plan.people} people × ${plan.minutes} minutes at ${pounds(plan.hourlyFee)} an hour = ${pounds(fees)} in fees${feesPerCent === null ? '' : `, ${feesPerCent}% of ${pounds(plan.yearlyBudget)}`}`,
      `+ ${pounds(workshops)} for rooms, access and travel`,
      `+ ${pounds(plan.host)} for the host`,
      `= ${pounds(total)} of ${pounds(plan.yearlyBudget)}`,
    ]
    return left >= 0n
      ? met(`It leaves ${pounds(left)} of ${pounds(plan.yearlyBudget)}.`, working)
      : notMet(
          `It costs ${pounds(total)}, which is ${pounds(-left)} more than the ${pounds(plan.yearlyBudget)} of a year. Plan fewer, shorter or smaller workshops, or find the money first.`,
          working,
        )
  },
  examples: [
    { given: 'four workshops of three hours for fifteen people at £15 an hour, of £7,500', facts: bury, met: true },
    {
      given: 'the same at £25 with a host for £4,000',
      facts: { ...bury, hourlyFee: 25_00n, host: 4_000_00n },
      met: false,
    },
  ],
})
