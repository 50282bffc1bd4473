import type { Power } from '#authority'
import type { Verb } from '#decisions'

/**
 * Larkshire's decisions, invented, in the shapes that real ones have: a framework for care at home, a co-production network, a
 * purchasing system, a short-breaks offer, a merger of two arrangements. Days are counted back from the day of first start.
 */
export type DemoGrant = {
  holder: string
  powers: Power[]
  scope: string
  ceiling?: { basis: 'whole-life' | 'financial-year' | 'each-act'; pence: number } | { basis: 'no-limit' } | null
  mayDelegate?: boolean
  conditions?: (
    | { kind: 'consult'; key: string; post: string; words: string }
    | { kind: 'procedure'; key: string; words: string }
    | { kind: 'report-back'; key: string; words: string; withinDays: number }
  )[]
}
export type DemoClause = { label: string; verb: Verb; words: string; gives?: DemoGrant[] }

/** A call-in of one clause, on one of Larkshire's grounds, and how it was heard and reconsidered where it was. */
export type CalledIn = {
  label: string
  ago: number
  chosen: number
  grounds: string
  heard?: { judgedAgo: number; ago: number; says: string; reconsideredAgo: number; words: string; reasons: string }
}

export type DemoRecord = {
  title: string
  identifiers?: string[]
  maker: string
  signer: string
  subject: string
  pence: number | null | 'none'
  isKey: boolean
  callable: boolean
  purpose: string
  reasons: string
  /** Words of the reasons that the public may not have: a bid, exempt under paragraph 3. */
  withheld?: string
  /** The words of a report that is attached. */
  report?: string
  alternatives?: string
  author: string
  wards?: string
  clauses: DemoClause[]
  /** How long ago it was signed, in days; how long ago published; absent where it has not come so far. */
  signedAgo?: number
  /** How a key decision was made known before it was taken, when not by 28 clear days’ notice. */
  notice?: 'exception' | 'urgent'
  publishedAgo?: number
  upTo: 'draft' | 'proposed' | 'decided' | 'published'
  acts?: {
    ago: number
    post: string
    power: Power
    subject: string
    what: string
    pence: number
    grant: number
    evidence?: { condition: string; says: string }[]
  }[]
  passesOn?: { to: string; by: string; powers: Power[]; scope: string; pence: number; ago: number; words: string }
  calledIn?: CalledIn
}

const pounds = (amount: number) => amount * 100
const rules = {
  kind: 'procedure',
  key: 'contract-rules',
  words: 'in accordance with the Contract Procedure Rules',
} as const
const legal = {
  kind: 'consult',
  key: 'consult-legal',
  post: 'head-legal',
  words: 'following consultation with the Head of Legal Services',
} as const

