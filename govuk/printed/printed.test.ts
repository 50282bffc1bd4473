import assert from 'node:assert/strict'
import { test } from 'node:test'
import { button, details, facts, printedBlocks, sortableTable, statusTag, stepLine, table } from '#govuk'
import { textOf } from '#platform/document/index.ts'
import { html, type Html } from '#platform/html.ts'
import { figure } from '../charts/figure.ts'

const origin = 'https://decisions.larkshire.example'
const printed = (page: Html) => printedBlocks(page, origin)
const lines = (page: Html) => textOf({ blocks: printed(page) }).split('\n\n')

test('headings, paragraphs, links and states are told in their order, and what is said once is said once', () => {
  assert.deepEqual(
    printed(html`<span class="govuk-caption-l">Notice · N-2022-0001</span>
      <h1 class="govuk-heading-l">Short   breaks</h1>
      <p class="govuk-body">${statusTag('Stands')}</p>
      <p class="govuk-body">
        Read <a href="/decisions/D-2022-0001">the decision</a>, <a href="#why">why</a> and
        <a href="https://law.example/1">the law</a>.<span class="govuk-visually-hidden"> Opens here.</span>
      </p>`),
    [
      { kind: 'paragraph', runs: [{ text: 'Notice · N-2022-0001' }] },
      { kind: 'heading', level: 1, text: 'Short breaks' },
      { kind: 'paragraph', runs: [{ text: 'Stands', manner: 'strong' }] },
      {
        kind: 'paragraph',
        runs: [
          { text: 'Read ' },
          { text: 'the decision', href: `${origin}/decisions/D-2022-0001` },
          { text: ', ' },
          { text: 'why' },
          { text: ' and ' },
          { text: 'the law', href: 'https://law.example/1' },
          { text: '.' },
        ],
      },
    ],
  )
})

test('what is there for whoever sits at the screen is left out, with the heading that announced nothing else', () => {
  assert.deepEqual(
    lines(html`<h1>Meeting in private</h1>
      <p>It is about contracts.</p>
      <h2>Say why it should be open</h2>
      <form method="post"><input name="words" value="secret" /><p>Your reasons</p></form>
      ${button({ text: 'Withdraw', href: '/desk' })}
      <p class="govuk-!-display-none-print">As a spreadsheet</p>
      <h2>No decision was urgent</h2>
      <h2>History</h2>
      <p>Given in July.</p>`),
    ['Meeting in private', 'It is about contracts.', 'No decision was urgent', 'History', 'Given in July.'],
  )
})

test('facts keep their words, several lines as one, and a list under its name', () => {
  assert.deepEqual(
    lines(
      facts({
        title: 'Called in',
        rows: [
          { key: 'By', value: ['Cllr Vane', 'Cllr Thornby'] },
          { key: 'Is it key?', value: 'Yes' },
          { key: 'Grounds', value: html`<ul><li>Nobody asked us</li></ul><p>More of it.</p>` },
          { key: 'Changed', value: 'No', change: { href: '/desk' } },
        ],
      }),
    ),
    [
      'Called in',
      'By: Cllr Vane\nCllr Thornby',
      'Is it key? Yes',
      'Grounds:',
      'Nobody asked us',
      'More of it.',
      'Changed: No',
    ],
  )
})

test('a table has its head and the names of its rows; a drawing is told by its table', () => {
  const [heading, shown] = printed(
    sortableTable({
      caption: 'Days',
      columns: [
        { key: 'matter', text: 'Matter', sorts: true },
        { key: 'days', text: 'Days', numeric: true },
      ],
      rows: [[html`<a href="/forward-plan/F-1">Respite</a><span class="remit-ref">F-1</span>`, 12]],
      sortHref: () => '/forward-plan?order=matter',
    }),
  )
  assert.deepEqual(heading, { kind: 'heading', level: 3, text: 'Days' })
  assert.deepEqual(shown, { kind: 'table', head: ['Matter', 'Days'], rows: [['Respite\nF-1', '12']], names: true })
  assert.deepEqual(
    lines(
      figure({
        title: 'Slipped',
        drawing: html`<svg><title>Slipped</title></svg>`,
        table: { head: ['A'], rows: [['x']] },
      }),
    ),
    ['Slipped', 'A\nx'],
  )
  assert.deepEqual(printed(table({ rows: [['Name', 'Priya']], firstCellIsHeader: true })), [
    { kind: 'paragraph', runs: [{ text: 'Name: ', manner: 'strong' }, { text: 'Priya' }] },
  ])
})

test('labels of clauses stay what they are, numbered steps keep their numbers, and stages say where it stands', () => {
  assert.deepEqual(
    printed(html`<ol class="remit-entries">
        <li><p><strong>(iv)</strong> ${statusTag('Called in')}</p><p>That it be so.</p></li>
        <li>2. Short breaks ${statusTag('In private')}<ul><li>below</li></ul></li>
      </ol>
      <ol class="govuk-list--number"><li>One</li><li>Two</li></ol>`).map((block) =>
      block.kind === 'list'
        ? block.items.map(({ label, runs }) => [label, runs.map(({ text }) => text).join('')])
        : block.kind,
    ),
    [
      [
        ['(iv)', '[Called in]\nThat it be so.'],
        ['2.', 'Short breaks [In private]'],
        ['–', 'below'],
      ],
      [
        ['1.', 'One'],
        ['2.', 'Two'],
      ],
    ],
  )
  assert.deepEqual(
    lines(
      stepLine({
        title: 'How far',
        steps: [
          { title: 'Called in', says: '5 August', state: 'done' },
          { title: 'To be judged', state: 'now' },
        ],
      }),
    ),
    ['Called in\n5 August\nTo be judged (it is here now)'],
  )
})

test('what was struck and put in is so here, a language is kept, and what is folded up is unfolded', () => {
  assert.deepEqual(
    printed(html`<p>
        <del><span class="govuk-visually-hidden">It said: </span>home</del>
        <ins>homes</ins>, <span lang="cy">bore da</span><br />and more
      </p>
      ${details({ summary: 'How it was counted', text: html`<p>Day by day.</p>` })}`),
    [
      {
        kind: 'paragraph',
        runs: [
          { text: 'home', manner: 'struck' },
          { text: ' ' },
          { text: 'homes', manner: 'put-in' },
          { text: ', ' },
          { text: 'bore da', lang: 'cy' },
          { text: '\n' },
          { text: 'and more' },
        ],
      },
      { kind: 'paragraph', runs: [{ text: 'How it was counted', manner: 'strong' }] },
      { kind: 'paragraph', runs: [{ text: 'Day by day.' }] },
    ],
  )
})
