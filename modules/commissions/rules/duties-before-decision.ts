import { day, longDay } from '#platform/days.ts'
import { act, met, notApplicable, notMet, rule } from '#platform/law.ts'

/** What is written about equality and duties is there before the decision that relies on it, not after. */
export const dutiesBeforeDecision = rule<{
  commission: string
  written: Temporal.PlainDate | null
  decision: Temporal.PlainDate
}>({
  id: 'commission-duties-before-decision',
  title: 'Equality and duties are written down before the decision that relies on them',
  source: act('Equality Act 2010', 's149'),
  from: '2011-04-05',
  check: ({ commission, written, decision }) => {
    if (!written)
      return notMet(
        `This decision relies on what ${commission} says of equality and duties, and nothing was written there before ${longDay(
          decision,
        )}.`,
      )
    return Temporal.PlainDate.compare(written, decision) < 0
      ? met(`${commission} wrote it down on ${longDay(written)}, before ${longDay(decision)}.`)
      : notMet(`${commission} wrote it down on ${longDay(written)}, not before ${longDay(decision)}.`)
  },
  examples: [
    {
      given: 'written in May, decided in July',
      facts: { commission: 'C-2026-0001', written: day('2026-05-04'), decision: day('2026-07-06') },
      met: true,
    },
    {
      given: 'written on the day of the decision',
      facts: { commission: 'C-2026-0001', written: day('2026-07-06'), decision: day('2026-07-06') },
      met: false,
    },
    {
      given: 'never written',
      facts: { commission: 'C-2026-0001', written: null, decision: day('2026-07-06') },
      met: false,
    },
  ],
})

/** Each duty on the list is spoken to by name; a formula about all of them is none. */
export const everyDutyIsConsidered = rule<{ asked: readonly string[]; considered: readonly string[] }>({
  id: 'commission-duties-considered',
  title: 'Each specific duty is considered by name',
  source: act('Equality Act 2010', 's149'),
  from: '2011-04-05',
  check: ({ asked, considered }) => {
    if (!asked.length) return notApplicable
    const missing = asked.filter((one) => !considered.includes(one))
    return missing.length
      ? notMet(`Nothing is written about: ${missing.join('; ')}.`)
      : met(`All ${asked.length} duties on the list are considered.`)
  },
  examples: [
    {
      given: 'both',
      facts: { asked: ['Best value', 'Wellbeing'], considered: ['Wellbeing', 'Best value'] },
      met: true,
    },
    { given: 'one of two', facts: { asked: ['Best value', 'Wellbeing'], considered: ['Wellbeing'] }, met: false },
  ],
})

/** Somebody asked about every characteristic, also where nothing changes. */
export const everyCharacteristicIsAssessed = rule<{
  asked: readonly string[]
  assessed: readonly { name: string; known: boolean }[]
}>({
  id: 'commission-impacts-assessed',
  title: 'The impact on people with each characteristic is assessed',
  source: act('Equality Act 2010', 's149'),
  from: '2011-04-05',
  check: ({ asked, assessed }) => {
    const missing = asked.filter((name) => !assessed.some((one) => one.name === name))
    const unknown = assessed.filter(({ known }) => !known).map(({ name }) => name)
    if (missing.length)
      return notMet(
        `Not assessed: ${missing.join(', ')}.${unknown.length ? ` Not known yet: ${unknown.join(', ')}.` : ''}`,
      )
    return unknown.length ? notMet(`Not known yet: ${unknown.join(', ')}.`) : met(`All ${asked.length} are assessed.`)
  },
  examples: [
    {
      given: 'both',
      facts: {
        asked: ['Age', 'Sex'],
        assessed: [
          { name: 'Age', known: true },
          { name: 'Sex', known: true },
        ],
      },
      met: true,
    },
    { given: 'one missing', facts: { asked: ['Age', 'Sex'], assessed: [{ name: 'Age', known: true }] }, met: false },
    { given: 'one not known', facts: { asked: ['Age'], assessed: [{ name: 'Age', known: false }] }, met: false },
  ],
})
