import { row, rows, sql, type Tx } from '#platform/database.ts'

export type Program = {
  account: string
  name: string
  roles: string[]
  contact: string
  mark: string
  madeAt: Temporal.Instant
  madeBy: string
  /** The first day on which it is refused. */
  until: Temporal.PlainDate
  usedAt: Temporal.Instant | null
  revokedAt: Temporal.Instant | null
  revokedBy: string | null
}

const columns = sql`p.account, a.name, p.roles, p.contact, p.mark, p.made_at as "madeAt", p.made_by as "madeBy",
  p.until_day as "until", p.used_at as "usedAt", p.revoked_at as "revokedAt", p.revoked_by as "revokedBy"`
const from = sql`from platform.program p join platform.account a on a.council = p.council and a.account = p.account`

/** Its account has an address at which nobody is: people are known by theirs, and letters go to whoever answers for it. */
export async function insertProgram(
  tx: Tx,
  council: string,
  p: Pick<Program, 'account' | 'name' | 'roles' | 'contact' | 'until'>,
  made: { digest: Uint8Array; mark: string; by: string },
  at: Temporal.Instant,
): Promise<void> {
  await sql`insert into platform.account (council, account, name, email, roles)
    values (${council}, ${p.account}, ${p.name}, ${`${p.account}@program.invalid`}, '{}')`.execute(tx)
  await sql`insert into platform.program (council, account, roles, digest, mark, contact, made_at, made_by, until_day)
    values (${council}, ${p.account}, ${p.roles}::text[], ${made.digest}, ${made.mark}, ${p.contact}, ${at}, ${made.by},
      ${p.until})`.execute(tx)
}

export const programs = (tx: Tx, council: string): Promise<Program[]> =>
  rows<Program>(tx, sql`select ${columns} ${from} where p.council = ${council} order by p.made_at desc limit 500`)

export const lockProgram = (tx: Tx, council: string, account: string): Promise<Program | null> =>
  row<Program>(
    tx,
    sql`select ${columns} ${from} where p.council = ${council} and p.account = ${account}::uuid for update of p`,
  )

/** Takes the key away, and closes the account, so that it is no longer among those who can be appointed. */
export async function revoke(tx: Tx, council: string, account: string, by: string, at: Temporal.Instant) {
  await sql`update platform.program set revoked_at = ${at}, revoked_by = ${by}
    where council = ${council} and account = ${account}::uuid`.execute(tx)
  await sql`update platform.account set active = false
    where council = ${council} and account = ${account}::uuid`.execute(tx)
}
