/**
 * Everything pages are made of, on one page, to look at: `node govuk/gallery.ts > gallery.html`, served where
 * `/assets/` is. The council, its people and its figures are invented. `gallery.test.ts` parses it.
 */
import { html, type Html } from '#platform/html.ts'
import { day, isWorkingDay, whyNotWorking } from '#platform/days.ts'
import {
  accordion,
  asking,
  authorityTree,
  backLink,
  barChart,
  breadcrumbs,
  button,
  callInTimeline,
  ceilingBar,
  cookieBanner,
  definitionList,
  details,
  exitThisPage,
  facts,
  feedback,
  findingsList,
  insetText,
  languageNavigation,
  notificationBanner,
  page,
  pager,
  pagination,
  panel,
  panes,
  passwordInput,
  questionPage,
  refusalPanel,
  searchAndFilter,
  sortableTable,
  statusTag,
  stepLine,
  summaryList,
  tabs,
  tasks,
  threadDrawing,
  warningText,
  layeredThread,
  comparedBars,
  gantt,
  onThisPage,
  optionsChart,
  sensitivityChart,
  type AuthorityNode,
  type ClockDay,
} from './index.ts'

const part = (title: string, ...content: readonly Html[]): Html =>
  html`<section class="govuk-!-margin-bottom-9"><h2 class="govuk-heading-l">${title}</h2>${content}</section>`

const inWords = (text: string): Html => html`<p class="govuk-body">${text}</p>`

const tree: AuthorityNode = {
  id: 'tree-decision',
  kind: 'decision',
  title: 'Care at home from 2025',
  href: '/decisions/LK-0412',
  says: 'Cabinet, 14 January 2025',
  status: { text: 'In effect', tone: 'good' },
  below: [
    {
      id: 'tree-b',
      kind: 'clause',
      title: 'Clause (b): delegate',
      href: '/decisions/LK-0412#b',
      says: 'to award and sign the contracts',
      below: [
        {
          id: 'tree-m4',
          kind: 'mandate',
          title: 'Director of Adult Care',
          href: '/mandates/M-4',
          value: '£4,200,000 over its whole life',
          ceiling: { granted: 420000000n, used: 118500000n, passedOn: 90000000n, left: 211500000n },
          below: [
            {
              id: 'tree-a1',
              kind: 'act',
              title: 'Award: zone north',
              href: '/acts/A-11',
              value: '£1,185,000',
              says: '3 March 2025',
              status: { text: 'Done', tone: 'good' },
            },
            {
              id: 'tree-s1',
              kind: 'sub-mandate',
              title: 'Head of Commissioning',
              href: '/mandates/M-7',
              value: '£900,000',
              ceiling: { granted: 90000000n, used: 21400000n, passedOn: 0n, left: 68600000n },
              below: [
                {
                  id: 'tree-a2',
                  kind: 'act',
                  title: 'Call-off: night visits',
                  href: '/acts/A-15',
                  value: '£214,000',
                  status: { text: 'Done', tone: 'good' },
                },
                {
                  id: 'tree-a3',
                  kind: 'act',
                  title: 'Call-off: rural top-up',
                  href: '/acts/A-19',
                  value: '£710,000',
                  status: { text: 'Refused', tone: 'bad' },
                },
              ],
            },
          ],
        },
      ],
    },
  ],
}

const manyBranches: AuthorityNode = {
  id: 'many',
  kind: 'mandate',
  title: 'Director of Children’s Services',
  href: '/mandates/M-9',
  value: '£600,000',
  below: ['North', 'East', 'South', 'West', 'Central'].map((zone, at) => ({
    id: `many-${at}`,
    kind: 'sub-mandate',
    title: `Manager, ${zone} locality`,
    href: `/mandates/M-1${at}`,
    value: '£100,000 each financial year',
    says: 'short breaks for disabled children',
  })),
}

/** Five clear working days, counted here so that the drawing does not wait for the rule. */
function clock(published: string): { counted: ClockDay[]; lastDay: Temporal.PlainDate } {
  const counted: ClockDay[] = [{ day: day(published), counts: false, why: 'the day of publication, not counted' }]
  let lastDay = day(published)
  for (let number = 0; number < 5;) {
    lastDay = lastDay.add({ days: 1 })
    const counts = isWorkingDay(lastDay)
    if (counts) number += 1
    counted.push({ day: lastDay, counts, why: counts ? `day ${number}` : (whyNotWorking(lastDay) ?? '') })
  }
  return { counted, lastDay }
}

