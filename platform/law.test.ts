import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from './days.ts'
import {
  act,
  constitution,
  dated,
  explain,
  isDated,
  isRule,
  met,
  notApplicable,
  notMet,
  principle,
  rule,
  si,
} from './law.ts'

const notice = rule<{ clear: number | null }>({
  id: 'notice',
  title: 'A key decision is announced 28 clear days before it is made',
  source: si('2012/2089', 'reg 9(2)'),
  from: '2012-09-10',
  until: '2030-01-01',
  check: ({ clear }) => {
    if (clear === null) return notApplicable
    return clear >= 28
      ? met(`There were ${clear} clear days.`)
      : notMet(`There were ${clear} clear days; 28 are needed.`)
  },
  examples: [],
})

test('a regulation is cited in words that link to its own page', () => {
  const cited = si('2012/2089', 'reg 9(2)')
  assert.equal(cited.words, 'SI 2012/2089, reg 9(2)')
  assert.equal(cited.href, 'https://www.legislation.gov.uk/uksi/2012/2089/regulation/9')
  assert.match(cited.title, /Meetings and Access to Information/u)
})

test('sections, schedules and several sections each find a page', () => {
  assert.equal(act('Local Government Act 2000', 's9F').href, 'https://www.legislation.gov.uk/ukpga/2000/22/section/9F')
  assert.equal(
    act('Local Government Act 1972', 'Sch 12A para 3').href,
    'https://www.legislation.gov.uk/ukpga/1972/70/schedule/12A',
  )
  assert.equal(si('2012/2089', 'regs 12 and 13').href, 'https://www.legislation.gov.uk/uksi/2012/2089/regulation/12')
  assert.equal(act('Care Act 2014').href, 'https://www.legislation.gov.uk/ukpga/2014/23')
})

test('a provision that cannot be placed is refused, so that no citation leads nowhere', () => {
  assert.throws(() => act('Care Act 2014', 'somewhere near the end'), /not a provision/u)
})

test('a council’s constitution is a source without an address', () => {
  assert.deepEqual(constitution('Larkshire Council', 'part 4'), {
    kind: 'constitution',
    words: 'Larkshire Council’s constitution, part ' + '4',
    title: 'Larkshire Council’s constitution, part 4',
    href: null,
  })
})

test('a rule speaks only while it is in force, and not at all when it does not apply', () => {
  assert.deepEqual(explain([notice], { clear: 27 }, day('2024-06-19')), [
    {
      rule: 'notice',
      title: 'A key decision is announced 28 clear days before it is made',
      sources: [si('2012/2089', 'reg 9(2)')],
      outcome: 'not-met',
      says: 'There were 27 clear days; 28 are needed.',
      working: [],
    },
  ])
  assert.deepEqual(explain([notice], { clear: 27 }, day('2012-09-09')), [], 'the day before it came into force')
  assert.deepEqual(explain([notice], { clear: 27 }, day('2030-01-01')), [], 'the first day it is gone')
  assert.deepEqual(explain([notice], { clear: null }, day('2024-06-19')), [])
})

test('rules and dated figures are told from other values', () => {
  assert.ok(isRule(notice))
  assert.ok(!isRule({ id: 'notice', check: () => notApplicable }))
  assert.ok(!isDated(notice))
})

test('a dated figure gives the value of the day, with its own source', () => {
  const rate = dated(
    'rate',
    [
      { from: '2023-04-01', value: 10, source: principle('first') },
      { from: '2024-04-01', value: 12, source: principle('second') },
    ],
    { until: '2025-04-01' },
  )
  assert.equal(rate.on(day('2024-03-31')), 10)
  assert.equal(rate.on(day('2024-04-01')), 12)
  assert.equal(rate.entry(day('2024-04-01')).source.words, 'second')
  assert.ok(isDated(rate))
})

test('asking outside what is known stops, and says what is known and what to do', () => {
  const rate = dated('rate', [{ from: '2023-04-01', value: 10, source: principle('first') }], { until: '2025-04-01' })
  assert.throws(() => rate.on(day('2023-03-31')), {
    message:
      '"rate" is known from 1 April 2023 to 31 March 2025 and was asked for 31 March 2023: add the value with '
      + 'its source',
  })
  assert.throws(() => rate.on(day('2025-04-01')), /was asked for 1 April 2025/u)
  assert.ok(!rate.covers(day('2025-04-01')))
})

test('values out of order, twice on one day, or none at all are refused when stated', () => {
  const source = principle('test')
  assert.throws(() => dated('rate', []), /no value/u)
  assert.throws(
    () =>
      dated('rate', [
        { from: '2024-04-01', value: 1, source },
        { from: '2024-04-01', value: 2, source },
      ]),
    /does not come after/u,
  )
  assert.throws(
    () => dated('rate', [{ from: '2024-04-01', value: 1, source }], { until: '2024-04-01' }),
    /does not come after/u,
  )
})
