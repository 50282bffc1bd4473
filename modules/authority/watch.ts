import type { z } from 'zod'
import type { Tx } from '#platform/database.ts'
import { settingOn } from './setting.ts'
import type { settingsOfAuthority } from './own-settings.ts'

type Watch = z.output<(typeof settingsOfAuthority)['authority-watch']>

/** What counts as near a limit where the council has settled nothing else. It is ours, and no law. */
const usual: Watch = { usedPercent: 80, endsWithinDays: 90 }

/** From when on a mandate is near its limit, with where that is written. */
export async function watchOn(
  tx: Tx,
  council: string,
  day: Temporal.PlainDate,
): Promise<{ value: Watch; source: string }> {
  return (
    (await settingOn(tx, council, 'authority-watch', day)) ?? {
      value: usual,
      source: 'Remit’s own figure: the council has settled none',
    }
  )
}
