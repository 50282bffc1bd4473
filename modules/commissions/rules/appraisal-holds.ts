import { guidance, met, notApplicable, notMet, principle, rule, act } from '#platform/law.ts'
import { ranked, type Appraisal, type Option, type OptionKind } from '../options/appraisal.ts'

const from = '2012-09-10'
const option = (kind: OptionKind, but: Partial<Option> = {}): Option => ({
  id: kind,
  kind,
  title: kind,
  says: '',
  costs: [{ year: 2026, pence: 100_000_00n }],
  scores: [
    { criterion: 'quality', score: 3, why: 'Three of five' },
    { criterion: 'cost', score: 2, why: 'Two of five' },
  ],
  ...but,
})
const appraisal = (options: Option[], but: Partial<Appraisal> = {}): Appraisal => ({
  question: 'How?',
  criteria: [
    { id: 'quality', title: 'Quality', weight: 60 },
    { id: 'cost', title: 'Cost', weight: 40 },
  ],
  options,
  recommended: null,
  ...but,
})
const three = [option('do-nothing'), option('in-house'), option('buy')]

/** Without what happens if nothing is done there is nothing to compare with. */
export const doingNothingIsCompared = rule<Appraisal>({
  id: 'appraisal-compares-doing-nothing',
  title: 'The options include doing nothing, or going on as now',
  source: guidance('The Green Book', 'business as usual as the counterfactual'),
  from,
  check: ({ options }) =>
    options.some(({ kind }) => kind === 'do-nothing')
      ? met('Doing nothing is among the options.')
      : notMet('Doing nothing is not among the options. Without it nobody can see what the others change.'),
  examples: [
    { given: 'with it', facts: appraisal(three), met: true },
    { given: 'two ways to buy', facts: appraisal([option('buy')]), met: false },
  ],
})

/** Whether the council does it itself is asked before it is bought. */
export const inHouseIsCompared = rule<Appraisal>({
  id: 'appraisal-compares-in-house',
  title: 'The options include the council doing it itself',
  source: [guidance('The Sourcing Playbook', 'delivery model assessment'), act('Local Government Act 1999', 's3')],
  from,
  check: ({ options }) =>
    options.some(({ kind }) => kind === 'in-house')
      ? met('Doing it in-house is among the options.')
      : notMet(
          'Doing it in-house is not among the options. Add it, costed like the others, or as an option that is set aside with the reason.',
        ),
  examples: [
    { given: 'with it', facts: appraisal(three), met: true },
    { given: 'without it', facts: appraisal([option('do-nothing'), option('buy')]), met: false },
  ],
})

/** Weights are shares of a whole. */
export const weightsAddUp = rule<Appraisal>({
  id: 'appraisal-weights-add-up',
  title: 'The weights of the criteria add up to 100',
  source: principle('Arithmetic'),
  from,
  check: ({ criteria }) => {
    const sum = criteria.reduce((all, { weight }) => all + weight, 0)
    const words = `${criteria.map(({ title, weight }) => `${title} ${weight}`).join(', ')}: ${sum} in all`
    return sum === 100 ? met(`${words}.`) : notMet(`${words}; 100 are needed.`)
  },
  examples: [
    { given: '60 and 40', facts: appraisal(three), met: true },
    {
      given: '60 and 35',
      facts: appraisal(three, {
        criteria: [
          { id: 'quality', title: 'Quality', weight: 60 },
          { id: 'cost', title: 'Cost', weight: 35 },
        ],
      }),
      met: false,
    },
  ],
})

/** A score without its reason cannot be defended, and a gap counts as nothing. */
export const everyOptionIsScored = rule<Appraisal>({
  id: 'appraisal-scores-every-option',
  title: 'Every option is scored on every criterion, with the reason',
  source: principle('A score has a rationale'),
  from,
  check: ({ criteria, options }) => {
    if (!options.length) return notApplicable
    const gaps = options.flatMap(({ title, scores }) =>
      criteria
        .filter(({ id }) => !scores.some(({ criterion }) => criterion === id))
        .map((criterion) => `“${title}” on ${criterion.title.toLowerCase()}`),
    )
    return gaps.length
      ? notMet(
          `Not scored: ${gaps.slice(0, 8).join(', ')}${
            gaps.length > 8 ? `, and ${gaps.length - 8} more` : ''
          }. A gap counts nothing.`,
        )
      : met(`${options.length * criteria.length} scores, each with its reason.`)
  },
  examples: [
    { given: 'all scored', facts: appraisal(three), met: true },
    { given: 'one gap', facts: appraisal([...three.slice(0, 2), option('buy', { scores: [] })]), met: false },
  ],
})

/** Options are costed for the same years, or their sums cannot be compared. */
export const optionsAreCosted = rule<Appraisal>({
  id: 'appraisal-costs-the-same-years',
  title: 'Every option is costed for the same years',
  source: principle('Arithmetic'),
  from,
  check: ({ options }) => {
    if (!options.length) return notApplicable
    const years = [...new Set(options.flatMap(({ costs }) => costs.map(({ year }) => year)))].sort((a, b) => a - b)
    const short = options.filter(({ costs }) => costs.length < years.length || costs.length === 0)
    return short.length
      ? notMet(
          `${short
            .map(({ title, costs }) => `“${title}” is costed for ${costs.length} of ${years.length} years`)
            .join('; ')}.`,
        )
      : met(`All are costed for ${years.length === 1 ? String(years[0]) : `${years[0]} to ${years.at(-1)}`}.`)
  },
  examples: [
    { given: 'one year for all', facts: appraisal(three), met: true },
    { given: 'one is not costed', facts: appraisal([...three.slice(0, 2), option('buy', { costs: [] })]), met: false },
  ],
})

/** What is recommended comes first, or it is said why not. */
export const recommendationFollows = rule<Appraisal>({
  id: 'appraisal-recommends-the-first',
  title: 'What is recommended comes first by the scores',
  source: principle('A recommendation follows from its reasons'),
  from,
  check: (given) => {
    if (!given.recommended) return notApplicable
    const order = ranked(given)
    const chosen = order.find(({ option: one }) => one.id === given.recommended?.option)
    if (!chosen) return notMet('What is recommended is not among the options any more.')
    return chosen.rank === 1
      ? met(`“${chosen.option.title}” comes first with ${chosen.total} points.`)
      : notMet(
          `“${chosen.option.title}” is recommended and comes ${
            chosen.rank === 2 ? 'second' : `number ${chosen.rank}`
          } with ${chosen.total} points; “${
            order[0]?.option.title ?? ''
          }” has ${order[0]?.total ?? 0}. The reasons must carry that.`,
        )
  },
  examples: [
    {
      given: 'the first',
      facts: appraisal([option('do-nothing', { scores: [] }), option('buy')], {
        recommended: { option: 'buy', because: 'It does best.' },
      }),
      met: true,
    },
    {
      given: 'the second',
      facts: appraisal([option('do-nothing', { scores: [] }), option('buy')], {
        recommended: { option: 'do-nothing', because: 'It is easy.' },
      }),
      met: false,
    },
  ],
})

/** In the order in which a page shows them. */
export const appraisalRules = [
  doingNothingIsCompared,
  inHouseIsCompared,
  weightsAddUp,
  everyOptionIsScored,
  optionsAreCosted,
  recommendationFollows,
]
