import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { granting } from '#testing/granted.ts'
import { z } from 'zod'
import { day } from '#platform/days.ts'
import { done, useCase } from '#platform/use-case.ts'
import { openBrowser } from '../../../testing/browser.ts'
import { larkshire } from '../../../site/demo/larkshire.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import {
  appoint,
  delegateOnward,
  endDecision,
  issueHold,
  leavePost,
  readMandate,
  recall,
  recordAct,
  releaseClause,
  releaseHold,
  revokeMandate,
  suspendClause,
  undoAct,
  why,
} from '../index.ts'

// Two people hold the post of Head of Legal together: both have to agree.
const world = await aCouncil({
  on: '2022-08-15',
  constitution: {
    ...larkshire,
    posts: larkshire.posts.map((one) => (one.post === 'head-democratic-services' ? { ...one, agreementOf: 2 } : one)),
    holders: [
      ...larkshire.holders,
      {
        post: 'head-democratic-services',
        email: 'edmund.starling@larkshire.example',
        from: '2012-09-10',
        acting: true,
      },
    ],
  },
})
const [priya, ada, edmund, isolde] = ['Priya', 'Ada', 'Edmund', 'Isolde'].map((name) => world.as(name)) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]
const grant = granting(world, { words: 'Contracts', from: day('2022-08-01') })
const contract = (under: string, but: Record<string, unknown> = {}) =>
  world.does(priya, recordAct, {
    post: 'director-adults',
    power: 'contract',
    subject: 'adults/care-at-home',
    what: 'Contract (invented)',
    pence: 100_000_00,
    day: '2022-08-15',
    under,
    ...but,
  })
const pass = async (mandate: string, but: Record<string, unknown> = {}) =>
  must(
    await world.does(ada, delegateOnward, {
      mandate,
      to: 'head-commissioning',
      powers: ['contract'],
      scope: 'adults/care-at-home',
      pence: 300_000_00,
      from: '2022-08-15',
      words: 'Part',
      ...but,
    }),
  ).ref
const leftOf = async (ref: string) => must(await world.asks(world.visitor, readMandate, { ref })).left
const byCommissioning = { post: 'head-commissioning' }

test('part of what was passed on is recalled: exactly that comes back, and what was used stays used', async () => {
  world.on('2022-08-15')
  const mandate = await grant()
  const child = await pass(mandate)
  must(await contract(child, byCommissioning))
  assert.match(
    no(await world.does(ada, recall, { mandate: child, pence: 200_000_01, because: 'x' })),
    /£200,000 of it is neither used nor passed on/u,
  )
  assert.match(
    no(await world.does(priya, recall, { mandate: child, pence: 1, because: 'x' })),
    /given by the Director of Adult Social Care; Priya Larkin does not hold that post/u,
  )
  assert.match(
    no(await world.does(ada, recall, { mandate, pence: 1, because: 'x' })),
    /was not passed on by another post/u,
  )
  assert.deepEqual(
    must(await world.does(ada, recall, { mandate: child, pence: 150_000_00, because: 'Less is needed.' })),
    { ref: child, back: 150_000_00n, left: 50_000_00n },
  )
  assert.deepEqual([await leftOf(mandate), await leftOf(child)], [350_000_00n, 50_000_00n])
  assert.match(no(await contract(child, { ...byCommissioning, pence: 50_000_01 })), /more than the £50,000/u)
  must(await contract(mandate, { pence: 350_000_00 }))
})

test('a revoked sub-delegation gives back what was not used, ends what was passed on, and stands in the record', async () => {
  world.on('2022-08-15')
  const mandate = await grant()
  const child = await pass(mandate)
  must(await contract(child, byCommissioning))
  assert.match(
    no(await world.does(ada, revokeMandate, { mandate: child, because: 'x' })),
    /Something was done under it on Monday 15 August 2022\./u,
  )
  const { back } = must(
    await world.does(ada, revokeMandate, { mandate: child, on: '2022-08-16', because: 'The team was dissolved.' }),
  )
  assert.equal(back, 200_000_00n)
  assert.equal(await leftOf(mandate), 400_000_00n)
  world.on('2022-08-16')
  assert.match(
    no(await contract(child, { ...byCommissioning, pence: 1, day: '2022-08-16' })),
    /its last day was Monday 15 August 2022 \(it was revoked by Director of Adult Social Care: The team was dissolved\.\)/u,
  )
})

