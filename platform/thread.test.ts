import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tx } from './database.ts'
import { followThread, shapedBy, threadPath, type Tracer } from './thread.ts'

const noDatabase = undefined as unknown as Tx
const tracerOf =
  (hangs: Record<string, string[]>): Tracer =>
  async (_tx, _council, ref) => {
    const from = hangs[ref]
    return from
      ? {
          ref,
          kind: 'Record',
          title: ref,
          href: threadPath({ ref }),
          day: null,
          says: `This is ${ref}.`,
          people: [],
          from: from.map((one) => ({ ref: one, says: `from ${one}` })),
        }
      : null
  }
const follow = async (hangs: Record<string, string[]>, ref: string, most?: number) => {
  const thread = await followThread([tracerOf(hangs)], noDatabase, 'larkshire', ref, most)
  return thread && { refs: thread.nodes.map((node) => node.ref), unknown: thread.unknown, cut: thread.cut }
}

test('a thread runs from its roots to the record asked for, each after what it hangs on', async () => {
  assert.deepEqual(
    await follow({ act: ['mandate'], mandate: ['decision'], decision: ['earlier act'], 'earlier act': [] }, 'act'),
    { refs: ['earlier act', 'decision', 'mandate', 'act'], unknown: [], cut: false },
  )
})

test('two grounds that share a root meet it once', async () => {
  assert.deepEqual((await follow({ a: ['b', 'c'], b: ['root'], c: ['root'], root: [] }, 'a'))?.refs, [
    'root',
    'b',
    'c',
    'a',
  ])
})

test('records that hang on each other in a ring do not go round for ever', async () => {
  assert.deepEqual(await follow({ a: ['b'], b: ['a'] }, 'a'), { refs: ['b', 'a'], unknown: [], cut: false })
})

test('a thread is followed so far and no further, and says so', async () => {
  const chain = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`r${n}`, [`r${n + 1}`]]))
  assert.deepEqual(await follow(chain, 'r0', 3), { refs: ['r2', 'r1', 'r0'], unknown: [], cut: true })
})

test('a ground that nobody answers for is named; a record that nobody knows has no thread', async () => {
  assert.deepEqual(await follow({ a: ['gone'] }, 'a'), { refs: ['a'], unknown: ['gone'], cut: false })
  assert.equal(await follow({}, 'a'), null)
})

test('of several tracers the one that knows the reference answers', async () => {
  const thread = await followThread([tracerOf({ a: ['b'] }), tracerOf({ b: [] })], noDatabase, 'larkshire', 'a')
  assert.deepEqual(
    thread?.nodes.map(({ ref }) => ref),
    ['b', 'a'],
  )
})

test('what another room knows to have shaped a record comes after its own grounds', async () => {
  const shaped = shapedBy(
    [tracerOf({ decision: ['act'], act: [], asked: ['decision'] })],
    [async (_tx, _council, { ref }) => (ref === 'decision' ? [{ ref: 'asked', says: 'People were asked' }] : [])],
  )
  const thread = await followThread(shaped, noDatabase, 'larkshire', 'decision')
  assert.deepEqual(
    thread?.nodes.map(({ ref }) => ref),
    ['act', 'asked', 'decision'],
  )
  assert.deepEqual(thread?.nodes.at(-1)?.from.at(-1), { ref: 'asked', says: 'People were asked' })
})
