import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { someQuestions } from '../examples.ts'
import { checkAnswers } from './check-answers.ts'
import { faultsIn, shownWith, unreachable, type Answers } from './follow.ts'
import { optionsFrom, questionsOf, type Question, type Questionnaire } from './questionnaire.ts'

const plain = { help: null, required: false, showIf: [], options: [], rows: [], scale: null }
const options = ['a', 'b', 'c'].map((key) => ({ key, words: key.toUpperCase() }))
const single = (key: string, showIf: Question['showIf'] = []): Question => ({
  ...plain,
  key,
  kind: 'single',
  words: key,
  options,
  showIf,
  required: true,
})
const asked = (...questions: Question[]): Questionnaire => ({
  sections: [{ key: 's1', title: 'S', lead: null, questions }],
  equality: [],
})
const says = (questionnaire: Questionnaire) =>
  faultsIn(questionnaire)
    .map((fault) => fault.says)
    .join(' ')

test('the example has no faults, and each fault is named', () => {
  assert.deepEqual(faultsIn(someQuestions), [])
  assert.match(
    says(asked(single('q1', [{ question: 'q2', is: ['a'] }]), single('q2'))),
    /depends on q2, which is asked later/u,
  )
  assert.match(says(asked(single('q1', [{ question: 'q1', is: ['a'] }]))), /depends on its own answer/u)
  assert.match(says(asked(single('q1', [{ question: 'q9', is: ['a'] }]))), /depends on q9, which is not there/u)
  assert.match(
    says(asked(single('q1'), single('q2', [{ question: 'q1', is: ['z'] }]))),
    /the answer z to q1, which nobody can give/u,
  )
  assert.match(says(asked(single('q1'), single('q1'))), /has the key q1, which another question has already/u)
  assert.match(says(asked({ ...plain, key: 'q1', kind: 'scale', words: 'q1' })), /needs a scale that goes up/u)
})

test('a question whose conditions contradict each other is found', () => {
  const contradiction = asked(
    single('q1'),
    single('q2', [{ question: 'q1', is: ['a'] }]),
    single('q3', [
      { question: 'q1', is: ['b'] },
      { question: 'q2', is: ['a'] },
    ]),
  )
  assert.match(says(contradiction), /“q3” is reached by nobody/u)
  assert.deepEqual(unreachable(contradiction), ['q3'])
})

// Four questions, each with up to two conditions on earlier ones: small enough to try every way of answering.
const questionnaires = fc
  .tuple(
    ...[0, 1, 2, 3].map((n) =>
      fc.array(
        fc.record({
          on: fc.nat(Math.max(0, n - 1)),
          is: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }),
        }),
        { maxLength: n === 0 ? 0 : 2 },
      ),
    ),
  )
  .map((conditions) =>
    asked(
      ...conditions.map((all, n) =>
        single(
          `q${n}`,
          all.map(({ on, is }) => ({ question: `q${on}`, is })),
        ),
      ),
    ),
  )

test('unreachable is exactly what no way of answering reaches', () => {
  fc.assert(
    fc.property(questionnaires, (questionnaire) => {
      const reached = new Set<string>()
      const answers: Answers = {}
      const walk = (n: number): void => {
        if (n === 4) {
          for (const key of shownWith(questionnaire, answers)) reached.add(key)
          return
        }
        for (const { key } of options) {
          answers[`q${n}`] = key
          walk(n + 1)
        }
      }
      walk(0)
      assert.deepEqual(
        unreachable(questionnaire),
        questionsOf(questionnaire)
          .map(({ key }) => key)
          .filter((key) => !reached.has(key)),
      )
    }),
    { numRuns: 200 },
  )
})

test('what is kept was asked: checked answers stay as they are when checked again, and speak of shown questions only', () => {
  const given = fc.dictionary(fc.constantFrom('q0', 'q1', 'q2', 'q3'), fc.constantFrom('a', 'b', 'c'))
  fc.assert(
    fc.property(questionnaires, given, (questionnaire, answers) => {
      const once = checkAnswers(questionnaire, answers, { complete: false })
      assert.deepEqual(once.errors, {})
      const shown = shownWith(questionnaire, once.answers)
      assert.ok(Object.keys(once.answers).every((key) => shown.has(key)))
      assert.deepEqual(checkAnswers(questionnaire, once.answers, { complete: false }).answers, once.answers)
      // What is still to be answered is asked for, and nothing else.
      const { errors } = checkAnswers(questionnaire, answers, { complete: true })
      assert.deepEqual(
        Object.keys(errors).toSorted(),
        [...shown].filter((key) => once.answers[key] === undefined).toSorted(),
      )
    }),
    { numRuns: 300 },
  )
})

test('mended words keep the key of their answer, and new ones get a new key', () => {
  assert.deepEqual(optionsFrom(['A', 'Bee', 'C'], options), [
    { key: 'a', words: 'A' },
    { key: 'b', words: 'Bee' },
    { key: 'c', words: 'C' },
  ])
  assert.deepEqual(
    optionsFrom(['C', 'A'], options).map(({ key }) => key),
    ['c', 'a'],
  )
  assert.deepEqual(new Set(optionsFrom(['A', 'D', 'B', 'C'], options).map(({ key }) => key)).size, 4)
})
