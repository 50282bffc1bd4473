import { constitution, met, notMet, rule } from '#platform/law.ts'
import type { CallInRule } from './call-in-window.ts'

export type GroundsAsked = {
  callIn: Pick<CallInRule, 'grounds'>
  /** Chosen from the council's list. */
  chosen: readonly string[]
  /** In the callers' own words. */
  words: string | null
  substitute: string | null
}

/** A call-in says why, in the way in which the council asks for it. */
export const groundsAreGiven = rule<GroundsAsked>({
  id: 'call-in-grounds-given',
  title: 'A call-in states its grounds as the council asks for them',
  source: constitution('The council', 'scrutiny procedure rules, grounds of a call-in'),
  from: '2000-10-26',
  check: ({ callIn: { grounds }, chosen, words, substitute }) => {
    const against: string[] = []
    const foreign = grounds?.list ? chosen.filter((one) => !grounds.list?.includes(one)) : chosen
    if (foreign.length)
      against.push(
        `${foreign.map((one) => `“${one}”`).join(', ')} ${foreign.length === 1 ? 'is' : 'are'} not among the grounds that the council lists.`,
      )
    if (grounds?.list && chosen.length === 0)
      against.push(`None of the ${grounds.list.length} grounds that the council lists is chosen.`)
    if (grounds?.particulars && !words) against.push('The facts and matters relied upon are not given.')
    if (!grounds?.list && !words) against.push('No grounds are given.')
    if (grounds?.substitute && !substitute) against.push('The decision to put in its place is not stated.')
    return against.length ? notMet(against.join(' ')) : met('The grounds are given as the council asks for them.')
  },
  examples: [
    {
      given: 'free text, where the council asks for no more',
      facts: { callIn: {}, chosen: [], words: 'The cost was not weighed.', substitute: null },
      met: true,
    },
    { given: 'no word of it', facts: { callIn: {}, chosen: [], words: null, substitute: null }, met: false },
    {
      given: 'Southwark: one of twelve grounds is chosen',
      facts: {
        callIn: { grounds: { list: twelve() } },
        chosen: ['Ground 4 of the list'],
        words: null,
        substitute: null,
      },
      met: true,
    },
    {
      given: 'Southwark: a thirteenth',
      facts: {
        callIn: { grounds: { list: twelve() } },
        chosen: ['Ground 13 of the list'],
        words: null,
        substitute: null,
      },
      met: false,
    },
    {
      given: 'West Lancashire: the decision to put in its place is stated',
      facts: {
        callIn: { grounds: { substitute: true } },
        chosen: [],
        words: 'Too dear',
        substitute: 'To keep the present contract for a year',
      },
      met: true,
    },
    {
      given: 'West Lancashire: it is not',
      facts: { callIn: { grounds: { substitute: true } }, chosen: [], words: 'Too dear', substitute: null },
      met: false,
    },
    {
      given: 'Gloucestershire: grounds without particulars',
      facts: {
        callIn: { grounds: { list: ['Not in line with the budget'], particulars: true } },
        chosen: ['Not in line with the budget'],
        words: null,
        substitute: null,
      },
      met: false,
    },
  ],
})

function twelve(): string[] {
  return Array.from({ length: 12 }, (_, at) => `Ground ${at + 1} of the list`)
}
