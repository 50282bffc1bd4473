import {
  administrator,
  clearingOfficer,
  decisionMaker,
  democraticServices,
  financeOfficer,
  monitoringOfficer,
  networkHost,
  officer,
  scrutiny,
  type ConstitutionInput,
} from '#authority'
import type { NewCouncil } from '#platform/add-council.ts'
import { larkshireRecords } from './governance.ts'
import { fiveClearWorkingDays, pounds, subjects } from './parts.ts'

const from = '2012-09-10'
const mail = (name: string) => `${name}@larkshire.example`

/** The people of Larkshire, all invented; in the demo anybody may be any of them. */
export const people: NewCouncil['people'] = [
  {
    name: 'Priya Larkin',
    email: mail('priya.larkin'),
    roles: [officer],
    persona: 'Head of Commissioning. Drafts decisions, reads records, records acts.',
  },
  {
    name: 'Rosalind Thwaite',
    email: mail('rosalind.thwaite'),
    roles: [decisionMaker],
    persona: 'Leader of the Council. Presides over Cabinet and signs what it decides.',
  },
  {
    name: 'Desmond Okoro',
    email: mail('desmond.okoro'),
    roles: [decisionMaker],
    persona: 'Cabinet Member for Adult Social Care. Decides alone up to £1,000,000.',
  },
  {
    name: 'Ada Quill',
    email: mail('ada.quill'),
    roles: [decisionMaker, officer],
    persona: 'Director of Adult Social Care. Decides up to £500,000 and uses what Cabinet delegates.',
  },
  {
    name: 'Tobias Fennimore',
    email: mail('tobias.fennimore'),
    roles: [decisionMaker, officer],
    persona: 'Director of Children’s Services.',
  },
  {
    name: 'Hugo Pennyfeather',
    email: mail('hugo.pennyfeather'),
    roles: [democraticServices],
    persona: 'Head of Democratic Services. Publishes, and keeps the call-in clock.',
  },
  {
    name: 'Marguerite Vane',
    email: mail('marguerite.vane'),
    roles: [scrutiny],
    persona: 'Chairs Health and Care Scrutiny. Calls decisions in.',
  },
  {
    name: 'Basil Thornby',
    email: mail('basil.thornby'),
    roles: [scrutiny],
    persona: 'Member of Health and Care Scrutiny.',
  },
  {
    name: 'June Aldous',
    email: mail('june.aldous'),
    roles: [scrutiny],
    persona: 'Chair of the Council, and a member of Health and Care Scrutiny.',
  },
  {
    name: 'Ottoline Fairweather',
    email: mail('ottoline.fairweather'),
    roles: [scrutiny],
    persona: 'Parent governor, co-opted to Health and Care Scrutiny.',
  },
  {
    name: 'Edmund Starling',
    email: mail('edmund.starling'),
    roles: [monitoringOfficer, clearingOfficer],
    persona: 'Head of Legal Services and Monitoring Officer. Clears drafts for legal. Can put anything on hold.',
  },
  {
    name: 'Winifred Cole',
    email: mail('winifred.cole'),
    roles: [officer, financeOfficer, clearingOfficer],
    persona:
      'Chief Finance Officer (section 151). Clears drafts for finance. Watches limits, and can stop what would cost money.',
  },
  {
    name: 'Robin Ashgrove',
    email: mail('robin.ashgrove'),
    roles: [networkHost],
    persona: 'Works for Tarnbeck Voices, which hosts the autism network. Sees that network and nothing else.',
  },
  {
    name: 'Isolde Marchbank',
    email: mail('isolde.marchbank'),
    roles: [administrator],
    persona: 'Keeps the constitution and the accounts.',
  },
]

/** The grounds on which a decision of Larkshire may be called in. */
export const groundsOfCallIn = [
  'The reasons given do not bear the decision out',
  'People who will be affected were not consulted',
  'Other ways of doing it were not looked at',
  'It goes against the budget or the policy framework',
  'Its effects on equality were not weighed',
  'It was not made by whoever may make it',
]

