import { pounds } from '#platform/money.ts'
import { settings, type SettingKey, type Settings } from './constitution.ts'

export const settingTitles: Record<SettingKey, string> = {
  'call-in': 'Call-in of executive decisions',
  'key-decision-threshold': 'Key decision threshold',
  'recording-threshold': 'Threshold for recording officers’ decisions',
}

/** What a council has settled, as people read it. */
export function settingWords(key: SettingKey, value: unknown): string {
  return key === 'call-in' ? callInWords(settings[key].parse(value)) : thresholdWords(settings[key].parse(value))
}

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settings, key)

const thresholdWords = ({ pence, basis }: Settings['recording-threshold']): string =>
  `${pounds(pence)} ${basis === 'whole-life' ? 'over the whole life' : 'in any financial year'}`

const weekdays = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const effects: Record<Settings['call-in']['effective'], string> = {
  'day-after': 'the decision takes effect on the day after',
  'last-day': 'the decision takes effect on the last of these days',
  'next-working-day': 'the decision takes effect on the next working day',
}

function callInWords(rule: Settings['call-in']): string {
  const unit = rule.unit === 'clear-working' ? 'clear working' : 'clear calendar'
  const length = rule.weekdayAnchor
    ? `until ${weekdays[rule.weekdayAnchor.weekday]}, ${weeksWords(rule.weekdayAnchor.weeksLater)}`
    : `${rule.lengthDays} ${unit} ${rule.lengthDays === 1 ? 'day' : 'days'}`
  const counted = rule.countStartDay ? `, the day of ${rule.start} being the first` : ''
  return [
    `${length} after ${rule.start}${counted}${rule.cutoffTime ? `, until ${rule.cutoffTime} on the last day` : ''}`,
    effects[rule.effective],
    ...(rule.minCallers ? [`it takes ${rule.minCallers} ${rule.minCallers === 1 ? 'member' : 'members'} to call one in`] : []),
  ].join('; ')
}

const weeksWords = (weeks: number): string => weeks === 0 ? 'the same week' : weeks === 1 ? 'the week following' : `${weeks} weeks on`
