import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '#platform/html.ts'
import {
  asking,
  facts,
  findingsList,
  pager,
  questionPage,
  refusalPanel,
  searchAndFilter,
  sortableTable,
  stacking,
  statusTag,
  table,
  tasks,
} from '#govuk'

test('a question keeps what was typed, tags and all, and says what is wrong beside it', () => {
  const ask = asking({ values: { title: '<b>Care</b>' }, errors: { title: 'Enter a shorter title' } })
  const field = ask.input({ name: 'title', label: 'Title' }).toString()
  assert.match(field, /value="&lt;b&gt;Care&lt;\/b&gt;"/)
  assert.match(field, /id="title-error"[^]*Enter a shorter title/)
  assert.match(field, /aria-describedby="title-error"/)
  assert.deepEqual(ask.errorList(), [{ text: 'Enter a shorter title', href: '#title' }])
})

test('errors stand in the order of the questions; what belongs to none comes first and is not lost', () => {
  const ask = asking({ errors: { b: 'Second', a: 'First', gone: 'Somebody else was faster', fine: undefined } })
  ask.input({ name: 'a', label: 'A' })
  ask.radios({ name: 'b', legend: 'B', items: [{ value: 'x', text: 'X' }] })
  assert.deepEqual(ask.errorList(), [
    { text: 'Somebody else was faster' },
    { text: 'First', href: '#a' },
    { text: 'Second', href: '#b' },
  ])
  assert.equal(ask.hasErrors, true)
  assert.equal(asking().hasErrors, false)
  const empty = asking({ errors: { a: 'Enter some text.', b: 'Enter some text.', c: 'Answer yes or no.' } })
  const shown = html`${empty.textarea({ name: 'a', label: 'Reasons' })}${empty.input({ name: 'b', label: 'By whom?' })}${empty.radios({ name: 'c', legend: { text: 'Your judgement' }, items: [] })}`
  const said = ['Reasons: Enter some text.', 'By whom? Enter some text.', 'Your judgement: Answer yes or no.']
  assert.deepEqual(
    empty.errorList().map(({ text }) => text),
    said,
  )
  for (const one of said) assert.ok(shown.toString().includes(one), one)
  const picked = asking({ errors: { d: 'Enter some text.' } })
  assert.match(
    picked.select({ name: 'd', label: 'Which post leads it?', items: [] }).toString(),
    /Which post leads it\? Choose an answer\./u,
    'in a list there is nothing to type',
  )
})

test('a date leads to its first box, marks the box that is wrong, and keeps all three', () => {
  const ask = asking({
    values: { 'until-day': '1', 'until-month': '13', 'until-year': '2027' },
    errors: { 'until-month': 'No such month' },
  })
  const date = ask.dateInput({ name: 'until', legend: 'Until' }).toString()
  assert.deepEqual(
    [...date.matchAll(/id="(until-\w+)" name="\1"[^>]*value="(\d+)"/g)].map((match) => match.slice(1)),
    [
      ['until-day', '1'],
      ['until-month', '13'],
      ['until-year', '2027'],
    ],
  )
  assert.equal(date.match(/govuk-input--error/g)?.length, 1)
  assert.match(date, /govuk-input--error[^>]*id="until-month"/)
  assert.deepEqual(ask.errorList(), [{ text: 'No such month', href: '#until-month' }])

  const whole = asking({ errors: { until: 'Must be a real day' } })
  assert.equal(
    whole
      .dateInput({ name: 'until', legend: 'Until' })
      .toString()
      .match(/govuk-input--error/g)?.length,
    3,
  )
  assert.deepEqual(whole.errorList(), [{ text: 'Must be a real day', href: '#until-day' }])
})

test('ticked boxes stay ticked', () => {
  const boxes = asking({ lists: { kind: ['a', 'c'] } })
    .checkboxes({ name: 'kind', legend: 'Kind', items: ['a', 'b', 'c'].map((value) => ({ value, text: value })) })
    .toString()
  assert.deepEqual(
    [...boxes.matchAll(/value="(\w)" checked/g)].map((match) => match[1]),
    ['a', 'c'],
  )
})

test('a question page has one heading, one form with its hidden fields, a summary only when something is wrong', () => {
  const hidden = html`<input type="hidden" name="_csrf" value="t">`
  const first = asking()
  const fine = questionPage({
    ask: first,
    heading: 'What?',
    hidden,
    fields: first.input({ name: 'a', label: 'A' }),
    buttonText: 'Sign',
  }).toString()
  assert.equal(fine.match(/<h1/g)?.length, 1)
  assert.match(fine, /<form\s+method="post"\s+novalidate\s*>\s*<input type="hidden" name="_csrf" value="t">/)
  assert.doesNotMatch(fine, /error-summary/)
  assert.match(fine, />Sign<\/button>/)

  const ask = asking({ errors: { a: 'Enter A' } })
  const wrong = questionPage({
    ask,
    heading: 'What?',
    hidden,
    fields: ask.input({ name: 'a', label: 'A' }),
    hasFiles: true,
    refusal: { what: 'Not today', because: ['£5 is left; £6 is asked for.'] },
  }).toString()
  assert.match(wrong, /<a href="#a">Enter A<\/a>/)
  assert.match(wrong, /enctype="multipart\/form-data"/)
  assert.match(wrong, /£5 is left; £6 is asked for\./)
})