test('when the monitoring officer revokes a mandate, all that hangs on it ends with it; an entry of the scheme is for the constitution', async () => {
  world.on('2022-08-17')
  const mandate = await grant()
  const child = await pass(mandate)
  assert.match(
    no(await world.does(ada, revokeMandate, { mandate, because: 'x' })),
    /Who gave it is not on record here/u,
  )
  assert.deepEqual(
    must(await world.does(edmund, revokeMandate, { mandate, because: 'Given in error.' })).ended,
    [mandate, child].sort(),
  )
  assert.match(no(await contract(child, { ...byCommissioning, day: '2022-08-17' })), /passed on from M-2022/u)
  assert.match(
    no(await world.does(edmund, revokeMandate, { mandate: 'M-2012-0004', because: 'x' })),
    /entry of the scheme of delegation/u,
  )
})

test('a mandate that was to be used within a year lapses, unless it was used by then, also when that is recorded later', async () => {
  world.on('2022-08-15')
  const [unused, used] = [await grant({ lapsesOn: day('2022-09-01') }), await grant({ lapsesOn: day('2022-09-01') })]
  world.on('2022-09-10')
  assert.match(
    no(await contract(unused, { day: '2022-09-10' })),
    /lapsed: nothing was done under it before Thursday 1 September 2022/u,
  )
  assert.equal(must(await world.asks(world.visitor, readMandate, { ref: unused })).mandate.state, 'ended')
  const first = must(await contract(used, { day: '2022-08-20' })).ref
  must(await contract(used, { day: '2022-09-10' }))
  must(await world.does(priya, undoAct, { act: first, because: 'in error' }))
  assert.match(no(await contract(used, { day: '2022-09-10', pence: 1 })), /lapsed/u)
})

test('who holds a post together uses it together: two of two must be shown to have agreed', async () => {
  world.on('2022-08-15')
  const mandate = await grant({ holder: 'head-democratic-services' })
  const both = { post: 'head-democratic-services' }
  assert.match(
    no(await contract(mandate, both)),
    /2 of those who hold the post of Head of Democratic Services must agree by Monday 15 August 2022; none is shown to have/u,
  )
  const agreed = (says: string) => ({ ...both, evidence: [{ condition: 'agreed', says, day: '2022-08-14' }] })
  assert.match(
    no(await contract(mandate, agreed('E-mail of Hugo Pennyfeather'))),
    /only Hugo Pennyfeather is shown to have/u,
  )
  must(await contract(mandate, agreed('E-mails of Hugo Pennyfeather and Edmund Starling')))
  const answer = must(
    await world.asks(world.visitor, why, {
      post: 'head-democratic-services',
      power: 'contract',
      subject: 'adults/care-at-home',
      pence: 1,
    }),
  )
  assert.equal(answer.may, true)
  assert.match(answer.considered[0]?.stillToShow[0] ?? '', /2 of those who hold the post/u)
})

test('a vacant post refuses and says who could act; somebody appointed for the time being acts', async () => {
  world.on('2022-10-03')
  const mandate = await grant({ holder: 'head-legal' })
  assert.match(
    no(
      await world.does(isolde, leavePost, {
        post: 'head-legal',
        name: 'Edmund Starling',
        from: '2012-09-10',
        on: '2012-09-10',
      }),
    ),
    /comes after that/u,
  )
  must(
    await world.does(isolde, leavePost, {
      post: 'head-legal',
      name: 'Edmund Starling',
      from: '2012-09-10',
      on: '2022-10-03',
    }),
  )
  const byLegal = { post: 'head-legal', day: '2022-10-03' }
  assert.match(
    no(await contract(mandate, byLegal)),
    /Nobody held the post of Head of Legal Services and Monitoring Officer on Monday 3 October 2022\. Somebody can be appointed to it for the time being; of themselves this could be done by: .*Director of Adult Social Care/u,
  )
  must(
    await world.does(isolde, appoint, {
      post: 'head-legal',
      email: 'priya.larkin@larkshire.example',
      from: '2022-10-03',
      acting: true,
    }),
  )
  assert.match(
    no(
      await world.does(isolde, appoint, {
        post: 'head-legal',
        email: 'priya.larkin@larkshire.example',
        from: '2022-10-05',
      }),
    ),
    /holds the post of Head of Legal Services and Monitoring Officer already/u,
  )
  assert.match(
    no(
      await world.does(isolde, appoint, { post: 'head-legal', email: 'nobody@larkshire.example', from: '2022-10-05' }),
    ),
    /Nobody signs in as nobody@larkshire\.example/u,
  )
  must(await contract(mandate, byLegal))
  must(
    await world.does(isolde, leavePost, {
      post: 'head-legal',
      name: 'Priya Larkin',
      from: '2022-10-03',
      on: '2022-10-04',
    }),
  )
})

