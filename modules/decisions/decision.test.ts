import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordAct } from '#authority'
import { noticed } from '../../testing/noticed.ts'
import { aCouncil, must, no } from '../../testing/world.ts'
import {
  callIn,
  hearCallIn,
  judgeCallIn,
  editDraft,
  propose,
  publish,
  putClause,
  putGrant,
  refuse,
  searchRegister,
  sign,
  startDraft,
  viewDecision,
  viewRecord,
} from './index.ts'

const world = await aCouncil({ on: '2022-07-01' })
const [priya, desmond, hugo, ada, marguerite] = ['Priya', 'Desmond', 'Hugo', 'Ada', 'Marguerite'].map((name) =>
  world.as(name),
) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]

/** Priya drafts a dynamic purchasing system for everyday life activities, for Desmond to decide. */
async function aDraft(changes: Record<string, unknown> = {}): Promise<{ ref: string; version: number }> {
  let { ref, version } = must(await world.does(priya, startDraft, { title: 'Everyday life activities' }))
  ;({ version } = must(
    await world.does(priya, editDraft, {
      ref,
      version,
      changes: {
        maker: 'cabinet-member-adults',
        subject: 'adults/everyday-life',
        isKey: true,
        subjectToCallIn: true,
        value: { kind: 'stated', pence: 900_000_00 },
        reasons: 'The present framework ends.',
        alternatives: 'No alternatives were considered.',
        ...changes,
      },
    }),
  ))
  ;({ version } = must(
    await world.does(priya, putClause, {
      ref,
      version,
      label: 'a',
      verb: 'approve',
      words: 'Approve the creation of the system',
    }),
  ))
  ;({ version } = must(
    await world.does(priya, putClause, {
      ref,
      version,
      label: 'b',
      verb: 'delegate',
      words: 'Delegate contracts to the Director of Adult Social Care',
    }),
  ))
  await noticed(world, ref)
  const { decision } = must(await world.asks(priya, viewRecord, { ref }))
  ;({ version } = must(
    await world.does(priya, putGrant, {
      ref,
      version,
      clause: decision.clauses[1]?.clause,
      holder: 'director-adults',
      powers: ['contract'],
      scope: 'adults/everyday-life',
      ceiling: { basis: 'whole-life', pence: 600_000_00 },
    }),
  ))
  return { ref, version }
}
const nils = { conflicts: 'No conflicts declared.', dispensations: 'No dispensations were given.' }
async function published(on = '2022-08-05'): Promise<string> {
  world.on('2022-08-04')
  const { ref, version } = await aDraft()
  must(await world.does(priya, propose, { ref, version }))
  must(await world.does(desmond, sign, { ref, version: version + 1, ...nils }))
  world.on(on)
  must(await world.does(hugo, publish, { ref }))
  return ref
}
const contract = (ref: string, day: string, pence: number) =>
  world
    .asks(world.visitor, viewDecision, { ref })
    .then((seen) =>
      world.does(priya, recordAct, {
        post: 'director-adults',
        power: 'contract',
        subject: 'adults/everyday-life',
        what: 'Contract with Willow Day Club (invented)',
        pence,
        day,
        under: must(seen).mandates[0]?.ref,
      }),
    )

test('a decision goes from draft to authority: drafted, proposed, signed, published, its clock run, used once and refused once', async () => {
  const ref = await published()
  const seen = must(await world.asks(world.visitor, viewDecision, { ref }))
  assert.equal(seen.standing, 'call-in open')
  assert.equal(seen.decision.effectiveOn, '2022-08-13')
  assert.equal(seen.decision.callIn?.lastDay, '2022-08-12')
  assert.equal(seen.decision.decidedBy, 'Desmond Okoro, Cabinet Member for Adult Social Care')
  world.on('2022-08-12')
  assert.match(no(await contract(ref, '2022-08-12', 100_00)), /takes effect on Saturday 13 August 2022/u)
  world.on('2022-08-13')
  must(await contract(ref, '2022-08-13', 600_000_00))
  assert.match(no(await contract(ref, '2022-08-13', 1)), /£0\.01 is £0\.01 more than the £0/u)
})

