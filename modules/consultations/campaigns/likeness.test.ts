import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { differenceFrom, leastShared, Likeness, plainWords, printOf, sharedBy } from './likeness.ts'

const letter =
  'We who sign this letter ask the council to keep the day centre in Mill Row open, because the people who go there know each other and the bus stops at its door.'
const other =
  'Please bring back the evening group on Thursdays: my son waited for it all week, and since it closed he has hardly left the house at all.'
const groupsOf = (...texts: string[]) => {
  const likeness = new Likeness()
  return texts.map((text) => likeness.place(plainWords(text)))
}

test('copies, a changed name, a paragraph more and one less belong together, and other words do not', () => {
  assert.deepEqual(
    groupsOf(
      letter,
      letter.toUpperCase().replaceAll(',', ' –'),
      letter.replace('Mill Row', 'Heron Street'),
      `${letter} ${other}`,
      letter.slice(0, 110),
      other,
      `${other} Thank you.`,
    ),
    [0, 0, 0, 0, 0, 1, 1],
  )
})

test('the same demand in other words is not found, and a phrase that many use makes no group', () => {
  assert.deepEqual(
    groupsOf(
      letter,
      'Do not close our centre! I meet my friends in that building, and I can get there alone by public transport.',
      'We who sign this letter ask the council to mend the pavement of Heron Street before somebody falls over on it again this winter.',
    ),
    [0, 1, 2],
  )
})

test('what is shared is found whichever of two texts comes first, and is all of a text and itself', () => {
  const word = fc.constantFrom(
    ...'a bus stops at the door of our day centre and people know each other there'.split(' '),
  )
  const words = fc.array(word, { minLength: 6, maxLength: 40 })
  fc.assert(
    fc.property(words, words, (one, two) => {
      assert.equal(sharedBy(printOf(one), printOf(one)), 1)
      assert.equal(sharedBy(printOf(one), printOf(two)), sharedBy(printOf(two), printOf(one)))
    }),
  )
})

test('a text of the common words with anything put before or after them is in their group, wherever that is', () => {
  const words = plainWords(letter)
  const added = fc.array(fc.stringMatching(/^[a-z]{2,8}$/u), { maxLength: 60 })
  fc.assert(
    fc.property(added, added, fc.nat(40), (before, after, others) => {
      const likeness = new Likeness()
      for (let n = 0; n < others; n++) likeness.begin(plainWords(`${other} ${n} ${n + 1} ${n + 2}`))
      const first = likeness.begin(words)
      assert.equal(likeness.place([...before, ...words, ...after]), first)
    }),
  )
  assert.ok(leastShared < 1)
})

test('a few words changed are a few; more, or one that turns the meaning, is read by a person first', () => {
  const common = plainWords(letter)
  const from = (text: string) => differenceFrom(common, plainWords(text))
  assert.deepEqual(from(letter), { added: 0, leftOut: 0, readFirst: false })
  assert.deepEqual(from(letter.replace('Mill Row', 'Heron Street')), { added: 2, leftOut: 2, readFirst: false })
  assert.deepEqual(from(letter.replace('to keep', 'not to keep')), { added: 1, leftOut: 0, readFirst: true })
  assert.deepEqual(from(`${letter} I don't agree`).readFirst, true)
  assert.deepEqual(from(`${letter} My mother has gone there for eleven years.`), {
    added: 8,
    leftOut: 0,
    readFirst: true,
  })
  assert.equal(from(letter.slice(0, 110)).readFirst, true, 'a demand left out is a difference')
})
