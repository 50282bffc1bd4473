import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#platform/database.ts'
import { aDatabase } from '../testing/world.ts'
import { told } from './log.ts'

const database = await aDatabase()

test('what somebody typed does not reach the log when the database refuses it', async () => {
  const secret = 'Mrs Ivy Larch of 3 Mill Lane'
  const failed = await database
    .within({ council: 'larkshire', role: 'remit_app' }, (tx) =>
      sql`insert into authority.subject (council, subject, title)
        values ('larkshire', 'Not A Path', ${secret})`.execute(tx),
    )
    .catch((cause: unknown) => cause)
  assert.ok(failed instanceof Error)
  const line = JSON.stringify(told(new Error('could not be kept', { cause: failed })))
  assert.match(line, /violates check constraint|row-level security|foreign key/u)
  assert.ok(!line.includes(secret), line)
})
