import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aReading, type Sayings } from './evidence/a-reading.ts'
import { findingsFor, readingRules } from './index.ts'

/** Records that gave a rule an occasion to accuse wrongly: each names the rule, and what must not be said. */
const innocent: { about: string; rule: string; text: string; said?: Sayings }[] = [
  {
    about: 'a first-of-the-month start on a Saturday',
    rule: 'start-day',
    text: 'The contract will start on 1 October 2022.',
  },
  {
    about: 'an old contract that began long before the decision',
    rule: 'authority-before-act',
    text:
      'Decided 15 July 2024. The contract began on 1 October 2021. (a) approve the award of a contract from 1 '
      + 'October 2024',
    said: {
      decidedOn: ['15 July 2024', '2024-07-15'],
      clauses: [{ label: 'a', text: 'approve the award of a contract from 1 October 2024', verb: 'approve' }],
    },
  },
  {
    about: 'a clause about the contract that expired',
    rule: 'authority-before-act',
    text: 'Decided 15 July 2024. (a) approve the award of a contract to replace the one that expired on 31 March 2024',
    said: {
      decidedOn: ['15 July 2024', '2024-07-15'],
      clauses: [
        {
          label: 'a',
          text: 'approve the award of a contract to replace the one that expired on 31 March 2024',
          verb: 'approve',
        },
      ],
    },
  },
  {
    about: 'a history that mentions the Data Protection Act 1998',
    rule: 'revoked-instruments',
    text: 'Decided 15 July 2024. The register was set up when the Data Protection Act 1998 was new.',
    said: { decidedOn: ['15 July 2024', '2024-07-15'] },
  },
  {
    about: 'a record without any day that cites the old regulations',
    rule: 'revoked-instruments',
    text:
      'Made in accordance with the Local Authorities (Executive Arrangements) (Access to Information) (England) '
      + 'Regulations 2000.',
  },
  {
    about: 'the regulations of 2012, whose title holds most of the words of the old ones',
    rule: 'revoked-instruments',
    text:
      'On 20 March 2018, in accordance with the Local Authorities (Executive Arrangements) (Meetings and Access '
      + 'to Information) (England) Regulations 2012.',
    said: { decidedOn: ['20 March 2018', '2018-03-20'] },
  },
  {
    about: 'a cabinet member who decides and signs',
    rule: 'signatures-in-order',
    text: 'Cabinet Member for Adults 15 July 2024. Cabinet Member 16 July 2024',
    said: {
      decisionMaker: 'Cabinet Member for Adults',
      makerKind: 'member',
      decidedOn: ['15 July 2024', '2024-07-15'],
      signatures: [{ role: 'Cabinet Member', day: '2024-07-16' }],
    },
  },
  {
    about: 'an effective day later than it need be',
    rule: 'effective-day',
    text: 'Call in: Yes. Published 05/08/2022, effective 20/08/2022',
    said: {
      subjectToCallIn: ['Yes', true],
      publishedOn: ['05/08/2022', '2022-08-05'],
      effectiveFrom: ['20/08/2022', '2022-08-20'],
    },
  },
  {
    about: 'an early effective day where no call-in applies',
    rule: 'effective-day',
    text: 'Call in: No. Published 05/08/2022, effective 05/08/2022',
    said: {
      subjectToCallIn: ['No', false],
      publishedOn: ['05/08/2022', '2022-08-05'],
      effectiveFrom: ['05/08/2022', '2022-08-05'],
    },
  },
  {
    about: 'an urgent decision for which call-in was waived',
    rule: 'effective-day',
    text: 'Cabinet. Call-in has been waived. Published 05/08/2022, effective 05/08/2022',
    said: {
      makerKind: 'cabinet',
      publishedOn: ['05/08/2022', '2022-08-05'],
      effectiveFrom: ['05/08/2022', '2022-08-05'],
    },
  },
  {
    about: 'days beyond the bank holidays that are known',
    rule: 'effective-day',
    text: 'Call in: Yes. Published 05/08/2031, effective 06/08/2031',
    said: {
      subjectToCallIn: ['Yes', true],
      publishedOn: ['05/08/2031', '2031-08-05'],
      effectiveFrom: ['06/08/2031', '2031-08-06'],
    },
  },
  {
    about: 'two directors who are named, and officers beside them',
    rule: 'delegation-to-a-post',
    text: '(b) delegate to the Director of Care and relevant officers to award',
    said: {
      clauses: [
        {
          label: 'b',
          text: 'delegate to the Director of Care and relevant officers to award',
          verb: 'delegate',
          delegation: { to: ['Director of Care', 'relevant officers'], consulting: [] },
        },
      ],
    },
  },
  {
    about: 'a Chief Officer, a Monitoring Officer, a Section 151 Officer',
    rule: 'delegation-to-a-post',
    text: '(b) delegate to the Section 151 Officer and the Monitoring Officer',
    said: {
      clauses: [
        {
          label: 'b',
          text: 'delegate to the Section 151 Officer and the Monitoring Officer',
          verb: 'delegate',
          delegation: { to: ['Section 151 Officer', 'Monitoring Officer'], consulting: [] },
        },
      ],
    },
  },
  {
    about: 'all necessary actions, given to another post than the one that must consult',
    rule: 'delegation-no-wider',
    text:
      '(a) delegate to the Director, after consulting the Leader, to award (b) authorise the Head of Legal to '
      + 'take all necessary actions',
    said: {
      clauses: [
        {
          label: 'a',
          text: 'delegate to the Director, after consulting the Leader, to award',
          verb: 'delegate',
          delegation: { to: ['Director'], consulting: ['Leader'] },
        },
        {
          label: 'b',
          text: 'authorise the Head of Legal to take all necessary actions',
          verb: 'authorise',
          delegation: { to: ['Head of Legal'], consulting: [] },
        },
      ],
    },
  },
  {
    about: 'hours of something other than home care',
    rule: 'implied-unit-cost',
    text: 'On 19 June 2024 the library offers 1,385 hours each week and costs £9,139,875 a year.',
    said: { formDate: ['19 June 2024', '2024-06-19'] },
  },
  {
    about: 'home care with two different counts of hours',
    rule: 'implied-unit-cost',
    text:
      'On 19 June 2024 home care gives 1,385 hours each week in the north and 2,200 hours each week in the '
      + 'south. Spend is £9,139,875 a year.',
    said: { formDate: ['19 June 2024', '2024-06-19'] },
  },
  {
    about: 'a yearly sum that is only approximate',
    rule: 'amount-against-term',
    text: 'A term of three years at about £7,500 per annum, total value £25,000.',
  },
  {
    about: 'a range of millions and a unit rate',
    rule: 'amount-scale',
    text: 'Between £1.125 and £1.5m. Mileage is £0.455 a mile. A fee of £1.125 per hour.',
  },
  {
    about: 'a reference that looks like an impossible date',
    rule: 'days-exist',
    text: 'Ref 45/60/2022 and CE11/12-20.',
  },
  {
    about: 'a blank form that nobody has begun to fill',
    rule: 'boxes-filled',
    text: 'Options considered:\n\nDecision:\n\nReasons:\n\nDecision made by:\n',
  },
  {
    about: 'a service that the decision withdraws',
    rule: 'record-stands',
    text: 'It is proposed that the service is withdrawn.\nWithdrawn services are listed below.\n',
  },
  {
    about: 'a council on the border that works with Welsh neighbours',
    rule: 'english-record',
    text: 'The England and Wales courts, the Welsh Government and the Secretary of State for Scotland were told.',
  },
  {
    about: 'a meeting whose decision record stands elsewhere',
    rule: 'alternatives-recorded',
    text: 'Cabinet RESOLVED to approve the plan',
    said: {
      layout: 'moderngov-agenda',
      makerKind: 'cabinet',
      clauses: [{ text: 'approve the plan', verb: 'approve' }],
    },
  },
  {
    about: 'a committee of the council, to which the executive regulations do not apply',
    rule: 'alternatives-recorded',
    text: 'The Licensing Committee decided to approve the plan',
    said: { makerKind: 'committee', clauses: [{ text: 'approve the plan', verb: 'approve' }] },
  },
]

