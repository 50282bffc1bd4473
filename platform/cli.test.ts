import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { inWords } from './cli/in-words.ts'
import { BadWords, operator, parse, runHere } from './cli.ts'
import { readConfig } from './config.ts'
import type { Holder } from './lock.ts'
import type { Module } from './module.ts'
import type { House } from './perform.ts'

const program = fileURLToPath(new URL('../remit.ts', import.meta.url))
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remit-cli-'))
})
const started: ChildProcess[] = []
after(() => {
  // A test that failed half-way leaves no server behind.
  for (const child of started) child.kill('SIGKILL')
  return rm(folder, { recursive: true, force: true })
})

const start = (words: string[], env: Record<string, string> = {}, cwd = folder): ChildProcess => {
  const child = spawn(process.execPath, [program, ...words], {
    cwd,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent', REMIT_DATA: join(folder, 'data'), DATABASE_URL: '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  started.push(child)
  return child
}

async function run(words: string[], env?: Record<string, string>, cwd?: string) {
  const child = start(words, env, cwd)
  let [out, err] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (some: string) => {
    out += some
  })
  child.stderr?.setEncoding('utf8').on('data', (some: string) => {
    err += some
  })
  child.stdin?.end()
  const [code] = (await once(child, 'close')) as [number]
  return { out, err, code }
}

async function untilServing(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const some of child.stdout?.setEncoding('utf8') ?? []) {
    said += String(some)
    const base = /at http:\/\/localhost:(\d+)/u.exec(said)?.[1]
    if (base) return `http://127.0.0.1:${base}`
  }
  throw new Error(`It never served: ${said}`)
}

test('a council may be named anywhere before the arguments end', () => {
  assert.deepEqual(parse(['trace', '--council', 'kent', '2084']), { word: 'trace', args: ['2084'], council: 'kent' })
  assert.deepEqual(parse(['--council=kent', 'trace', '--', '--council', 'x']), {
    word: 'trace',
    args: ['--', '--council', 'x'],
    council: 'kent',
  })
  assert.deepEqual(parse([]), { word: 'help', args: [], council: undefined })
  assert.throws(() => parse(['trace', '--council']), BadWords)
  assert.throws(() => parse(['trace', '--council', '--json']), BadWords)
})

test('the operator has every role that anything asks for, and is nobody’s account', () => {
  const offers = (...may: string[]) => [{ method: 'GET', path: '/x', does: { may } }] as unknown as Module['offers']
  const rooms = [
    { name: 'one', offers: offers('writer', 'anyone') },
    { name: 'two', offers: offers('reader', 'writer') },
  ] as Module[]
  assert.deepEqual(operator('kent', rooms), {
    council: 'kent',
    account: null,
    name: 'The operator',
    roles: ['writer', 'reader'],
  })
})

test('words and settings that do not fit are answered in words', async () => {
  const [unknown, port] = await Promise.all([run(['fly']), run(['serve'], { PORT: '99999' })])
  assert.deepEqual([unknown.code, unknown.out], [2, ''])
  assert.match(unknown.err, /no command called fly/u)
  assert.equal(port.code, 2)
  assert.match(port.err, /PORT is "99999"/u)
})

test('what stands in the way is said in words, and a mistake of ours is not hidden', async () => {
  const [refused, lost] = await Promise.all([
    run(['council', 'list'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }),
    writeFile(join(folder, 'a-file'), '').then(() => run(['council', 'list'], { REMIT_DATA: join(folder, 'a-file') })),
  ])
  assert.deepEqual(
    [refused.code, refused.err],
    [1, 'The PostgreSQL server of DATABASE_URL does not answer. Start it, or check its address.\n'],
  )
  assert.deepEqual([lost.code, lost.err], [1, `${join(folder, 'a-file')} is not a folder. Set REMIT_DATA to one.\n`])
  assert.equal(inWords(new TypeError('a mistake')), null)
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const again = createServer().listen((taken.address() as AddressInfo).port, '127.0.0.1')
  const [cause] = (await once(again, 'error')) as [Error]
  assert.match(inWords(cause) ?? '', /^Port \d+ is in use/u)
  taken.close()
})

test('counting days opens no house', async () => {
  const { out, code } = await run(
    [
      'call-in',
      '--published',
      '2022-08-05',
      '--days',
      '5',
      '--unit',
      'clear-working',
      '--effective',
      'day-after',
      '--json',
    ],
    { REMIT_DATA: join(folder, 'untouched') },
  )
  assert.equal(code, 0)
  const { lastDay, effective } = JSON.parse(out) as { lastDay: string; effective: string }
  assert.deepEqual([lastDay, effective], ['2022-08-12', '2022-08-13'])
  assert.equal(existsSync(join(folder, 'untouched')), false)
})

