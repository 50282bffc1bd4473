import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Span } from '../reading.ts'
import { markedText, type Mark } from './marked-text.ts'

const mark = (id: string, ...at: Span): Mark => ({ at, id, back: null, label: id })
const shown = (text: string, ...marks: Mark[]) =>
  markedText(text, marks).toString().replaceAll(' class="remit-mark"', '')

test('a mark within another stays within it', () => {
  assert.equal(
    shown('the sum of £5 in all', mark('w1', 4, 20), mark('w2', 11, 13)),
    'the <mark id="w1">sum of <mark id="w2">£5</mark> in all</mark>',
  )
})

test('marks that overlap are cut, and each can still be linked to', () => {
  assert.equal(
    shown('abcdef', mark('w1', 0, 4), mark('w2', 2, 6)),
    '<mark id="w1">ab<mark id="w2">cd</mark></mark><mark>ef</mark>',
  )
})

test('two values from the same words share a mark', () => {
  assert.equal(shown('abc', mark('w1', 0, 3), mark('w2', 0, 3)), '<mark id="w1"><span id="w2"></span>abc</mark>')
})

test('what has no words is not marked', () => assert.equal(shown('abc', mark('w1', 0, 0), mark('w2', 2, 9)), 'abc'))

test('markup in a text is text', () =>
  assert.match(
    shown('<script>x</script>', mark('w1', 0, 8)),
    /^<mark id="w1">&lt;script&gt;<\/mark>x&lt;\/script&gt;$/u,
  ))

test('of a very long text, what lies around the marks is shown and the rest is counted', () => {
  const text = `${'a\n'.repeat(100_000)}HERE${'b\n'.repeat(100_000)}`
  const page = shown(text, mark('w1', 200_000, 200_004))
  assert.ok(page.length < 10_000)
  assert.match(page, /<mark id="w1">HERE<\/mark>/u)
  assert.match(page, /characters are not shown here/u)
})

test('whatever is marked, the words are the words of the text, every mark can be linked to, and covers its own words', () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([one, other]): Span => (one < other ? [one, other] : [other, one]))
  fc.assert(
    fc.property(
      fc.string({ minLength: 41, maxLength: 60, unit: fc.constantFrom('a', '<', '&', ' ', '"', '\n') }),
      fc.array(span, { maxLength: 12 }),
      (text, spans) => {
        const marks = spans.map((at, n) => mark(`w${n}`, ...at))
        const tree = parseFragment(markedText(text, marks).toString())
        assert.equal(wordsOf(tree), text)
        const ids = idsOf(tree)
        for (const {
          id,
          at: [start, end],
        } of marks)
          if (end > start) assert.equal(ids.filter((one) => one === id).length, 1)
        assert.equal(new Set(ids).size, ids.length)
        const covered = new Set<number>()
        coverage(tree, { at: 0 }, false, covered)
        const wanted = new Set(
          spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, n) => start + n)),
        )
        assert.deepEqual(
          [...covered].toSorted((a, b) => a - b),
          [...wanted].toSorted((a, b) => a - b),
        )
      },
    ),
  )
})

type Node = Tree.Node

const wordsOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : ''

const idsOf = (node: Node): string[] => [
  ...('attrs' in node ? node.attrs.flatMap(({ name, value }) => (name === 'id' ? [value] : [])) : []),
  ...('childNodes' in node ? node.childNodes.flatMap(idsOf) : []),
]

function coverage(node: Node, place: { at: number }, within: boolean, covered: Set<number>): void {
  if ('value' in node) {
    for (let n = 0; n < node.value.length; n++) if (within) covered.add(place.at + n)
    place.at += node.value.length
  } else if ('childNodes' in node) {
    for (const child of node.childNodes)
      coverage(child, place, within || ('tagName' in node && node.tagName === 'mark'), covered)
  }
}