const callInRule = {
  ...fiveClearWorkingDays,
  cutoffTime: '17:00',
  callers: [
    {
      all: [
        { who: 'chair' as const, least: 1 },
        { who: 'committee' as const, least: 1 },
      ],
    },
    { all: [{ who: 'members' as const, least: 3 }] },
  ],
  coopted: { posts: ['scrutiny-coopted'], may: false },
  committees: ['scrutiny-committee'],
  chairs: ['scrutiny-chair'],
  grounds: { list: groundsOfCallIn, particulars: true },
  hearing: { days: 15, unit: 'working' as const, otherwise: 'waits' as const },
  reconsideration: { days: 10, unit: 'working' as const, otherwise: 'waits' as const },
  council: 'outside-framework' as const,
  waiver: { posts: ['council-chair', 'scrutiny-chair'] },
}

/** Larkshire, the demo council. It is invented, and so are its people. */
export const larkshire: ConstitutionInput = {
  inForceFrom: from,
  title: 'Constitution of Larkshire Council (invented)',
  subjects,
  posts: [
    { post: 'council', title: 'Full Council', kind: 'council', from },
    { post: 'cabinet', title: 'Cabinet', kind: 'cabinet', from },
    { post: 'leader', title: 'Leader of the Council', kind: 'member', from },
    { post: 'cabinet-member-adults', title: 'Cabinet Member for Adult Social Care', kind: 'member', from },
    { post: 'cabinet-member-children', title: 'Cabinet Member for Children', kind: 'member', from },
    { post: 'director-adults', title: 'Director of Adult Social Care', kind: 'officer', from },
    { post: 'director-children', title: 'Director of Children’s Services', kind: 'officer', from },
    { post: 'head-commissioning', title: 'Head of Commissioning', kind: 'officer', from },
    { post: 'head-legal', title: 'Head of Legal Services and Monitoring Officer', kind: 'officer', from },
    { post: 'chief-finance-officer', title: 'Chief Finance Officer (section 151)', kind: 'officer', from },
    { post: 'head-democratic-services', title: 'Head of Democratic Services', kind: 'officer', from },
    { post: 'scrutiny-chair', title: 'Chair of Health and Care Scrutiny', kind: 'member', from },
    { post: 'council-chair', title: 'Chair of the Council', kind: 'member', from },
    { post: 'council-vice-chair', title: 'Vice-Chair of the Council', kind: 'member', from },
    { post: 'scrutiny-committee', title: 'Health and Care Scrutiny Committee', kind: 'committee', from },
    { post: 'scrutiny-coopted', title: 'Co-opted member of Health and Care Scrutiny', kind: 'committee', from },
  ],
  holders: [
    { post: 'leader', email: mail('rosalind.thwaite'), from },
    { post: 'cabinet', email: mail('rosalind.thwaite'), from },
    { post: 'cabinet-member-adults', email: mail('desmond.okoro'), from },
    { post: 'cabinet', email: mail('desmond.okoro'), from },
    { post: 'cabinet-member-children', email: mail('rosalind.thwaite'), from },
    { post: 'director-adults', email: mail('ada.quill'), from },
    { post: 'director-children', email: mail('tobias.fennimore'), from },
    { post: 'head-commissioning', email: mail('priya.larkin'), from },
    { post: 'head-legal', email: mail('edmund.starling'), from },
    { post: 'chief-finance-officer', email: mail('winifred.cole'), from },
    { post: 'head-democratic-services', email: mail('hugo.pennyfeather'), from },
    { post: 'scrutiny-chair', email: mail('marguerite.vane'), from },
    ...['marguerite.vane', 'basil.thornby', 'june.aldous'].map((name) => ({
      post: 'scrutiny-committee',
      email: mail(name),
      from,
    })),
    ...['rosalind.thwaite', 'desmond.okoro', 'marguerite.vane', 'basil.thornby', 'june.aldous'].map((name) => ({
      post: 'council',
      email: mail(name),
      from,
    })),
    { post: 'council-chair', email: mail('june.aldous'), from },
    { post: 'scrutiny-coopted', email: mail('ottoline.fairweather'), from },
  ],
  scheme: [
    {
      entry: '3.1',
      post: 'cabinet',
      powers: ['decide', 'decide-key'],
      scope: '',
      words: 'All executive functions',
      ceiling: { basis: 'no-limit' },
    },
    {
      entry: '3.2',
      post: 'cabinet-member-adults',
      powers: ['decide', 'decide-key'],
      scope: 'adults',
      words: 'Executive decisions on adult social care up to £1,000,000 each',
      ceiling: { basis: 'each-act', pence: pounds(1_000_000) },
    },
    {
      entry: '3.3',
      post: 'cabinet-member-children',
      powers: ['decide', 'decide-key'],
      scope: 'children',
      words: 'Executive decisions on children’s social care up to £1,000,000 each',
      ceiling: { basis: 'each-act', pence: pounds(1_000_000) },
    },
    {
      entry: '4.1',
      post: 'director-adults',
      powers: ['decide'],
      scope: 'adults',
      words: 'Operational decisions on adult social care up to £500,000 each',
      ceiling: { basis: 'each-act', pence: pounds(500_000) },
    },
    {
      entry: '4.2',
      post: 'director-children',
      powers: ['decide'],
      scope: 'children',
      words: 'Operational decisions on children’s social care up to £500,000 each',
      ceiling: { basis: 'each-act', pence: pounds(500_000) },
    },
    {
      entry: '4.3',
      post: 'director-adults',
      powers: ['award', 'contract', 'extend', 'vary', 'commit', 'grant'],
      scope: 'adults',
      words: 'Contracts and grants for adult social care up to £250,000 each',
      ceiling: { basis: 'each-act', pence: pounds(250_000) },
      conditions: [
        { kind: 'procedure', key: 'contract-rules', words: 'in accordance with the Contract Procedure Rules' },
      ],
    },
    {
      entry: '4.4',
      post: 'director-children',
      powers: ['award', 'contract', 'extend', 'vary', 'commit', 'grant'],
      scope: 'children',
      words: 'Contracts and grants for children’s social care up to £250,000 each',
      ceiling: { basis: 'each-act', pence: pounds(250_000) },
      conditions: [
        { kind: 'procedure', key: 'contract-rules', words: 'in accordance with the Contract Procedure Rules' },
      ],
    },
    {
      entry: '4.5',
      post: 'head-commissioning',
      powers: ['consult', 'procure', 'publish-notice'],
      scope: '',
      words: 'Consultations, procurements and their notices for social care',
    },
    {
      entry: '4.6',
      post: 'head-commissioning',
      powers: ['decide', 'commit'],
      scope: 'adults',
      words: 'Commitments up to £25,000 in each financial year',
      ceiling: { basis: 'financial-year', pence: pounds(25_000) },
    },
    {
      entry: '4.7',
      post: 'head-commissioning',
      powers: ['commission'],
      scope: '',
      words: 'Opening commissions for social care, which commits nothing by itself',
    },
  ],
  settings: [
    {
      key: 'call-in',
      from,
      source: 'Part 4, scrutiny procedure rule 15',
      value: { ...fiveClearWorkingDays, minCallers: 3 },
    },
    { key: 'call-in', from: '2024-05-01', source: 'Part 4, scrutiny procedure rules 15 to 18', value: callInRule },
    {
      key: 'key-decision-threshold',
      from,
      source: 'Part 2, article 13',
      value: { pence: pounds(500_000), basis: 'whole-life' },
    },
    {
      key: 'key-test',
      from,
      source: 'Part 2, article 13',
      value: { wards: 2, local: 'a building where people are supported is opened or closed' },
    },
    {
      key: 'notices',
      from,
      source: 'Part 4, access to information rules 13 and 15',
      value: {
        'key-decision': { n: 28, unit: 'calendar' },
        'general-exception': { n: 5, unit: 'working' },
        'private-meeting': { n: 28, unit: 'calendar' },
        'private-meeting-again': { n: 5, unit: 'working' },
        agenda: { n: 5, unit: 'working' },
      },
    },
    {
      key: 'urgency-ladder',
      from,
      source: 'Part 4, access to information rule 16',
      value: { posts: ['scrutiny-chair', 'council-chair', 'council-vice-chair'] },
    },
    { key: 'publication-target', from, source: 'Part 4, access to information rule 20', value: { workingDays: 3 } },
    {
      key: 'recording-threshold',
      from,
      source: 'Part 3, officer scheme',
      value: { pence: pounds(100_000), basis: 'whole-life' },
    },
    {
      key: 'consultation-practice',
      from,
      source: 'Part 5, protocol on consultation',
      value: { leastDays: 42, leastWorkingDays: 28, daysAfterKeyDocument: 21 },
    },
    {
      key: 'small-numbers',
      from,
      source: 'Part 5, protocol on consultation',
      value: { threshold: 10, roundTo: 5, crossFrom: 100 },
    },
    ...larkshireRecords,
    {
      key: 'statutory-officers',
      from,
      source: 'Part 2, article 12',
      value: { monitoringOfficer: ['head-legal'], financeOfficer: ['chief-finance-officer'] },
    },
  ],
}
