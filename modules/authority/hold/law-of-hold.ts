import type { Tx } from '#platform/database.ts'
import { s114ALaw, s114Law, s5ALaw, s5Law } from '../rules/statutory-hold-law.ts'
import { settingOn } from '../setting.ts'
import type { HoldLaw } from './hold-clock.ts'
import type { Section } from './statutory-hold.ts'

const figures = { s5: s5Law, s5A: s5ALaw, s114: s114Law, s114A: s114ALaw }

/** What the law asks of a hold that is issued on a day, with its source: as the council reads it, else as the house does. Null for a court’s order. */
export async function lawOfHold(
  tx: Tx,
  council: string,
  section: Section,
  on: Temporal.PlainDate,
): Promise<{ value: HoldLaw; source: string } | null> {
  if (section === 'court') return null
  const settled = await settingOn(tx, council, 'statutory-holds', on)
  const own = settled?.value[section]
  if (settled && own) return { value: own, source: settled.source }
  const { value, source } = figures[section].entry(on)
  return { value, source: source.words }
}
