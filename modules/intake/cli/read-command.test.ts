import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { awkwardDocuments, plainRecord } from '../awkward-documents.ts'
import { corpusRecords } from '../corpus/records.ts'
import type { Reading } from '../reading.ts'
import { readCommand } from './read-command.ts'

const awkwards = await awkwardDocuments()
const folder = mkdtempSync(join(tmpdir(), 'remit-read-'))
after(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'record.txt'), plainRecord())

async function remit(
  args: string[],
  stdin: Uint8Array = new Uint8Array(),
): Promise<{ out: string; err: string; code: number }> {
  const said = { out: '', err: '', code: 0 }
  said.code = await readCommand(args, {
    cwd: folder,
    stdin: async () => stdin,
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  })
  return said
}

const one = (out: string) => JSON.parse(out) as Reading
const several = (out: string) => JSON.parse(out) as Reading[]

test('one record in one file is one object, whose every value stands in its text', async () => {
  const { out, err, code } = await remit(['record.txt', '--json'])
  const reading = one(out)
  assert.equal(code, 0)
  assert.equal(err, '')
  assert.equal(reading.file, 'record.txt')
  assert.equal(reading.title?.value, 'Memory cafés in the north of the county')
  assert.deepEqual(
    reading.clauses.map(({ label, verb }) => [label, verb]),
    [
      ['a', 'approve'],
      ['b', 'delegate'],
    ],
  )
  assert.deepEqual(reading.clauses[1]?.delegation?.to, ['Director of Adult Social Care'])
  const [from, to] = reading.decidedOn?.at ?? [0, 0]
  assert.equal(reading.text.slice(from, to), '3 March 2022')
})

test('several files are an array, in the order in which they were named', async () => {
  writeFileSync(join(folder, 'b.txt'), plainRecord())
  assert.deepEqual(
    several((await remit(['record.txt', 'b.txt', '--json'])).out).map(({ file }) => file),
    ['record.txt', 'b.txt'],
  )
})

test('a page of several records gives several readings of the same file', async () => {
  const page = corpusRecords().find(({ file }) => file.startsWith('mg-list-01'))
  assert.ok(page)
  writeFileSync(join(folder, 'list.txt'), page.source)
  const readings = several((await remit(['list.txt', '--json'])).out)
  assert.ok(readings.length > 1)
  assert.deepEqual(new Set(readings.map(({ file }) => file)), new Set(['list.txt']))
})

test('standard input is read when a hyphen is named', async () => {
  const { out, code } = await remit(['-', '--json'], plainRecord())
  assert.equal(code, 0)
  assert.equal(one(out).decidedOn?.value, '2022-03-03')
})

test('a folder is read with the folders in it by name, as an array even of one, and links that lead back are not followed', async () => {
  mkdirSync(join(folder, 'year/b'), { recursive: true })
  for (const name of ['z.txt', 'a.txt', 'b/m.txt', '.hidden.txt'])
    writeFileSync(join(folder, 'year', name), plainRecord())
  symlinkSync('..', join(folder, 'year/b/round'))
  symlinkSync('itself', join(folder, 'year/itself'))
  const { out, err, code } = await remit(['year', '--json'])
  assert.deepEqual(
    several(out).map(({ file }) => file),
    ['year/a.txt', 'year/b/m.txt', 'year/z.txt'],
  )
  assert.match(err, /year\/b\/round: This link leads back to .*It was not followed/u)
  assert.match(err, /year\/itself: This link leads round in a circle/u)
  assert.equal(code, 1)
  mkdirSync(join(folder, 'single'))
  writeFileSync(join(folder, 'single/a.txt'), plainRecord())
  assert.equal(several((await remit(['single', '--json'])).out).length, 1)
})

