import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { modules } from '#modules'
import { runHere } from '#platform/cli.ts'
import { readConfig } from '#platform/config.ts'
import { outsideOf } from '#platform/outside.ts'
import type { House } from '#platform/perform.ts'
import { councilsIn } from '#platform/tenant.ts'
import { openBrowser } from '../../testing/browser.ts'
import { aProvider, aRoamer, client } from '../../testing/identity-provider.ts'
import { aDatabase } from '../../testing/world.ts'
import { larkshire, people } from '../../site/demo/larkshire.ts'

// From an empty database to a council at work, with nothing but the command line, files, and an identity service.
const folder = await mkdtemp(join(tmpdir(), 'remit-set-up-'))
after(() => rm(folder, { recursive: true, force: true }))
const database = await aDatabase()
const house: House = {
  database,
  councils: councilsIn(database),
  clock: () => Temporal.Now.instant(),
  stir: () => {},
  outside: outsideOf({ loopback: true, env: { REMIT_SECRET_REALSHIRE: client.secret }, folder: null, mail: null }),
}
const { base } = await openBrowser({ house, council: 'realshire' })
const provider = await aProvider({
  base,
  people: {
    alma: { email: 'alma@realshire.example', email_verified: true, name: 'Alma Archer' },
    priya: { email: 'priya.larkin@larkshire.example', email_verified: true, name: 'Priya Larkin' },
  },
})
const remit = (...args: string[]) =>
  runHere(
    { args, cwd: folder, stdin: new Uint8Array() },
    { config: readConfig({ REMIT_COUNCIL: 'realshire' }), modules, house },
  )
const write = (name: string, text: string) => writeFile(join(folder, name), text)

test('before anything is set up the server says that there is nothing to see', async () => {
  const { status, text } = await aRoamer().go(`${base}/`)
  assert.equal(status, 503)
  assert.match(text, /nothing to see here yet/u)
})

test('a council is added with its first administrator; what does not fit is said', async () => {
  for (const [words, says] of [
    [['add', 'Real Shire', '--name', 'X'], /small letters/u],
    [['add', 'realshire'], /Usage/u],
    [['add', 'realshire', '--name', 'X', '--administrator', 'Alma'], /Usage/u],
    [['add', 'realshire', '--name', 'X', '--colour', 'blue'], /#1d4f63/u],
    [['add', 'realshire', '--name', 'X', '--address', 'realshire.example/path'], /without a path/u],
  ] as const) {
    const { code, err } = await remit('council', ...words)
    assert.equal(code, 2, words.join(' '))
    assert.match(err, says)
  }
  const added = await remit(
    'council',
    'add',
    'realshire',
    '--name',
    'Realshire Council',
    '--administrator',
    'Alma Archer',
    '--email',
    'alma@realshire.example',
    '--address',
    `${base}/`,
  )
  assert.deepEqual([added.code, added.err], [0, ''])
  assert.match(added.out, /Realshire Council is set up as realshire, with Alma Archer as its administrator/u)
  assert.equal((await remit('council', 'add', 'realshire', '--name', 'Again')).code, 1)
  assert.match((await remit('council', 'list')).out, new RegExp(`realshire\tRealshire Council\t${base}`, 'u'))
  assert.match((await aRoamer().go(`${base}/sign-in`)).text, /none has been set up/u)
})

test('its identity service is set from a file and checked; the file has no secret in it', async () => {
  await write('wrong.json', JSON.stringify({ service: { kind: 'oidc', issuer: 'http://login.example' } }))
  const wrong = await remit('identity', 'set', 'wrong.json')
  assert.equal(wrong.code, 1)
  assert.match(wrong.err, /service\.issuer: .*https/u)
  assert.equal((await remit('identity', 'check')).code, 1)
  await write(
    'identity.json',
    JSON.stringify({
      service: {
        kind: 'oidc',
        name: 'your Realshire account',
        issuer: provider.issuer,
        clientId: client.id,
        secret: { in: 'environment' },
      },
    }),
  )
  const isSet = await remit('identity', 'set', 'identity.json')
  assert.deepEqual([isSet.code, isSet.err], [0, ''])
  const shown = await remit('identity', 'show')
  assert.match(shown.out, /Its secret: in the environment variable REMIT_SECRET_REALSHIRE/u)
  assert.ok(!shown.out.includes(client.secret))
  assert.match((await remit('identity', 'check')).out, /answers, and can be told that people sign out/u)
})

test('its people are imported, then its constitution, which names them', async () => {
  await write('constitution.json', JSON.stringify(larkshire))
  const early = await remit('constitution', 'import', 'constitution.json')
  assert.equal(early.code, 1)
  assert.match(early.err, /Nobody signs in as/u)
  await write(
    'people.csv',
    `name,email,roles\r\n${people.map(({ name, email, roles }) => `"${name}",${email},${roles.join('; ')}`).join('\r\n')}\r\nNo Body,nobody,administrator\r\n`,
  )
  const imported = await remit('people', 'import', 'people.csv')
  assert.equal(imported.code, 1, 'one line has no address')
  assert.match(imported.out, new RegExp(`${people.length} of ${people.length + 1} added`, 'u'))
  assert.match(imported.err, /Enter an e-mail address/u)
  assert.match((await remit('people', 'list')).out, /Alma Archer\talma@realshire\.example\tadministrator\n/u)
  const adopted = await remit('constitution', 'import', 'constitution.json')
  assert.deepEqual([adopted.code, adopted.err], [0, ''])
})

test('the first administrator and an officer sign in, and each finds their own work', async () => {
  const alma = aRoamer()
  const hers = await alma.signInThere(base, 'alma', { next: '/desk/people' })
  assert.deepEqual([hers.status, hers.url], [200, `${base}/desk/people`])
  assert.match(hers.text, /Priya Larkin/u)
  const priya = aRoamer()
  const desk = await priya.signInThere(base, 'priya')
  assert.equal(desk.url, `${base}/desk`)
  assert.match(desk.text, /You hold: Head of Commissioning/u)
  assert.equal((await priya.go(`${base}/desk/people`)).status, 403)
  assert.doesNotMatch(desk.text, /invented|Demo/u)
})

test('everything that was done stands in its journal, which verifies', async () => {
  const verified = await remit('verify')
  assert.equal(verified.code, 0)
  assert.match(verified.out, /Every line follows from the one before/u)
})
