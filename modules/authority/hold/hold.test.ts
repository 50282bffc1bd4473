import assert from 'node:assert/strict'
import { test } from 'node:test'
import { granting } from '#testing/granted.ts'
import { rows, sql } from '#platform/database.ts'
import { react } from '#platform/jobs.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import {
  authority,
  considerHold,
  delegateOnward,
  issueHold,
  listHolds,
  listMandates,
  readHold,
  recordAct,
  releaseHold,
  why,
} from '../index.ts'

const world = await aCouncil({ on: '2022-08-15' })
const [priya, ada, edmund, winifred, hugo] = ['Priya', 'Ada', 'Edmund', 'Winifred', 'Hugo'].map((name) =>
  world.as(name),
) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]

const grant = granting(world, { decisionRef: 'D-2022-0001', clauseLabel: 'b', powers: ['contract', 'consult'] })
const contract = (under: string, but: Record<string, unknown> = {}) =>
  world.does(priya, recordAct, {
    post: 'director-adults',
    power: 'contract',
    subject: 'adults/care-at-home',
    what: 'Contract with Brookfield Care (invented)',
    pence: 1_000_00,
    day: '2022-08-17',
    under,
    ...but,
  })
const consult = (under: string, but: Record<string, unknown> = {}) =>
  contract(under, { power: 'consult', pence: 0, ...but })

test('the monitoring officer stops clause (b): what was passed on from it stops as well, and clause (c) goes on', async () => {
  world.on('2022-08-15')
  const [b, c] = [await grant(), await grant({ clauseLabel: 'c' })]
  const child = must(
    await world.does(ada, delegateOnward, {
      mandate: b,
      to: 'head-commissioning',
      powers: ['contract'],
      scope: 'adults/care-at-home',
      pence: 50_000_00,
      from: '2022-08-15',
      words: 'Small ones',
    }),
  ).ref
  const { ref, considerBy } = must(
    await world.does(edmund, issueHold, {
      section: 's5A',
      reach: { kind: 'clauses', decision: 'D-2022-0001', labels: ['b'] },
      reason: 'Families were not consulted.',
    }),
  )
  assert.match(ref, /^H-2022-\d{4}$/u)
  assert.equal(considerBy?.toString(), '2022-09-05')
  world.on('2022-08-17')
  assert.match(
    no(await contract(b)),
    /suspended since Monday 15 August 2022: Section 5A report H-2022-0001: Families were not consulted\. Wait until H-2022-0001 is released\. It is to be considered by Monday 5 September 2022/u,
  )
  assert.match(no(await contract(child, { post: 'head-commissioning' })), /H-2022-0001/u)
  assert.match(no(await consult(b)), /H-2022-0001/u)
  must(await contract(c))
  assert.match(
    no(
      await world.does(ada, delegateOnward, {
        mandate: b,
        to: 'head-commissioning',
        powers: ['contract'],
        scope: 'adults/care-at-home',
        pence: 1,
        from: '2022-08-17',
        words: 'x',
      }),
    ),
    /is suspended/u,
  )

  assert.match(
    no(await world.does(edmund, releaseHold, { hold: ref, because: 'Done.' })),
    /No meeting has considered the report yet/u,
  )
  must(await world.does(hugo, considerHold, { hold: ref, on: '2022-08-16', says: 'To consult first.' }))
  assert.match(
    no(await world.does(edmund, releaseHold, { hold: ref, because: 'Consulted.' })),
    /may be released from Thursday 18 August 2022; Wednesday 17 August 2022 is too early/u,
  )
  world.on('2022-08-18')
  must(await world.does(edmund, releaseHold, { hold: ref, because: 'Consulted since.' }))
  must(await contract(b, { day: '2022-08-18' }))
  must(await contract(child, { post: 'head-commissioning', day: '2022-08-18' }))
  assert.match(no(await contract(b, { day: '2022-08-17' })), /H-2022-0001/u)
})

test('a section 114 report stops new agreements of the whole council, also of mandates granted while it runs; consent in writing lets one go on', async () => {
  world.on('2022-08-22')
  const before = await grant({ decisionRef: 'D-2022-0002' })
  assert.match(
    no(await world.does(edmund, issueHold, { section: 's114', reach: { kind: 'council' }, reason: 'x' })),
    /This is for the s151 officer to do/u,
  )
  const { ref, considerBy } = must(
    await world.does(winifred, issueHold, {
      section: 's114',
      reach: { kind: 'council' },
      reason: 'Spending will exceed resources.',
    }),
  )
  assert.equal(considerBy?.toString(), '2022-09-11', 'the day of issue is the first of 21')
  const during = await grant({ decisionRef: 'D-2022-0003' })
  world.on('2022-08-24')
  for (const under of [before, during]) {
    assert.match(
      no(await contract(under, { day: '2022-08-24' })),
      /Ask the s151 officer to consent in writing and show it, or wait until H-2022-\d{4} is released/u,
    )
    must(await consult(under, { day: '2022-08-24' }))
  }
  const consent = { evidence: [{ condition: `consent-${ref}`, says: 'Letter of Winifred Cole', day: '2022-08-23' }] }
  must(await contract(during, { day: '2022-08-24', ...consent }))
  assert.equal(
    Number(
      (
        await world.house.database.within({ council: 'larkshire', role: 'remit_app' }, (tx) =>
          rows<{ n: bigint }>(tx, sql`select count(*) as n from authority.hold`),
        )
      )[0]?.n,
    ),
    0,
    'not a row for each mandate',
  )
  const seen = must(await world.asks(world.visitor, readHold, { ref }))
  assert.ok(seen.frozenCount > 5 && seen.hold.running)
  assert.ok(
    must(await world.asks(world.visitor, listMandates, { post: 'director-adults', day: '2022-08-24' })).lines.some(
      ({ state }) => state === 'suspended',
    ),
  )
  must(await world.does(winifred, considerHold, { hold: ref, on: '2022-08-24', says: 'A budget in balance was set.' }))
  world.on('2022-08-26')
  must(await world.does(winifred, releaseHold, { hold: ref, because: 'The budget is in balance.' }))
  must(await contract(before, { day: '2022-08-26' }))
})

