import type { z } from 'zod'
import type { Tx } from '#platform/database.ts'
import type { Calendar } from '#platform/days.ts'
import { calendarOf } from './calendar-setting.ts'
import { settings, type SettingKey } from './constitution.ts'
import { settingOn as stored, settingsUpTo } from './store.ts'

/**
 * What the council had settled on a day, with where that is written; null when it had settled nothing by then. What differs
 * between councils is asked for here and never assumed.
 */
export async function settingOn<K extends SettingKey>(
  tx: Tx,
  council: string,
  key: K,
  day: Temporal.PlainDate,
): Promise<{ value: z.output<(typeof settings)[K]>; source: string } | null> {
  const found = await stored(tx, council, key, day)
  return found && { value: settings[key].parse(found.value) as z.output<(typeof settings)[K]>, source: found.source }
}

/** The council's own calendar as it was settled by a day. */
export async function calendarOn(tx: Tx, council: string, day: Temporal.PlainDate): Promise<Calendar> {
  const values = await settingsUpTo(tx, council, 'calendar', day)
  return calendarOf(values.map(({ value }) => settings.calendar.parse(value)))
}
