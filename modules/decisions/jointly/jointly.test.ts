import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actsAbout } from '#authority'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { drafted, nils } from '../pages/examples.ts'
import { propose, takeBack } from '../propose.ts'
import { publish } from '../publish.ts'
import { viewDecision, viewMyTurn, viewRecord } from '../queries.ts'
import { sign } from '../sign.ts'
import { viewMakers } from './queries.ts'
import { shareDecision } from './share.ts'

const world = await aCouncil({ on: '2022-08-01' })
const [priya, desmond, rosalind, ada, hugo] = ['Priya', 'Desmond', 'Rosalind', 'Ada', 'Hugo'].map((name) =>
  world.as(name),
) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]
const versionOf = async (ref: string) => must(await world.asks(priya, viewRecord, { ref })).decision.version
const share = async (ref: string, posts: string[]) =>
  world.does(priya, shareDecision, { ref, version: await versionOf(ref), posts })
const proposes = async (ref: string) => must(await world.does(priya, propose, { ref, version: await versionOf(ref) }))
const signs = async (who: typeof priya, ref: string, given: Record<string, unknown> = {}) =>
  world.does(who, sign, { ref, version: await versionOf(ref), ...nils, ...given })
const state = async (ref: string) => must(await world.asks(priya, viewRecord, { ref })).decision.state
/** A small decision on adults for Ada and Desmond together. */
async function shared(): Promise<string> {
  const { ref } = await drafted(world, {
    maker: 'cabinet-member-adults',
    isKey: false,
    value: { kind: 'stated', pence: 400_000_00 },
  })
  must(await share(ref, ['director-adults']))
  await proposes(ref)
  return ref
}
const waits = async (who: typeof priya, ref: string) =>
  must(await world.asks(who, viewMyTurn, {})).records.some((one) => one.ref === ref)

test('two posts decide together: each signs the same version, and it is decided on the day of the last signature, each power used', async () => {
  const ref = await shared()
  assert.deepEqual([await waits(desmond, ref), await waits(ada, ref)], [true, true])
  assert.deepEqual(must(await signs(desmond, ref)), { ref, act: null, waits: ['Director of Adult Social Care'] })
  assert.equal(await state(ref), 'proposed')
  assert.deepEqual([await waits(desmond, ref), await waits(ada, ref)], [false, true])
  assert.match(
    no(await signs(desmond, ref)),
    /Desmond Okoro has signed .* for the Cabinet Member for Adult Social Care already/u,
  )
  world.on('2022-08-03')
  must(
    await signs(ada, ref, { conflicts: 'Ada Quill is a trustee of a bidder.', dispensations: 'Given on 1 July 2022.' }),
  )
  const { decision } = must(await world.asks(priya, viewRecord, { ref }))
  assert.deepEqual([decision.state, decision.decidedOn?.toString()], ['decided', '2022-08-03'])
  assert.equal(
    decision.decidedBy,
    'Ada Quill, Director of Adult Social Care and Desmond Okoro, Cabinet Member for Adult Social Care',
  )
  assert.match(
    decision.conflicts ?? '',
    /Desmond Okoro, Cabinet Member for Adult Social Care: No conflicts declared\.\n\nAda Quill, Director of Adult Social Care: Ada Quill is a trustee/u,
  )
  const acts = await world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
    actsAbout(tx, world.council, ref),
  )
  assert.deepEqual(
    acts.map(({ post, day }) => `${post} on ${day.toString()}`).toSorted((a, b) => (a < b ? -1 : 1)),
    ['cabinet-member-adults on 2022-08-03', 'director-adults on 2022-08-03'],
  )
  must(await world.does(hugo, publish, { ref }))
  const shown = must(await world.asks(world.visitor, viewDecision, { ref })).decision.jointly
  assert.deepEqual(
    shown?.map(({ by, on }) => [by, on]),
    [
      ['Desmond Okoro', '2022-08-01'],
      ['Ada Quill', '2022-08-03'],
    ],
  )
  assert.ok(shown?.every(({ act }) => act !== null))
  assert.deepEqual(await world.breaks(), [])
})

test('a text that is taken back after one signature has to be signed by both again', async () => {
  world.on('2022-08-04')
  const ref = await shared()
  must(await signs(desmond, ref))
  must(await world.does(priya, takeBack, { ref }))
  await proposes(ref)
  assert.deepEqual(
    must(await world.asks(priya, viewMakers, { ref })).makers.map(({ signature }) => signature),
    [null, null],
  )
  must(await signs(ada, ref))
  assert.equal(await state(ref), 'proposed')
  must(await signs(desmond, ref))
  assert.equal(await state(ref), 'decided')
})

test('each needs the power: together they may not do what one of them may not', async () => {
  const { ref } = await drafted(world, {
    maker: 'cabinet-member-adults',
    isKey: false,
    value: { kind: 'stated', pence: 500_000_01 },
  })
  must(await share(ref, ['director-adults']))
  await proposes(ref)
  must(await signs(desmond, ref))
  assert.match(no(await signs(ada, ref)), /£500,000\.01 is £0\.01 more than the £500,000/u)
  assert.equal(await state(ref), 'proposed')
})

test('others than the posts that decide cannot sign, a body decides by itself, and nobody is named twice', async () => {
  const ref = await shared()
  assert.match(
    no(await signs(rosalind, ref)),
    /is for the Cabinet Member for Adult Social Care and the Director of Adult Social Care to decide/u,
  )
  const { ref: other } = await drafted(world)
  assert.match(no(await share(other, ['cabinet'])), /a body decides at its own meeting/u)
  assert.match(no(await share(other, ['cabinet-member-adults'])), /decides already/u)
  must(await share(other, ['leader']))
  must(await share(other, []))
  assert.equal(must(await world.asks(priya, viewMakers, { ref: other })).makers.length, 1)
})

test('somebody may say for which post they sign, and has to hold it', async () => {
  const { ref } = await drafted(world, {
    maker: 'cabinet-member-children',
    subject: 'children/short-breaks',
    isKey: true,
  })
  must(await share(ref, ['cabinet-member-adults']))
  await proposes(ref)
  assert.match(no(await signs(rosalind, ref, { post: 'cabinet-member-adults' })), /did not hold that post/u)
  must(await signs(rosalind, ref, { post: 'cabinet-member-children' }))
  assert.match(no(await signs(desmond, ref)), /has no authority for this/u)
})
