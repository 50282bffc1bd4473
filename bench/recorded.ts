import { databaseOver, type Database } from '#platform/database.ts'
import type { Connection, Engine } from '#platform/engine.ts'

/** What went over the wire to the database, in order: a script has no values. */
export type Sent = { text: string; values: unknown[] | null }

/** A database that writes down every statement sent through it while `sent` is set. */
export function recording(engine: Engine): {
  database: Database
  record<T>(body: () => Promise<T>): Promise<{ value: T; sent: Sent[] }>
} {
  let sent: Sent[] | null = null
  const noting = (connection: Connection): Connection => ({
    query: (text, values) => {
      sent?.push({ text, values: [...values] })
      return connection.query(text, values)
    },
    script: (text) => {
      sent?.push({ text, values: null })
      return connection.script(text)
    },
  })
  const database = databaseOver({
    ...engine,
    borrow: async () => {
      const lent = await engine.borrow()
      return { ...noting(lent), giveBack: (broken) => lent.giveBack(broken) }
    },
  })
  return {
    database,
    record: async (body) => {
      sent = []
      const value = await body()
      const recorded = sent
      sent = null
      return { value, sent: recorded }
    },
  }
}
