import { z } from 'zod'
import { everybody, networkHost, officer } from '#authority'
import { optionalText, ref, uuid, whole, pence } from '#platform/input.ts'
import { cursorAt, readCursor } from '#platform/keyset.ts'
import { explain } from '#platform/law.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { issueStanding } from './network.ts'
import {
  findMember,
  invitedTo,
  membersCount,
  membersOf,
  paymentsOf,
  raiserOf,
  seatsOf,
  spentIn,
} from './people-store.ts'
import { offerOf } from './participation.ts'
import { lastPublished } from './representation.ts'
import { forecast, yearFitsBudget } from './rules/forecast.ts'
import {
  findIssue,
  findWorkshop,
  hostedBy,
  issuesOf,
  measuresOf,
  networksOf,
  notesOf,
  publicNetwork,
  workshopsOf,
  yearFigures,
} from './store.ts'
import { untoldCount, waysOf } from './own/store.ts'
import { financialYear, runners, theNetwork } from './the-network.ts'
import { reportedYears } from './year-report-store.ts'

const place = z.string().max(400).optional()
const pageSize = 50

/** The networks there are, the latest first. */
export const listNetworks = query({
  name: 'networks.list-networks',
  title: 'List the co-production networks',
  may: everybody,
  input: z.object({ after: place }),
  async run({ tx, council }, { after }) {
    const found = await networksOf(tx, council, after ?? null, pageSize + 1)
    return done({
      networks: found.slice(0, pageSize),
      next: found.length > pageSize ? (found[pageSize - 1]?.ref ?? null) : null,
    })
  },
})

/** A network as everybody may see it: what it is for, what is coming, who is in it as published, and what came of what was raised. */
export const viewNetwork = query({
  name: 'networks.view-network',
  title: 'Read about a co-production network',
  may: everybody,
  input: z.object({ ref, topic: optionalText(41) }),
  async run({ tx, council, today }, { ref: number, topic }) {
    const network = await publicNetwork(tx, council, number)
    if (!network) return missing(`There is no network ${number}.`)
    const issues = await issuesOf(tx, council, network.network, { topic, open: null, after: null, size: 200 })
    return done({
      network,
      workshops: await workshopsOf(tx, council, network.network, 60),
      issues: issues.map((issue) => ({ ...issue, standing: issueStanding(issue, today) })),
      published: await lastPublished(tx, council, network.network),
      reports: await reportedYears(tx, council, network.network),
    })
  },
})

/** The networks that somebody runs: all of them for an officer, their own for a host. */
export const listRun = query({
  name: 'networks.list-run',
  title: 'List the networks that you run',
  may: runners,
  input: z.object({ after: place }),
  async run({ tx, actor }, { after }) {
    if (!actor.roles.includes(officer))
      return done({
        networks:
          actor.account && actor.roles.includes(networkHost) ? await hostedBy(tx, actor.council, actor.account) : [],
        next: null,
      })
    const found = await networksOf(tx, actor.council, after ?? null, pageSize + 1)
    return done({
      networks: found.slice(0, pageSize).map(({ ref: number, title }) => ({ ref: number, title })),
      next: found.length > pageSize ? (found[pageSize - 1]?.ref ?? null) : null,
    })
  },
})

/** A network for those who run it. */
export const viewRun = query({
  name: 'networks.view-run',
  title: 'See how a network is doing',
  may: runners,
  input: z.object({ ref }),
  async run(work, { ref: number }) {
    const outcome = await theNetwork(work, number)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    const { network } = outcome.value
    const { year, ...span } = financialYear(today)
    const open = (await issuesOf(tx, council, network, { topic: null, open: true, after: null, size: 200 })).map(
      (issue) => ({ ...issue, standing: issueStanding(issue, today) }),
    )
    return done({
      network: outcome.value,
      ...(await membersCount(tx, council, network, today)),
      workshops: await workshopsOf(tx, council, network, 60),
      open,
      measures: await measuresOf(tx, council, network),
      published: await lastPublished(tx, council, network),
      budget: { year, spent: await spentIn(tx, council, network, span), of: outcome.value.yearlyBudget },
      seats: await seatsOf(tx, council, network),
      toTell: await untoldCount(tx, council, network),
    })
  },
})

