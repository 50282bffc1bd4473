import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bury } from '../../../../site/demo/councils/bury.ts'
import { kent } from '../../../../site/demo/councils/kent.ts'
import { southampton } from '../../../../site/demo/councils/southampton.ts'
import { staffordshire } from '../../../../site/demo/councils/staffordshire.ts'
import { larkshire } from '../../../../site/demo/larkshire.ts'
import { csvRecord } from '#platform/csv.ts'
import { canonicalJson } from '#platform/json.ts'
import { constitutionInput, type Constitution, type ConstitutionInput } from '../../constitution.ts'
import { assemble } from './assemble.ts'
import { sheetNames, sheets, type SheetName } from './sheet.ts'
import { writeSheet } from './write-sheet.ts'

const parsed = (given: ConstitutionInput): Constitution => constitutionInput.parse(given)
const base = parsed(larkshire)
const head = { day: '2027-04-01', title: base.title }
const file = (sheet: SheetName, ...rows: string[][]) => ({
  file: `${sheet}.csv`,
  text: [sheets[sheet].columns.map(({ name }) => name), ...rows].map(csvRecord).join(''),
})
const problems = (given: { file: string; text: string }[], on: Constitution | null = base) =>
  assemble(on, given, head).problems.map(({ place, says }) => `${place}: ${says}`)

const byRule = ({ settings, ...rest }: Constitution) =>
  canonicalJson({ ...rest, settings: settings.toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)) })

for (const [name, given] of Object.entries({
  larkshire,
  bury: bury.constitution,
  kent: kent.constitution,
  southampton: southampton.constitution,
  staffordshire: staffordshire.constitution,
}))
  test(`the whole constitution of ${name} goes out as spreadsheets and comes back as it was`, () => {
    const of = parsed({
      ...given,
      settings: [
        ...given.settings,
        {
          key: 'calendar',
          from: '2026-04-01',
          source: 'Minute 41',
          value: { days: [{ day: '2026-12-29', name: 'Christmas closure', kind: 'closed', source: 'Minute 41' }] },
        },
      ],
    })
    const files = sheetNames.map((sheet) => ({ file: `${sheet}.csv`, text: writeSheet(sheet, of) }))
    const { document, problems: wrong } = assemble(null, files, { day: of.inForceFrom.toString(), title: of.title })
    assert.deepEqual(wrong, [])
    assert.equal(document && byRule(document), byRule(of))
    // Given onto the version that it came from, each alone changes nothing either.
    for (const one of files) {
      const alone = assemble(of, [one], { day: of.inForceFrom.toString(), title: '' })
      assert.equal(alone.document && byRule(alone.document), byRule(of), one.file)
    }
  })

test('one file takes the place of its own table, and the rest stays', () => {
  const { document } = assemble(base, [file('subjects', ['adults', 'Grown-ups'], ['adults/day', 'Day services'])], head)
  assert.deepEqual(
    document?.subjects.map(({ title }) => title),
    ['Grown-ups', 'Day services'],
  )
  assert.equal(document.scheme.length, base.scheme.length)
  assert.equal(document.inForceFrom.toString(), '2027-04-01')
  // The scheme alone keeps the conditions of the entries that go on.
  const scheme = assemble(base, [{ file: 'x.csv', text: writeSheet('scheme', base) }], head).document?.scheme
  assert.equal(canonicalJson(scheme), canonicalJson(base.scheme))
})

test('what spreadsheets make of days, amounts and yes is read', () => {
  const { document, problems: wrong } = assemble(
    base,
    [
      {
        file: 'Our scheme.csv',
        text: 'Entry,Post,Powers,Subject,Words,Limit counted,Limit in pounds,May be passed on\r\n9.1,director-adults,"Contract; extend",adults,Contracts,Each act,"£1,250,000.50",YES\r\n',
      },
      { file: 'h.csv', text: 'post,email,from\ndirector-adults,ada.quill@larkshire.example,1/4/2027\n' },
    ],
    head,
  )
  assert.deepEqual(wrong, [])
  assert.deepEqual(
    [document?.scheme[0]?.ceiling, document?.scheme[0]?.powers, document?.scheme[0]?.mayDelegate],
    [{ basis: 'each-act', pence: 125_000_050n }, ['contract', 'extend'], true],
  )
  assert.equal(document?.holders[0]?.from.toString(), '2027-04-01')
})

