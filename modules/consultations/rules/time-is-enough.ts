import { daysBetween, plainDay } from '#platform/days.ts'
import { guidance, met, notApplicable, notMet, rule } from '#platform/law.ts'
import { day } from '#platform/days.ts'
import { someFacts, type ConsultationFacts } from '../facts.ts'
import { timeOpen } from '../time-open.ts'

const source = guidance(
  'R v Brent LBC, ex p Gunning (1985) 84 LGR 168',
  'adequate time; the figures are the council’s own',
)

/** As long as the council has said its consultations last, with working days enough; holidays are counted as what they are. */
export const timeIsEnough = rule<ConsultationFacts>({
  id: 'consultation-time-is-enough',
  title: 'People have as long to answer as the council has promised',
  from: '2000-10-26',
  source,
  check: ({ opensOn, closesOn, practice, calendar }) => {
    if (!opensOn || !closesOn || !practice) return notApplicable
    const { days, working, says } = timeOpen(opensOn, closesOn, practice.quiet, calendar)
    const steps = [
      says,
      `Needed: ${practice.leastDays} days, ${practice.leastWorkingDays} of them working days (${practice.source}).`,
    ]
    if (days < practice.leastDays)
      return notMet(`${days} days; ${practice.leastDays} are needed (${practice.source}).`, steps)
    if (working < practice.leastWorkingDays)
      return notMet(
        `${working} working days; ${practice.leastWorkingDays} are needed (${practice.source}). Holidays shorten it.`,
        steps,
      )
    return met(`${days} days, ${working} of them working days.`, steps)
  },
  examples: [
    { given: 'six weeks in autumn', facts: someFacts(), met: true },
    { given: 'a day short', facts: someFacts({ closesOn: day('2026-10-17') }), met: false },
    {
      given: 'six weeks over Christmas and New Year',
      facts: someFacts({ opensOn: day('2026-12-12'), closesOn: day('2027-01-22') }),
      met: false,
    },
    {
      given: 'six weeks of which the council itself was closed for three days',
      facts: someFacts({
        calendar: {
          days: ['2026-09-21', '2026-09-22', '2026-09-23'].map((one) => ({ day: one, name: 'Closed', kind: 'closed' })),
        },
      }),
      met: false,
    },
    {
      given: 'six weeks with the autumn half-term in them, where the council does not count school holidays',
      facts: someFacts({
        opensOn: day('2026-10-05'),
        closesOn: day('2026-11-15'),
        practice: {
          leastDays: 42,
          leastWorkingDays: 28,
          daysAfterKeyDocument: 21,
          quiet: [{ what: 'the autumn half-term', from: day('2026-10-26'), until: day('2026-10-30') }],
          source: 'Part 5, protocol on consultation',
        },
      }),
      met: false,
    },
  ],
})

/** What people need has to be there while there is time to read it; added late, it asks for more time. */
export const lateDocumentsLeaveTime = rule<ConsultationFacts>({
  id: 'consultation-late-document-leaves-time',
  title: 'After a document that people need is added, enough days are left',
  from: '2000-10-26',
  source,
  check: ({ closesOn, lateDocuments, practice }) => {
    const [latest] = lateDocuments
    if (!latest || !closesOn || !practice) return notApplicable
    const left = daysBetween(latest.addedOn, closesOn)
    const until = latest.addedOn.add({ days: practice.daysAfterKeyDocument })
    return left < practice.daysAfterKeyDocument
      ? notMet(
          `“${latest.title}” was added on ${plainDay(latest.addedOn)}, ${left} days before the end; ${practice.daysAfterKeyDocument} are needed (${practice.source}). Extend it to ${plainDay(until)}.`,
        )
      : met(`“${latest.title}” was added on ${plainDay(latest.addedOn)}, ${left} days before the end.`)
  },
  examples: [
    {
      given: 'added with four weeks to go',
      facts: someFacts({ lateDocuments: [{ title: 'Costs', addedOn: day('2026-09-20') }] }),
      met: true,
    },
    {
      given: 'added with ten days to go',
      facts: someFacts({ lateDocuments: [{ title: 'Costs', addedOn: day('2026-10-08') }] }),
      met: false,
    },
  ],
})