/** Members by name, a page at a time. */
export const listMembers = query({
  name: 'networks.list-members',
  title: 'List the members of a network',
  may: runners,
  input: z.object({
    ref,
    q: optionalText(100),
    left: z.preprocess((given) => given === 'yes' || given === true, z.boolean()).default(false),
    askAgain: z.preprocess((given) => given === 'yes' || given === true, z.boolean()).default(false),
    after: uuid.optional(),
  }),
  async run(work, { ref: number, q, left, askAgain, after }) {
    const outcome = await theNetwork(work, number)
    if (!outcome.ok) return outcome
    const found = await membersOf(work.tx, work.actor.council, outcome.value.network, {
      words: q,
      left,
      askAgainOn: askAgain ? work.today : null,
      after: after ?? null,
      size: pageSize + 1,
    })
    return done({
      network: outcome.value,
      members: found.slice(0, pageSize),
      next: found.length > pageSize ? (found[pageSize - 1]?.member ?? null) : null,
    })
  },
})

/** One member, whole. */
export const viewMember = query({
  name: 'networks.view-member',
  title: 'Read a member’s record',
  may: runners,
  input: z.object({ ref, member: uuid }),
  async run(work, { ref: number, member }) {
    const outcome = await theNetwork(work, number)
    if (!outcome.ok) return outcome
    const found = await findMember(work.tx, work.actor.council, outcome.value.network, member)
    return found
      ? done({
          network: outcome.value,
          member: found,
          ways: await waysOf(work.tx, work.council, found.member, work.now),
          measures: await measuresOf(work.tx, work.actor.council, outcome.value.network),
        })
      : missing('There is no such member.')
  },
})

/** A workshop with those invited and what they need. */
export const viewWorkshop = query({
  name: 'networks.view-workshop',
  title: 'Read a workshop with those invited',
  may: runners,
  input: z.object({ workshop: ref }),
  async run(work, { workshop }) {
    const { tx, council } = work
    const found = await findWorkshop(tx, council, workshop)
    const network = found && (await theNetwork(work, found.networkRef))
    if (!found || !network?.ok) return missing(`There is no workshop ${workshop}.`)
    const paid = await paymentsOf(tx, council, found.network, { from: found.day, until: found.day.add({ days: 1 }) })
    return done({
      network: network.value,
      workshop: found,
      invited: await invitedTo(tx, council, found.workshop),
      notes: await notesOf(tx, council, found.workshop),
      payments: paid.filter((one) => one.workshop === workshop),
    })
  },
})

/** What somebody who came would be offered for the whole workshop, in which way, and what they have to be told of a benefit first. */
export const viewOffer = query({
  name: 'networks.view-offer',
  title: 'See what somebody would be offered for a workshop',
  may: runners,
  input: z.object({ workshop: ref, member: uuid }),
  async run(work, { workshop, member }) {
    const at = await findWorkshop(work.tx, work.council, workshop)
    const network = at && (await theNetwork(work, at.networkRef))
    if (!at || !network?.ok) return missing(`There is no workshop ${workshop}.`)
    const one = (await invitedTo(work.tx, work.council, at.workshop)).find((invited) => invited.member === member)
    if (!one) return missing('They were not invited to this workshop.')
    const minutes = at.untilMinute - at.fromMinute
    const offer = await offerOf(work, network.value, at, member, minutes)
    return offer.ok ? done({ network: network.value, workshop: at, name: one.name, minutes, ...offer.value }) : offer
  },
})