test('while a server holds the data, commands are done there; afterwards, here; and a backup can be restored', async () => {
  const server = start(['serve'])
  const base = await untilServing(server)
  assert.deepEqual(await (await fetch(`${base}/readyz`)).json(), { ready: true })

  const [list, none, second, backup] = await Promise.all([
    run(['council', 'list']),
    run(['verify', '--council', 'nowhere']),
    run(['serve']),
    run(['backup', 'there.tar.gz']),
  ])
  assert.equal(list.code, 0, list.err)
  assert.deepEqual([none.code, none.err], [2, 'There is no council called nowhere here. See: remit council list\n'])
  assert.equal(second.code, 1)
  assert.match(second.err, /in use by process \d+/u)
  assert.equal(backup.code, 0, backup.err)
  const kept = await stat(join(folder, 'there.tar.gz'))
  assert.ok(kept.size > 100_000)
  assert.equal(kept.mode & 0o077, 0)

  const { key } = JSON.parse(await readFile(join(folder, 'data/remit.lock'), 'utf8')) as Holder
  const ask = (headers: Record<string, string>) =>
    fetch(`${base}/-/command`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ args: ['council', 'list'], cwd: '/', stdin: null }),
    })
  assert.equal((await ask({})).status, 404)
  assert.equal((await ask({ 'x-remit-key': `${key.slice(1)}x` })).status, 404)
  assert.equal((await ask({ 'x-remit-key': key, 'x-forwarded-for': '203.0.113.7' })).status, 404)
  assert.deepEqual(await (await ask({ 'x-remit-key': key })).json(), { ...list, out: list.out })

  server.kill('SIGTERM')
  assert.deepEqual(await once(server, 'exit'), [0, null])
  assert.equal(existsSync(join(folder, 'data/remit.lock')), false)
  assert.deepEqual(await run(['council', 'list']), list)

  const elsewhere = { REMIT_DATA: join(folder, 'restored') }
  assert.equal((await run(['restore', 'there.tar.gz'], elsewhere)).code, 0)
  assert.deepEqual(await run(['council', 'list'], elsewhere), list)
  const full = await run(['restore', 'there.tar.gz'])
  assert.equal(full.code, 1)
  assert.match(full.err, /holds a database already/u)
})

test('a command done elsewhere is given standard input only when it asks, and an input that never ends holds up nothing', async () => {
  let runs = 0
  const echo: Module = {
    name: 'echo',
    commands: [
      {
        name: 'echo',
        usage: 'echo',
        summary: 'Says it back.',
        run: async (_, { stdin, house, out }) => {
          runs++
          await house()
          out(Buffer.from(await stdin()).toString())
          return 3
        },
      },
      {
        name: 'deaf',
        usage: 'deaf',
        summary: 'Does not listen.',
        run: async (_, { house, out }) => {
          await house()
          out('done')
          return 0
        },
      },
    ],
  }
  const there = {
    config: readConfig({}),
    modules: [echo],
    house: { councils: { find: async () => null } } as unknown as House,
  }
  assert.deepEqual(await runHere({ args: ['deaf'], cwd: '/', stdin: null }, there), { out: 'done', err: '', code: 0 })
  assert.deepEqual(await runHere({ args: ['echo'], cwd: '/', stdin: null }, there), {
    out: '',
    err: '',
    code: 0,
    wantsStdin: true,
  })
  assert.deepEqual(await runHere({ args: ['echo'], cwd: '/', stdin: Buffer.from('hello') }, there), {
    out: 'hello',
    err: '',
    code: 3,
  })
  assert.equal(runs, 2)
})

test('a second signal ends the server at once', async () => {
  const server = start(['serve'], { REMIT_DATA: join(folder, 'twice'), REMIT_DEMO: 'no' })
  const base = await untilServing(server)
  // An answer that never comes to its end keeps the server waiting in good order.
  const hanging = fetch(`${base}/-/command`, {
    method: 'POST',
    body: new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')) }),
    duplex: 'half',
    headers: { 'content-type': 'application/json' },
  } as RequestInit).catch(() => 'cut')
  await new Promise((wake) => {
    setTimeout(wake, 300)
  })
  server.kill('SIGTERM')
  await new Promise((wake) => {
    setTimeout(wake, 300)
  })
  assert.equal(server.exitCode, null)
  server.kill('SIGTERM')
  assert.deepEqual(await once(server, 'exit'), [1, null])
  assert.equal(await hanging, 'cut')
})