test('a draft with gaps is not proposed, and the refusal says what is missing', async () => {
  world.on('2022-07-01')
  const { ref, version } = must(await world.does(priya, startDraft, { title: 'Gaps' }))
  const words = no(await world.does(priya, propose, { ref, version }))
  for (const gap of [
    'It is not said who decides',
    'The subject is not chosen',
    'Nothing is said about money',
    'whether this is a key decision',
    'There are no clauses',
    'No reasons are given',
    'Nothing is said about alternatives',
  ]) {
    assert.ok(words.includes(gap), gap)
  }
})

test('of two people at one draft the second is told who was faster', async () => {
  const { ref, version } = await aDraft()
  must(await world.does(priya, editDraft, { ref, version, changes: { title: 'Priya’s title' } }))
  assert.match(
    no(await world.does(ada, editDraft, { ref, version, changes: { title: 'Ada’s title' } })),
    /Priya Larkin changed it at/u,
  )
})

test('only the post that decides can sign, and only within its own limit', async () => {
  world.on('2022-08-04')
  const over = await aDraft({ value: { kind: 'stated', pence: 1_000_000_01 } })
  must(await world.does(priya, propose, over))
  assert.match(
    no(await world.does(ada, sign, { ref: over.ref, version: over.version + 1, ...nils })),
    /is for the Cabinet Member for Adult Social Care to decide/u,
  )
  assert.match(
    no(await world.does(desmond, sign, { ref: over.ref, version: over.version + 1, ...nils })),
    /£1,000,000\.01 is £0\.01 more than the £1,000,000/u,
  )
  assert.match(
    no(await world.does(desmond, sign, { ref: over.ref, version: over.version, ...nils })),
    /You read version/u,
  )
  must(await world.does(desmond, refuse, { ref: over.ref, because: 'It is more than I may decide.' }))
  assert.match(
    no(await world.does(desmond, sign, { ref: over.ref, version: over.version + 1, ...nils })),
    /It is refused/u,
  )
})

test('a member cannot decide what has no stated value; Cabinet, without a limit, can', async () => {
  world.on('2022-08-04')
  const open = await aDraft({ value: { kind: 'not-stated' } })
  must(await world.does(priya, propose, open))
  assert.match(
    no(await world.does(desmond, sign, { ref: open.ref, version: open.version + 1, ...nils })),
    /cannot decide what has no stated value/u,
  )
  const cabinet = await aDraft({ value: { kind: 'not-stated' }, maker: 'cabinet' })
  must(await world.does(priya, propose, cabinet))
  must(await world.does(hugo, sign, { ref: cabinet.ref, version: cabinet.version + 1, ...nils }))
})

test('before it is published a signed decision authorises nothing and the public sees nothing', async () => {
  world.on('2022-08-04')
  const { ref, version } = await aDraft()
  must(await world.does(priya, propose, { ref, version }))
  must(await world.does(desmond, sign, { ref, version: version + 1, ...nils }))
  assert.match(no(await world.asks(world.visitor, viewDecision, { ref })), /no published decision/u)
  assert.equal(must(await world.asks(priya, viewRecord, { ref })).mandates.length, 0)
})