const easter = clock('2018-03-28')

const wrong = asking({
  values: { title: 'Care at home', limit: 'lots', 'until-day': '31', 'until-month': '2', 'until-year': '2027' },
  errors: {
    limit: 'Enter the limit in pounds, such as 250,000',
    verb: 'Choose what the clause does',
    until: 'The last day must be a real day',
  },
})

const question = questionPage({
  ask: wrong,
  caption: 'Decision LK-0412, clause (b)',
  heading: 'What does this clause allow?',
  lead: 'Read the clause as it was signed. What it does not say, it does not allow.',
  hidden: html`<input type="hidden" name="_csrf" value="gallery">`,
  action: '/decisions/LK-0412/clauses/b',
  fields: [
    wrong.input({ name: 'title', label: 'What it is about' }),
    wrong.radios({
      name: 'verb',
      legend: { text: 'What it does', classes: 'govuk-fieldset__legend--s' },
      items: [
        { value: 'approve', text: 'Approve', hint: 'the thing itself' },
        {
          value: 'delegate',
          text: 'Delegate',
          hint: 'gives power to a post',
          conditional: wrong.input({ name: 'post', label: 'To which post?', classes: 'govuk-!-width-two-thirds' }),
        },
        { divider: 'or' },
        { value: 'note', text: 'Note', hint: 'nothing follows from it' },
      ],
    }),
    wrong.input({
      name: 'limit',
      label: 'Limit in pounds',
      prefix: '£',
      inputmode: 'decimal',
      classes: 'govuk-input--width-10',
      hint: 'Leave it empty where the clause states none',
    }),
    wrong.dateInput({
      name: 'until',
      legend: { text: 'Until', classes: 'govuk-fieldset__legend--s' },
      hint: 'For example, 31 3 2027',
    }),
    wrong.checkboxes({
      name: 'conditions',
      legend: { text: 'Conditions', classes: 'govuk-fieldset__legend--s' },
      items: [
        { value: 'consult', text: 'Consult the Cabinet Member first' },
        { value: 'report', text: 'Report back to Cabinet' },
        { divider: 'or' },
        { value: 'none', text: 'No conditions', behaviour: 'exclusive' },
      ],
    }),
    wrong.select({
      name: 'basis',
      label: 'The limit is counted',
      items: [
        { value: 'life', text: 'over its whole life' },
        { value: 'year', text: 'each financial year' },
      ],
    }),
    wrong.characterCount({ name: 'words', label: 'The words of the clause', maxlength: 2000 }),
    wrong.fileUpload({ name: 'report', label: 'The report', hint: 'PDF or Word', javascript: true }),
    passwordInput({ name: 'password', label: 'Password' }),
  ],
  buttonText: 'Save and continue',
  cancel: { text: 'Cancel', href: '/decisions/LK-0412' },
  hasFiles: true,
})

