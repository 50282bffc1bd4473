import {
  assessImpact,
  considerDuty,
  linkRecord,
  openCommission,
  owe,
  putNeed,
  putOption,
  putRisk,
  recommendOption,
  revisePlan,
  showCommission,
  weighCriteria,
} from '#commissions'
import { searchRegister } from '#decisions'
import type { Actor } from '#platform/use-case.ts'
import { workingDayBefore, type Step } from '../steps.ts'

const title = 'Care at home from next year'

/**
 * Larkshire's commission of care at home, invented: opened before the decision, planned backward, with options, risks, duties
 * and need, and one step that is late.
 */
export function commissionSteps(as: (name: string) => Actor, today: Temporal.PlainDate): Step[] {
  const known = { ref: '', decision: '' }
  const ago = (days: number) => workingDayBefore(today, days).toString()
  const editions = { timeline: 0, options: 0, risks: 0, duties: 0, need: 0 }
  return [
    {
      ago: 205,
      run: async (on) => {
        const opened = await on.does(as('Priya'), openCommission, {
          title,
          subject: 'adults/care-at-home',
          lead: 'director-adults',
          post: 'head-commissioning',
          why: 'The contracts for care at home end next year. About 800 people a day rely on them, and three lots had a single bidder last time.',
        })
        known.ref = opened.ref
      },
    },
    {
      ago: 204,
      run: async (on) => {
        for (const entry of needOf(ago))
          await on.does(as('Priya'), putNeed, {
            ref: known.ref,
            edition: editions.need++,
            why: 'Market position statement',
            entry,
          })
      },
    },
    {
      ago: 150,
      run: async (on) => {
        await on.does(as('Priya'), weighCriteria, {
          ref: known.ref,
          edition: editions.options++,
          why: 'Agreed with the carers’ forum',
          question: 'How should care at home be provided from next year?',
          criteria,
        })
        for (const option of options)
          await on.does(as('Priya'), putOption, {
            ref: known.ref,
            edition: editions.options++,
            why: 'Costed with finance',
            option,
          })
        await on.does(as('Priya'), recommendOption, {
          ref: known.ref,
          edition: editions.options++,
          why: 'Project board',
          option: 'framework',
          because:
            'It comes first on continuity and on the market, and the council’s own team could not be recruited in time. Doing it in-house is looked at again within two years.',
        })
      },
    },
    {
      ago: 140,
      run: async (on) => {
        for (const entry of duties)
          await on.does(as('Priya'), considerDuty, {
            ref: known.ref,
            edition: editions.duties++,
            why: 'Report to Cabinet',
            entry,
          })
        for (const entry of impacts)
          await on.does(as('Priya'), assessImpact, {
            ref: known.ref,
            edition: editions.duties++,
            why: 'Survey and carers’ forum',
            entry,
          })
      },
    },
    {
      ago: 90,
      run: async (on) => {
        const { decisions } = await on.asks(as('Priya'), searchRegister, { q: '"framework from next autumn"' })
        known.decision = decisions[0]?.ref ?? ''
        await on.does(as('Priya'), linkRecord, {
          ref: known.ref,
          record: known.decision,
          says: 'Cabinet’s approval of the framework',
        })
        await on.does(as('Priya'), linkRecord, {
          ref: known.ref,
          record: 'CON-2021-017',
          kind: 'Contract',
          says: 'The contracts that run now',
        })
        for (const risk of risksOf(today))
          await on.does(as('Priya'), putRisk, {
            ref: known.ref,
            edition: editions.risks++,
            why: 'Workshop with the project group',
            risk,
          })
        await on.does(as('Priya'), owe, {
          ref: known.ref,
          words: 'Look again into doing it in-house',
          source: 'Options appraisal, recommendation',
          owner: 'director-adults',
          due: today.add({ years: 2 }).toString(),
        })
      },
    },
    {
      ago: 33,
      run: async (on) => {
        await on.does(as('Priya'), revisePlan, {
          ref: known.ref,
          edition: editions.timeline++,
          why: 'The plan as Cabinet noted it',
          change: { kind: 'whole', plan: planOf(today, ago, known.decision, false) },
        })
      },
    },
    {
      ago: 5,
      run: async (on) => {
        await on.does(as('Priya'), revisePlan, {
          ref: known.ref,
          edition: editions.timeline++,
          why: 'Two lots are awarded; the hills are invited again',
          change: { kind: 'whole', plan: planOf(today, ago, known.decision, true) },
        })
        await on.does(as('Priya'), showCommission, {
          ref: known.ref,
          version: 1,
          isPublic: true,
          shows: ['timeline', 'options', 'risks', 'duties', 'need', 'owed'],
        })
      },
    },
  ]
}

const criteria = [
  { id: 'continuity', title: 'The same carer, and time', weight: 35 },
  { id: 'market', title: 'A market that lasts', weight: 25 },
  { id: 'cost', title: 'Cost over five years', weight: 25 },
  { id: 'start', title: 'Ready in time', weight: 15 },
]