test('a hold on a subject reaches what lies within it and what it is part of, and leaves its neighbours alone', async () => {
  world.on('2022-09-05')
  const [care, breaks] = [
    await grant({ decisionRef: 'D-2022-0004' }),
    await grant({ decisionRef: 'D-2022-0005', scope: 'children/short-breaks', holder: 'director-children' }),
  ]
  const { ref } = must(
    await world.does(edmund, issueHold, {
      section: 'court',
      reach: { kind: 'subject', subject: 'adults' },
      reason: 'Interim order.',
    }),
  )
  assert.match(no(await contract(care, { day: '2022-09-05' })), /Court order/u)
  must(await contract(breaks, { post: 'director-children', subject: 'children/short-breaks', day: '2022-09-05' }))
  assert.match(
    no(
      await world.does(edmund, issueHold, {
        section: 's5',
        reach: { kind: 'subject', subject: 'nowhere' },
        reason: 'x',
      }),
    ),
    /Choose a subject/u,
  )
  must(await world.does(edmund, releaseHold, { hold: ref, because: 'Discharged by the court.' }))
  must(await contract(care, { day: '2022-09-05' }))
})

test('a report on a decision also stops what is recorded about it under other mandates', async () => {
  world.on('2022-09-12')
  const { ref } = must(
    await world.does(edmund, issueHold, {
      section: 's5A',
      reach: { kind: 'decision', decision: 'D-2022-0777' },
      reason: 'A proposal beyond the budget.',
    }),
  )
  const commit = {
    post: 'head-commissioning',
    power: 'commit',
    subject: 'adults',
    what: 'Room',
    pence: 100,
    day: '2022-09-12',
  }
  assert.match(no(await world.does(priya, recordAct, { ...commit, recordRef: 'D-2022-0777' })), new RegExp(ref, 'u'))
  must(await world.does(priya, recordAct, commit))
  assert.match(
    no(
      await world.does(edmund, issueHold, {
        section: 's5A',
        reach: { kind: 'clauses', decision: 'D-2022-0001', labels: ['z'] },
        reason: 'x',
      }),
    ),
    /gives nothing by clause \(z\)/u,
  )
})

test('before and after a hold the same question has the same answer, word for word', async () => {
  world.on('2022-10-03')
  const asked = {
    post: 'director-adults',
    power: 'contract',
    subject: 'adults/care-at-home',
    pence: 1_00,
    day: '2022-10-20',
  }
  const answer = async () =>
    JSON.stringify(must(await world.asks(world.visitor, why, asked)), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
  const before = await answer()
  const { ref } = must(
    await world.does(edmund, issueHold, { section: 's5', reach: { kind: 'council' }, reason: 'Stop.' }),
  )
  assert.notEqual(await answer(), before)
  must(await world.does(edmund, considerHold, { hold: ref, on: '2022-10-03', says: 'Noted.' }))
  world.on('2022-10-05')
  must(await world.does(edmund, releaseHold, { hold: ref, because: 'Considered.' }))
  assert.equal(await answer(), before)
})

test('whoever holds a frozen post gets mail when it is frozen and when it is released, and a meeting is asked for', async () => {
  const waiting = await world.house.database.asOwner(
    async (connection) =>
      (
        await connection.query(
          "select council, id, topic, payload from platform.outbox where topic like 'authority.h%' order by at, id",
          [],
        )
      ).rows,
  )
  for (const announced of waiting as Parameters<typeof react>[2][])
    await react(world.house, authority.reactions ?? [], announced)
  const letters = await world.house.database.within({ council: 'larkshire', role: 'remit_app' }, (tx) =>
    rows<{ to: string; subject: string }>(
      tx,
      sql`
    select a.name as to, m.subject from platform.mail m join platform.account a on a.council = m.council
      and a.account = m.account`,
    ),
  )
  const to = (name: string, subject: RegExp) => letters.some((one) => one.to === name && subject.test(one.subject))
  assert.ok(to('Ada Quill', /^On hold: clause \(b\) of D-2022-0001/u) && to('Priya Larkin', /^On hold: clause \(b\)/u))
  assert.ok(to('Ada Quill', /^Released: the whole council/u))
  assert.ok(to('Hugo Pennyfeather', /^To be considered by Monday 5 September 2022/u))
  assert.ok(!to('Tobias Fennimore', /clause \(b\) of D-2022-0001/u))
})

test('anybody may read the holds; only the officer whose report it is may issue one', async () => {
  assert.ok(must(await world.asks(world.visitor, listHolds, {})).lines.length >= 5)
  assert.match(
    no(await world.does(priya, issueHold, { section: 's5', reach: { kind: 'council' }, reason: 'x' })),
    /You may not do this/u,
  )
  assert.match(no(await world.asks(world.visitor, readHold, { ref: 'H-1999-0001' })), /There is no hold/u)
  assert.deepEqual(await world.breaks(), [])
})
