import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvFile, csvPounds, csvRecord, readCsv } from './csv.ts'

test('commas, quotes and line breaks stay inside their cell', () => {
  assert.equal(
    csvRecord(['Brookfield, Care', 'said "yes"', 'two\nlines', null, 7]),
    '"Brookfield, Care","said ""yes""","two\nlines",,7\r\n',
  )
})

test('what a spreadsheet would run is made text, and a negative amount stays a number', () => {
  assert.equal(
    csvRecord(['=HYPERLINK("x")', '+44 20', '@sum', '-5.00', '-x']),
    '"\'=HYPERLINK(""x"")",\'+44 20,\'@sum,-5.00,\'-x\r\n',
  )
})

test('pence are pounds with two decimals', () => {
  assert.deepEqual([0n, 5n, 750_000n, -1n].map(csvPounds), ['0.00', '0.05', '7500.00', '-0.01'])
})

test('a file has its head once, then page after page', async () => {
  async function* pages() {
    yield [['a'], ['b']]
    yield [['c']]
  }
  let all = ''
  for await (const part of csvFile(['letter'], pages())) all += part
  assert.equal(all, '\uFEFFletter\r\na\r\nb\r\nc\r\n')
})

test('what a spreadsheet wrote is read: marks, line ends, quotes, empty lines, and the row that each has in a spreadsheet', () => {
  assert.deepEqual(readCsv('\uFEFFpost,title\r\nhead,"Head of ""Care"",\nand more"\r\n\r\n,,\nlast,x').rows, [
    { row: 1, cells: ['post', 'title'] },
    { row: 2, cells: ['head', 'Head of "Care",\nand more'] },
    { row: 5, cells: ['last', 'x'] },
  ])
  assert.equal(readCsv('a,b\n1,"never\nends').openQuoteAt, 2)
  assert.deepEqual(readCsv('a;b\n').rows, [{ row: 1, cells: ['a;b'] }])
  assert.deepEqual(readCsv('').rows, [])
})

test('what was written is read again as it was', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'b', ',', '"', '\n', ' ', '=', '+', '-', '@', "'", 'é') })
    .map((text) => text.trim())
    // A quote before a formula is the mark that it is text: it cannot be told from one that somebody typed.
    .filter((text) => !/^'[=+\-@]/u.test(text))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (given) => {
      const file = given.map(csvRecord).join('')
      assert.deepEqual(
        readCsv(file).rows.map(({ cells }) => cells),
        given.filter((row) => row.some((one) => one !== '')),
      )
    }),
  )
})