const body = html`
<h1 class="govuk-heading-xl">Everything pages are made of</h1>
${part(
  'Pictures',
  ceilingBar({
    id: 'bar-1',
    title: 'Director of Adult Care: ceiling over its whole life',
    granted: 420000000n,
    used: 118500000n,
    passedOn: 90000000n,
    forecast: 130000000n,
    left: 211500000n,
  }),
  ceilingBar({
    id: 'bar-2',
    title: 'Night visits: the forecast goes beyond the ceiling',
    granted: 90000000n,
    used: 61400000n,
    passedOn: 0n,
    forecast: 40000000n,
    left: 28600000n,
  }),
  authorityTree({ title: 'Where the authority comes from', root: tree }),
  authorityTree({ title: 'One post, many branches', root: manyBranches }),
  threadDrawing({
    title: 'Who decided this payment?',
    steps: [
      {
        kind: 'Decision',
        title: 'Care at home from 2025',
        href: '/decisions/LK-0412',
        says: 'Cabinet, 14 January 2025',
        status: { text: 'In effect', tone: 'good' },
      },
      {
        act: {
          text: 'Awarded by the Director of Adult Care',
          href: '/acts/A-11',
          says: '3 March 2025, under mandate M-4',
        },
        kind: 'Contract',
        title: 'Zone north: Wren Care Cooperative',
        href: '/contracts/C-3',
        value: '£1,185,000',
      },
      {
        act: { text: 'Placed by a broker', href: '/acts/A-40', says: '2 June 2025, under mandate M-12' },
        kind: 'Placement',
        title: 'Two visits a day',
        href: '/placements/P-88',
        value: '£412.50 a week',
      },
      {
        act: { text: 'Paid by the pay run of week 24', href: '/acts/A-93', says: '20 June 2025' },
        kind: 'Invoice line',
        title: '14 visits in the week from 9 June',
        value: '£412.50',
        here: true,
      },
    ],
  }),
  layeredThread({
    title: 'From need to pound',
    layers: [
      {
        title: 'Need',
        nodes: [{ kind: 'Need', title: '812 people have care at home', says: 'Census of the service, May 2025' }],
      },
      {
        title: 'Decision',
        nodes: [
          {
            kind: 'Decision',
            title: 'Care at home from 2025',
            href: '/decisions/LK-0412',
            value: '£9,140,000 a year',
            status: { text: 'In effect', tone: 'good' },
            act: { text: 'Decided by Cabinet', href: '/acts/A-2' },
          },
        ],
      },
    ],
  }),
  gantt({
    id: 'plan',
    title: 'A plan',
    today: day('2022-08-10'),
    goal: { day: day('2022-12-01'), words: 'The service must start' },
    bars: [
      { title: 'The contract that runs', from: day('2022-05-01'), until: day('2022-12-01'), look: 'given' },
      { title: 'Consultation on the specification', from: day('2022-06-01'), until: day('2022-07-13'), look: 'done' },
      {
        title: 'Cabinet decides',
        from: day('2022-08-04'),
        until: day('2022-08-05'),
        look: 'late',
        gate: true,
        note: 'late by 6 days',
      },
      { title: 'Call-in', from: day('2022-08-05'), until: day('2022-08-13'), look: 'least' },
      {
        title: 'Handover',
        from: day('2022-09-01'),
        until: day('2022-12-01'),
        look: 'critical',
        tooEarly: { until: day('2022-09-15'), words: '14 days before the contract is signed' },
      },
    ],
  }),
  optionsChart({
    id: 'options',
    title: 'Options by their points',
    most: 500,
    criteria: [
      { title: 'The same carer', weight: 60 },
      { title: 'Cost', weight: 40 },
    ],
    options: [
      {
        title: 'A framework of eight zones',
        rank: 1,
        points: [300, 80],
        total: 380,
        cost: '£9,000,000',
        recommended: true,
      },
      { title: 'Go on as now', rank: 2, points: [60, 120], total: 180 },
    ],
  }),
  sensitivityChart({
    id: 'weights',
    title: 'Which weight would change what comes first',
    rows: [
      {
        criterion: 'Cost',
        weight: 40,
        says: 'Above 62.5% going on as now would come first.',
        stretches: [
          { from: 0, to: 62.5, first: 'A framework', holds: true },
          { from: 62.5, to: 100, first: 'Go on as now', holds: false },
        ],
      },
    ],
  }),
  comparedBars({
    id: 'ages',
    title: 'Members beside the people of the area',
    of: 'Age',
    wholeTitle: 'people of the area',
    partTitle: 'members',
    rows: [
      { label: 'Under 30', whole: 3550, part: 2100, gap: '15 percentage points fewer than in the area' },
      { label: '30 and over', whole: 6450, part: null, gap: 'too few to show' },
    ],
  }),
  callInTimeline({
    ...clock('2022-08-05'),
    title: 'Published on Friday 5 August 2022',
    effective: day('2022-08-13'),
    closesAt: '17:00',
    today: day('2022-08-10'),
  }),
  callInTimeline({
    ...easter,
    title: 'Published before Easter 2018',
    effective: day('2018-04-07'),
    calledIn: day('2018-04-04'),
  }),
  stepLine({
    title: 'How far a call-in is',
    steps: [
      { title: 'Called in', says: '5 August 2022', state: 'done' },
      { title: 'Heard', says: 'by 26 August', state: 'now' },
      { title: 'Reconsidered', state: 'later' },
      { title: 'Released', state: 'ended' },
    ],
  }),
  barChart({
    id: 'zones',
    title: 'Hours of care at home asked for each week',
    of: 'Zone',
    amount: 'Hours',
    bars: [
      { label: 'North', value: 4120, shown: '4,120 hours' },
      { label: 'East, with the villages along the Lark valley', value: 2980, shown: '2,980 hours', marked: true },
      { label: 'South', value: 3410, shown: '3,410 hours' },
      { label: 'Islands', value: 0, shown: 'none' },
    ],
  }),
)}
${part(
  'What the rules say',
  findingsList([
    {
      weight: 'error',
      says: 'The lots add up to £1,240,000; the contract is for £1,200,000.',
      working: ['£520,000 for zone north', '£720,000 for zone south', '£520,000 + £720,000 = £1,240,000'],
    },
    {
      weight: 'not-met',
      says: '27 clear days’ notice was given; 28 are needed.',
      sources: [
        {
          words: 'SI 2012/2089, reg 9',
          title: 'Regulations on meetings and access to information, 2012',
          href: 'https://www.legislation.gov.uk/uksi/2012/2089/regulation/9',
        },
      ],
    },
    {
      weight: 'warning',
      says: 'The form says 4 August, the signature 5 August.',
      link: { text: 'See where', href: '#where' },
    },
    { weight: 'met', says: 'Call-in has passed: five clear working days ended on 12 August 2022.' },
    { weight: 'note', says: 'The decision names no end day.' },
  ]),
)}
${part(
  'Saying no',
  refusalPanel({
    what: 'This award cannot be signed today',
    because: [
      '£710,000 is asked for; £686,000 is left under mandate M-7.',
      'The condition “consult the Cabinet Member first” is not evidenced.',
    ],
    next: 'Ask the Director of Adult Care to sign, or to pass on £24,000 more, and record the consultation.',
  }),
)}
${part(
  'Tasks',
  tasks([
    {
      title: 'Before publishing',
      tasks: [
        { title: 'Record the decision', href: '/x', state: 'done' },
        { title: 'Finance comments', href: '/x', hint: 'Asked on 4 August', state: 'in-progress' },
        { title: 'Legal comments', href: '/x', state: 'not-started' },
        { title: 'Equality analysis', href: '/x', state: 'problem' },
        { title: 'Publish', state: 'cannot-start' },
      ],
    },
  ]),
)}
${part(
  'Facts',
  facts({
    title: 'Mandate M-4',
    rows: [
      { key: 'Held by', value: 'Director of Adult Care', change: { href: '/x' } },
      { key: 'Powers', value: ['Award contracts', 'Sign contracts'], change: { href: '/x' } },
      { key: 'Until', value: null },
    ],
  }),
  facts({
    rows: [
      { key: 'Reference', value: 'LK-0412' },
      { key: 'Kind', value: 'Key decision' },
    ],
  }),
  summaryList({
    rows: [
      {
        key: 'State',
        value: {
          text: html`${statusTag('In force', 'good')} ${statusTag('Called in', 'bad')}
    ${statusTag('Waiting', 'waiting')} ${statusTag('Draft')} ${statusTag('Ended', 'ended')}`,
        },
      },
    ],
  }),
  definitionList([
    { term: 'Mandate', means: 'A power granted to a post.' },
    { term: 'Act', means: 'An exercise of a power under a mandate.' },
  ]),
)}
${part(
  'Search and filter',
  searchAndFilter({
    action: '/decisions',
    search: { name: 'q', label: 'Search decisions', value: 'care at home' },
    filters: asking({ lists: { kind: ['key'] } }).checkboxes({
      name: 'kind',
      legend: { text: 'Kind', classes: 'govuk-fieldset__legend--s' },
      classes: 'govuk-checkboxes--small',
      items: [
        { value: 'key', text: 'Key decisions' },
        { value: 'officer', text: 'Officer decisions' },
      ],
    }),
    chosen: [{ text: 'Key decisions', href: '/decisions?q=care' }],
    clear: '/decisions',
    count: '312 decisions',
    results: html`${sortableTable({
      caption: 'Decisions',
      hideCaption: true,
      columns: [
        { key: 'title', text: 'Decision', sorts: true },
        { key: 'day', text: 'Decided', sorts: true },
        { key: 'value', text: 'Amount', numeric: true, sorts: true },
        { key: 'state', text: 'State' },
      ],
      sortedBy: { key: 'day', direction: 'descending' },
      sortHref: (key, direction) => `/decisions?sort=${key}&direction=${direction}`,
      rows: [
        [
          html`<a class="govuk-link" href="/x">Care at home from 2025</a>`,
          '14 Jan 2025',
          '£4,200,000',
          statusTag('In effect', 'good'),
        ],
        [
          html`<a class="govuk-link" href="/x">Short breaks offer</a>`,
          '20 Nov 2024',
          '£600,000',
          statusTag('Called in', 'bad'),
        ],
        [
          html`<a class="govuk-link" href="/x">Everyday life activities</a>`,
          '4 Aug 2024',
          '£1,000,000',
          statusTag('Published', 'waiting'),
        ],
      ],
    })}${onThisPage([['answer', 'What did people answer?']])}${pager({ previous: '/x?page=1', next: '/x?page=3', label: '21 to 40 of 312 decisions' })}`,
  }),
)}
${part(
  'Two panes',
  panes({
    leftLabel: 'The document',
    rightLabel: 'What was read in it',
    reading: true,
    left: html`<h3 class="govuk-heading-m">Record of decision</h3>${[
      'The Cabinet agreed the following.',
      '(a) to approve the plan for care at home;',
      '(b) to delegate the award to the Director of Adult Care.',
    ].map(inWords)}`,
    right: facts({
      rows: [
        { key: 'Decided by', value: 'Cabinet' },
        { key: 'Clauses', value: 2 },
      ],
    }),
  }),
)}
${part('A question with something to put right', question)}
${part(
  'Other components',
  backLink({ href: '/x' }),
  breadcrumbs({ items: [{ text: 'Home', href: '/' }, { text: 'Here' }] }),
  notificationBanner({ text: 'The decision was published at 9:14.', type: 'success', disableAutoFocus: true }),
  panel({ title: 'Decision recorded', text: html`Your reference<br><strong>LK-0412</strong>`, headingLevel: 3 }),
  warningText({ text: 'Nobody may act on this decision before 13 August.' }),
  insetText({ text: 'It can take up to 8 weeks to publish a report.' }),
  details({ summary: 'Why we ask', text: 'Because silence is not permission.' }),
  html`<div class="govuk-button-group">${button({ text: 'Save' })}${button({
    text: 'Later',
    classes: 'govuk-button--secondary',
  })}${button({ text: 'Withdraw', classes: 'govuk-button--warning' })}${button({
    text: 'Start',
    href: '/x',
    isStartButton: true,
  })}</div>`,
  tabs({
    idPrefix: 'tab',
    items: [
      { label: 'Past day', panel: inWords('One') },
      { label: 'Past week', panel: inWords('Two') },
    ],
  }),
  accordion({
    id: 'accordion',
    headingLevel: 3,
    items: [
      { heading: 'The law', content: 'SI 2012/2089' },
      { heading: 'The constitution', content: 'Part 4', expanded: true },
    ],
  }),
  pagination({
    previous: { href: '/x' },
    next: { href: '/x' },
    items: [
      { number: 1, href: '/x' },
      { number: 2, href: '/x', current: true },
      { ellipsis: true },
      { number: 9, href: '/x' },
    ],
  }),
  languageNavigation({
    items: [
      { text: 'English', lang: 'en' },
      { text: 'Cymraeg', lang: 'cy', href: '/cy' },
    ],
  }),
  exitThisPage(),
  feedback({ title: 'What do you think of this page?', text: 'Tell us.' }),
  cookieBanner({
    messages: [
      { heading: 'Cookies', text: 'Only those that sign you in.', actions: [{ text: 'Hide', type: 'button' }] },
    ],
  }),
)}
`

/** The gallery as a whole page. */
export const gallery = (): Html =>
  page({
    title: 'Gallery',
    council: { name: 'Larkshire Council', colour: '#1d4f63' },
    nav: [
      { text: 'Decisions', href: '/decisions', current: true },
      { text: 'Mandates', href: '/mandates' },
      { text: 'Acts', href: '/acts' },
      { text: 'Read a document', href: '/read' },
    ],
    signedInAs: {
      name: 'Ada Lark',
      post: 'Director of Adult Care',
      links: [{ text: 'Change person', href: '/people' }],
      signOut: { action: '/sign-out', fields: html`<input type="hidden" name="_csrf" value="gallery">` },
    },
    phase: { tag: 'Demo', text: 'Larkshire and everybody in it is invented.' },
    back: '/decisions',
    footerLinks: [
      { text: 'Accessibility', href: '/accessibility' },
      { text: 'Privacy', href: '/privacy' },
      { text: 'Open data', href: '/data' },
    ],
    body,
  })

if (import.meta.main) process.stdout.write(gallery().toString())