export const records: DemoRecord[] = [
  {
    title: 'Care at home: framework from next autumn',
    identifiers: ['CAB/031'],
    maker: 'cabinet',
    signer: 'Hugo',
    subject: 'adults/care-at-home',
    pence: pounds(46_000_000),
    isKey: true,
    callable: true,
    author: 'Priya Larkin, Head of Commissioning',
    wards: 'All wards',
    purpose: 'To replace the care at home contracts when they end.',
    reasons:
      'About 800 people a day rely on care at home, the present contracts end next autumn, and the number of hours has grown by a tenth in three years.',
    alternatives:
      'Extending the present contracts was rejected because the option to extend has been used. Bringing the service in-house was rejected because of its cost in the first two years.',
    clauses: [
      {
        label: 'a',
        verb: 'approve',
        words:
          'That the commissioning of a framework for care at home, for five years from next autumn and worth up to £46,000,000 in all, be approved.',
      },
      {
        label: 'b',
        verb: 'delegate',
        words:
          'That authority be delegated to the Director of Adult Social Care to run the procurement and, following consultation with the Head of Legal Services and in accordance with the Contract Procedure Rules, to award and enter into the contracts.',
        gives: [
          {
            holder: 'director-adults',
            powers: ['award', 'contract'],
            scope: 'adults/care-at-home',
            ceiling: { basis: 'whole-life', pence: pounds(46_000_000) },
            mayDelegate: true,
            conditions: [legal, rules],
          },
        ],
      },
      {
        label: 'c',
        verb: 'authorise',
        words: 'That the Head of Commissioning be authorised to consult on the specification and publish the notices.',
        gives: [
          {
            holder: 'head-commissioning',
            powers: ['consult', 'procure', 'publish-notice'],
            scope: 'adults/care-at-home',
          },
        ],
      },
      { label: 'd', verb: 'note', words: 'That the timetable be noted.' },
    ],
    signedAgo: 96,
    publishedAgo: 94,
    upTo: 'published',
    acts: [
      {
        ago: 80,
        post: 'head-commissioning',
        power: 'consult',
        subject: 'adults/care-at-home',
        what: 'Six-week consultation on the specification opened',
        pence: 0,
        grant: 1,
      },
      {
        ago: 32,
        post: 'head-commissioning',
        power: 'publish-notice',
        subject: 'adults/care-at-home',
        what: 'Tender notice published',
        pence: 0,
        grant: 1,
      },
      {
        ago: 9,
        post: 'director-adults',
        power: 'award',
        subject: 'adults/care-at-home',
        what: 'Lot 1 (north) awarded to Brookfield Care (invented)',
        pence: pounds(11_200_000),
        grant: 0,
        evidence: [
          { condition: 'consult-legal', says: 'Edmund Starling agreed the terms by e-mail' },
          { condition: 'contract-rules', says: 'Rule 12 checklist, signed by the panel' },
        ],
      },
      {
        ago: 6,
        post: 'director-adults',
        power: 'award',
        subject: 'adults/care-at-home',
        what: 'Lot 2 (coast) awarded to Saltmarsh Support (invented)',
        pence: pounds(8_450_000),
        grant: 0,
        evidence: [
          { condition: 'consult-legal', says: 'Edmund Starling agreed the terms by e-mail' },
          { condition: 'contract-rules', says: 'Rule 12 checklist, signed by the panel' },
        ],
      },
    ],
    passesOn: {
      to: 'head-commissioning',
      by: 'Ada',
      powers: ['contract'],
      scope: 'adults/care-at-home',
      pence: pounds(500_000),
      ago: 5,
      words: 'Sign variations of call-off contracts for care at home',
    },
  },
  {
    title: 'A host for the autism co-production network',
    identifiers: ['OD 2084-L'],
    maker: 'director-adults',
    signer: 'Ada',
    subject: 'adults/autism',
    pence: pounds(15_000),
    isKey: false,
    callable: false,
    author: 'Priya Larkin, Head of Commissioning',
    wards: 'All wards',
    purpose: 'To commission a host organisation for a network of autistic people, their families and carers.',
    reasons:
      'Autistic people should shape the services that they use. Two years at £7,500 a year come from the existing revenue budget. A smaller host was sounded out and asked for £6,400 a year.',
    withheld: 'A smaller host was sounded out and asked for £6,400 a year.',
    report:
      'A network for autistic people: what 41 of them told us, and what it takes to host one. (Invented, for the demonstration.)',
    clauses: [
      {
        label: '1',
        verb: 'authorise',
        words:
          'That the Head of Commissioning be authorised to invite quotations and to commit up to £15,000 over two years for a host organisation.',
        gives: [
          {
            holder: 'head-commissioning',
            powers: ['procure', 'commit'],
            scope: 'adults/autism',
            ceiling: { basis: 'whole-life', pence: pounds(15_000) },
            conditions: [
              {
                kind: 'report-back',
                key: 'report',
                words: 'report to the Director within 90 days of each commitment',
                withinDays: 90,
              },
            ],
          },
        ],
      },
    ],
    signedAgo: 71,
    publishedAgo: 70,
    upTo: 'published',
    acts: [
      {
        ago: 60,
        post: 'head-commissioning',
        power: 'procure',
        subject: 'adults/autism',
        what: 'Invitation to quote sent to five organisations',
        pence: 0,
        grant: 0,
      },
      {
        ago: 20,
        post: 'head-commissioning',
        power: 'commit',
        subject: 'adults/autism',
        what: 'First year with Lantern Network (invented)',
        pence: pounds(7_500),
        grant: 0,
      },
    ],
  },
  {
    title: 'Everyday life activities: dynamic purchasing system',
    identifiers: ['22/00073-L'],
    maker: 'cabinet-member-adults',
    signer: 'Desmond',
    subject: 'adults/everyday-life',
    pence: pounds(960_000),
    isKey: true,
    callable: true,
    author: 'Priya Larkin, Head of Commissioning',
    purpose: 'To let people choose activities and support from a list of providers that is open all the time.',
    reasons:
      'The present framework ends this winter. Rates agreed once for all keep personal budgets comparable, and providers can join at any time.',
    alternatives: 'A new closed framework was rejected because small providers could not join it later.',
    clauses: [
      {
        label: 'a',
        verb: 'approve',
        words: 'Approve the creation of a dynamic purchasing system for everyday life activities.',
      },
      {
        label: 'b',
        verb: 'approve',
        words: 'Approve the opening of the system to new providers every quarter.',
        gives: [{ holder: 'head-commissioning', powers: ['admit', 'publish-notice'], scope: 'adults/everyday-life' }],
      },
      {
        label: 'c',
        verb: 'delegate',
        words:
          'Delegate authority to the Director of Adult Social Care to finalise the terms of and enter into the contracts needed.',
        gives: [
          {
            holder: 'director-adults',
            powers: ['contract', 'implement'],
            scope: 'adults/everyday-life',
            ceiling: null,
          },
        ],
      },
    ],
    signedAgo: 45,
    publishedAgo: 44,
    upTo: 'published',
    calledIn: {
      label: 'b',
      ago: 43,
      chosen: 2,
      grounds:
        'A provider that is refused would wait three months for its next chance, and nobody asked small clubs whether they can.',
      heard: {
        judgedAgo: 42,
        ago: 37,
        says: 'That the system be opened every month, as small clubs asked at the meeting.',
        reconsideredAgo: 35,
        words: 'Approve the opening of the system to new providers every month.',
        reasons: 'Scrutiny is right: the cost of opening it more often is small.',
      },
    },
    acts: [
      {
        ago: 30,
        post: 'head-commissioning',
        power: 'admit',
        subject: 'adults/everyday-life',
        what: 'First round: eleven providers admitted',
        pence: 0,
        grant: 0,
      },
      {
        ago: 16,
        post: 'director-adults',
        power: 'contract',
        subject: 'adults/everyday-life',
        what: 'Contract with Willow Day Club (invented)',
        pence: pounds(182_000),
        grant: 1,
      },
    ],
  },
  {
    title: 'Short breaks for disabled children: procurement and grants',
    identifiers: ['CAB/029'],
    maker: 'cabinet',
    signer: 'Rosalind',
    subject: 'children/short-breaks',
    pence: pounds(1_850_000),
    isKey: true,
    callable: true,
    author: 'Tobias Fennimore, Director of Children’s Services',
    wards: 'All wards',
    purpose: 'To offer short breaks under clear and simple criteria.',
    reasons:
      'The present criteria reach fewer than one in five disabled children and are not applied alike. Procurement and grants together let small groups take part.',
    alternatives:
      'Doing nothing was rejected as unfair and unaffordable. Recommissioning the present services was rejected because families said that they do not fit.',
    clauses: [
      {
        label: 'i',
        verb: 'consider',
        words: 'To consider the responses to the consultation on the criteria and the offer.',
      },
      {
        label: 'ii',
        verb: 'authorise',
        words: 'To authorise the procurement of services for the new offer.',
        gives: [
          { holder: 'head-commissioning', powers: ['procure', 'publish-notice'], scope: 'children/short-breaks' },
        ],
      },
      {
        label: 'iii',
        verb: 'approve',
        words: 'To approve the use of grants for activities, up to £250,000 in each financial year.',
        gives: [
          {
            holder: 'director-children',
            powers: ['grant'],
            scope: 'children/short-breaks',
            ceiling: { basis: 'financial-year', pence: pounds(250_000) },
            conditions: [
              {
                kind: 'consult',
                key: 'consult-member',
                post: 'cabinet-member-children',
                words: 'following consultation with the Cabinet Member for Children',
              },
            ],
          },
        ],
      },
      {
        label: 'iv',
        verb: 'delegate',
        words:
          'To delegate authority to the Director of Children’s Services, following consultation with the Head of Legal Services, to enter into contracts.',
        gives: [
          {
            holder: 'director-children',
            powers: ['contract'],
            scope: 'children/short-breaks',
            ceiling: { basis: 'whole-life', pence: pounds(1_600_000) },
            conditions: [legal],
          },
        ],
      },
    ],
    signedAgo: 4,
    publishedAgo: 3,
    notice: 'exception',
    upTo: 'published',
    calledIn: {
      label: 'iv',
      ago: 1,
      chosen: 1,
      grounds: 'The report does not say how families without a social worker will be reached.',
    },
  },
  {
    title: 'Carers’ grants this winter',
    maker: 'director-adults',
    signer: 'Ada',
    subject: 'adults',
    pence: pounds(120_000),
    isKey: false,
    callable: true,
    author: 'Priya Larkin, Head of Commissioning',
    purpose: 'One-off grants to people who care for a relative.',
    reasons: 'Energy costs fall hardest on people who are at home all day.',
    clauses: [
      {
        label: 'a',
        verb: 'authorise',
        words: 'That the Head of Commissioning be authorised to award grants up to £120,000 in all.',
        gives: [
          {
            holder: 'head-commissioning',
            powers: ['grant'],
            scope: 'adults',
            ceiling: { basis: 'whole-life', pence: pounds(120_000) },
          },
        ],
      },
    ],
    signedAgo: 3,
    publishedAgo: 2,
    upTo: 'published',
  },
  {
    title: 'Community support for disabled children: one flexible framework',
    identifiers: ['CAB/033'],
    maker: 'cabinet',
    signer: 'Rosalind',
    subject: 'children/community-support',
    pence: pounds(6_400_000),
    isKey: true,
    callable: true,
    author: 'Tobias Fennimore, Director of Children’s Services',
    purpose: 'To bring two arrangements together into one.',
    reasons: 'Families move between the two arrangements and are assessed twice.',
    alternatives: 'Keeping both was rejected: it costs more and families told us that it confuses them.',
    clauses: [
      {
        label: 'a',
        verb: 'approve',
        words: 'That the two arrangements be brought together into one flexible framework for 2+1+1 years.',
      },
      {
        label: 'b',
        verb: 'delegate',
        words: 'That the award of contracts be delegated to the Director of Children’s Services.',
        gives: [
          {
            holder: 'director-children',
            powers: ['award', 'contract', 'extend'],
            scope: 'children/community-support',
            ceiling: { basis: 'whole-life', pence: pounds(6_400_000) },
            mayDelegate: true,
          },
        ],
      },
    ],
    signedAgo: 1,
    notice: 'urgent',
    upTo: 'decided',
  },
  {
    title: 'Night support at home: a pilot in two towns',
    maker: 'cabinet-member-adults',
    signer: 'Desmond',
    subject: 'adults/care-at-home',
    pence: pounds(310_000),
    isKey: false,
    callable: true,
    author: 'Priya Larkin, Head of Commissioning',
    purpose: 'To try support at night for people who would otherwise move to a care home.',
    reasons: 'Each move that is put off by a month pays for eleven nights of support.',
    clauses: [
      {
        label: 'a',
        verb: 'delegate',
        words: 'Delegate authority to the Director of Adult Social Care to enter into a contract for one year.',
        gives: [
          {
            holder: 'director-adults',
            powers: ['contract'],
            scope: 'adults/care-at-home',
            ceiling: { basis: 'whole-life', pence: pounds(310_000) },
          },
        ],
      },
    ],
    upTo: 'proposed',
  },
  {
    title: 'Respite beds: extension of the present contract',
    maker: 'director-adults',
    signer: 'Ada',
    subject: 'adults',
    pence: null,
    isKey: false,
    callable: true,
    author: 'Priya Larkin, Head of Commissioning',
    purpose: 'To extend the contract while the review is finished.',
    reasons: 'The review ends in spring.',
    clauses: [{ label: 'a', verb: 'authorise', words: 'That relevant officers be authorised to extend the contract.' }],
    upTo: 'draft',
  },
]
