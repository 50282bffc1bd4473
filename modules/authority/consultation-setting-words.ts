import { plainDay } from '#platform/days.ts'
import { settingsOfConsultations as settings } from './consultation-settings.ts'

export const titlesOfConsultations = {
  'consultation-practice': 'How the council consults',
  'small-numbers': 'What is published of small numbers',
} as const

export const wordsOfConsultations = {
  'small-numbers': (value: unknown): string => {
    const { threshold, roundTo, crossFrom } = settings['small-numbers'].parse(value)
    return `counts below ${threshold} are withheld, and all from which they could be worked out; the others are rounded to ${roundTo}; no two questions are crossed below ${crossFrom} people`
  },
  'consultation-practice': (value: unknown): string => {
    const { leastDays, leastWorkingDays, daysAfterKeyDocument, daysReportToDecision, quiet } =
      settings['consultation-practice'].parse(value)
    return `open for at least ${leastDays} days, ${leastWorkingDays} of them working days; at least ${daysAfterKeyDocument} days are left after a document that people need is added; ${daysReportToDecision} days lie between the report and the decision${quiet.length > 0 ? `; not counted are ${quiet.map(({ what, from, until }) => `${what} (${plainDay(from)} to ${plainDay(until)})`).join(', ')}` : ''}`
  },
} as const
