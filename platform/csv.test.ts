import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvFile, csvPounds, csvRecord } from './csv.ts'

test('commas, quotes and line breaks stay inside their cell', () => {
  assert.equal(csvRecord(['Brookfield, Care', 'said "yes"', 'two\nlines', null, 7]), '"Brookfield, Care","said ""yes""","two\nlines",,7\r\n')
})

test('what a spreadsheet would run is made text, and a negative amount stays a number', () => {
  assert.equal(csvRecord(['=HYPERLINK("x")', '+44 20', '@sum', '-5.00', '-x']), '"\'=HYPERLINK(""x"")",\'+44 20,\'@sum,-5.00,\'-x\r\n')
})

test('pence are pounds with two decimals', () => {
  assert.deepEqual([0n, 5n, 750_000n, -1n].map(csvPounds), ['0.00', '0.05', '7500.00', '-0.01'])
})

test('a file has its head once, then page after page', async () => {
  async function* pages() { yield [['a'], ['b']]; yield [['c']] }
  let all = ''
  for await (const part of csvFile(['letter'], pages())) all += part
  assert.equal(all, '\uFEFFletter\r\na\r\nb\r\nc\r\n')
})
