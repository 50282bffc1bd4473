import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rows, sql } from '#platform/database.ts'
import { aCouncil, aDatabase } from '../testing/world.ts'
import { people } from '../site/demo/larkshire.ts'
import { furnish } from './furnish.ts'

// Everything that a council can hold is written into Larkshire; then Otherton looks.
const database = await aDatabase()
const larkshire = await aCouncil({ database, on: '2022-08-04' })
await furnish(larkshire)
const otherton = await aCouncil({
  database,
  council: { council: 'otherton', name: 'Otherton Council (invented)', demo: true, people: larkshirePeople() },
})

function larkshirePeople() {
  return people.map(({ name, email }) => ({ name: `${name} of Otherton`, email, roles: ['commissioning officer'] }))
}

type Table = { schema: string; name: string; secured: boolean; keyed: boolean; column: boolean }
const tables: Table[] = await database.asOwner(
  async (connection) =>
    (
      await connection.query(
        `
  select n.nspname as schema, c.relname as name, c.relrowsecurity as secured,
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'council' and not a.attisdropped) as column,
    coalesce((select a.attname = 'council' from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indrelid = c.oid and i.indisprimary), false) as keyed
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') and n.nspname not like 'pg_%'
  order by 1, 2`,
        [],
      )
    ).rows as Table[],
)
const ours = tables.filter(({ schema, name }) => `${schema}.${name}` !== 'platform.migration')

test('there are tables to look at', () => assert.ok(ours.length > 20, `${ours.length}`))

for (const { schema, name, secured, keyed, column } of ours) {
  const table = `${schema}.${name}`
  test(`${table}: its key starts with the council and its rows are secured`, () => {
    assert.ok(column, 'it has no column council')
    assert.ok(keyed, 'its primary key does not start with council')
    assert.ok(secured, 'row-level security is off')
  })
  test(`${table}: Otherton sees nothing of Larkshire's, and nobody sees anything without a council`, async () => {
    const there = await count(table, 'larkshire')
    assert.ok(there > 0, 'nothing was written for Larkshire: the test would prove nothing; see checks/furnish.ts')
    assert.equal(await count(table, 'larkshire', 'otherton'), 0)
    assert.equal(await count(table, 'larkshire', 'nobody'), 0)
  })
}

// Rows of one council, counted by another; the policy decides what it sees.
async function count(table: string, of: string, by = of): Promise<number> {
  try {
    const found = await database.within({ council: by, role: 'remit_app' }, (tx) =>
      rows<{ n: bigint }>(tx, sql`select count(*) as n from ${sql.raw(table)} where council = ${of}`),
    )
    return Number(found[0]?.n ?? 0n)
  } catch (cause) {
    if ((cause as { code?: string }).code === '42501') return by === of ? -1 : 0 // not readable at all
    throw cause
  }
}

test('every foreign key between tables of councils starts with the council', async () => {
  const loose = await database.asOwner(
    async (connection) =>
      (
        await connection.query(
          `
    select c.conrelid::regclass::text as "table", c.conname as name from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.connamespace::regnamespace::text in ('platform', 'authority', 'decisions', 'intake', 'consultations', 'equality') and a.attname <> 'council'`,
          [],
        )
      ).rows,
  )
  assert.deepEqual(loose, [])
})

test('the roles own nothing, cannot sign in, and cannot step over row-level security', async () => {
  const found = await database.asOwner(
    async (connection) =>
      (
        await connection.query(
          `
    select rolname, rolsuper, rolbypassrls, rolcanlogin, (select count(*) from pg_class where relowner = r.oid) as owned
    from pg_roles r where rolname in ('remit_app', 'remit_public') order by 1`,
          [],
        )
      ).rows,
  )
  assert.deepEqual(
    found,
    ['remit_app', 'remit_public'].map((rolname) => ({
      rolname,
      rolsuper: false,
      rolbypassrls: false,
      rolcanlogin: false,
      owned: 0n,
    })),
  )
})

test('the public role writes nothing anywhere', async () => {
  const granted = await database.asOwner(
    async (connection) =>
      (
        await connection.query(
          `
    select table_schema || '.' || table_name as "table", privilege_type from information_schema.role_table_grants
    where grantee = 'remit_public' and privilege_type <> 'SELECT'`,
          [],
        )
      ).rows,
  )
  assert.deepEqual(granted, [])
})

test('nobody but the owner changes or removes a line of the journal, an act or a ledger row', async () => {
  const granted = await database.asOwner(
    async (connection) =>
      (
        await connection.query(
          `
    select table_schema || '.' || table_name as "table", privilege_type from information_schema.role_table_grants
    where grantee in ('remit_app', 'remit_public') and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
      and table_schema || '.' || table_name in ('platform.journal', 'authority.act', 'authority.ledger', 'authority.constitution', 'authority.ceiling')`,
          [],
        )
      ).rows,
  )
  assert.deepEqual(granted, [])
})

test('a row cannot be written into another council', async () => {
  await assert.rejects(
    database.within({ council: 'otherton', role: 'remit_app' }, (tx) =>
      sql`insert into authority.subject (council, subject, title) values ('larkshire', 'smuggled', 'Smuggled')`.execute(
        tx,
      ),
    ),
    /row-level security/u,
  )
})

test('both councils’ chains hold', async () => {
  assert.deepEqual(await larkshire.breaks(), [])
  assert.deepEqual(await otherton.breaks(), [])
})