test('what was done is not left without somebody who did it', async () => {
  world.on('2022-10-10')
  const mandate = await grant({ holder: 'chief-finance-officer' })
  must(await contract(mandate, { post: 'chief-finance-officer', day: '2022-10-10' }))
  assert.match(
    no(
      await world.does(isolde, leavePost, {
        post: 'chief-finance-officer',
        name: 'Winifred Cole',
        from: '2012-09-10',
        on: '2022-10-10',
      }),
    ),
    /A-2022-\d{4} was done on Monday 10 October 2022 and nobody else held the post/u,
  )
  must(
    await world.does(isolde, leavePost, {
      post: 'chief-finance-officer',
      name: 'Winifred Cole',
      from: '2012-09-10',
      on: '2022-10-11',
    }),
  )
})

// ---- an end that waits

const asTest = <In>(name: string, run: (work: Parameters<typeof endDecision>[0], input: In) => Promise<unknown>) =>
  useCase({
    name: `test.${name}`,
    title: name,
    may: ['commissioning officer'],
    input: z.custom<In>(),
    run: async (work, input) => done(await run(work, input)),
  })
const supersede = asTest<{ older: string; newer: string; on: string }>('supersede', (work, { older, newer, on }) =>
  endDecision(work, older, day(on), `superseded by ${newer}`, newer),
)
const suspend = asTest<string>('suspend', (work, clause) =>
  suspendClause(work, clause, 'call-in', 'clause (c) was called in'),
)
const release = asTest<string>('release', (work, hold) => releaseClause(work, hold))

async function twoDecisions(from: string): Promise<{ older: string; other: string; clause: string; newer: string }> {
  const [decision, newer, clause] = [`D-${randomUUID().slice(0, 8)}`, `D-${randomUUID().slice(0, 8)}`, randomUUID()]
  const older = await grant({ decisionRef: decision })
  const other = await grant({ decisionRef: decision, powers: ['consult'], ceiling: null })
  const taking = await grant({ decisionRef: newer, clause, from: day(from) })
  must(await world.does(priya, supersede, { older: decision, newer, on: from }))
  return { older, other, clause, newer: taking }
}
const mayOn = async (ref: string, on: string, power = 'contract') =>
  must(
    await world.asks(world.visitor, why, { post: 'director-adults', power, subject: 'adults/care-at-home', day: on }),
  ).considered.some(({ mandate, allows }) => mandate.ref === ref && allows)

test('while the clause that takes its place is called in, the older mandate stands; it ends on the day of the release', async () => {
  world.on('2022-11-01')
  const { older, other, clause, newer } = await twoDecisions('2022-11-10')
  assert.deepEqual(
    [await mayOn(older, '2022-11-09'), await mayOn(older, '2022-11-10'), await mayOn(newer, '2022-11-10')],
    [true, false, true],
  )
  world.on('2022-11-03')
  const { hold } = must(await world.does(priya, suspend, clause)) as { hold: string }
  assert.deepEqual([await mayOn(older, '2022-11-20'), await mayOn(newer, '2022-11-20')], [true, false])
  assert.equal(await mayOn(other, '2022-11-20', 'consult'), false, 'what nothing takes the place of ends')
  world.on('2022-11-20')
  must(await contract(older, { day: '2022-11-19' }))
  must(await world.does(priya, release, hold))
  assert.deepEqual(
    [await mayOn(older, '2022-11-19'), await mayOn(older, '2022-11-20'), await mayOn(newer, '2022-11-20')],
    [true, false, true],
  )
})

