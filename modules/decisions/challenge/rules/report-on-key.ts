import { day, longDay } from '#platform/days.ts'
import { met, notMet, rule, si } from '#platform/law.ts'

/** The report that scrutiny required: what it says, and when it was given. */
export type KeyReport = {
  due: Temporal.PlainDate
  on: Temporal.PlainDate
  decision: string | null
  reasons: string | null
  maker: string | null
  /** Whether the executive now agrees that it should have been key; if not, why not. */
  agrees: boolean
  whyNotKey: string | null
}

/** What the executive reports when scrutiny thinks that a decision should have been key. */
export const reportOnKey = rule<KeyReport>({
  id: 'report-on-key-decision',
  title: 'The executive reports to scrutiny on a decision that it did not treat as key',
  source: si('2012/2089', 'reg 18'),
  from: '2012-09-10',
  check: ({ decision, reasons, maker, agrees, whyNotKey }) => {
    const missing = [
      ...(decision ? [] : ['the decision']),
      ...(reasons ? [] : ['the reasons for it']),
      ...(maker ? [] : ['who made it']),
      ...(agrees || whyNotKey ? [] : ['why the executive thinks that it was not a key decision']),
    ]
    return missing.length
      ? notMet(`The report does not state ${missing.join(', nor ')}.`)
      : met('The report states the decision, its reasons, who made it and whether it should have been key.')
  },
  examples: [
    { given: 'all of it, with why it was not key', facts: report({}), met: true },
    {
      given: 'the executive agrees that it should have been key',
      facts: report({ agrees: true, whyNotKey: null }),
      met: true,
    },
    { given: 'no word on why it was not key', facts: report({ whyNotKey: null }), met: false },
    { given: 'without the reasons for the decision', facts: report({ reasons: null }), met: false },
  ],
})

/** The report is there within the period that the committee specified. */
export const reportOnKeyInTime = rule<Pick<KeyReport, 'due' | 'on'>>({
  id: 'report-on-key-decision-in-time',
  title: 'The report on a decision that should have been key is there within the period that scrutiny gives',
  source: si('2012/2089', 'reg 18(1)'),
  from: '2012-09-10',
  check: ({ due, on }) =>
    Temporal.PlainDate.compare(on, due) <= 0
      ? met(`Scrutiny gave until ${longDay(due)}; the report came on ${longDay(on)}.`)
      : notMet(
          `Scrutiny gave until ${longDay(due)}; the report came on ${longDay(on)}, ${due.until(on).days} ${due.until(on).days === 1 ? 'day' : 'days'} late.`,
        ),
  examples: [
    { given: 'on the last day', facts: { due: day('2022-08-19'), on: day('2022-08-19') }, met: true },
    { given: 'a day later', facts: { due: day('2022-08-19'), on: day('2022-08-20') }, met: false },
  ],
})

function report(changes: Partial<KeyReport>): KeyReport {
  return {
    due: day('2022-08-19'),
    on: day('2022-08-12'),
    decision: 'To extend the contract',
    reasons: 'The review is not finished',
    maker: 'The Director',
    agrees: false,
    whyNotKey: 'It costs £90,000; the threshold is £500,000',
    ...changes,
  }
}
