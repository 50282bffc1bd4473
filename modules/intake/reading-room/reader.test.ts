import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainRecord } from '../awkward-documents.ts'
import { openReader } from './reader.ts'

/** A thread that does as the name of the file says, and otherwise answers. */
const thread = (doing: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
  import { parentPort } from 'node:worker_threads'
  let asked = 0
  parentPort.on('message', ({ file }) => {
    asked++
    if (file === 'awkward') { ${doing} }
    parentPort.postMessage({ kind: 'not-read', because: \`This is question \${asked}.\` })
  })
  parentPort.postMessage({ kind: 'ready' })`)}`,
  )

const because = async (reader: ReturnType<typeof openReader>, file: string): Promise<string> => {
  const outcome = await reader.read(new Uint8Array(), file)
  return outcome.ok ? 'read' : outcome.because
}

for (const { what, doing, says } of [
  { what: 'takes for ever', doing: 'for (;;) {}', says: /took longer than 1 seconds, and was stopped/u },
  {
    what: 'fills the heap',
    doing: 'const all = []; for (;;) all.push({ asked, more: [asked] })',
    says: /took more memory/u,
  },
  {
    what: 'fills memory outside the heap',
    doing: 'const all = []; for (;;) all.push(Buffer.alloc(2 ** 20, 1))',
    says: /took more memory/u,
  },
  { what: 'breaks the thread', doing: 'throw new Error("broken")', says: /The reader failed on this document/u },
  { what: 'ends the thread', doing: 'process.exit(0)', says: /The reader ended/u },
]) {
  test(`a document that ${what} is given up with a sentence, and the next gets a fresh thread`, async () => {
    const reader = openReader({
      thread: thread(doing),
      seconds: what === 'takes for ever' ? 1 : 60,
      heap: 32,
      growth: 200,
    })
    try {
      assert.equal(await because(reader, 'plain'), 'This is question 1.')
      assert.match(await because(reader, 'awkward'), says)
      assert.equal(await because(reader, 'plain'), 'This is question 1.')
      assert.equal(await because(reader, 'plain'), 'This is question 2.')
    } finally {
      await reader.close()
    }
  })
}

test('documents given at once are read one after another, each with its own answer', async () => {
  const reader = openReader()
  try {
    const outcomes = await Promise.all(['a', 'b', 'c'].map((file) => reader.read(plainRecord(), file)))
    assert.deepEqual(
      outcomes.map((outcome) => outcome.ok && outcome.readings[0]?.file),
      ['a', 'b', 'c'],
    )
    assert.equal(reader.waiting(), 0)
  } finally {
    await reader.close()
  }
})
