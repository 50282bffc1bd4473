import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { granting } from '#testing/granted.ts'
import { day } from '#platform/days.ts'
import { done, useCase } from '#platform/use-case.ts'
import { z } from 'zod'
import { aCouncil, must, no } from '../../testing/world.ts'
import { delegateOnward, exercise, recordAct, releaseClause, reportBack, suspendClause, undoAct, why } from './index.ts'

const world = await aCouncil({ on: '2022-08-05' })

const grant = granting(world, { powers: ['contract', 'extend'] })
const contract = (under: string, but: Record<string, unknown> = {}) =>
  world.does(world.as('Priya'), recordAct, {
    post: 'director-adults',
    power: 'contract',
    subject: 'adults/care-at-home',
    what: 'Contract with Brookfield Care (invented)',
    pence: 100_000_00,
    day: '2022-08-15',
    under,
    ...but,
  })

test('Priya records a contract that the Director signed within the mandate, and what is left shrinks by its value', async () => {
  const mandate = await grant()
  world.on('2022-08-15')
  assert.match(must(await contract(mandate)).ref, /^A-2022-\d{4}$/u)
  assert.match(
    no(await contract(mandate, { pence: 400_000_01 })),
    /£400,000\.01 is £0\.01 more than the £400,000 that M-2022-\d{4} leaves/u,
  )
  must(await contract(mandate, { pence: 400_000_00 }))
  assert.match(no(await contract(mandate, { pence: 1 })), /more than the £0/u)
})

test('a contract signed on the day before the decision takes effect has no authority', async () => {
  const mandate = await grant()
  world.on('2022-08-15')
  assert.match(
    no(await contract(mandate, { day: '2022-08-12' })),
    /takes effect on Saturday 13 August 2022; Friday 12 August 2022 is 1 day too early/u,
  )
})

test('an act of tomorrow is not recorded today', async () => {
  const mandate = await grant()
  world.on('2022-08-15')
  assert.match(no(await contract(mandate, { day: '2022-08-16' })), /still to come/u)
})

test('a grant that states no limit falls back to the post’s own limit, and to nothing where there is none', async () => {
  const mandate = await grant({ ceiling: null })
  world.on('2022-08-15')
  must(await contract(mandate, { pence: 250_000_00 }))
  assert.match(
    no(await contract(mandate, { pence: 250_000_01 })),
    /states no limit, so the post’s own limit counts \(4\.3\)/u,
  )
  const elsewhere = await grant({ ceiling: null, holder: 'head-legal' })
  assert.match(no(await contract(elsewhere, { post: 'head-legal', pence: 1 })), /it allows £0/u)
})

test('while a clause is called in nothing may be done under it, and when it is released all is as it was', async () => {
  const clause = randomUUID()
  const mandate = await grant({ clause })
  let hold = ''
  const callIn = useCase({
    name: 'test.call-in',
    title: 'Call in',
    may: ['scrutiny member'],
    input: z.null(),
    run: async (work) => {
      hold = (await suspendClause(work, clause, 'call-in', 'clause (c) was called in')).hold
      return done(null)
    },
  })
  const release = useCase({
    name: 'test.release',
    title: 'Release',
    may: ['scrutiny member'],
    input: z.null(),
    run: async (work) => {
      await releaseClause(work, hold)
      return done(null)
    },
  })
  world.on('2022-08-10')
  must(await world.does(world.as('Marguerite'), callIn, null))
  world.on('2022-08-20')
  assert.match(no(await contract(mandate)), /suspended since Wednesday 10 August 2022: clause \(c\) was called in/u)
  must(await world.does(world.as('Marguerite'), release, null))
  must(await contract(mandate, { day: '2022-08-20', pence: 500_000_00 }))
  assert.match(no(await contract(mandate, { day: '2022-08-19', pence: 0 })), /suspended since/u)
})

test('what the Director passes on to the Head of Commissioning is no longer the Director’s to use', async () => {
  const mandate = await grant()
  world.on('2022-08-15')
  const pass = (but: Record<string, unknown> = {}) =>
    world.does(world.as('Ada'), delegateOnward, {
      mandate,
      to: 'head-commissioning',
      powers: ['contract'],
      scope: 'adults/care-at-home',
      pence: 300_000_00,
      from: '2022-08-15',
      words: 'Sign call-off contracts',
      ...but,
    })
  assert.match(no(await pass({ pence: 500_000_01 })), /more than the £500,000/u)
  assert.match(no(await pass({ powers: ['award'] })), /does not give the power to award a contract/u)
  assert.match(no(await pass({ scope: 'adults' })), /“Adult social care” lies outside “Care at home”/u)
  assert.match(no(await pass({ from: '2022-08-01' })), /takes effect on Saturday 13 August 2022/u)
  const child = must(await pass()).ref
  assert.match(no(await contract(mandate, { pence: 200_000_01 })), /more than the £200,000/u)
  must(await contract(mandate, { pence: 200_000_00 }))
  must(await contract(child, { post: 'head-commissioning', pence: 300_000_00 }))
  assert.match(no(await contract(child, { post: 'head-commissioning', pence: 1 })), /more than the £0/u)
  assert.match(
    no(
      await world.does(world.as('Priya'), delegateOnward, {
        mandate: child,
        to: 'head-legal',
        powers: ['contract'],
        scope: 'adults/care-at-home',
        pence: 1,
        from: '2022-08-15',
        words: 'x',
      }),
    ),
    /given to be used, not to be passed on/u,
  )
})

