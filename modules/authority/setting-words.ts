import { pounds } from '#platform/money.ts'
import { titlesOfCalendar, wordsOfCalendar } from './calendar-setting.ts'
import { callInWords } from './call-in-words.ts'
import { titlesOfConsultations, wordsOfConsultations } from './consultation-setting-words.ts'
import { settings, type SettingKey, type Settings } from './constitution.ts'
import { titlesOfNotices, wordsOfNotices } from './notice-setting-words.ts'
import { titlesOfAuthority, wordsOfAuthority } from './own-setting-words.ts'
import { titlesOfRecords, wordsOfRecords } from './record-setting-words.ts'
import { titlesOfSecrecy, wordsOfSecrecy } from './secrecy-setting-words.ts'

export const settingTitles: Record<SettingKey, string> = {
  'call-in': 'Call-in of executive decisions',
  'key-decision-threshold': 'Key decision threshold',
  'recording-threshold': 'Threshold for recording officers’ decisions',
  ...titlesOfAuthority,
  ...titlesOfRecords,
  ...titlesOfNotices,
  ...titlesOfSecrecy,
  ...titlesOfConsultations,
  ...titlesOfCalendar,
}

/** How each is read out. */
const wordsOf: Record<SettingKey, (value: unknown) => string> = {
  'call-in': (value) => callInWords(settings['call-in'].parse(value)),
  'key-decision-threshold': (value) => thresholdWords(settings['key-decision-threshold'].parse(value)),
  'recording-threshold': (value) => thresholdWords(settings['recording-threshold'].parse(value)),
  ...wordsOfAuthority,
  ...wordsOfRecords,
  ...wordsOfNotices,
  ...wordsOfSecrecy,
  ...wordsOfConsultations,
  ...wordsOfCalendar,
}

/** What a council has settled, as people read it. */
export const settingWords = (key: SettingKey, value: unknown): string => wordsOf[key](value)

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settings, key)

const thresholdWords = ({ pence, basis }: Settings['recording-threshold']): string =>
  `${pounds(pence)} ${basis === 'whole-life' ? 'over the whole life' : 'in any financial year'}`
