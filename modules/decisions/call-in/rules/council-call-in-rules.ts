import { constitution, dated, guidance, type Citation, type Dated } from '#platform/law.ts'
import { fiveClearWorkingDays, type CallInRule, type CallInWay, type Within } from './call-in-window.ts'

/**
 * What is known of one council's call-in rule. `basis` says how: `printed` was reckoned back from the dates that
 * council printed, `stated` was read in its constitution or records, `length` means that only the length was read and
 * the usual way of counting is assumed.
 */
export type CouncilCallIn = { council: string; basis: 'printed' | 'stated' | 'length'; rule: Dated<CallInRule> }

const five = fiveClearWorkingDays()
const three = { ...five, lengthDays: 3 }
const members = (least: number): CallInWay[] => [{ all: [{ who: 'members', least }] }]
const ofTheCommittee = (least: number): CallInWay[] => [{ all: [{ who: 'committee', least }] }]
const working = (days: number, otherwise: Within['otherwise'] = 'waits'): Within => ({
  days,
  unit: 'working',
  otherwise,
})

/**
 * Call-in rules of councils other than the tenants: for reading their records, never for running a clock. A council
 * that uses Remit adopts its own rule as part of its constitution. All to be confirmed against the constitutions
 * themselves.
 */
export const councilCallInRules: readonly CouncilCallIn[] = [
  printed('Kent', five),
  printed('East Sussex', five),
  printed('Derbyshire', five),
  printed('Oxfordshire', five),
  printed('Cheshire East', five),
  printed('Westminster', five),
  printed('Hampshire', five),
  printed('Torbay', five),
  printed('Tendring', five),
  printed('Hillingdon', five),
  printed('West Sussex', { ...five, lengthDays: 7 }),
  // Both also fit five working days with the day of publication as the first, in effect on the fifth.
  printed('Staffordshire', three),
  printed('Lincolnshire', three),
  printed('Cherwell', { ...five, effective: 'last-day' }),
  stated('Southampton', five),
  stated('West Lancashire', {
    ...five,
    weekdayAnchor: { weekday: 2, weeksLater: 1 },
    cutoffTime: '17:00',
    callers: members(5),
    grounds: { substitute: true },
    hearing: working(15),
  }),
  stated('Gloucestershire', {
    ...five,
    callers: members(5),
    grounds: { particulars: true },
    scope: { cabinet: 'all', member: 'all', officer: 'key' },
  }),
  stated('Bracknell Forest', {
    ...five,
    callers: [
      {
        all: [
          { who: 'chair', least: 1 },
          { who: 'committee', least: 2 },
        ],
      },
      ...members(5),
    ],
    hearing: working(15),
    reconsideration: working(7),
  }),
  stated('Isle of Wight', {
    ...five,
    callers: ofTheCommittee(3),
    attend: 1,
    hearing: working(10, 'takes-effect'),
    reconsideration: working(5, 'takes-effect'),
  }),
  // The request has to be there by noon on the third working day after publication.
  stated('Merton', { ...three, cutoffTime: '12:00', callers: members(3), grounds: { particulars: true } }),
  stated('West Somerset', { ...five, callers: members(5), attend: 1, council: 'outside-framework' }),
  stated('Southwark', { ...five, callers: members(3) }),
  lengthOnly('Tonbridge and Malling', { ...five, callers: ofTheCommittee(3) }),
  lengthOnly('Harrogate', { ...five, hearing: { days: 20, unit: 'calendar', otherwise: 'waits' } }),
  lengthOnly('Kingston upon Thames', { ...five, onceOnly: true, council: 'outside-framework' }),
  lengthOnly('Peterborough', three),
  lengthOnly('Birmingham', three),
]

/** Each council's rule as a dated figure, so that the check over all rules opens them too. */
export const callInFigures: readonly Dated<CallInRule>[] = councilCallInRules.map(({ rule }) => rule)

/**
 * What is known of a council's rule on a day, by its name as printed ("Kent County Council", "London Borough of
 * Hillingdon"); null when nothing is.
 */
export function callInRuleOf(
  council: string,
  on: Temporal.PlainDate,
): { council: string; basis: CouncilCallIn['basis']; rule: CallInRule; source: Citation } | null {
  const core = coreName(council)
  const known = councilCallInRules.find((one) => coreName(one.council) === core)
  if (!known?.rule.covers(on)) return null
  const { value, source } = known.rule.entry(on)
  return { council: known.council, basis: known.basis, rule: value, source }
}

/**
 * A council's name without what kind of council it is. "Westminster City Council" and "City of Westminster" are one.
 */
function coreName(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’]s\b/gu, '')
    .replace(/\b(council|county|city|borough|district|metropolitan|london|royal|unitary|the|of|upon|thames)\b/gu, ' ')
    .replace(/[^a-z]+/gu, ' ')
    .trim()
}

function printed(council: string, rule: CallInRule): CouncilCallIn {
  return known(
    council,
    'printed',
    rule,
    guidance(`Public decision records of ${council}`, 'dates of publication and effect'),
  )
}

function stated(council: string, rule: CallInRule): CouncilCallIn {
  return known(council, 'stated', rule, constitution(council, 'call-in'))
}

function lengthOnly(council: string, rule: CallInRule): CouncilCallIn {
  return known(council, 'length', rule, constitution(council, 'call-in (length only)'))
}

// From the day the present regulations began; older rules were not looked at.
function known(council: string, basis: CouncilCallIn['basis'], rule: CallInRule, source: Citation): CouncilCallIn {
  return { council, basis, rule: dated(`call-in in ${council}`, [{ from: '2012-09-10', value: rule, source }]) }
}
