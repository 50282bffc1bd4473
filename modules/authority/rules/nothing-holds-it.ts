import { day, longDay, within } from '#platform/days.ts'
import { act, met, notMet, rule } from '#platform/law.ts'
import { aWeighing } from '../examples.ts'
import { agreements, consentKey } from '../hold/statutory-hold.ts'
import type { Attempt, Held, Weighing } from '../weighing.ts'

/** What stands in the way of an attempt: holds that run on its day, stop its power, and were not consented to. */
export const inTheWay = ({ attempt, holds }: Pick<Weighing, 'attempt' | 'holds'>): Held[] =>
  holds.filter(
    (held) => within(attempt.day, held.from, held.until) && stops(held, attempt) && !consented(held, attempt),
  )

const stops = ({ report }: Held, { power }: Attempt): boolean =>
  !report || report.powers === null || report.powers.includes(power)

const consented = ({ report, from }: Held, { evidence, day: on }: Attempt): boolean =>
  report !== undefined
  && report.consent
  && evidence.some(
    ({ condition, says, day: shown }) =>
      condition === consentKey(report.ref) && says.trim() !== '' && within(shown, from, on.add({ days: 1 })),
  )

/** What can be done about a hold, in a sentence. */
export function nextStep({ report }: Held): string {
  if (!report) return 'Wait until the call-in is released.'
  const considered = report.considerBy ? ` It is to be considered by ${longDay(report.considerBy)}.` : ''
  return report.consent
    ? `Ask the s151 officer to consent in writing and show it, or wait until ${report.ref} is released.${considered}`
    : `Wait until ${report.ref} is released.${considered}`
}

/**
 * A call-in or a statutory report stops all that hangs on what it reaches for as long as it stands. A report under s114 or s114A stops new
 * agreements that commit money, other than those that the s151 officer consents to in writing (s115(6), to be verified).
 */
export const nothingHoldsIt = rule<Weighing>({
  id: 'nothing-holds-it',
  title: 'No call-in or statutory hold stood in the way',
  source: [
    act('Local Government Act 2000', 's9F'),
    act('Local Government and Housing Act 1989', 's5'),
    act('Local Government and Housing Act 1989', 's5A'),
    act('Local Government Finance Act 1988', 's115'),
    act('Local Government Finance Act 1988', 's115B'),
  ],
  from: '2000-10-26',
  check: (weighing) => {
    const { attempt, mandate } = weighing
    const standing = inTheWay(weighing)
    return standing.length
      ? notMet(
          standing
            .map(
              (held) =>
                `${mandate.ref} has been suspended since ${longDay(held.from)}: ${held.because.replace(/[.\s]+$/u, '')}. ${nextStep(held)}`,
            )
            .join(' '),
        )
      : met(`Nothing suspended ${mandate.ref} on ${longDay(attempt.day)}.`)
  },
  examples: [
    { given: 'no call-in', facts: aWeighing(), met: true },
    {
      given: 'called in and not yet heard',
      facts: aWeighing({
        holds: [{ kind: 'call-in', because: 'clause (c) was called in', from: day('2022-08-08'), until: null }],
      }),
      met: false,
    },
    {
      given: 'called in and released before the act',
      facts: aWeighing({
        holds: [
          { kind: 'call-in', because: 'clause (c) was called in', from: day('2022-08-08'), until: day('2022-09-01') },
        ],
      }),
      met: true,
    },
    {
      given: 'the last day of the call-in',
      facts: aWeighing({
        holds: [
          { kind: 'call-in', because: 'clause (c) was called in', from: day('2022-08-08'), until: day('2022-09-02') },
        ],
      }),
      met: false,
    },
    {
      given: 'a report of the monitoring officer stops every step',
      facts: aWeighing({ power: 'consult', holds: [aReport({ section: 's5A', powers: null, consent: false })] }),
      met: false,
    },
    { given: 'a section 114 report stops a contract', facts: aWeighing({ holds: [aReport()] }), met: false },
    {
      given: 'a section 114 report does not stop a consultation',
      facts: aWeighing({ power: 'consult', value: 0n, holds: [aReport()] }),
      met: true,
    },
    {
      given: 'the s151 officer consented in writing the day before',
      facts: aWeighing({
        holds: [aReport()],
        evidence: [{ condition: 'consent-H-2022-0001', says: 'Letter of the s151 officer', day: day('2022-08-31') }],
      }),
      met: true,
    },
    {
      given: 'the consent is older than the report',
      facts: aWeighing({
        holds: [aReport()],
        evidence: [{ condition: 'consent-H-2022-0001', says: 'Letter of the s151 officer', day: day('2022-08-19') }],
      }),
      met: false,
    },
    {
      given: 'the consent came after the contract',
      facts: aWeighing({
        holds: [aReport()],
        evidence: [{ condition: 'consent-H-2022-0001', says: 'Letter of the s151 officer', day: day('2022-09-02') }],
      }),
      met: false,
    },
  ],
})

function aReport(but: Partial<NonNullable<Held['report']>> = {}): Held {
  return {
    kind: 'statutory',
    because: 'Section 114 report H-2022-0001: the budget does not balance',
    from: day('2022-08-20'),
    until: null,
    report: {
      ref: 'H-2022-0001',
      section: 's114',
      powers: [...agreements],
      consent: true,
      considerBy: day('2022-09-09'),
      ...but,
    },
  }
}
