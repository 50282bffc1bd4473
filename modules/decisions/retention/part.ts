import type { Part } from '../part.ts'
import { papersOf } from '../papers/store.ts'
import { availableUntil } from './rules/record-stays-available.ts'

/** Until when it stays available, for everybody. Legal holds are the council's own affair. */
export const retentionPart: Part = {
  name: 'retention',
  shows: async (tx, council, { decision, decidedOn }) => {
    if (decidedOn === null) return {}
    const { record, background } = availableUntil(decidedOn)
    const hasBackground = (await papersOf(tx, council, decision)).some(({ kind }) => kind === 'background')
    return { availableUntil: { record: record.toString(), background: hasBackground ? background.toString() : null } }
  },
}
