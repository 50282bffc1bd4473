import { constitution, met, notMet, rule } from '#platform/law.ts'
import type { CallInRule } from './call-in-window.ts'

export type Waiver = {
  callIn: Pick<CallInRule, 'waiver'>
  /** What the posts of the rule are called. */
  takes: readonly string[]
  agreed: { name: string; posts: readonly string[] }
  on: string
  reasons: string | null
}

/** An urgent decision escapes call-in only with the agreement of a post that the council's rule names, and with reasons. */
export const waivedByTheRightPost = rule<Waiver>({
  id: 'call-in-waived-by-the-right-post',
  title: 'An urgent decision is exempt from call-in only with the agreement of the right post',
  source: constitution('The council', 'scrutiny procedure rules, call-in and urgency'),
  from: '2000-10-26',
  check: ({ callIn: { waiver }, takes, agreed, on, reasons }) => {
    if (!waiver) return notMet('The council’s rule names nobody who may exempt a decision from call-in.')
    if (!agreed.posts.some((post) => waiver.posts.includes(post)))
      return notMet(
        `${agreed.name} held no post on ${on} whose agreement counts: it takes the ${takes.join(' or the ')}.`,
      )
    return reasons ? met(`${agreed.name} agreed on ${on}.`) : notMet('It is not said why the decision cannot wait.')
  },
  examples: [
    {
      given: 'Wiltshire and Hillingdon: the chair of the council agrees, with reasons',
      facts: waiver('council-chair', 'The home closes on Friday.'),
      met: true,
    },
    {
      given: 'Peterborough: the chair of scrutiny agrees',
      facts: waiver('scrutiny-chair', 'The home closes on Friday.'),
      met: true,
    },
    { given: 'the Leader agrees with himself', facts: waiver('leader', 'The home closes on Friday.'), met: false },
    { given: 'agreed without a reason', facts: waiver('council-chair', null), met: false },
    {
      given: 'a council whose rule knows no urgency',
      facts: { ...waiver('council-chair', 'The home closes on Friday.'), callIn: {} },
      met: false,
    },
  ],
})

function waiver(post: string, reasons: string | null): Waiver {
  return {
    callIn: { waiver: { posts: ['council-chair', 'scrutiny-chair'] } },
    takes: ['Chair of the Council', 'Chair of Scrutiny'],
    agreed: { name: 'A. Chair', posts: [post] },
    on: 'Friday 5 August 2022',
    reasons,
  }
}
