import { constitution, met, notMet, rule } from '#platform/law.ts'
import { fiveClearWorkingDays, type CallerGroup, type CallInRule, type CallInWay } from './call-in-window.ts'

/** Somebody who calls in, with the posts that they hold on the day and what these make them. */
export type Caller = {
  name: string
  posts: readonly string[]
  groups: readonly CallerGroup[]
  /** Co-opted and nothing else: they sit on a committee and are no councillors. */
  coopted: boolean
}

export type CallersAsked = {
  callIn: Pick<CallInRule, 'callers' | 'minCallers' | 'coopted'>
  callers: readonly Caller[]
  heldOn: string
}

type Need = CallInWay['all'][number]

const groupWords: Record<CallerGroup, [one: string, many: string]> = {
  members: ['member of the council', 'members of the council'],
  committee: ['member of the scrutiny committee', 'members of the scrutiny committee'],
  chair: ['chair of scrutiny', 'chairs of scrutiny'],
  posts: ['holder of a post that is named', 'holders of posts that are named'],
}

const needWords = ({ who, least }: Need) => `${least} ${groupWords[who][least === 1 ? 0 : 1]}`

/** "1 chair of scrutiny and 2 members of the scrutiny committee, or 5 members of the council" */
export const waysOfCallingIn = (ways: readonly CallInWay[]): string =>
  ways.map(({ all }) => all.map(needWords).join(' and ')).join(', or ')

// The narrowest place is filled first: whoever may sit in it may often sit in a wider one too.
const width: Record<CallerGroup, number> = { posts: 0, chair: 1, committee: 2, members: 3 }

/** The callers whom one way asks for, or how many are missing for the need that comes nearest. */
function missing({ all }: CallInWay, callers: readonly Caller[]): string[] {
  const free = new Set(callers)
  return all
    .toSorted((a, b) => width[a.who] - width[b.who])
    .flatMap((need) => {
      const able = [...free]
        .filter(({ groups, posts }) =>
          need.who === 'posts' ? posts.some((post) => need.posts?.includes(post)) : groups.includes(need.who),
        )
        // Who can fill no wider place goes first, so that the others are left for it.
        .toSorted((a, b) => a.groups.length - b.groups.length)
      const taken = able.slice(0, need.least)
      for (const one of taken) free.delete(one)
      return taken.length < need.least
        ? [
            `${needWords(need)} ${need.least === 1 ? 'is' : 'are'} needed, and there ${taken.length === 1 ? 'is 1' : `are ${taken.length}`}`,
          ]
        : []
    })
}