for (const { about, rule, text, said } of innocent) {
  test(`${rule} says nothing of ${about}`, () => {
    assert.ok(
      readingRules.some(({ id }) => id === rule),
      `there is no rule ${rule}`,
    )
    assert.deepEqual(
      findingsFor(aReading(text, said ?? {})).filter((one) => one.rule === rule),
      [],
    )
  })
}

test('an empty text, and a text of another kind altogether, are not accused of anything', () => {
  assert.deepEqual(findingsFor(aReading('', { layout: 'unknown' })), [])
  assert.deepEqual(
    findingsFor(
      aReading('Take two eggs, £3 of flour and a pinch of salt. Bake for 40 minutes.', { layout: 'unknown' }),
    ),
    [],
  )
})

test('every rule is on the list once, and its findings point at words that are there', () => {
  assert.equal(new Set(readingRules.map(({ id }) => id)).size, readingRules.length)
  for (const rule of readingRules) {
    for (const { facts, given } of rule.examples) {
      for (const { at, says } of rule.find(facts) ?? []) {
        assert.ok(at.length > 0, `${rule.id}: ${given}: points at nothing`)
        for (const [start, end] of at)
          assert.ok(start >= 0 && start < end && end <= facts.text.length, `${rule.id}: ${given}: ${says}`)
      }
    }
  }
})

