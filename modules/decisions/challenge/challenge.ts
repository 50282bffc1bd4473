import { z } from 'zod'
import { decisionMaker, democraticServices, findPost, nextRef, postsHeldBy, scrutiny } from '#authority'
import { longDay } from '#platform/days.ts'
import { isoDay, optionalText, ref, text, yesNo } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase } from '#platform/use-case.ts'
import { theDecision } from '../draft.ts'
import { writeRegister } from '../register.ts'
import { isBody, signingPost } from '../sign.ts'
import { reportOnKey } from './rules/report-on-key.ts'
import { answerChallenge, challengesOf, closeChallenge, findChallenge, insertChallenge } from './store.ts'

/** Scrutiny requires a report on a decision that it thinks should have been treated as key (SI 2012/2089, reg 18). */
export const challengeKey = useCase({
  name: 'decisions.challenge-key',
  title: 'Say that a decision should have been key',
  may: [scrutiny],
  input: z.object({
    ref,
    committee: text(81),
    reasons: text(4000, 'Say why it should have been a key decision.'),
    due: isoDay,
  }),
  async run(work, { ref, committee, reasons, due }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const { tx, actor, today } = work
    const decision = outcome.value
    if (!actor.account) return refused('Somebody of scrutiny must raise it.', [], 'Sign in first.')
    if (decision.state !== 'published' && decision.state !== 'superseded')
      return refused(
        `${ref} cannot be challenged.`,
        `It is ${decision.state}; a challenge is about a decision that has been made and published.`,
      )
    if (decision.isKey)
      return refused(`${ref} was treated as a key decision.`, [], 'Call it in instead, if its window is open.')
    const post = await findPost(tx, actor.council, committee)
    const held = await postsHeldBy(tx, actor.council, actor.account, today)
    if (post?.kind !== 'committee' || !held.some((one) => one.post === committee))
      return invalid({ committee: 'Choose a scrutiny committee on which you have a seat.' })
    if (Temporal.PlainDate.compare(due, today) <= 0)
      return invalid({ due: `Give a reasonable period: a day after ${longDay(today)}.` })
    if ((await challengesOf(tx, actor.council, decision.decision)).some(({ closedOn }) => closedOn === null))
      return refused(`A report on ${ref} is required already.`)
    const challenge = await nextRef(tx, actor.council, 'K', today)
    await insertChallenge(tx, actor.council, {
      challenge,
      decision: decision.decision,
      committee,
      on: today,
      by: actor.name,
      account: actor.account,
      reasons,
      due,
    })
    await writeRegister(work, ref)
    work.announce('decisions.key-challenged', {
      ref,
      title: decision.title,
      challenge,
      maker: decision.maker,
      due: due.toString(),
    })
    return done({ challenge })
  },
})

/** The executive's report: the decision, its reasons, who made it, and why it was not a key decision, if it thinks so. */
export const answerKeyChallenge = useCase({
  name: 'decisions.answer-key-challenge',
  title: 'Report to scrutiny on a decision that was not treated as key',
  may: [decisionMaker, democraticServices],
  input: z.object({
    challenge: ref,
    decision: text(4000, 'Say what was decided.'),
    reasons: text(8000, 'Give the reasons for the decision.'),
    maker: text(300, 'Say who decided.'),
    agrees: yesNo,
    whyNotKey: optionalText(8000),
  }),
  async run(work, { challenge, ...report }) {
    const {
      tx,
      actor: { council, name },
      today,
    } = work
    const found = await findChallenge(tx, council, challenge)
    if (!found) return missing(`There is no challenge ${challenge}.`)
    const outcome = await theDecision(work, found.ref)
    if (!outcome.ok) return outcome
    if (found.report) return refused(`${challenge} was answered on ${longDay(found.answeredOn ?? today)}.`)
    const post = await signingPost(work, outcome.value, today)
    if (!post.ok) return post
    const complete = reportOnKey.check({ ...report, due: found.due, on: today })
    if (complete.outcome !== 'met')
      return refused('The report is not complete.', complete.says ?? '', 'Add what is missing.')
    await answerChallenge(
      tx,
      council,
      challenge,
      today,
      isBody(post.value) ? post.value.title : `${name}, ${post.value.title}`,
      report,
    )
    await writeRegister(work, found.ref)
    work.announce('decisions.key-challenge-answered', {
      ref: found.ref,
      title: found.title,
      challenge,
      committee: found.committee,
    })
    return done({ challenge })
  },
})

/** What scrutiny makes of the report. */
export const closeKeyChallenge = useCase({
  name: 'decisions.close-key-challenge',
  title: 'Say what came of a challenge',
  may: [scrutiny],
  input: z.object({
    challenge: ref,
    outcome: z.enum(['satisfied', 'not-satisfied'], 'Choose what scrutiny thinks of the report.'),
    says: text(4000, 'Say what scrutiny makes of the report.'),
  }),
  async run(work, { challenge, outcome, says }) {
    const { tx, actor, today } = work
    const found = await findChallenge(tx, actor.council, challenge)
    if (!found) return missing(`There is no challenge ${challenge}.`)
    work.about(found.ref)
    if (found.closedOn) return refused(`${challenge} was closed on ${longDay(found.closedOn)}.`)
    if (!found.report)
      return refused(`${challenge} has not been answered.`, `The report is due on ${longDay(found.due)}.`)
    const held = actor.account ? await postsHeldBy(tx, actor.council, actor.account, today) : []
    if (!held.some(({ post }) => post === found.committee))
      return refused('Only a member of the committee that asked can close it.')
    await closeChallenge(tx, actor.council, challenge, today, outcome, says)
    await writeRegister(work, found.ref)
    return done({ challenge })
  },
})