/** A call-in is made by the members who may, and by enough of them. */
export const enoughMayCallIn = rule<CallersAsked>({
  id: 'enough-members-call-in',
  title: 'A decision is called in by members who may, and by enough of them',
  source: constitution('The council', 'scrutiny procedure rules, who may call in'),
  from: '2000-10-26',
  check: ({ callIn, callers, heldOn }) => {
    const { callers: ways, minCallers = 1, coopted } = callIn
    const named = callers.length === 1 ? '1 is named' : `${callers.length} are named`
    if (!ways) {
      return callers.length >= minCallers
        ? met(`It takes ${minCallers} ${minCallers === 1 ? 'member' : 'members'} to call a decision in; ${named}.`)
        : notMet(`It takes ${minCallers} members to call a decision in. ${named}.`)
    }
    const strangers = callers.filter(({ posts }) => posts.length === 0)
    if (strangers.length)
      return notMet(strangers.map(({ name }) => `${name} held no post on ${heldOn} that may call in.`).join(' '))
    const guests = coopted?.may ? [] : callers.filter((one) => one.coopted)
    if (guests.length)
      return notMet(guests.map(({ name }) => `${name} is co-opted, and co-opted members may not call in.`).join(' '))
    const short = ways.map((way) => missing(way, callers))
    return short.some((one) => one.length === 0)
      ? met(`It takes ${waysOfCallingIn(ways)}; ${named}.`)
      : notMet(`It takes ${waysOfCallingIn(ways)}: ${short.map((one) => one.join(', and ')).join('; or ')}.`)
  },
  examples: [
    {
      given: 'West Lancashire: any five members, and five are named',
      facts: asked([{ all: [{ who: 'members', least: 5 }] }], members(5)),
      met: true,
    },
    {
      given: 'West Lancashire: four are one too few',
      facts: asked([{ all: [{ who: 'members', least: 5 }] }], members(4)),
      met: false,
    },
    {
      given: 'Bracknell Forest: the chair and two of the commission',
      facts: asked(bracknell(), [chair(), ...ofCommittee(2)]),
      met: true,
    },
    {
      given: 'Bracknell Forest: the chair and one of the commission; the chair does not count twice',
      facts: asked(bracknell(), [chair(), ...ofCommittee(1)]),
      met: false,
    },
    {
      given: 'Bracknell Forest: any five councillors, without the chair',
      facts: asked(bracknell(), members(5)),
      met: true,
    },
    {
      given: 'Isle of Wight and Tonbridge and Malling: three members of the committee',
      facts: asked([{ all: [{ who: 'committee', least: 3 }] }], ofCommittee(3)),
      met: true,
    },
    {
      given: 'Isle of Wight: two of the committee and a member who has no seat on it',
      facts: asked([{ all: [{ who: 'committee', least: 3 }] }], [...ofCommittee(2), ...members(1)]),
      met: false,
    },
    {
      given: 'Southwark as proposed: any three members',
      facts: asked([{ all: [{ who: 'members', least: 3 }] }], members(3)),
      met: true,
    },
    {
      given: 'Bury: one councillor gives notice',
      facts: asked([{ all: [{ who: 'members', least: 1 }] }], members(1)),
      met: true,
    },
    {
      given: 'a co-opted member among three, where co-opted members may not',
      facts: asked([{ all: [{ who: 'committee', least: 3 }] }], [...ofCommittee(2), coopted()]),
      met: false,
    },
    {
      given: 'the same, where they may',
      met: true,
      facts: {
        ...asked([{ all: [{ who: 'committee', least: 3 }] }], [...ofCommittee(2), coopted()]),
        callIn: { callers: [{ all: [{ who: 'committee', least: 3 }] }], coopted: { posts: ['coopted'], may: true } },
      },
    },
    {
      given: 'somebody who holds no post',
      facts: asked(
        [{ all: [{ who: 'members', least: 1 }] }],
        [{ name: 'A passer-by', posts: [], groups: [], coopted: false }],
      ),
      met: false,
    },
  ],
})

function asked(callers: CallInWay[], who: Caller[]): CallersAsked {
  return { callIn: { ...fiveClearWorkingDays(), callers }, callers: who, heldOn: 'Friday 5 August 2022' }
}

function bracknell(): CallInWay[] {
  return [
    {
      all: [
        { who: 'chair', least: 1 },
        { who: 'committee', least: 2 },
      ],
    },
    { all: [{ who: 'members', least: 5 }] },
  ]
}

function members(many: number): Caller[] {
  return Array.from({ length: many }, (_, at) => ({
    name: `Member ${at + 1}`,
    posts: ['council'],
    groups: ['members'],
    coopted: false,
  }))
}

function ofCommittee(many: number): Caller[] {
  return Array.from({ length: many }, (_, at) => ({
    name: `Committee member ${at + 1}`,
    posts: ['scrutiny-committee'],
    groups: ['members', 'committee'],
    coopted: false,
  }))
}

function chair(): Caller {
  return { name: 'The chair', posts: ['chair'], groups: ['members', 'committee', 'chair'], coopted: false }
}

function coopted(): Caller {
  return { name: 'A parent governor', posts: ['coopted'], groups: ['committee'], coopted: true }
}
