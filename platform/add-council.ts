import { randomUUID } from 'node:crypto'
import type { Database } from './database.ts'

export type NewCouncil = {
  council: string
  name: string
  colour?: string
  demo: boolean
  /** Where its people reach it: `https://decisions.example.gov.uk`. */
  address?: string
  people: { name: string; email: string; roles: string[]; persona?: string }[]
}

export type Account = { account: string; name: string; email: string; roles: string[] }

/**
 * Makes room for a council: its row, its journal, and the people who sign in. The machine's operator does this, as the
 * database's owner; everything after it is done by somebody of the council. Doing it again adds only whoever is
 * missing.
 */
export async function addCouncil(
  database: Database,
  { council, name, colour = '#1d4f63', demo, address, people }: NewCouncil,
): Promise<Account[]> {
  return database.asOwner(async (connection) => {
    await connection.query(
      'insert into platform.council (council, name, colour, demo, address) values ($1, $2, $3, $4, $5) on conflict do nothing',
      [council, name, colour, demo, address ?? null],
    )
    await connection.query('insert into platform.journal_head (council) values ($1) on conflict do nothing', [council])
    for (const one of people) {
      await connection.query(
        'insert into platform.account (council, account, name, email, roles, persona) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
        [council, randomUUID(), one.name, one.email, one.roles, one.persona ?? null],
      )
    }
    const { rows } = await connection.query(
      'select account, name, email, roles from platform.account where council = $1 order by name',
      [council],
    )
    return rows as Account[]
  })
}
