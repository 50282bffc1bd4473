import type { z } from 'zod'
import { clearDayRuleInput, settingsOfNotices } from './notice-settings.ts'

type Key = keyof typeof settingsOfNotices

export const titlesOfNotices: Record<Key, string> = {
  'key-test': 'What else makes a decision key',
  notices: 'How the days of notices are counted',
  agendas: 'Bodies that decide only what was on a published agenda',
  'urgency-ladder': 'Who may agree that a decision is urgent',
  'publication-target': 'How soon decisions are to be published',
}

export const wordsOfNotices: Record<Key, (value: unknown) => string> = {
  'key-test': (value) => {
    const { wards, local } = settingsOfNotices['key-test'].parse(value)
    return `significant effects in ${wards === 1 ? 'one ward' : `${wards} wards`} or more${local === null ? '' : `; ${local}`}`
  },
  notices: (value) =>
    Object.entries(settingsOfNotices.notices.parse(value))
      .map(([kind, rule]) => `${noticeNames[kind as keyof typeof noticeNames]}: ${clearDayRuleWords(rule)}`)
      .join('; '),
  agendas: (value) => settingsOfNotices.agendas.parse(value).bodies.join(', ') || 'none',
  'urgency-ladder': (value) => settingsOfNotices['urgency-ladder'].parse(value).posts.join(', else '),
  'publication-target': (value) => {
    const { workingDays } = settingsOfNotices['publication-target'].parse(value)
    return `within ${workingDays} working ${workingDays === 1 ? 'day' : 'days'} of the decision`
  },
}

const noticeNames = {
  'key-decision': 'key decision',
  'general-exception': 'general exception',
  'private-meeting': 'private meeting',
  'private-meeting-again': 'private meeting, second notice',
  agenda: 'agenda',
} as const

/** "28 clear calendar days"; a day at either end that a council counts is said. */
export function clearDayRuleWords({ n, unit, excludeStart, excludeEnd }: z.output<typeof clearDayRuleInput>): string {
  const counted = [...(excludeStart ? [] : ['the day of the notice']), ...(excludeEnd ? [] : ['the day of the event'])]
  return `${n} clear ${unit} ${n === 1 ? 'day' : 'days'}${counted.length ? `, ${counted.join(' and ')} counted` : ''}`
}
