import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#platform/database.ts'
import { verifyJournal } from '#platform/journal.ts'
import { modules } from '#modules'
import { answersOf, atWork, openedIn } from './consulted.ts'
import { middle } from './load.ts'
import { started } from './processes/started.ts'
import type { Bench } from './report.ts'

// REMIT_BENCH_RESPONSES=2000 sends fewer.
const many = Number(process.env['REMIT_BENCH_RESPONSES'] ?? 20_000)
const aSecond = 200
// How long the slowest hundredth may wait, in milliseconds: a person who has pressed a button does not wonder yet.
const patience = 500
const rounds = 3

/**
 * Responses to one consultation over real HTTP: 200 a second, one in ten sent again under its key, half of those while the first
 * is still on its way. None may be lost and none doubled, and the journal has to hold. Then as many as go in, against a plain
 * server that only writes the same row.
 */
export const respond: Bench = async function* ({ makeDatabase }) {
  const url = await makeDatabase('respond')
  const work = await atWork(url)
  const ref = await openedIn(work)
  await work.close()
  const ours = await started('remit-server.ts', [url])
  const path = `/api/consultations/${ref}/responses`
  const sent = await atARate(ours.port, path)
  const database = await openDatabase({ url })
  const kept = await database.asOwner(
    async (connection) =>
      (await connection.query('select receipt from consultations.response', [])).rows as { receipt: string }[],
  )
  const receipts = new Set(kept.map(({ receipt }) => receipt))
  const lost = [...sent.receipts].filter((receipt) => !receipts.has(receipt)).length
  const doubled = kept.length - many
  if (lost || doubled || sent.receipts.size !== many)
    throw new Error(`${lost} lost, ${doubled} more rows than responses, ${sent.receipts.size} receipts for ${many}.`)
  const { breaks } = await database.within({ council: 'larkshire', role: 'remit_app' }, (tx) =>
    verifyJournal(
      tx,
      'larkshire',
      modules.flatMap(({ sealed }) => sealed ?? []),
    ),
  )
  if (breaks.length)
    throw new Error(
      breaks
        .map(({ says }) => says)
        .slice(0, 3)
        .join(' '),
    )
  const { rows } = await database.asOwner((connection) =>
    connection.query('select consultation from consultations.consultation where ref = $1', [ref]),
  )
  await database.close()
  yield {
    what: `${many.toLocaleString('en-GB')} responses, ${sent.again.toLocaleString('en-GB')} sent twice`,
    ours: `${Math.round(sent.perSecond)}/s, median ${sent.median.toFixed(1)} ms, p99 ${sent.p99.toFixed(0)} ms`,
    floor: `${aSecond}/s asked for`,
    ratio: sent.perSecond / aSecond,
    least: 0.95,
    note: 'none lost, none doubled; each sealed, and the journal verified',
  }
  yield {
    what: 'the slowest hundredth of them, in a consultation that had none',
    ours: `${sent.p99.toFixed(0)} ms`,
    floor: `${patience} ms allowed`,
    ratio: patience / sent.p99,
    least: 1,
  }
  const floor = await started('respond-floor.ts', [], {
    url,
    consultation: (rows[0] as { consultation: string }).consultation,
  })
  const runs: { ours: number; floor: number }[] = []
  const count = Math.min(3000, Math.max(500, many / 5))
  await asManyAsGoIn(floor.port, '/', 200)
  for (let round = 0; round < rounds; round++)
    runs.push({ ours: await asManyAsGoIn(ours.port, path, count), floor: await asManyAsGoIn(floor.port, '/', count) })
  yield {
    what: 'responses, as many as go in',
    ours: `${Math.round(middle(runs.map((run) => run.ours)))}/s`,
    floor: `${Math.round(middle(runs.map((run) => run.floor)))}/s`,
    ratio: middle(runs.map((run) => run.ours / run.floor)),
    least: 0.5,
    note: 'checked, sealed and journalled; the floor writes the row and nothing else',
  }
  await ours.stop()
  await floor.stop()
}

async function atARate(
  port: number,
  path: string,
): Promise<{ perSecond: number; median: number; p99: number; again: number; receipts: Set<string> }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const times: number[] = []
  const receipts = new Set<string>()
  const under = new Map<string, string>()
  let again = 0
  const one = async (n: number, key: string) => {
    const began = performance.now()
    const { receipt } = await post(agent, port, path, key, answersOf(n))
    times.push(performance.now() - began)
    const before = under.get(key)
    if (before !== undefined && before !== receipt)
      throw new Error(`The key ${key} has two receipts: ${before} and ${receipt}.`)
    under.set(key, receipt)
    receipts.add(receipt)
  }
  const began = performance.now()
  const all: Promise<void>[] = []
  for (let n = 0; n < many; n++) {
    const wait = began + (n * 1000) / aSecond - performance.now()
    if (wait > 1) await sleep(wait)
    const key = randomUUID()
    const first = one(n, key)
    all.push(first)
    if (n % 10 === 0) {
      again++
      all.push(n % 20 === 0 ? one(n, key) : first.then(() => one(n, key)))
    }
  }
  await Promise.all(all)
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  return {
    perSecond: many / seconds,
    median: times[Math.floor(times.length / 2)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    again,
    receipts,
  }
}

async function asManyAsGoIn(port: number, path: string, count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  let next = 0
  const worker = async () => {
    while (next < count) await post(agent, port, path, randomUUID(), answersOf(many + next++))
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: 32 }, worker))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return count / seconds
}

const post = (agent: Agent, port: number, path: string, key: string, answers: unknown): Promise<{ receipt: string }> =>
  new Promise((resolve, reject) => {
    const body = JSON.stringify({ answers })
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': key,
    }
    request({ port, host: '127.0.0.1', path, agent, method: 'POST', headers }, (answer) => {
      let text = ''
      answer.on('data', (part: Buffer) => {
        text += part.toString()
      })
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(JSON.parse(text) as { receipt: string })
          : reject(new Error(`${answer.statusCode}: ${text.slice(0, 300)}`)),
      )
      answer.on('error', reject)
    })
      .on('error', reject)
      .end(body)
  })
