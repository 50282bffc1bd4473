import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { administrator, authority } from '#authority'
import type { CommandContext } from '#platform/module.ts'
import { larkshire } from '../../site/demo/larkshire.ts'
import { openBrowser } from '../../testing/browser.ts'
import { aCouncil } from '../../testing/world.ts'

const world = await aCouncil({ on: '2022-08-15' })
const { base } = await openBrowser(world)

// ---- programs

type Answered = {
  status: number
  body: {
    ref?: string
    lines?: { ref: string }[]
    refused?: { what: string; because: string[]; fields: Record<string, string> }
    [name: string]: unknown
  }
}
const tokens = new Map<string, string>()
const ask = async (path: string, who?: string): Promise<Answered> =>
  answered(await fetch(`${base}/api${path}`, { headers: bearer(who) }))
const tell = async (path: string, body: unknown, who?: string, key = randomUUID()): Promise<Answered> =>
  answered(
    await fetch(`${base}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, ...bearer(who) },
      body: JSON.stringify(body),
    }),
  )
const answered = async (response: Response): Promise<Answered> => ({
  status: response.status,
  body: (await response.json()) as Answered['body'],
})
const bearer = (who: string | undefined): Record<string, string> =>
  who === undefined ? {} : { authorization: `Bearer ${tokens.get(who)}` }
before(async () => {
  for (const who of ['Priya Larkin', 'Ada Quill', 'Isolde Marchbank'])
    tokens.set(
      who,
      String(
        (
          await tell('/sign-in', {
            name: who,
            persona: who,
            email: `${who.toLowerCase().replace(' ', '.')}@larkshire.example`,
          })
        ).body['token'],
      ),
    )
})

const commit = {
  post: 'head-commissioning',
  power: 'commit',
  subject: 'adults',
  what: 'Room hire (invented)',
  pence: 500_00,
  day: '2022-08-15',
}

test('a program records an act once however often it sends it, reads it back and undoes it', async () => {
  const key = randomUUID()
  const first = await tell('/acts', commit, 'Priya Larkin', key)
  assert.equal(first.status, 200, JSON.stringify(first.body))
  assert.deepEqual((await tell('/acts', commit, 'Priya Larkin', key)).body, first.body)
  const act = (await ask(`/acts/${first.body.ref}`)).body['act'] as { value: number; day: string; mandate: string }
  assert.deepEqual([act.value, act.day], [500_00, '2022-08-15'])
  assert.deepEqual(
    (await ask(`/acts?mandate=${act.mandate}`)).body.lines?.map(({ ref }) => ref),
    [first.body.ref],
  )
  const undone = await tell(`/acts/${first.body.ref}/undo`, { because: 'sent in error' }, 'Priya Larkin')
  assert.match(undone.body.ref ?? '', /^A-2022-/u)
  assert.equal(
    (await tell(`/acts/${first.body.ref}/report`, { condition: 'none', says: 'x' }, 'Priya Larkin')).body.refused?.what,
    `${first.body.ref} asks for no report called none.`,
  )
})

test('what the pages refuse the API refuses in the same words', async () => {
  const tooMuch = await tell('/acts', { ...commit, pence: 25_000_01 }, 'Priya Larkin')
  assert.equal(tooMuch.status, 422)
  assert.match(tooMuch.body.refused?.because.join(' ') ?? '', /£25,000\.01 is £0\.01 more than the £25,000/u)
  assert.equal((await tell('/acts', commit)).status, 401)
  assert.equal((await tell('/acts', commit, 'Isolde Marchbank')).status, 403)
  assert.ok((await tell('/acts', { ...commit, day: 'yesterday' }, 'Priya Larkin')).body.refused?.fields['day'])
  assert.equal((await ask('/acts/A-1999-0001')).status, 404)
  assert.equal((await ask('/acts/A-1999-0001/evidence')).status, 401)
  const scheme = (await ask('/mandates?post=director-adults&power=contract')).body.lines?.[0]?.ref
  assert.match(
    JSON.stringify(
      (
        await tell(
          `/mandates/${scheme}/pass-on`,
          { to: 'head-commissioning', powers: ['contract'], scope: 'adults', pence: 1, from: '2022-08-15', words: 'x' },
          'Ada Quill',
        )
      ).body,
    ),
    /was given to be used, not to be passed on/u,
  )
})

test('every question answers a visitor with JSON', async () => {
  for (const path of [
    '/posts',
    '/posts/director-adults?day=2022-08-15',
    '/mandates?day=2022-08-15&subject=adults',
    '/acts?year=2022&order=value',
    '/why?post=director-adults&power=contract&pence=100',
    '/constitution?version=1',
    '/rules',
    '/mandates?post=&power=&q=',
  ]) {
    const { status, body } = await ask(path)
    assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`)
  }
  const why = (await ask('/why?post=director-adults&power=contract&subject=adults&pence=25000001')).body
  assert.equal(why['may'], false)
  assert.doesNotMatch(JSON.stringify(why), /examples/u)
})

test('an administrator adopts the next version by API, and nobody else does', async () => {
  const next = {
    ...larkshire,
    inForceFrom: '2022-09-01',
    title: 'Constitution of Larkshire Council, second version (invented)',
  }
  assert.equal((await tell('/constitution', next, 'Priya Larkin')).status, 403)
  assert.deepEqual((await tell('/constitution', next, 'Isolde Marchbank')).body, { version: 2 })
  assert.match(
    (await tell('/constitution', next, 'Isolde Marchbank')).body.refused?.what ?? '',
    /comes into force after the one before/u,
  )
  const { scheme } = (await ask('/constitution')).body as unknown as { scheme: { lines: { mandate: string }[] } }
  assert.ok(
    scheme.lines.every(({ mandate }) => /^M-2012-/u.test(mandate)),
    'an entry that says the same keeps its mandate',
  )
})