test('every mistake is named by file, row and column, with how to mend it, all at once', () => {
  const wrong = problems([
    file('posts', ['Head One', 'Head', 'boss', '31/2/2027', '', ''], ['two', '', 'officer', '2027-04-01', '', 'x']),
    file(
      'scheme',
      ['1', 'two', 'contract; bake', 'adults', 'Words', 'each act', 'lots', 'perhaps'],
      ['2', 'nobody', 'contract', 'adults', 'Words', '', '5', ''],
      ['1', 'two', 'contract', 'adults', 'Words', 'no limit', '5', ''],
    ),
    file('conditions', ['77', 'consult', 'x', 'two', 'after consulting', '']),
    file(
      'settings',
      ['key-decision-threshold', '2027-04-01', 'Part 2', 'pounds', 'much'],
      ['bins', '2027-04-01', 's', 'a', '1'],
    ),
    file(
      'calendar',
      ['2027-12-29', 'Closure', 'holiday', '2027-04-01', 'Minute'],
      ['2029', 'All', 'whole year', '2027-04-01', 'gov.uk'],
    ),
  ]).join('\n')
  for (const words of [
    /posts\.csv, row 2, column “post”: Use small letters, digits and hyphens/u,
    /posts\.csv, row 2, column “kind”: Choose one of: officer, member/u,
    /posts\.csv, row 2, column “from”: Enter a day/u,
    /posts\.csv, row 3, column “title”: This is empty\. Fill it in\./u,
    /posts\.csv, row 3, column “agreement of”: This has to be/u,
    /scheme\.csv, row 2, column “powers”: Choose one of: /u,
    /scheme\.csv, row 2, column “limit in pounds”: “lots” is no amount in pounds/u,
    /scheme\.csv, row 2, column “may be passed on”: Answer yes or no/u,
    /scheme\.csv, row 3, column “limit counted”: Say how the limit is counted/u,
    /scheme\.csv, row 4, column “limit in pounds”: There is no limit, and here is one/u,
    /scheme\.csv, row 4, column “entry”: This stands in row 2 already/u,
    /conditions\.csv, row 2, column “entry”: The scheme has no entry 77/u,
    /settings\.csv, row 2, column “value”: “much” is no amount in pounds/u,
    /settings\.csv, row 3, column “rule”: Choose one of: call-in/u,
    /calendar\.csv, row 2, column “kind”: Choose one of: bank-holiday, closed/u,
  ])
    assert.match(wrong, words)
  // What does not agree with the rest is looked for once every cell can be read.
  const apart = problems([
    file('scheme', ['2', 'nobody', 'contract', 'adults', 'Words', '', '', '']),
    file('calendar', ['2029', 'All', 'whole year', '2027-04-01', 'gov.uk']),
  ]).join('\n')
  assert.match(apart, /calendar\.csv, row 2, column “day”: 0 bank holidays of 2029 are listed; a year has at least 8/u)
  assert.match(
    problems([file('scheme', ['2', 'nobody', 'contract', 'adults', 'Words', '', '', ''])]).join(),
    /scheme\.csv, row 2, column “post”: There is no post nobody/u,
  )
})

test('a file that is no table of Remit’s is said to be none, and what it lacks', () => {
  assert.match(problems([{ file: 'a.csv', text: 'post;title;kind\n' }]).join(), /divided by semicolons/u)
  assert.match(problems([{ file: 'a.csv', text: 'post,title,from\n' }]).join(), /For posts and bodies it lacks: kind/u)
  assert.match(problems([{ file: 'a.csv', text: 'entry,post\n' }]).join(), /For scheme of delegation it lacks/u)
  assert.match(problems([{ file: 'a.csv', text: 'cats,dogs\n' }]).join(), /Begin with a template/u)
  assert.match(problems([{ file: 'a.csv', text: '' }]).join(), /This file is empty/u)
  assert.match(
    problems([{ file: 'a.csv', text: 'subject,title\nadults,"Adults\n' }]).join(),
    /row 2: A cell begins with a quote/u,
  )
  assert.match(
    problems([{ file: 'a.csv', text: 'subject,title,extra\nadults,Adults,x,y\n' }]).join('\n'),
    /column “extra”: Subjects have no such column[^]*row 2: This row has more cells/u,
  )
  assert.match(
    assemble(base, [], { day: '31 2 2027', title: '' })
      .problems.map(({ says }) => says)
      .join(),
    /“31 2 2027” is no day/u,
  )
})

test('a template has its first row alone, and the example of every column would be taken', () => {
  for (const sheet of sheetNames) assert.equal(writeSheet(sheet, null).split('\r\n').length, 2)
  const example = (sheet: SheetName) =>
    file(
      sheet,
      sheets[sheet].columns.map(({ example: one }) => one),
    )
  const mine = parsed({ ...larkshire, scheme: [], holders: [], settings: [] })
  const given = sheetNames.map(example).filter(({ file: name }) => !/settings/u.test(name))
  assert.deepEqual(problems(given, mine), [])
})
