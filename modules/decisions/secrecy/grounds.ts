import { settingOn } from '#authority'
import type { Tx } from '#platform/database.ts'
import type { Ground } from './restriction.ts'
import { schedule12A } from './rules/schedule-12a.ts'

/** On what grounds this council may withhold on a day: the seven of the statute, then its own codes. */
export async function groundsOn(tx: Tx, council: string, on: Temporal.PlainDate): Promise<Ground[]> {
  const own = await settingOn(tx, council, 'exemptions', on)
  return [...schedule12A.on(on), ...(own?.value.codes ?? [])]
}