test('rules that were not in force on the day of the record are passed over', () => {
  const in2011 = aReading('Cabinet on 4 August 2011: approve the plan', {
    makerKind: 'cabinet',
    decisionMaker: 'Cabinet',
    decidedOn: ['4 August 2011', '2011-08-04'],
    clauses: [{ text: 'approve the plan', verb: 'approve' }],
  })
  assert.ok(!findingsFor(in2011).some(({ rule }) => rule === 'alternatives-recorded'))
})

test('a record of another country is not judged by English law', () => {
  const scottish = aReading(
    'Cabinet on 4 August 2022, under the Local Government (Scotland) Act 1973: approve the plan. 31/02/2022',
    {
      makerKind: 'cabinet',
      decisionMaker: 'Cabinet',
      decidedOn: ['4 August 2022', '2022-08-04'],
      clauses: [{ text: 'approve the plan', verb: 'approve' }],
    },
  )
  assert.deepEqual(
    findingsFor(scottish).map(({ rule }) => rule),
    ['days-exist', 'english-record'],
  )
})

test('on a page of many records each answers for its own words, at their places on the page', () => {
  const other = 'Another record. Spend was £9,547,321 (£6,349,221 adults, £3,298,100 children’s).\n'
  const own = 'Decision 1: approve the plan, decided 4 August 2022. The day 31/02/2022 is wrong.\n'
  const text = other + own + other
  const reading = aReading(text, {
    layout: 'moderngov-list',
    decidedOn: ['4 August 2022', '2022-08-04'],
    clauses: [{ text: 'approve the plan', verb: 'approve' }],
  })
  const found = findingsFor(reading)
  assert.deepEqual(
    found.map(({ rule }) => rule),
    ['days-exist'],
  )
  assert.deepEqual(
    found[0]?.at.map(([start, end]) => text.slice(start, end)),
    ['31/02/2022'],
  )
})

test('a page made to be read for ever is read to its end', () => {
  for (const text of [
    '1+'.repeat(50_000),
    '£1 ('.repeat(30_000),
    '1,111'.repeat(40_000),
    'Total £5\n'.repeat(10_000),
    'one plus '.repeat(20_000),
  ]) {
    assert.ok(
      findingsFor(aReading(text, { clauses: [{ text, verb: 'approve' }] })).every(({ says }) => says.length < 2_000),
    )
  }
})