test('what is not there, is empty or may not be opened is said, and the rest is read', async () => {
  mkdirSync(join(folder, 'none'))
  writeFileSync(join(folder, 'secret.txt'), plainRecord())
  chmodSync(join(folder, 'secret.txt'), 0)
  const { out, err, code } = await remit(['nowhere.txt', 'none', 'secret.txt', 'record.txt', '--json'])
  assert.equal(code, 1)
  assert.match(err, /^nowhere\.txt: There is no file or folder of this name/mu)
  assert.match(err, /^none: This folder has no files in it/mu)
  // Root may open everything.
  if (process.getuid?.() !== 0) assert.match(err, /^secret\.txt: You may not open this file/mu)
  assert.equal(several(out).at(-1)?.file, 'record.txt')
})

test('nothing that could be read is an empty array, and the exit code says so', async () => {
  assert.deepEqual(await remit(['nowhere.txt', '--json']).then(({ out, code }) => ({ out, code })), {
    out: '[]\n',
    code: 1,
  })
})

test('a file of 200 MB is refused by its size, without being opened', async () => {
  writeFileSync(join(folder, 'huge.txt'), '')
  truncateSync(join(folder, 'huge.txt'), 200 * 2 ** 20)
  const { err, code } = await remit(['huge.txt'])
  assert.equal(code, 1)
  assert.match(err, /huge\.txt: The file has 200 MB; at most 64 MB are read\. Give the decision record alone/u)
})

test('words that make no command say how it is used', async () => {
  for (const args of [[], ['--jason', 'record.txt'], ['-', '-'], ['']]) {
    const { err, code, out } = await remit(args)
    assert.equal(code, 2)
    assert.match(err, /Usage: remit read/u)
    assert.equal(out, '')
  }
  assert.equal((await remit(['--help'])).code, 0)
})

test('without --json people get sentences', async () => {
  const { out } = await remit(['record.txt'])
  assert.match(out, /Decided by +Cabinet Member for Adult Social Care \(a member\)/u)
  assert.match(out, /Decided on +3 March 2022/u)
  assert.match(out, /\(b\) \[delegate\]/u)
  assert.match(out, /gives power to: Director of Adult Social Care/u)
  assert.match(out, /£48,000/u)
  assert.ok(out.split('\n').every((line) => line.length <= 120))
})

for (const awkward of awkwards) {
  test(`${awkward.what} gets a sentence or an honest reading`, async () => {
    writeFileSync(join(folder, awkward.file), awkward.bytes)
    const { out, err, code } = await remit([awkward.file, '--json'])
    if (awkward.refused) {
      assert.equal(code, 1)
      assert.match(err, awkward.refused)
      assert.match(err, new RegExp(`^${RegExp.escape(awkward.file)}: [A-Z].*\\.$`, 'mu'))
      assert.deepEqual(JSON.parse(out), [])
      return
    }
    assert.equal(code, 0, err)
    const reading = one(out)
    if (awkward.text) assert.match(reading.text, awkward.text)
    if (awkward.notText) assert.doesNotMatch(reading.text, awkward.notText)
    if (awkward.says) assert.match(reading.findings.map(({ says }) => says).join('\n'), awkward.says)
  })
}

test('a day that there is not is never given as a value', async () => {
  const day = awkwards.find(({ file }) => file === 'day.txt')
  assert.ok(day)
  writeFileSync(join(folder, 'day.txt'), day.bytes)
  assert.equal(one((await remit(['day.txt', '--json'])).out).decidedOn, null)
})

test('through the real program: standard input, output and the exit code', () => {
  const program = (args: string[], input: Uint8Array | string = '') =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../../bin/run.mjs'), 'read', ...args], {
      input,
      encoding: 'utf8',
      cwd: folder,
    })
  const read = program(['-', '--json'], plainRecord())
  assert.equal(read.status, 0, read.stderr)
  assert.equal(one(read.stdout).title?.value, 'Memory cafés in the north of the county')
  assert.equal(program(['nowhere.txt']).status, 1)
  assert.equal(program(['--no-such-option']).status, 2)
})
