import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { openDatabase, rows, sql, type Database } from '#platform/database.ts'
import { verifyJournal } from '#platform/journal.ts'
import { migrate } from '#platform/migrate.ts'
import { modules } from '#modules'
import { aCouncil, aDatabaseWithUrl, allMigrations, onServer } from '../testing/world.ts'

/** Lets a process write, kills it without warning in the middle, and gives what it had acknowledged. */
async function killInTheMiddle(where: string, account: string): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'processes/write-and-say.ts'), where, account], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  const said: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (said.length === 100) child.kill('SIGKILL')
  }
  assert.equal(await ended, 'SIGKILL', 'it was to be killed in the middle')
  return said
}

async function nothingLost(database: Database, said: string[]) {
  assert.ok(
    said.length >= 100 && said.length < 200 && said.every((ref) => /^D-2022-\d{4}$/u.test(ref)),
    `it last said: ${said.at(-1)}`,
  )
  const kept = await database.within({ council: 'larkshire', role: 'remit_app' }, (tx) =>
    rows<{ ref: string }>(tx, sql`select ref from decisions.decision`),
  )
  const there = new Set(kept.map(({ ref }) => ref))
  assert.deepEqual(
    said.filter((ref) => !there.has(ref)),
    [],
  )
  const { breaks, lines } = await database.within({ council: 'larkshire', role: 'remit_app' }, (tx) =>
    verifyJournal(
      tx,
      'larkshire',
      modules.flatMap(({ sealed }) => sealed ?? []),
    ),
  )
  assert.deepEqual(breaks, [])
  assert.equal(
    lines,
    BigInt(kept.length) + 1n,
    'one line for the constitution and one for each draft, acknowledged or not',
  )
}

test(
  'a process killed in the middle of 200 writes to the embedded database has lost none that it acknowledged',
  { skip: onServer ? 'the server’s turn' : false },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'remit-kill-'))
    try {
      const before = await openDatabase({ folder })
      await migrate(before, await allMigrations())
      const account = (await aCouncil({ database: before, on: '2022-08-15' })).as('Priya').account ?? ''
      await before.close()
      const said = await killInTheMiddle(folder, account)
      const after = await openDatabase({ folder }) // takes over the lock that the dead process left
      await nothingLost(after, said)
      await after.close()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

test(
  'a process killed in the middle of 200 writes to a server has lost none that it acknowledged',
  { skip: onServer ? false : 'needs a PostgreSQL server' },
  async () => {
    const { database, url } = await aDatabaseWithUrl()
    const account = (await aCouncil({ database, on: '2022-08-15' })).as('Priya').account ?? ''
    await nothingLost(database, await killInTheMiddle(url, account))
  },
)