test('a call-in that is over before the newer takes effect changes nothing; one that comes long after does not revive the older', async () => {
  world.on('2022-12-01')
  const { older, clause } = await twoDecisions('2022-12-10')
  const { hold } = must(await world.does(priya, suspend, clause)) as { hold: string }
  world.on('2022-12-05')
  must(await world.does(priya, release, hold))
  assert.deepEqual([await mayOn(older, '2022-12-09'), await mayOn(older, '2022-12-10')], [true, false])
  world.on('2023-02-01')
  must(await world.does(priya, suspend, clause))
  assert.equal(await mayOn(older, '2023-02-01'), false)
})

test('a court’s order over the newer decision lets the older stand as well', async () => {
  world.on('2023-03-01')
  const { older, newer } = await twoDecisions('2023-03-10')
  const { mandate } = must(await world.asks(world.visitor, readMandate, { ref: newer }))
  must(
    await world.does(isolde, appoint, {
      post: 'head-legal',
      email: 'edmund.starling@larkshire.example',
      from: '2023-01-01',
    }),
  )
  const { ref } = must(
    await world.does(edmund, issueHold, {
      section: 'court',
      reach: { kind: 'decision', decision: mandate.decisionRef },
      reason: 'Interim order.',
    }),
  )
  assert.equal(await mayOn(older, '2023-03-15'), true)
  world.on('2023-03-20')
  must(await world.does(edmund, releaseHold, { hold: ref, because: 'Discharged.' }))
  assert.deepEqual([await mayOn(older, '2023-03-19'), await mayOn(older, '2023-03-20')], [true, false])
})

// ---- on pages

test('each of these is a page: recall, revoke, appoint, leave', async () => {
  world.on('2023-05-02')
  const mandate = await grant()
  const child = await pass(mandate, { from: '2023-05-02' })
  const { browser } = await openBrowser(world)
  const [web, admin] = [await browser().signIn('Ada Quill'), await browser().signIn('Isolde Marchbank')]
  const form = await web.open((await web.open(`/mandates/${child}`)).link('Recall part of it'))
  assert.match(
    (await form.send({ pounds: 'lots', because: '' })).words(),
    /“lots” is no amount.*Say why it is taken back/u,
  )
  assert.match(
    (await form.send({ pounds: '300,001', because: 'x' })).words(),
    /£300,000 of it is neither used nor passed on/u,
  )
  assert.match((await form.send({ pounds: '100k', because: 'Less is needed.' })).words(), /Left £200,000/u)
  const revoked = await (
    await web.open((await web.open(`/mandates/${child}`)).link('Revoke it'))
  ).send({ because: 'Done.' })
  assert.match(revoked.words(), /Ended because it was revoked by Director of Adult Social Care: Done\./u)
  assert.match((await web.open(`/mandates/${mandate}`)).words(), /Left £500,000/u)

  const post = await admin.open('/posts/director-children')
  const appointing = await admin.open(post.link('Appoint somebody'))
  assert.match(
    (await appointing.send({ email: '', 'from-day': '' })).words(),
    /The date must include a day.*Choose a person|Choose a person.*The date must include a day/u,
  )
  assert.match(
    (await appointing.send({ email: 'hugo.pennyfeather@larkshire.example', acting: 'yes' })).words(),
    /Hugo Pennyfeather \(acting\).*2 May 2023/u,
  )
  const leaving = await admin.open((await admin.open('/posts/director-children')).link('Somebody leaves'))
  const left = await leaving.send({
    who: '2012-09-10 Tobias Fennimore',
    'last-day': '31',
    'last-month': '5',
    'last-year': '2023',
  })
  assert.match(left.words(), /Tobias Fennimore 10 September 2012 31 May 2023/u)
  assert.equal((await web.open('/posts/director-children/appoint')).status, 403)
})

test('after all this the chain holds', async () => assert.deepEqual(await world.breaks(), []))
