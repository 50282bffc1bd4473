import { row, sql } from '../database.ts'
import { londonDay, type House } from '../perform.ts'
import type { Council } from '../tenant.ts'
import type { Parcel } from './doors.ts'

/** A public page as it was rendered, and the point of the council's journal and the day for which that holds. */
type Kept = { standing: string; parcel: Parcel }

export type Memory = {
  /** What was kept for an address, if nothing in the council has changed since; `keep` takes what is rendered instead. */
  look(council: Council, address: string): Promise<{ parcel: Parcel | null; keep(parcel: Parcel): void }>
}

const mostPages = 400
const largestPage = 256 * 1024 // bytes, so that the memory stays below 100 MB whatever is asked for

/**
 * Remembers public pages as rendered. It is asked on every request how far the council's journal has come, and every change of
 * what the public sees is a line of the journal: a page that is withdrawn, corrected or withheld is gone from here with the
 * commit that did it. Pages that depend on anything else must not be remembered.
 */
export function openMemory(house: House): Memory {
  const kept = new Map<string, Kept>()
  return {
    look: async ({ council, name, colour }, address) => {
      const today = londonDay(await house.councils.now(council, house.clock()))
      const head = await house.database.within({ council, role: 'remit_public' }, (tx) =>
        row<{ seq: bigint }>(tx, sql`select seq from platform.journal_head where council = ${council}`),
      )
      const standing = `${head?.seq ?? 0n} ${today.toString()} ${colour} ${name}`
      const key = `${council} ${address}`
      const found = kept.get(key)
      return {
        parcel: found?.standing === standing ? found.parcel : null,
        keep: (parcel) => {
          if (parcel.body.length > largestPage) return
          // The first key is the oldest: what is asked for often is written again with every change and moves to the end.
          kept.delete(key)
          kept.set(key, { standing, parcel })
          const oldest = kept.size > mostPages ? kept.keys().next().value : undefined
          if (oldest !== undefined) kept.delete(oldest)
        },
      }
    },
  }
}
