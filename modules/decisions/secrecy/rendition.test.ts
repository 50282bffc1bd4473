import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pounds } from '#platform/money.ts'
import { sumsWritten } from '#platform/sums.ts'
import { foldedWords } from './fold.ts'
import { isLong, publicRendition, withheldIn, withhold } from './rendition.ts'

const three = 'paragraph 3, financial or business affairs'
const one = 'paragraph 1, an individual'
const of = (...passages: string[]) => passages.map((passage) => ({ passage, says: three }))

test('a withheld passage is found however it is spaced, cased, quoted or composed', () => {
  const passage = 'Café Zoë’s price is £1,234.56 a week'
  for (const written of [
    passage,
    passage.toUpperCase(),
    passage.normalize('NFD'),
    passage.replaceAll(' ', '\u00A0'),
    passage.replaceAll(' ', '\n\n'),
    passage.replace('’', "'"),
    passage.replace('price', 'pri\u00ADce'),
    passage.replace('price', 'pr\u200Bi\u2060ce'),
    passage.replace('1,234.56', '1 234.56'),
    passage.replace('week', '\uFF57eek'),
  ]) {
    assert.equal(withhold(`Before ${written} after`, of(passage)), `Before [Withheld: ${three}] after`, written)
  }
})

test('every occurrence goes, also where one begins inside another', () => {
  assert.equal(withhold('blue heron blue heron blue pond', of('blue heron blue')), `[Withheld: ${three}] pond`)
  assert.equal(
    withhold('red kite at dawn. Red kite, at dawn!', of('red kite at dawn.')),
    `[Withheld: ${three}] [Withheld: ${three}]!`,
  )
})

test('nested and overlapping passages become one mark that names each reason once', () => {
  const text = 'The bid of Willow Day Club was the lowest of four bids.'
  const passages = [
    { passage: 'bid of Willow Day Club was the lowest', says: three },
    { passage: 'Willow Day Club', says: one },
    { passage: 'lowest of four bids', says: three },
  ]
  assert.equal(withhold(text, passages), `The [Withheld: ${three}; ${one}].`)
})

test('a short passage is withheld as whole words, with the whole of a sum', () => {
  assert.equal(
    withhold('Rose wrote prose; rose’s rosette', of('Rose')),
    `[Withheld: ${three}] wrote prose; [Withheld: ${three}]’s rosette`,
  )
  assert.equal(withhold('£612.50 or £6,125 or 1612.', of('£612')), `[Withheld: ${three}] or £6,125 or 1612.`)
})

test('references, days and kinds stay, and words are taken out at any depth', () => {
  const document = {
    ref: 'D-2022-0007',
    decidedOn: '2022-08-05',
    clauses: [{ verb: 'approve', words: 'Approve 2022 approve' }],
    deep: { any: { more: ['Approve it in 2022'] } },
  }
  assert.deepEqual(publicRendition(document, of('approve', '2022', 'D-2022-0007')), {
    ref: 'D-2022-0007',
    decidedOn: '2022-08-05',
    clauses: [{ verb: 'approve', words: `[Withheld: ${three}] [Withheld: ${three}] [Withheld: ${three}]` }],
    deep: { any: { more: [`[Withheld: ${three}] it in [Withheld: ${three}]`] } },
  })
})

const syllables = [
  'bor',
  'wen',
  'tash',
  'lu',
  'mir',
  'ko',
  'dra',
  'fel',
  'hin',
  'zé',
  'Øst',
  'ﬁn',
  'ña',
  'straß',
  '9',
  '42',
]
const word = fc.array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 4 }).map((parts) => parts.join(''))
const gap = fc.constantFrom(' ', '\u00A0', '\n', '  ', ', ', ' – ', '. ', '-', '\t', ' “', '” ', '\u00AD', '(', '/')
const passageText = fc
  .tuple(fc.array(fc.tuple(word, gap), { minLength: 3, maxLength: 9 }))
  .map(([parts]) => parts.map(([letters, after]) => letters + after).join(''))

