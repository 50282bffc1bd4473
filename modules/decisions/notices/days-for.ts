import { calendarOn, clearDayRuleWords, settingOn } from '#authority'
import type { Tx } from '#platform/database.ts'
import { calendarFrom } from '#platform/days.ts'
import type { ClearDayRule } from './clear-days.ts'
import { statutoryDays, type Counted } from './rules/statutory-days.ts'

/** How a council counts the days of a notice on a day, and where that is written; the regulations' figure where it is silent. */
export type DaysFor = { rule: ClearDayRule; source: string; words: string }

export async function daysFor(tx: Tx, council: string, notice: Counted, on: Temporal.PlainDate): Promise<DaysFor> {
  const own = await settingOn(tx, council, 'notices', on)
  const rule = own?.value[notice]
  if (own && rule)
    return { rule: await dated(tx, council, rule, on), source: own.source, words: clearDayRuleWords(rule) }
  const figure = statutoryDays[notice]
  // Asked about a day before the regulations, a page still says what they ask for; the gate does not ask then.
  const [first] = figure.values
  const { value, source } = first && Temporal.PlainDate.compare(on, first.from) < 0 ? first : figure.entry(on)
  return { rule: await dated(tx, council, value, on), source: source.words, words: clearDayRuleWords(value) }
}

/** Working days are those of the council's own calendar as well; other days are the same for everybody. */
async function dated(tx: Tx, council: string, rule: ClearDayRule, on: Temporal.PlainDate): Promise<ClearDayRule> {
  const calendar = rule.unit === 'working' ? calendarFrom(await calendarOn(tx, council, on), on) : undefined
  return calendar ? { ...rule, calendar } : rule
}
