import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, type Calendar } from '#platform/days.ts'
import { holdReleasedInOrder } from '../rules/holds-in-order.ts'

test('a business day of the statute knows a council’s bank holidays, and not the days on which it alone is closed', () => {
  const law = { release: 'after-first-business-day' as const }
  const on = (kind: Calendar['days'][number]['kind'], released: string) =>
    holdReleasedInOrder.check({
      consideredOn: day('2022-08-15'),
      on: day(released),
      law,
      calendar: { days: [{ day: '2022-08-16', name: 'A day of its own', kind }] },
    }).outcome
  assert.equal(on('closed', '2022-08-17'), 'met')
  assert.equal(on('bank-holiday', '2022-08-17'), 'not-met')
  assert.equal(on('bank-holiday', '2022-08-18'), 'met')
})
