import type { z } from 'zod'
import { settingsOfAuthority } from './own-settings.ts'

type Value<K extends keyof typeof settingsOfAuthority> = z.output<(typeof settingsOfAuthority)[K]>

export const titlesOfAuthority: Record<keyof typeof settingsOfAuthority, string> = {
  'statutory-officers': 'Monitoring officer and s151 officer',
  'statutory-holds': 'How long statutory reports hold',
  'authority-watch': 'When a mandate is near its limit',
  'officers-powers-list': 'What the list of officers’ powers leaves out',
}

/** How each is read out. */
export const wordsOfAuthority: Record<keyof typeof settingsOfAuthority, (value: unknown) => string> = {
  'statutory-officers': (value) => officers(settingsOfAuthority['statutory-officers'].parse(value)),
  'statutory-holds': (value) => holds(settingsOfAuthority['statutory-holds'].parse(value)),
  'authority-watch': (value) => watch(settingsOfAuthority['authority-watch'].parse(value)),
  'officers-powers-list': (value) => leftOut(settingsOfAuthority['officers-powers-list'].parse(value)),
}

const officers = ({ monitoringOfficer, financeOfficer }: Value<'statutory-officers'>): string =>
  `the monitoring officer is ${monitoringOfficer.join(' or ')}; the s151 officer is ${financeOfficer.join(' or ')}`

const holds = (value: Value<'statutory-holds'>): string =>
  Object.entries(value)
    .map(
      ([section, { considerWithinDays, counting, release }]) =>
        `${section}: considered within ${considerWithinDays} days${counting === 'beginning-with' ? ', the day of issue being the first' : ' after it was issued'}, released ${
          release === 'when-considered' ? 'once it was considered' : 'after the first business day that follows'
        }`,
    )
    .join('; ')

const watch = ({ usedPercent, endsWithinDays }: Value<'authority-watch'>): string =>
  `${usedPercent}% used, or ending within ${endsWithinDays} days`

const leftOut = ({ leavesOutMonths }: Value<'officers-powers-list'>): string =>
  `arrangements for a specified period of no more than ${leavesOutMonths} ${leavesOutMonths === 1 ? 'month' : 'months'}`