/** Issues of a network, the latest first; `open` are those whose raisers have not been told. */
export const listIssues = query({
  name: 'networks.list-issues',
  title: 'List what was raised in a network',
  may: runners,
  input: z.object({
    ref,
    topic: optionalText(41),
    open: z
      .preprocess((given) => (given === 'yes' ? true : given === 'no' ? false : null), z.boolean().nullable())
      .default(null),
    after: place,
  }),
  async run(work, { ref: number, topic, open, after }) {
    const outcome = await theNetwork(work, number)
    if (!outcome.ok) return outcome
    const [day, issue] = after === undefined ? [] : (readCursor(after, ['day', 'text']) ?? [])
    const at = day !== undefined && issue !== undefined ? { raisedOn: Temporal.PlainDate.from(day), ref: issue } : null
    const found = await issuesOf(work.tx, work.actor.council, outcome.value.network, {
      topic,
      open,
      after: at,
      size: pageSize + 1,
    })
    const last = found[pageSize - 1]
    return done({
      network: outcome.value,
      issues: found.slice(0, pageSize).map((one) => ({ ...one, standing: issueStanding(one, work.today) })),
      next: found.length > pageSize && last ? cursorAt([last.raisedOn.toString(), last.ref]) : null,
    })
  },
})

/** One issue with who raised it, for those who tell them back. */
export const viewIssue = query({
  name: 'networks.view-issue',
  title: 'Read an issue',
  may: runners,
  input: z.object({ issue: ref }),
  async run(work, { issue }) {
    const found = await findIssue(work.tx, work.actor.council, issue)
    const network = found && (await theNetwork(work, found.networkRef))
    if (!found || !network?.ok) return missing(`There is no issue ${issue}.`)
    return done({
      network: network.value,
      issue: found,
      standing: issueStanding(found, work.today),
      raiser: await raiserOf(work.tx, work.actor.council, found.issue),
    })
  },
})

/** What a year of workshops would cost, before anybody decides on it. */
export const forecastYear = query({
  name: 'networks.forecast-year',
  title: 'Work out what a year of workshops costs',
  may: everybody,
  input: z.object({
    workshops: whole(0, 366),
    people: whole(0, 10_000),
    minutes: whole(0, 1440),
    hourlyFee: pence,
    venue: pence.default(0n),
    access: pence.default(0n),
    travel: pence.default(0n),
    host: pence.default(0n),
    yearlyBudget: pence,
  }),
  run: ({ today }, plan) =>
    Promise.resolve(done({ ...forecast(plan), finding: explain([yearFitsBudget], plan, today)[0] ?? null })),
})

/** The year's report, made from the records and nothing else: figures, no names. */
export const yearReport = query({
  name: 'networks.year-report',
  title: 'Read the year’s report of a network',
  may: runners,
  input: z.object({ ref, year: whole(2000, 2199) }),
  async run(work, { ref: number, year }) {
    const outcome = await theNetwork(work, number)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    const span = { from: new Temporal.PlainDate(year, 4, 1), until: new Temporal.PlainDate(year + 1, 4, 1) }
    const figures = await yearFigures(tx, council, outcome.value.network, span)
    if (!figures) return missing('There is nothing to report.')
    const issues = (
      await issuesOf(tx, council, outcome.value.network, { topic: null, open: null, after: null, size: 1000 })
    ).filter(
      ({ raisedOn }) =>
        Temporal.PlainDate.compare(raisedOn, span.from) >= 0 && Temporal.PlainDate.compare(raisedOn, span.until) < 0,
    )
    return done({
      network: outcome.value,
      year,
      ...span,
      figures,
      spent: await spentIn(tx, council, outcome.value.network, span),
      issues: issues.map((issue) => ({ ...issue, standing: issueStanding(issue, today) })),
      published: await lastPublished(tx, council, outcome.value.network),
      workshops: (await workshopsOf(tx, council, outcome.value.network)).filter(
        ({ day }) => Temporal.PlainDate.compare(day, span.from) >= 0 && Temporal.PlainDate.compare(day, span.until) < 0,
      ),
      reported: (await reportedYears(tx, council, outcome.value.network)).includes(year),
    })
  },
})