// ---- the command line

const folder = mkdtempSync(join(tmpdir(), 'remit-words-'))
after(async () => (await import('node:fs/promises')).rm(folder, { recursive: true }))
async function remit(name: string, args: string[], stdin = ''): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const command = authority.commands?.find((one) => one.name === name)
  const context: CommandContext = {
    house: async () => world.house,
    actor: { council: 'larkshire', account: null, name: 'The operator', roles: [administrator] },
    cwd: folder,
    stdin: async () => new TextEncoder().encode(stdin),
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  }
  return { code: (await command?.run(args, context)) ?? -1, ...said }
}

test('remit why says yes or no, why, and ends with 0 or 1', async () => {
  const yes = await remit('why', [
    '--post',
    'director-adults',
    '--power',
    'contract',
    '--subject',
    'adults',
    '--pounds',
    '250,000',
    '--day',
    '15/8/2022',
  ])
  assert.equal(yes.code, 0)
  assert.match(
    yes.out,
    /^Yes: the Director of Adult Social Care may enter into a contract worth £250,000 on Monday 15 August 2022\.\n[\s\S]*allows it\n {2}\+ /u,
  )
  assert.match(yes.out, /\? still to be shown: in accordance with the Contract Procedure Rules/u)
  const no = await remit('why', [
    '--post',
    'director-adults',
    '--power',
    'contract',
    '--subject',
    'adults',
    '--pounds',
    '250,000.01',
    '--json',
  ])
  assert.equal(no.code, 1)
  assert.equal((JSON.parse(no.out) as { may: boolean }).may, false)
  assert.match((await remit('why', ['--post', 'head-legal', '--power', 'contract'])).out, /No decision and no entry/u)
})

test('words that do not fit say how to put them right', async () => {
  await assert.rejects(remit('why', ['--post', 'head-legal']), /Powers: decide, /u)
  await assert.rejects(
    remit('why', ['--post', 'x', '--power', 'contract', '--pounds', 'lots']),
    /--pounds takes an amount/u,
  )
  await assert.rejects(remit('why', ['--post', 'x', '--power', 'contract', '--day', 'soon']), /--day takes a day/u)
  await assert.rejects(remit('why', ['--pots', 'x']), /Usage: remit why/u)
  assert.match((await remit('why', ['--post', 'nobody', '--power', 'contract'])).err, /no post called nobody/u)
  assert.match((await remit('why', ['--post', 'head-legal', '--power', 'fly'])).err, /Choose a power/u)
})

test('remit constitution import adopts a file, and a file that does not fit says where', async () => {
  const version = { ...larkshire, inForceFrom: '2023-01-01', title: 'Third version (invented)' }
  writeFileSync(join(folder, 'larkshire.json'), JSON.stringify(version))
  assert.deepEqual(await remit('constitution', ['import', 'larkshire.json']), {
    code: 0,
    out: 'Version 3 of the constitution is adopted.\n',
    err: '',
  })
  const stranger = { ...version, inForceFrom: '2023-02-01', scheme: [{ ...version.scheme[0], post: 'nobody' }] }
  const wrong = await remit('constitution', ['import', '-'], JSON.stringify(stranger))
  assert.equal(wrong.code, 1)
  assert.match(wrong.err, /scheme\.0\.post: There is no post nobody in this constitution/u)
  await assert.rejects(remit('constitution', ['import', 'none.json']), /There is no file none\.json/u)
  await assert.rejects(remit('constitution', ['import', '-'], '{'), /is not JSON/u)
  await assert.rejects(remit('constitution', ['export']), /Usage: remit constitution export posts\|/u)
})

test('remit constitution exports a table, says what a changed one would change, and adopts it when told to', async () => {
  const { out } = await remit('constitution', ['export', 'subjects'])
  assert.match(out, /^\uFEFFsubject,title\r\n/u)
  assert.equal((await remit('constitution', ['export', 'forms', '--empty'])).out.split('\r\n').length, 2)
  writeFileSync(join(folder, 'subjects.csv'), `${out}adults/night,Nights\r\n`)
  const looked = await remit('constitution', ['import', 'subjects.csv', '--from', '2024-01-01'])
  assert.match(looked.out, /^New subjects: Nights\.\n.*Nothing was adopted yet: say --adopt/su)
  const late = await remit('constitution', ['import', 'subjects.csv', '--from', '2000-01-01', '--adopt'])
  assert.match(late.err, /A new version comes into force on a later day/u)
  assert.equal(late.code, 1)
  const adopted = await remit('constitution', ['import', 'subjects.csv', '--from', '1/1/2024', '--adopt'])
  assert.match(adopted.out, /Version 4 of the constitution is adopted/u)
  writeFileSync(join(folder, 'bad.csv'), 'subject,title\nAdults,x\n')
  const wrong = await remit('constitution', ['import', 'bad.csv', '--from', '2025-01-01', '--adopt'])
  assert.match(wrong.err, /bad\.csv, row 2, column “subject”: Write a subject as a path/u)
  assert.match(wrong.out, /Nothing was adopted\. Mend/u)
})