test('scrutiny calls in clause (b) only: what hangs on it stops and starts again when it is released', async () => {
  const ref = await published()
  const { decision } = must(await world.asks(priya, viewRecord, { ref }))
  const [a, b] = decision.clauses.map(({ clause }) => clause)
  const three = ['Cllr Vane', 'Cllr Birch', 'Cllr Moss']
  assert.match(
    no(
      await world.does(marguerite, callIn, { ref, clauses: [b], callers: ['Cllr Vane', 'cllr vane'], grounds: 'Cost' }),
    ),
    /takes 3 members to call a decision in\. 1 is named/u,
  )
  world.on('2022-08-10')
  const { callIn: id } = must(
    await world.does(marguerite, callIn, { ref, clauses: [b], callers: three, grounds: 'Cost' }),
  )
  assert.match(
    no(await world.does(marguerite, callIn, { ref, clauses: [a, b], callers: three, grounds: 'Again' })),
    /Clause \(b\) is called in/u,
  )
  assert.equal(must(await world.asks(world.visitor, viewDecision, { ref })).standing, 'called in')
  world.on('2022-08-20')
  assert.match(no(await contract(ref, '2022-08-20', 1_00)), /suspended since Wednesday 10 August 2022/u)
  must(await world.does(hugo, judgeCallIn, { ref, callIn: id, valid: true, says: 'In order.' }))
  must(
    await world.does(hugo, hearCallIn, {
      ref,
      callIn: id,
      body: 'scrutiny-committee',
      outcome: 'released',
      says: 'No recommendation.',
    }),
  )
  must(await contract(ref, '2022-08-20', 1_00))
  assert.match(
    no(await world.does(marguerite, callIn, { ref, clauses: [a], callers: three, grounds: 'Late' })),
    /Its last day was Friday 12 August 2022/u,
  )
})

test('a later decision supersedes an earlier one, whose authority ends on the day the later takes effect', async () => {
  const older = await published()
  world.on('2022-09-01')
  const newer = await aDraft({ supersedes: older })
  must(await world.does(priya, propose, newer))
  must(await world.does(desmond, sign, { ref: newer.ref, version: newer.version + 1, ...nils }))
  must(await world.does(hugo, publish, { ref: newer.ref }))
  world.on('2022-09-10')
  must(await contract(older, '2022-09-08', 1_00))
  assert.match(
    no(await contract(older, '2022-09-09', 1_00)),
    /its last day was Thursday 8 September 2022 \(superseded by D-2022-\d{4}\)/u,
  )
  assert.equal(must(await world.asks(world.visitor, viewDecision, { ref: older })).standing, 'superseded')
})

test('the register is searched, filtered and walked page by page in both directions', async () => {
  world.on('2022-08-05')
  const all = must(await world.asks(world.visitor, searchRegister, { size: 100 }))
  assert.ok(all.decisions.length >= 4)
  assert.equal(all.count, all.decisions.length)
  const first = must(await world.asks(world.visitor, searchRegister, { size: 2 }))
  const second = must(await world.asks(world.visitor, searchRegister, { size: 2, after: first.next }))
  const back = must(await world.asks(world.visitor, searchRegister, { size: 2, before: second.previous }))
  assert.deepEqual(back.decisions, first.decisions)
  assert.deepEqual(
    [...first.decisions, ...second.decisions].map(({ ref }) => ref),
    all.decisions.slice(0, 4).map(({ ref }) => ref),
  )
  assert.equal(
    must(await world.asks(world.visitor, searchRegister, { words: 'everyday', standing: 'superseded' })).count,
    1,
  )
  assert.equal(must(await world.asks(world.visitor, searchRegister, { words: 'nothing like it' })).count, 0)
})

test('while what took its place is called in, the older decision stands, so that nobody is left without', async () => {
  const older = await published()
  world.on('2022-09-01')
  const newer = await aDraft({ supersedes: older })
  must(await world.does(priya, propose, newer))
  must(await world.does(desmond, sign, { ref: newer.ref, version: newer.version + 1, ...nils }))
  must(await world.does(hugo, publish, { ref: newer.ref }))
  const { decision } = must(await world.asks(priya, viewRecord, { ref: newer.ref }))
  world.on('2022-09-02')
  must(
    await world.does(marguerite, callIn, {
      ref: newer.ref,
      clauses: [decision.clauses[1]?.clause],
      callers: ['Cllr Vane', 'Cllr Birch', 'Cllr Moss'],
      grounds: 'Cost',
    }),
  )
  world.on('2022-09-12')
  assert.match(no(await contract(newer.ref, '2022-09-12', 1_00)), /suspended since Friday 2 September 2022/u)
  must(await contract(older, '2022-09-12', 1_00))
})

test('after all this the chain holds', async () => assert.deepEqual(await world.breaks(), []))