test('a refusal gives one reason as a sentence, several as a list, and what to do next', () => {
  const one = refusalPanel({ what: 'Not yet', because: ['27 clear days; 28 are needed.'] }).toString()
  assert.match(one, /<p class="govuk-body">27 clear days; 28 are needed\.<\/p>/)
  assert.doesNotMatch(one, /<ul|What to do next/)
  const more = refusalPanel({ what: 'Not yet', because: ['One.', 'Two.'], next: 'Wait a day.' }).toString()
  assert.equal(more.match(/<li>/g)?.length, 2)
  assert.match(more, /What to do next[^]*Wait a day\./)
})

test('findings keep their order, link a source only where it is published, and hide nothing but the working', () => {
  const list = findingsList([
    { weight: 'error', says: 'The lots add up to £3.', working: ['£1 + £2 = £3'] },
    { weight: 'met', says: 'Fine.', working: [], sources: [{ words: 'Part 4', href: null }] },
    { weight: 'not-met', says: 'Late.', sources: [{ words: 'reg 9', href: 'https://law.example/reg/9' }] },
  ]).toString()
  assert.ok(list.indexOf('The lots') < list.indexOf('Fine.') && list.indexOf('Fine.') < list.indexOf('Late.'))
  assert.equal(list.match(/<details/g)?.length, 1)
  assert.match(list, /<details[^]*£1 \+ £2 = £3[^]*<\/details>/)
  assert.equal(list.match(/<a /g)?.length, 1)
  assert.match(findingsList([]).toString(), /nothing to say/)
})

test('a heading that sorts says how the table is sorted and offers the other way', () => {
  const table = sortableTable({
    caption: 'Decisions',
    rows: [['Care', 12]],
    columns: [
      { key: 'title', text: 'Title', sorts: true },
      { key: 'n', text: 'Number', numeric: true, sorts: true },
    ],
    sortedBy: { key: 'title', direction: 'ascending' },
    sortHref: (key, direction) => `/decisions?sort=${key}&direction=${direction}`,
  }).toString()
  assert.match(table, /aria-sort="ascending"><a[^>]*href="\/decisions\?sort=title&amp;direction=descending"/)
  assert.match(table, /href="\/decisions\?sort=n&amp;direction=ascending"/)
  assert.equal(table.match(/aria-sort/g)?.length, 1)
  assert.match(table, /role="region"\s+tabindex="0"\s+aria-label="Decisions"/)
  assert.match(table, /<td class="govuk-table__cell govuk-table__cell--numeric" data-label="Number">12</)
})

test('a pager offers only the ways there are', () => {
  assert.doesNotMatch(pager({ label: '1 to 3 of 3' }).toString(), /<nav/)
  const last = pager({ previous: '/x?page=1', label: '21 to 23 of 23' }).toString()
  assert.match(last, /rel="prev"/)
  assert.doesNotMatch(last, /rel="next"/)
})

test('a fact not given says so, zero is a fact, and "Change" says what it changes', () => {
  const list = facts({
    rows: [
      { key: 'Until', value: null },
      { key: 'Bids', value: 0 },
      false,
      { key: 'Held by', value: 'Director', change: { href: '/x' } },
    ],
  }).toString()
  assert.match(list, /Until<\/dt><dd[^>]*>Not given/)
  assert.match(list, /Bids<\/dt><dd[^>]*>0</)
  assert.match(list, /Change<span class="govuk-visually-hidden"> held by<\/span>/)
})

test('a task that cannot be started is no link', () => {
  const list = tasks([
    {
      tasks: [
        { title: 'Publish', state: 'cannot-start' },
        { title: 'Sign', href: '/s', state: 'done' },
      ],
    },
  ]).toString()
  assert.equal(list.match(/<a /g)?.length, 1)
  assert.match(list, /Cannot start yet/)
})

test('a search is sent by address, and what narrows it can be taken away', () => {
  const search = searchAndFilter({
    action: '/decisions',
    search: { name: 'q', label: 'Search', value: '"care"' },
    count: '0 decisions',
    chosen: [{ text: 'Key', href: '/decisions?q=care' }],
    results: 'results',
    none: 'Try fewer words.',
  }).toString()
  assert.match(search, /method="get"/)
  assert.match(search, /value="&quot;care&quot;"/)
  assert.match(search, /Remove <\/span>Key/)
  assert.match(search, /Try fewer words\./)
  assert.doesNotMatch(search, />results/)
})

test('a state is a word; its colour only repeats it', () => {
  assert.equal(statusTag('Called in', 'bad').toString(), '<strong class="govuk-tag govuk-tag--red">Called in</strong>')
})

test('a list that is all on one page has no pager, and its length is said where it is known', () => {
  assert.equal(pager({ label: 'Members' }).toString(), '')
  assert.match(pager({ label: '12 members' }).toString(), /12 members/)
  assert.match(pager({ label: 'Members', next: '/x' }).toString(), /href="\/x"/)
})

test('each cell of a table that stacks says what it is, but for the first, which names the row', () => {
  const made = table(
    stacking({
      firstCellIsHeader: true,
      head: [{ text: 'Form' }, { text: 'How far' }, html`<b>Picture</b>`],
      rows: [[{ text: '1/1' }, { text: 'Keyed', format: 'numeric' }, 'none'], null],
    }),
  ).toString()
  assert.match(made, /<table class="govuk-table remit-stack">/)
  assert.match(made, /<th scope="row" class="govuk-table__header">1\/1</)
  assert.match(made, /govuk-table__cell--numeric" data-label="How far">Keyed</)
  assert.match(made, /<td class="govuk-table__cell">none</)
  const dated = table(stacking({ head: ['Form', 'Opened'], rows: [['1/1', '14 August 2026']] })).toString()
  assert.match(dated, /<td class="govuk-table__cell remit-day" data-label="Opened">14 August 2026</)
})