/** The same words in other clothes. */
const disguise = (text: string, way: number): string => {
  switch (way % 7) {
    case 0:
      return text.toUpperCase()
    case 1:
      return text.normalize('NFD')
    case 2:
      return text.replaceAll(' ', '\u00A0')
    case 3:
      return Array.from(text).join('\u00AD')
    case 4:
      return text.replaceAll(/\s+/gu, '\n\n')
    case 5:
      return text.normalize('NFKC').toLowerCase()
    default:
      return text
  }
}

test('for any text and any passages of three words or more of it, none can be found in what is left, in whatever clothes it stood there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(passageText, fc.string({ unit: 'grapheme', maxLength: 40 })), { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(), { maxLength: 8 }),
      (pieces, cuts, repeats) => {
        const plain = pieces.join(' ')
        const passages = cuts.flatMap(([from, length]) => {
          const start = from % Math.max(1, plain.length)
          const passage = plain.slice(start, start + 16 + (length % 60)).toWellFormed()
          return isLong(passage) ? [passage] : []
        })
        if (passages.length === 0) return
        const text = [plain, ...repeats.map((way, at) => disguise(passages[at % passages.length] ?? '', way))].join(
          ' x ',
        )
        const left = withhold(
          text,
          passages.map((passage) => ({ passage, says: '' })),
        )
        for (const [at, shown] of left.split('[Withheld: ]').entries()) {
          for (const passage of passages)
            assert.ok(!foldedWords(shown).includes(foldedWords(passage)), `${at}: ${passage} in ${shown}`)
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('what is withheld is exactly what overlaps a passage: the stretches are apart, in order, and the rest is kept', () => {
  fc.assert(
    fc.property(passageText, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 })), { maxLength: 5 }), (text, cuts) => {
      const passages = cuts
        .map(([from, length]) => ({
          passage: text.slice(from % text.length, (from % text.length) + length),
          says: 'x',
        }))
        .filter(({ passage }) => foldedWords(passage) !== '')
      const found = withheldIn(text, passages)
      found.forEach(({ from, to }, at) => {
        assert.ok(from < to)
        assert.ok(at === 0 || (found[at - 1]?.to ?? 0) <= from)
      })
      const kept = found.reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text)
      assert.equal(withhold(text, passages).replaceAll('[Withheld: x]', ''), kept)
    }),
  )
})

test('for any amount and any text around it, no form in which people write it can be read in what is left', () => {
  const around = fc.array(fc.constantFrom('Pay', 'at most', 'in all', 'for 12 people', 'by 2025', '(b)', '–', '£3.'), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1_000_00n, max: 999_999_999_99n }),
      fc.array(fc.tuple(around, fc.nat({ max: 6 })), { minLength: 1, maxLength: 5 }),
      (pence, pieces) => {
        const whole = (pence / 100n).toString()
        const pennies = (pence % 100n).toString().padStart(2, '0')
        const grouped = (gap: string) => whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, gap)
        const forms = [
          `£${grouped(',')}.${pennies}`,
          `£${grouped(',')}`,
          `${grouped(' ')}`,
          `${whole}.${pennies}`,
          `GBP ${whole}`,
          `£${grouped(',\u200B')}`,
          `${pence} pence`,
        ]
        const text = pieces.map(([words, way]) => `${words.join(' ')} ${forms[way]}`).join('. ')
        const left = withhold(text, [{ passage: pounds(pence), says: '', pence }])
        for (const piece of left.split('[Withheld: ]')) {
          for (const sum of sumsWritten(piece)) assert.ok(sum.pence / 100n !== pence / 100n, `${text} → ${left}`)
          assert.ok(!foldedWords(piece).includes(whole), `${text} → ${left}`)
        }
      },
    ),
    { numRuns: 400 },
  )
})
