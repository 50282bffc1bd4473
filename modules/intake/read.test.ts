import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { readText } from './read.ts'
import type { Reading } from './reading.ts'

const seeds = new URL('../../../shared/seeds/', import.meta.url)
const absent = existsSync(seeds) ? false : 'the seeds are not beside this repository'

function seed(start: string): Reading {
  const name = readdirSync(seeds).find((one) => one.startsWith(start))
  assert.ok(name, `no seed ${start}`)
  const [reading, more] = readText(readFileSync(new URL(name, seeds), 'utf8'), name)
  assert.ok(reading !== undefined && more === undefined, 'one record')
  return reading
}

const clauses = (reading: Reading) => reading.clauses.map(({ label, verb }) => `${label}:${verb}`).join(' ')

test('an officer form that only proposes has no clause, and the day of signing is its day', { skip: absent }, () => {
  const reading = seed('000')
  assert.equal(reading.layout, 'officer-form')
  assert.deepEqual(
    reading.identifiers.map(({ value }) => value),
    ['2084'],
  )
  assert.equal(reading.decisionMaker?.value, 'Executive Director of Strategic Commissioning')
  assert.equal(reading.makerKind, 'officer')
  assert.equal(reading.decidedOn?.value, '2022-01-19')
  assert.equal(reading.formDate?.value, '2021-12-13')
  assert.equal(reading.status?.value, 'For Publication')
  assert.deepEqual(reading.clauses, [])
  assert.deepEqual(
    reading.amounts.map(({ pence, per }) => [pence, per]),
    [
      [750_000, 'year'],
      [1_500_000, 'total'],
      [750_000, 'year'],
    ],
  )
  assert.deepEqual(
    reading.signatures.map(({ day }) => day),
    ['2022-01-19', '2022-01-19'],
  )
})

test('a form whose boxes are blank is read as blank, and its signatures in their order', { skip: absent }, () => {
  const reading = seed('001')
  assert.equal(reading.title?.value, 'Care at Home Timeline')
  assert.equal(reading.isKey?.value, false)
  assert.equal(reading.decidedOn?.value, '2024-07-15')
  assert.equal(reading.formDate?.value, '2024-06-19')
  assert.deepEqual(reading.clauses, [])
  assert.equal(reading.alternatives, null)
  assert.equal(reading.conflicts, null)
  assert.deepEqual(
    reading.signatures.map(({ role, day }) => [role, day]),
    [
      ['Executive Director – Health and Adult Care', '2024-07-15'],
      ['Section 151 Officer', '2024-07-12'],
      ['Cabinet Member', '2024-08-15'],
    ],
  )
})

test('a page that lost its headings still gives its title, clauses and unnamed delegates', { skip: absent }, () => {
  const reading = seed('002')
  assert.match(reading.title?.value ?? '', /^Proposals for commissioned support .* Short Breaks for Parents$/)
  assert.equal(clauses(reading), 'a:other b:agree c:note d:other')
  assert.deepEqual(reading.clauses[1]?.delegation, { to: ['relevant officers'], consulting: [] })
  assert.equal(reading.effectiveFrom?.value, '2021-07-28')
  assert.equal(reading.author?.value, 'Martyn Baggaley')
  assert.deepEqual(reading.amounts, [])
})

test('two posts joined by "and" are two delegates, however long their names', { skip: absent }, () => {
  const reading = seed('003')
  assert.equal(clauses(reading), 'a:approve b:approve c:delegate')
  assert.deepEqual(reading.clauses[2]?.delegation, {
    to: ['Corporate Director Adult Social Care and Health', 'Corporate Director Children, Young People and Education'],
    consulting: [],
  })
  assert.equal(reading.purpose, null)
  assert.equal(reading.makerKind, 'member')
  assert.deepEqual(
    reading.amounts.map(({ pence }) => pence / 100),
    [9_547_321, 6_349_221, 3_298_100, 1_000_000],
  )
})

test(
  'a record of executive decision gives each clause its verb, delegate and the post to consult',
  { skip: absent },
  () => {
    const reading = seed('004')
    assert.deepEqual(
      reading.identifiers.map(({ value }) => value),
      ['CAB 17/18 20348'],
    )
    assert.equal(reading.title?.value, 'DEVELOPMENT OF AN OFFER FOR CHILDREN WITH DISABILITIES')
    assert.equal(clauses(reading), 'i:consider ii:authorise iii:approve iv:delegate v:delegate vi:authorise vii:note')
    assert.deepEqual(reading.clauses[3]?.delegation, {
      to: ['Director of Quality & Integration'],
      consulting: ['Service Director: Legal & Governance'],
    })
    assert.deepEqual(reading.clauses[5]?.delegation, { to: ['Director of Quality and Integration'], consulting: [] })
    assert.equal(reading.decidedOn?.value, '2018-03-20')
    assert.equal(reading.formDate, null)
    assert.equal(reading.conflicts?.value, 'None')
  },
)

