import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { granting } from '#testing/granted.ts'
import { day } from '#platform/days.ts'
import { row, sql } from '#platform/database.ts'
import { aCouncil, aDatabaseWithUrl, onServer } from '../testing/world.ts'

const skip = onServer ? false : 'needs a PostgreSQL server: PGlite has one connection in one process'

test('two processes exercise one mandate at the same moment and together stay within it', { skip }, async () => {
  const { database, url } = await aDatabaseWithUrl()
  const world = await aCouncil({ database, on: '2022-08-15' })
  const priya = world.as('Priya')
  const grant = granting(world, {
    decisionRef: 'D-2022-0001',
    scope: 'adults',
    words: 'Contracts',
    ceiling: { basis: 'whole-life', pence: 100_000_00n },
    from: day('2022-08-01'),
    mayDelegate: false,
  })
  const ref = await grant()
  // £100,000 at £3,000 an act: 33 acts fit and £1,000 is left, so the last race is for an act that no longer fits.
  const start = () => {
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, 'processes/exercise-until-refused.ts'),
        url,
        world.council,
        priya.account ?? '',
        ref,
        '300000',
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    )
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
  }
  const both = [start(), start()]
  for (const { lines } of both) assert.equal((await lines.next()).value, 'ready')
  for (const { child } of both) child.stdin.write('go\n')
  const acts = await Promise.all(both.map(async ({ lines }) => Number((await lines.next()).value)))
  await Promise.all(
    both.map(
      ({ child }) => new Promise((ended) => (child.exitCode === null ? child.once('exit', ended) : ended(null))),
    ),
  )
  assert.equal(
    acts.reduce((a, b) => a + b),
    33,
  )
  assert.ok(
    acts.every((n) => n > 0),
    `both took part: ${acts.join(' and ')}`,
  )
  const used = await database.within({ council: world.council, role: 'remit_app' }, (tx) =>
    row<{ used: bigint }>(tx, sql`select exercised_pence as used from authority.mandate where ref = ${ref}`),
  )
  assert.equal(used?.used, 99_000_00n)
  assert.deepEqual(await world.breaks(), [])
})