test('a contract needs the consultation that the clause asks for, shown and in time', async () => {
  const mandate = await grant({
    conditions: [
      {
        kind: 'consult',
        key: 'consult-legal',
        post: 'head-legal',
        words: 'following consultation with the Head of Legal Services',
      },
    ],
  })
  world.on('2022-08-15')
  assert.match(no(await contract(mandate)), /“following consultation with the Head of Legal Services” has no evidence/u)
  assert.match(
    no(
      await contract(mandate, {
        evidence: [{ condition: 'consult-legal', says: 'E-mail of Edmund Starling', day: '2022-08-16' }],
      }),
    ),
    /after the act/u,
  )
  must(
    await contract(mandate, {
      evidence: [{ condition: 'consult-legal', says: 'E-mail of Edmund Starling', day: '2022-08-14' }],
    }),
  )
})

test('a promised report that is overdue stops the next act until it is given', async () => {
  const mandate = await grant({
    conditions: [
      { kind: 'report-back', key: 'report-cabinet', words: 'report to Cabinet within 30 days', withinDays: 30 },
    ],
  })
  world.on('2022-08-15')
  const first = must(await contract(mandate)).ref
  world.on('2022-10-01')
  assert.match(
    no(await contract(mandate, { day: '2022-10-01' })),
    /was due on Wednesday 14 September 2022 and is not given/u,
  )
  must(
    await world.does(world.as('Priya'), reportBack, {
      act: first,
      condition: 'report-cabinet',
      says: 'Report to Cabinet, item 7',
    }),
  )
  must(await contract(mandate, { day: '2022-10-01' }))
})

test('an act recorded in error is undone by another that cites it, once, and gives back what it used', async () => {
  const mandate = await grant()
  world.on('2022-08-15')
  const act = must(await contract(mandate, { pence: 500_000_00 })).ref
  must(await world.does(world.as('Priya'), undoAct, { act, because: 'recorded twice' }))
  assert.match(no(await world.does(world.as('Priya'), undoAct, { act, because: 'again' })), /was already undone/u)
  must(await contract(mandate, { pence: 500_000_00 }))
})

test('a decision is neither recorded nor undone as an act: it is signed, and superseded', async () => {
  world.on('2022-08-15')
  assert.match(no(await contract('M-2012-0004', { power: 'decide' })), /A decision is recorded by signing it/u)
  const decide = useCase({
    name: 'test.decide',
    title: 'Decide',
    may: ['commissioning officer'],
    input: z.null(),
    run: (work) =>
      exercise(work, {
        post: 'director-adults',
        power: 'decide',
        subject: 'adults',
        value: 1n,
        day: day('2022-08-15'),
        what: 'Decided',
      }),
  })
  const { ref } = must(await world.does(world.as('Priya'), decide, null))
  assert.match(
    no(await world.does(world.as('Priya'), undoAct, { act: ref, because: 'in error' })),
    /is a decision: it is not undone/u,
  )
})

test('without a named mandate the one that allows the act is found, narrowest first', async () => {
  const narrow = await grant({
    scope: 'adults/care-at-home/nights',
    ceiling: { basis: 'whole-life', pence: 10_000_00n },
  })
  world.on('2022-08-15')
  const nights = {
    subject: 'adults/care-at-home/nights',
    under: undefined,
    evidence: [{ condition: 'contract-rules', says: 'Quotes compared', day: '2022-08-15' }],
  }
  assert.equal(must(await contract('', { ...nights, pence: 10_000_00 })).mandate, narrow)
  assert.notEqual(must(await contract('', { ...nights, pence: 10_000_00 })).mandate, narrow)
})

test('anyone may ask why: each mandate answers in sentences', async () => {
  world.on('2022-08-15')
  const answer = must(
    await world.asks(world.visitor, why, {
      post: 'director-children',
      power: 'contract',
      subject: 'children/short-breaks',
      pence: 300_000_00,
    }),
  )
  assert.equal(answer.may, false)
  assert.deepEqual(
    answer.considered.map(({ from }) => from),
    ['the scheme of delegation, entry 4.4'],
  )
  const yes = must(
    await world.asks(world.visitor, why, {
      post: 'director-children',
      power: 'contract',
      subject: 'children/short-breaks',
      pence: 250_000_00,
    }),
  )
  assert.equal(yes.may, true)
})

test('a vacant post cannot act', async () => {
  const mandate = await grant({ from: day('2022-08-05') })
  const actIn2011 = useCase({
    name: 'test.act',
    title: 'Act',
    may: ['commissioning officer'],
    input: z.null(),
    run: (work) =>
      exercise(work, {
        post: 'director-adults',
        power: 'contract',
        subject: 'adults/care-at-home',
        value: 1n,
        day: day('2011-01-01'),
        what: 'x',
        under: mandate,
      }),
  })
  assert.match(
    no(await world.does(world.as('Priya'), actIn2011, null)),
    /Nobody held the post of Director of Adult Social Care on Saturday 1 January 2011/u,
  )
})

test('after all this the journal’s chain holds, and every act and mandate is as it was sealed', async () => {
  assert.deepEqual(await world.breaks(), [])
})
