import { covers, dutySource, settingOn, type Duty } from '#authority'
import type { Tx } from '#platform/database.ts'
import type { Decision } from '../decision.ts'
import { findDecision } from '../store.ts'
import { protectedOnes, characteristics, type DutyLine } from './duty.ts'
import type { DutyFacts } from './rules/duties-considered.ts'
import { consideredOf, lastOfEach } from './store.ts'

/** The duties that the council settled, on a day. */
export const dutiesSettled = async (
  tx: Tx,
  council: string,
  on: Temporal.PlainDate,
): Promise<{ list: Duty[]; source: string | null }> => {
  const setting = await settingOn(tx, council, 'duties', on)
  return { list: setting?.value ?? [], source: setting?.source ?? null }
}

/** The duties that a decision on its subject requires, in the council’s order, then those that were taken up besides. */
export async function dutyLines(
  tx: Tx,
  council: string,
  d: Pick<Decision, 'decision' | 'subject'>,
  on: Temporal.PlainDate,
): Promise<DutyLine[]> {
  const { list } = await dutiesSettled(tx, council, on)
  const entries = lastOfEach(await consideredOf(tx, council, d.decision))
  const { subject } = d
  const required = list.filter(
    ({ subjects }) => subjects.length === 0 || (subject !== null && subjects.some((scope) => covers(scope, subject))),
  )
  const keys = new Set(required.map(({ key }) => key))
  return [
    ...required.map((duty): DutyLine => ({
      duty: duty.key,
      title: duty.title,
      source: dutySource(duty),
      required: true,
      byCharacteristic: duty.byCharacteristic,
      entry: entries.find((one) => one.duty === duty.key) ?? null,
    })),
    ...entries
      .filter(({ duty }) => !keys.has(duty))
      .map((entry): DutyLine => ({
        duty: entry.duty,
        title: entry.title,
        source: dutySource(entry),
        required: false,
        byCharacteristic: list.find(({ key }) => key === entry.duty)?.byCharacteristic ?? false,
        entry,
      })),
  ]
}

/** What the rules look at. */
export async function dutyFacts(tx: Tx, council: string, d: Decision, on: Temporal.PlainDate): Promise<DutyFacts> {
  const older = d.supersedes === null ? null : await findDecision(tx, council, d.supersedes)
  return {
    on,
    reaffirms: older?.decidedOn ? { ref: older.ref, decidedOn: older.decidedOn } : null,
    duties: (await dutyLines(tx, council, d, on)).map(({ title, source, required, byCharacteristic, entry }) => ({
      title,
      source: source.words,
      required,
      entry: entry && {
        on: entry.on,
        version: entry.version,
        how: entry.how,
        unstated: byCharacteristic
          ? protectedOnes
              .filter((one) => !entry.impacts.some(({ characteristic }) => characteristic === one))
              .map((one) => characteristics[one])
          : [],
        unmitigated: entry.impacts
          .filter(({ impact, mitigation }) => impact === 'negative' && mitigation === null)
          .map(({ characteristic }) => characteristics[characteristic]),
      },
    })),
  }
}