// Whatever is thrown at the reader, it may miss things but must not make them up.
const scrap = fc.constantFrom(
  'Decision Maker: ',
  'Decision:',
  'RESOLVED That',
  'Reasons for the decision:',
  'Date of decision: 31/02/2022',
  'Effective from: 1st May 2023',
  '(a) ',
  '(b) ',
  '1. ',
  'ii) ',
  '- ',
  'To approve the plan; and',
  'that authority be delegated to the Director of Care',
  ', in consultation with ',
  'the Cabinet Member for Health and the Head of Legal',
  '£3.062m',
  '£5-10k a week',
  '£1,234.56 per annum',
  '\t',
  '\n',
  '\n\n',
  '\u00a0',
  ' ',
  'Signed: A. Person',
  'Date: 2 May 2020',
  'Title: Home care - AB12/CD/3',
  'Key decision? Yes / No ☑',
  'None',
  '<b>',
  '**',
  '[insert]',
  'Notes',
  'Decision made by:\tSignature:\tDate:\n',
  'Director\tx\t3 June 2021\n',
  '01/02/2020 - Award of contract ref: 123   Recommendations Approved\n',
  'Larkshire County Council',
  'Recommendations agreed.',
  'Issue - decisions\n',
  'Agenda item\n',
  'Wards affected: (All Wards);',
  'Ref No: 12/34',
)
const page = fc
  .array(fc.oneof({ weight: 6, arbitrary: scrap }, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 60 })
  .map((parts) => parts.join(''))

const letters = (words: string) => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

test('every value of every reading of any text is in the words its span covers', () => {
  fc.assert(
    fc.property(page, (text) => {
      for (const reading of readText(text, 'any')) {
        assert.equal(reading.text, text)
        const within = ([start, end]: [number, number]) => {
          assert.ok(
            Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length,
            `${start}-${end}`,
          )
          return text.slice(start, end).replace(/<[^<>]*>|&\w+;|\*\*|__/g, ' ')
        }
        const stands = (value: string, at: [number, number]) => {
          const there = new Set(letters(within(at)))
          const joined = letters(within(at)).join('')
          for (const word of letters(value))
            assert.ok(there.has(word) || joined.includes(word), `“${word}” of “${value}” is not in “${within(at)}”`)
        }
        for (const [name, field] of Object.entries(reading)) {
          if (field === null || typeof field !== 'object' || Array.isArray(field)) continue
          if (!('value' in field) || !('at' in field)) continue
          if (name.endsWith('On') || name === 'effectiveFrom' || name === 'formDate')
            assert.match(within(field.at), /\d/)
          else if (typeof field.value === 'string') stands(field.value, field.at)
          else within(field.at)
        }
        for (const identifier of reading.identifiers) stands(identifier.value, identifier.at)
        for (const clause of reading.clauses) {
          stands(clause.text, clause.at)
          for (const post of [...(clause.delegation?.to ?? []), ...(clause.delegation?.consulting ?? [])])
            stands(post, clause.at)
        }
        for (const signature of reading.signatures) stands(signature.role, signature.at)
        for (const amount of reading.amounts) assert.match(within(amount.at), /\d/)
        for (const finding of reading.findings) for (const at of finding.at) within(at)
      }
    }),
    { numRuns: 500 },
  )
})

test('a day that does not exist is no day, and the reader says so', () => {
  const [reading] = readText(
    'Decision details\n\nCare\n\nDecision Maker: Cabinet\n\nDate of decision: 31/02/2022\n',
    'x',
  )
  assert.equal(reading?.decidedOn, null)
  assert.deepEqual(
    reading?.findings.map(({ rule }) => rule),
    ['reading-impossible-day'],
  )
})

test('a page marked deleted is read, and says that it is', () => {
  const [reading] = readText(
    'Decision details\n\nMeals\n\nDecision Maker: Cabinet\n\nDecision status: Deleted\n\nDecision:\n\nTo buy meals.\n',
    'x',
  )
  assert.equal(reading?.clauses.length, 1)
  assert.equal(reading?.status?.value, 'Deleted')
  assert.ok(reading?.findings.some(({ rule }) => rule === 'reading-withdrawn'))
})