const costs = (...millions: number[]) => millions.map((tenths, at) => ({ year: 2027 + at, pence: tenths * 10_000_000 }))
const scores = (...given: [criterion: string, score: number, why: string][]) =>
  given.map(([criterion, score, why]) => ({ criterion, score, why }))

const options = [
  {
    id: 'framework',
    kind: 'buy',
    title: 'A framework of eight zones',
    says: 'Five years, new providers admitted every year.',
    costs: costs(90, 91, 92, 93, 94),
    scores: scores(
      ['continuity', 4, 'Zones keep carers near the people they visit'],
      ['market', 4, 'Small providers can bid for one zone'],
      ['cost', 3, 'Rates rise with wages'],
      ['start', 4, 'The tender takes six weeks'],
    ),
  },
  {
    id: 'in-house',
    kind: 'in-house',
    title: 'The council’s own team',
    says: 'A team of 420 carers, employed by the council.',
    costs: costs(112, 101, 98, 97, 97),
    scores: scores(
      ['continuity', 5, 'Salaried carers stay longest'],
      ['market', 3, 'No market is needed, but none is left either'],
      ['cost', 2, 'Dear in the first two years'],
      ['start', 1, 'Recruiting takes two years'],
    ),
  },
  {
    id: 'as-now',
    kind: 'do-nothing',
    title: 'Go on as now',
    says: 'Spot purchases once the contracts end.',
    costs: costs(97, 99, 101, 103, 105),
    scores: scores(
      ['continuity', 1, 'Spot purchases change hands most'],
      ['market', 2, 'Three lots with a single bidder'],
      ['cost', 2, 'Spot rates are a tenth higher'],
      ['start', 5, 'Nothing changes'],
    ),
  },
  {
    id: 'grants',
    kind: 'grant',
    title: 'Grants to neighbourhood groups',
    says: 'Micro-providers, paid by grant.',
    costs: costs(84, 85, 86, 87, 88),
    scores: scores(
      ['continuity', 4, 'Neighbours stay'],
      ['market', 2, 'Too few groups outside the towns'],
      ['cost', 4, 'Low overheads'],
      ['start', 2, 'Groups must be found first'],
    ),
  },
]

const duties = [
  {
    duty: 'equality',
    considered:
      'Who would lose a carer they know when zones change hands, and what that means for people with dementia.',
    where: 'Report to Cabinet, paragraphs 5.1 to 5.6',
  },
  {
    duty: 'wellbeing',
    considered: 'Visits of a quarter of an hour end; people choose the time of the first.',
    where: 'Report to Cabinet, paragraph 4.3',
  },
  {
    duty: 'market',
    considered: 'Eight zones, so that small providers can bid and no one holds more than a third.',
    where: 'Market position statement, page 9',
  },
  {
    duty: 'best-value',
    considered: 'Costs of four options over five years, with what each buys.',
    where: 'Options appraisal',
  },
]

const impacts = [
  {
    characteristic: 'age',
    effect: 'both',
    evidence: 'Seven in ten people served are over 80; a survey of 212 of them.',
    mitigation: 'Nobody changes carer between November and March.',
  },
  {
    characteristic: 'disability',
    effect: 'better',
    evidence: 'Longer visits were asked for by six in ten.',
    mitigation: '',
  },
  {
    characteristic: 'sex',
    effect: 'none',
    evidence: 'Three in four carers are women; wages rise in every option.',
    mitigation: '',
  },
  {
    characteristic: 'race',
    effect: 'not-known',
    evidence: 'Too few answers from people who speak another language at home.',
    mitigation: '',
  },
]

function risksOf(today: Temporal.PlainDate) {
  const review = (days: number) => today.add({ days }).toString()
  return [
    {
      id: 'few-bidders',
      title: 'A single bidder in the hills',
      says: 'Long roads and few carers.',
      owner: 'head-commissioning',
      likelihood: 4,
      impact: 4,
      mitigation: 'A rural rate, and a second invitation',
      reviewOn: review(12),
    },
    {
      id: 'handover',
      title: 'People lose their carer at the handover',
      says: '',
      owner: 'director-adults',
      likelihood: 3,
      impact: 5,
      mitigation: 'Carers move over with the people they visit where they wish to',
      reviewOn: review(30),
    },
    {
      id: 'challenge',
      title: 'A bidder challenges the award',
      says: '',
      owner: 'head-legal',
      likelihood: 2,
      impact: 4,
      mitigation: 'A standstill is kept although none is needed; scores have their reasons',
      reviewOn: review(45),
    },
    {
      id: 'wages',
      title: 'Wages rise faster than the rates',
      says: '',
      owner: 'chief-finance-officer',
      likelihood: 4,
      impact: 3,
      mitigation: 'Rates follow the living wage each April',
      reviewOn: review(60),
    },
  ]
}

