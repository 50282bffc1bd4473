import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileKindOf } from './file-kind.ts'

const bytes = (words: string) => new TextEncoder().encode(words)

test('a file is known by its first bytes, whatever it is called', () => {
  assert.equal(fileKindOf(bytes('%PDF-1.7\n…'))?.extension, 'pdf')
  assert.equal(fileKindOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))?.extension, 'jpg')
  assert.equal(fileKindOf(bytes('Café: £612.50 a week\n'))?.extension, 'txt')
})

test('what a browser or a machine could run is no paper', () => {
  for (const given of [
    '<!doctype html><script>1</script>',
    '  <svg xmlns="x"/>',
    '#!/bin/sh\nrm',
    'MZ\u0000\u0001',
    '<?xml version="1.0"?>',
    '',
  ]) {
    assert.equal(fileKindOf(bytes(given)), null, given)
  }
  assert.equal(fileKindOf(Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 1, 2, 3)), null)
})

test('a Word file with macros is refused and one without is taken, by the names in its own directory', () => {
  assert.equal(fileKindOf(zipOf('[Content_Types].xml', 'word/document.xml'))?.words, 'Word')
  assert.equal(fileKindOf(zipOf('word/document.xml', 'word/vbaProject.bin')), null)
})

/** As much of a ZIP as its directory: empty entries of these names. */
function zipOf(...names: string[]): Uint8Array {
  const directory = Buffer.concat(
    names.map((name) => {
      const entry = Buffer.alloc(46 + name.length)
      entry.writeUInt32LE(0x02014b50, 0)
      entry.writeUInt16LE(name.length, 28)
      entry.write(name, 46, 'latin1')
      return entry
    }),
  )
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(4, 16)
  return Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), directory, end])
}
