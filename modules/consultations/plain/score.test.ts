import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hardestOf, scoreOf, sentencesOf, syllablesOf } from './score.ts'

test('syllables are counted as they are spoken, near enough', () => {
  const counted = ['care', 'cared', 'wanted', 'carers', 'people', 'table', 'council', 'responsibility', 'the', 'I'].map(
    (word) => [word, syllablesOf(word)],
  )
  assert.deepEqual(counted, [
    ['care', 1],
    ['cared', 1],
    ['wanted', 2],
    ['carers', 2],
    ['people', 2],
    ['table', 2],
    ['council', 2],
    ['responsibility', 6],
    ['the', 1],
    ['I', 1],
  ])
})

test('a sentence ends at its mark or its line, and not within a figure or after a small letter', () => {
  assert.deepEqual(sentencesOf('We pay £7.50. Why? “Because it is fair.” Yes\nNo full stop\n\n– – –'), [
    'We pay £7.50.',
    'Why?',
    '“Because it is fair.”',
    'Yes',
    'No full stop',
  ])
})

test('the age is what the formula gives, worked by hand, and none for a few words', () => {
  // 32 words of one syllable in 4 sentences: 0.39 × 8 + 11.8 × 1 − 15.59 = −0.67, and 5 more are 4: school begins at 5.
  assert.equal(scoreOf(Array.from({ length: 4 }, () => 'We want the bus to stop at ten.')).age, 5)
  // 10 words of 27 syllables in a sentence: 0.39 × 10 + 11.8 × 2.7 − 15.59 = 20.17, and 5 more are 25.
  const hard = 'The council evaluates procurement proposals considering quality, continuity and value.'
  assert.deepEqual(scoreOf([hard, hard, hard]), { words: 30, sentences: 3, longWords: 18, age: 25 })
  assert.equal(scoreOf(['Too few words.']).age, null)
})

test('the hardest sentences are named with their place, the worst first, and easy ones are not', () => {
  const long = `We ${'and we '.repeat(15)}ask.`
  const heavy = 'Commissioning arrangements necessitate consultation.'
  const hard = hardestOf(
    [
      { place: 'Why', text: `It is short. ${heavy}` },
      { place: 'Question 1', text: long },
    ],
    25,
    10,
  )
  assert.deepEqual(
    hard.map(({ place, words, longWords }) => [place, words, longWords.length]),
    [
      ['Question 1', 32, 0],
      ['Why', 4, 4],
    ],
  )
})