function needOf(ago: (days: number) => string) {
  const figure = (id: string, topic: string, measure: string, cohort: string, value: number, unit: string) => ({
    kind: 'figure',
    figure: {
      id,
      topic,
      measure,
      cohort,
      value,
      unit,
      on: ago(240),
      source: 'Larkshire market position statement (invented)',
    },
  })
  const lot = (id: string, name: string, bidders: number) => ({
    kind: 'lot',
    lot: { id, title: name, bidders, on: ago(240), source: 'Last tender' },
  })
  return [
    figure('users-older', 'users', 'People with care at home each day', 'Aged 65 and over', 640, 'people'),
    figure('users-younger', 'users', 'People with care at home each day', 'Aged 18 to 64', 160, 'people'),
    figure('spend-north', 'spend', 'Spend in the last financial year', 'North', 310_000_000, 'pence'),
    figure('spend-coast', 'spend', 'Spend in the last financial year', 'Coast', 405_000_000, 'pence'),
    figure('spend-hills', 'spend', 'Spend in the last financial year', 'Hills', 199_000_000, 'pence'),
    figure('population', 'population', 'People of 80 and over who live alone', 'Larkshire', 9200, 'people'),
    figure('unmet', 'sufficiency', 'Hours a week that nobody could be found for', 'Hills', 118, 'hours'),
    lot('north', 'North', 4),
    lot('coast', 'Coast', 5),
    lot('hills', 'Hills', 1),
    {
      kind: 'exit',
      exit: {
        id: 'elm',
        provider: 'Elmtree Home Care (invented)',
        on: ago(300),
        says: 'Could not find carers for the hills; its 31 people moved to Brookfield.',
        source: 'Letter',
      },
    },
  ]
}

/** The plan: `now` with what has happened since Cabinet noted it. */
function planOf(today: Temporal.PlainDate, ago: (days: number) => string, decision: string, now: boolean) {
  const over = (days: number, says: string) => (now || days > 33 ? { on: ago(days), says } : null)
  const weeks = (count: number) => ({ count, unit: 'weeks' })
  return {
    startsOn: mondayAfter(today.add({ days: 190 })).toString(),
    regime: 'light-touch',
    ladder: {
      contract: 'Contracts for care at home',
      began: mondayAfter(today.add({ days: 190 }))
        .subtract({ months: 48 })
        .toString(),
      firstMonths: 36,
      optionMonths: 24,
      usedMonths: 12,
    },
    steps: [
      {
        id: 'research',
        kind: 'research',
        title: 'Need, market and what works elsewhere',
        pinned: ago(204),
        length: weeks(8),
        done: over(150, 'Market position statement'),
      },
      {
        id: 'approval',
        kind: 'cabinet',
        title: 'Cabinet approves the framework',
        pinned: ago(96),
        length: { count: 1, unit: 'days' },
        after: ['research'],
        gate: { decision: decision || null, says: 'No consultation or tender before it takes effect' },
        done: over(96, 'Signed'),
      },
      {
        id: 'call-in',
        kind: 'call-in',
        title: 'Call-in of Cabinet’s decision',
        after: ['approval'],
        done: over(85, 'Nobody called it in'),
      },
      {
        id: 'consultation',
        kind: 'consultation',
        title: 'Consultation on the specification',
        pinned: ago(80),
        length: weeks(6),
        stated: weeks(6),
        after: ['call-in'],
        done: over(38, '212 answers, five workshops'),
      },
      {
        id: 'tender',
        kind: 'tender',
        title: 'Tender',
        pinned: ago(32),
        length: weeks(3),
        after: ['consultation'],
        done: over(11, 'Nine bids'),
      },
      {
        id: 'award',
        kind: 'award',
        title: 'Evaluation and award of lots 1 and 2',
        ...(now ? { pinned: ago(11), length: { count: 6, unit: 'days' } } : { length: weeks(4) }),
        after: ['tender'],
        done: over(6, 'Lots 1 and 2 awarded'),
      },
      ...(now
        ? [
            {
              id: 'hills',
              kind: 'tender',
              title: 'Second invitation for the hills',
              pinned: ago(10),
              length: { count: 7, unit: 'days' },
              after: ['consultation'],
            },
          ]
        : []),
      {
        id: 'standstill',
        kind: 'standstill',
        title: 'Standstill, kept although none is needed',
        ...(now && { pinned: ago(5) }),
        after: ['award'],
      },
      { id: 'notice', kind: 'notice', title: 'Notice of the decision on the handover' },
      {
        id: 'handover',
        kind: 'cabinet',
        title: 'Cabinet agrees how people move over',
        length: { count: 1, unit: 'days' },
        after: ['notice', 'standstill', ...(now ? ['hills'] : [])],
        gate: { decision: null, says: 'Nobody is moved before this' },
      },
      {
        id: 'handover-call-in',
        kind: 'call-in',
        title: 'Call-in of the decision on the handover',
        after: ['handover'],
      },
      {
        id: 'mobilisation',
        kind: 'mobilisation',
        title: 'Mobilisation: people and carers move over',
        length: weeks(14),
        after: ['handover-call-in'],
      },
    ],
  }
}

const mondayAfter = (on: Temporal.PlainDate): Temporal.PlainDate => on.add({ days: 8 - on.dayOfWeek })
