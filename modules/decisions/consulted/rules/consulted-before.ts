import { day, daysBetween, longDay, workingDays } from '#platform/days.ts'
import { constitution, met, notApplicable, notMet, principle, rule, si, type Rule } from '#platform/law.ts'

/** Who was consulted, and what the power to decide asks for, on the day of the decision or the day on which it is proposed. */
export type ConsultedFacts = {
  on: Temporal.PlainDate
  consulted: {
    who: string
    on: Temporal.PlainDate
    post: string | null
    executive: boolean
    interests: string | null
    dispensation: string | null
  }[]
  /** Each power under which the post could decide, with the posts that must be consulted first; empty where none is conditional. */
  conditions: { mandate: string; posts: { post: string; words: string }[] }[]
}

const from = '2012-09-10'
const member = {
  who: 'The Cabinet Member',
  on: day('2024-07-10'),
  post: 'cabinet-member',
  executive: true,
  interests: 'No conflict of interest was declared.',
  dispensation: 'No dispensation was given.',
}
const some = (but: Partial<ConsultedFacts> = {}): ConsultedFacts => ({
  on: day('2024-07-15'),
  consulted: [member],
  conditions: [],
  ...but,
})
const conditional = [
  {
    mandate: 'M-2024-0003',
    posts: [{ post: 'cabinet-member', words: 'following consultation with the Cabinet Member' }],
  },
]

/** To consult is to ask before deciding. Whoever was asked afterwards was told, not consulted. */
export const consultedBefore = rule<ConsultedFacts>({
  id: 'gate-consulted-before-decision',
  title: 'Whoever was consulted was consulted before the decision',
  from,
  source: principle('To consult is to ask while the answer can still count'),
  check: ({ on, consulted }) => {
    if (consulted.length === 0) return notApplicable
    const late = consulted.filter((one) => Temporal.PlainDate.compare(one.on, on) > 0)
    if (late.length === 0)
      return met(
        `${consulted.length === 1 ? 'The one' : `Each of the ${consulted.length}`} who was consulted was asked by ${longDay(on)}.`,
      )
    return notMet(
      late
        .map((one) => {
          const [days, working] = [daysBetween(on, one.on), workingDays(on, one.on)]
          return `${one.who} was consulted on ${longDay(one.on)}, ${days} ${days === 1 ? 'day' : 'days'} (${working} working) after the decision on ${longDay(on)}.`
        })
        .join(' '),
    )
  },
  examples: [
    { given: 'the Cabinet Member was asked five days before', facts: some(), met: true },
    { given: 'asked on the day itself', facts: some({ consulted: [{ ...member, on: day('2024-07-15') }] }), met: true },
    {
      given: 'signed as consulted 31 days after the decision',
      facts: some({ consulted: [{ ...member, on: day('2024-08-15') }] }),
      met: false,
    },
  ],
})

/** What an executive member who was consulted declared, and the dispensation given, or that there was neither. */
export const consultedInterests = rule<ConsultedFacts>({
  id: 'gate-consulted-interests-are-recorded',
  title: 'The record says which interests the executive members consulted declared',
  from,
  source: si('2012/2089', 'reg 13(4)'),
  check: ({ consulted }) => {
    const members = consulted.filter(({ executive }) => executive)
    if (members.length === 0) return notApplicable
    const silent = members.filter(({ interests, dispensation }) => !interests?.trim() || !dispensation?.trim())
    return silent.length > 0
      ? notMet(
          silent
            .map(
              ({ who }) =>
                `Nothing is said about the interests of ${who}, or about a dispensation. Record them, or that there were none.`,
            )
            .join(' '),
        )
      : met(
          `The interests of ${members.length} executive ${members.length === 1 ? 'member' : 'members'} consulted are recorded, or that there were none.`,
        )
  },
  examples: [
    { given: 'none were declared, and the record says so', facts: some(), met: true },
    {
      given: 'an interest and the dispensation for it',
      facts: some({
        consulted: [{ ...member, interests: 'Trustee of a bidder.', dispensation: 'Given on 1 July 2024.' }],
      }),
      met: true,
    },
    { given: 'a blank', facts: some({ consulted: [{ ...member, interests: null }] }), met: false },
  ],
})

/** A power given on condition of consulting somebody is used only once they were consulted. */
export const consultConditions = rule<ConsultedFacts>({
  id: 'gate-consult-conditions-are-kept',
  title: 'Whoever the power to decide says must be consulted was consulted',
  from,
  source: [
    constitution('The council', 'scheme of delegation'),
    principle('A condition of a delegation is met before it is used'),
  ],
  check: ({ on, consulted, conditions }) => {
    if (conditions.length === 0) return notApplicable
    const asked = new Set(
      consulted
        .filter((one) => one.post !== null && Temporal.PlainDate.compare(one.on, on) <= 0)
        .map(({ post }) => post),
    )
    const wanting = conditions.map(({ mandate, posts }) => ({
      mandate,
      posts: posts.filter(({ post }) => !asked.has(post)),
    }))
    const kept = wanting.find(({ posts }) => posts.length === 0)
    const [nearest] = wanting
    return kept || !nearest
      ? met(`What ${kept?.mandate ?? 'it'} asks for was done.`)
      : notMet(
          `${nearest.mandate} may be used only ${nearest.posts.map(({ words }) => `“${words}”`).join(' and ')}: record who was consulted, when and what they said.`,
        )
  },
  examples: [
    {
      given: 'the Cabinet Member was consulted, as the scheme says',
      facts: some({ conditions: conditional }),
      met: true,
    },
    { given: 'nobody was', facts: some({ conditions: conditional, consulted: [] }), met: false },
    {
      given: 'another member was',
      facts: some({ conditions: conditional, consulted: [{ ...member, post: 'leader' }] }),
      met: false,
    },
    {
      given: 'the right one, a day too late',
      facts: some({ conditions: conditional, consulted: [{ ...member, on: day('2024-07-16') }] }),
      met: false,
    },
  ],
})

/** All of them, in the order in which they are read. */
export const consultedRules: readonly Rule<ConsultedFacts>[] = [consultedBefore, consultedInterests, consultConditions]
