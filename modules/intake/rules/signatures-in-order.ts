import { day, longDay } from '#platform/days.ts'
import { principle } from '#platform/law.ts'
import { aReading } from './evidence/a-reading.ts'
import { dayIn, lapse } from './evidence/days-in-text.ts'
import { placeOf, plainText } from './evidence/plain-text.ts'
import { readingRule } from './evidence/reading-rule.ts'

/**
 * Whoever must be consulted, or must clear a decision, does so before it is made. A form that says the signature
 * confirms consultation makes a later one certain; otherwise the signature may only have been late.
 */
export const signaturesInOrder = readingRule({
  id: 'signatures-in-order',
  title: 'Those consulted, and those who clear it, sign before the decision is made',
  source: principle('Consultation comes before the decision it is about'),
  from: '2000-01-01',
  kept: 'Nobody who was consulted or cleared the decision signed after it.',
  find: (reading) => {
    const decided = dayIn(reading.decidedOn)
    const others = reading.signatures.flatMap((one) => {
      const kind = kindOf(one.role, reading.decisionMaker?.value ?? null)
      return one.day !== null && kind !== null ? [{ ...one, kind, day: day(one.day) }] : []
    })
    if (!decided || others.length === 0) return null
    const confirms = placeOf(plainText(reading), /sign(?:ed)? [^.]{0,60}confirm [^.]{0,60}consulted/iu)
    return others
      .filter((one) => Temporal.PlainDate.compare(one.day, decided.day) > 0)
      .map((one) => ({
        weight: one.kind === 'consulted' && confirms ? ('error' as const) : ('warning' as const),
        says:
          `The signature of the ${one.role}${one.kind === 'consulted' ? ', who was to be consulted,' : ''} is `
          + 'dated '
          + `${longDay(one.day)}, ${lapse(decided.day, one.day)} after the decision of ${longDay(decided.day)}.`,
        working: [
          `Decision: ${longDay(decided.day)}.`,
          `${one.role}: ${longDay(one.day)}.`,
          `Between them: ${lapse(decided.day, one.day)}.`,
          ...(one.kind === 'consulted' && confirms
            ? ['The form says that the signature confirms the consultation.']
            : []),
        ],
        at: [one.at, decided.at, ...(one.kind === 'consulted' && confirms ? [confirms] : [])],
      }))
  },
  examples: [
    {
      given: 'a member consulted who signed on the day of the decision',
      facts: aReading('Director 19 January 2022 Cabinet Member', {
        decisionMaker: 'Director',
        decidedOn: ['19 January 2022', '2022-01-19'],
        signatures: [
          { role: 'Director', day: '2022-01-19' },
          { role: 'Cabinet Member', day: '2022-01-19' },
        ],
      }),
      met: true,
    },
    {
      given: 'a member consulted who signed 31 days after the decision',
      facts: aReading('Director 15 July 2024 Section 151 Officer 12 July 2024 Cabinet Member 15 August 2024', {
        decisionMaker: 'Director',
        decidedOn: ['15 July 2024', '2024-07-15'],
        signatures: [
          { role: 'Director', day: '2024-07-15' },
          { role: 'Section 151 Officer', day: '2024-07-12' },
          { role: 'Cabinet Member', day: '2024-08-15' },
        ],
      }),
      met: false,
    },
  ],
})

/** Whether a role on a form is consulted, clears the decision, or neither; the maker is neither. */
function kindOf(role: string, maker: string | null): 'consulted' | 'clears' | null {
  if (maker !== null && role.toLowerCase() === maker.toLowerCase()) return null
  if (/\b(?:(?:cabinet|lead|ward) member|portfolio holder|opposition|ward councillor)\b/iu.test(role)) {
    // Where a member decides, a member's signature is likely to be the maker's own under another name.
    return maker !== null && /\bmember\b|\bcouncillor\b|\bportfolio holder\b|\bleader\b/iu.test(maker)
      ? null
      : 'consulted'
  }
  return /\b(?:s\.?|section)\s?151\b|\bmonitoring officer\b|\bchief finance officer\b/iu.test(role) ? 'clears' : null
}
