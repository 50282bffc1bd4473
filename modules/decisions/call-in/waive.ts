import { z } from 'zod'
import { democraticServices, findPost, holdersOfPosts, monitoringOfficer, scrutiny, settingOn, staff } from '#authority'
import { longDay } from '#platform/days.ts'
import { isoDay, ref, text } from '#platform/input.ts'
import { done, invalid, missing, query, refused, useCase } from '#platform/use-case.ts'
import { ruleOf } from '../clock.ts'
import { theDecision } from '../draft.ts'
import { findDecision } from '../store.ts'
import { waivedByTheRightPost } from './rules/waived-by-the-right-post.ts'
import { insertWaiver, waiverOf, waiversBetween } from './store.ts'
import { aboutRecord } from '../secrecy/about-record.ts'

/**
 * Exempts an urgent decision from call-in, before it is published: somebody who holds a post that the council's rule names has
 * agreed that it cannot wait. It is shown with the decision, and reported.
 */
export const waiveCallIn = useCase({
  name: 'decisions.waive-call-in',
  title: 'Exempt an urgent decision from call-in',
  may: [democraticServices, scrutiny],
  input: z.object({
    ref,
    post: text(81),
    agreedBy: text(120, 'Say who agreed.'),
    agreedOn: isoDay.optional(),
    reasons: text(4000, 'Say why it cannot wait for a call-in.'),
  }),
  async run(work, { ref, post, agreedBy, agreedOn = work.today, reasons }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const { tx, actor, today, now } = work
    const decision = outcome.value
    if (!actor.account) return refused('Somebody must record the agreement.', [], 'Sign in first.')
    if (decision.state !== 'decided')
      return refused(
        `${ref} cannot be exempt from call-in.`,
        `It is ${decision.state}; that is settled between signing and publication.`,
      )
    if (!decision.subjectToCallIn) return refused(`${ref} is not subject to call-in anyhow.`)
    if (await waiverOf(tx, actor.council, decision.decision)) return refused(`${ref} is exempt already.`)
    if (Temporal.PlainDate.compare(agreedOn, today) > 0)
      return invalid({ agreedOn: `${longDay(agreedOn)} is still to come.` })
    const setting = await settingOn(tx, actor.council, 'call-in', today)
    if (!setting) return refused('The council has settled no call-in rule for today.')
    const held = (await holdersOfPosts(tx, actor.council, [post], agreedOn)).filter(
      ({ name }) => name.toLowerCase() === agreedBy.toLowerCase(),
    )
    const callIn = ruleOf(setting.value)
    const takes: string[] = []
    for (const one of callIn.waiver?.posts ?? []) takes.push((await findPost(tx, actor.council, one))?.title ?? one)
    const finding = waivedByTheRightPost.check({
      callIn,
      takes,
      agreed: { name: agreedBy, posts: held.map((one) => one.post) },
      on: longDay(agreedOn),
      reasons,
    })
    if (finding.outcome !== 'met')
      return refused(`${ref} stays subject to call-in.`, finding.says ?? '', `See ${setting.source}.`)
    // A member speaks for themselves; democratic services keep what somebody else agreed in writing.
    if (!actor.roles.includes(democraticServices) && !held.some(({ account }) => account === actor.account))
      return refused(`Only ${agreedBy} can agree for themselves.`, [], 'Ask democratic services to record it.')
    await insertWaiver(
      tx,
      actor.council,
      decision.decision,
      { post, agreedBy: held[0]?.name ?? agreedBy, agreedOn, reasons, by: actor.account },
      now,
    )
    return done({ ref })
  },
})

/** Decisions of a time that were exempt from call-in: what is reported to council. */
export const listCallInWaivers = query({
  name: 'decisions.list-call-in-waivers',
  title: 'See which decisions were exempt from call-in',
  may: [...staff],
  input: z.object({ from: isoDay, until: isoDay }),
  run: async ({ tx, council }, { from, until }) => done({ waivers: await waiversBetween(tx, council, from, until) }),
})

/** Whether a decision that is signed can be exempt, and who may agree. */
export const viewCallInWaiver = aboutRecord({
  name: 'decisions.view-call-in-waiver',
  title: 'See who may exempt a decision from call-in',
  may: [democraticServices, scrutiny, monitoringOfficer],
  input: z.object({ ref }),
  async run({ tx, council, today }, { ref }) {
    const decision = await findDecision(tx, council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    const setting = await settingOn(tx, council, 'call-in', today)
    const posts = setting ? (ruleOf(setting.value).waiver?.posts ?? []) : []
    return done({
      waiver: await waiverOf(tx, council, decision.decision),
      source: setting?.source ?? null,
      agree: await holdersOfPosts(tx, council, posts, today),
    })
  },
})
