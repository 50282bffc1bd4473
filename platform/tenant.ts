import type { Database } from './database.ts'

export type Council = {
  council: string
  name: string
  colour: string
  demo: boolean
  daysAhead: number
  /** Where its people reach it, `https://decisions.example.gov.uk`; null where nobody has said. */
  address: string | null
}

/**
 * The councils that this server serves, remembered so that a request does not ask for them again. They change rarely and
 * only through this process (`refresh`); another process's change is seen within five seconds.
 */
export type Councils = {
  all(): Promise<Council[]>
  find(council: string): Promise<Council | null>
  /** The time as a council sees it: the clock's, but for a demo council that was moved ahead. */
  now(council: string, clock: Temporal.Instant): Promise<Temporal.Instant>
  refresh(): void
}

const fresh = 5000 // milliseconds

export function councilsIn(database: Database): Councils {
  let known: Promise<Council[]> | null = null
  let until = 0
  const all = () => {
    if (!known || performance.now() > until) {
      until = performance.now() + fresh
      known = load(database)
    }
    return known
  }
  const find = async (council: string) => (await all()).find((one) => one.council === council) ?? null
  return {
    all,
    find,
    now: async (council, clock) => {
      const ahead = (await find(council))?.daysAhead ?? 0
      return ahead ? clock.toZonedDateTimeISO('Europe/London').add({ days: ahead }).toInstant() : clock
    },
    refresh: () => {
      known = null
    },
  }
}

const load = (database: Database): Promise<Council[]> =>
  database.asOwner(async (connection) => {
    const { rows } = await connection.query(
      'select council, name, colour, demo, days_ahead as "daysAhead", address from platform.council order by council',
      [],
    )
    return rows as Council[]
  })
