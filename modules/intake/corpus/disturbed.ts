import type { ExpectedReading } from './expectation.ts'
import { corpusRecords, type CorpusRecord } from './records.ts'
import { visibleText } from './visible-text.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&<>]/g, (mark) => escapes[mark] ?? mark)

/** What may befall a text on its way to us without changing what it says. */
const disturbances: Record<string, { ending: '.txt' | '.html'; of: (text: string) => string }> = {
  'Windows line ends': { ending: '.txt', of: (text) => text.replaceAll('\n', '\r\n') },
  'no-break spaces after colons': { ending: '.txt', of: (text) => text.replaceAll(': ', ':\u00a0') },
  'a blank line after each': { ending: '.txt', of: (text) => text.replaceAll('\n', '\n\n') },
  'spaces round each line': { ending: '.txt', of: (text) => text.replace(/^.*\S.*$/gm, '  $&  ') },
  'wrapped at 90 columns': { ending: '.txt', of: (text) => text.split('\n').map(wrapped).join('\n') },
  'pasted as HTML': {
    ending: '.html',
    of: (text) => `<html><body>${text.split('\n').map(asHtml).join('\n')}</body></html>`,
  },
}

/** Every text record, disturbed in each way, under the name of the disturbance; what is expected stays the same. */
export function disturbedRecords(): CorpusRecord[] {
  return corpusRecords()
    .filter((record) => record.file.endsWith('.txt'))
    .flatMap((record) => {
      const text = visibleText(record.file, record.source)
      return Object.entries(disturbances).map(([family, { ending, of }]): CorpusRecord => {
        const file = record.file.replace(/\.txt$/, ` (${family})${ending}`)
        const expected = record.expected.map((reading): ExpectedReading => ({ ...reading, file, family }))
        return { file, part: record.part, source: new TextEncoder().encode(of(text)), expected }
      })
    })
}

function wrapped(line: string): string {
  // Lines with tabs are rows of a table: a cell that wraps stays in its cell, which text cannot show.
  if (line.includes('\t')) return line
  return line.replace(/(?=.{91})(.{1,90})\s/g, '$1\n')
}

function asHtml(line: string): string {
  // Word keeps runs of spaces by making them no-break spaces; plain ones would be lost.
  const kept = escaped(line).replace(/ {2,}/g, (run) => '&nbsp;'.repeat(run.length))
  if (!line.trim().includes('\t')) return `<p>${kept || '&nbsp;'}</p>`
  const cells = line.split('\t').map((cell) => `<td>${escaped(cell.trim())}</td>`)
  return `<table><tr>${cells.join('')}</tr></table>`
}
