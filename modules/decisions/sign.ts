import { z } from 'zod'
import { decisionMaker, democraticServices, exercise, findPost, postsHeldBy, type Post } from '#authority'
import { longDay } from '#platform/days.ts'
import { isoDay, ref, text, whole } from '#platform/input.ts'
import { done, invalid, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import type { Decision } from './decision.ts'
import { mayMove, theDecision } from './draft.ts'
import { findingsOn, standingInTheWay } from './findings.ts'
import { markDecided, markRefused, updateFields } from './store.ts'

/**
 * Decides a proposal. The post's power to decide, for this subject and sum and on this day, is exercised like any other power;
 * the record as signed is sealed word for word. A body's decision is signed by who presided or, for the proper officer
 * (SI 2012/2089, reg 12(1)), by democratic services.
 */
export const sign = useCase({
  name: 'decisions.sign',
  title: 'Sign a decision',
  may: [decisionMaker, democraticServices],
  input: z.object({
    ref, version: whole(1, 1_000_000), decidedOn: isoDay.optional(),
    conflicts: text(4000), dispensations: text(4000),
  }),
  async run(work, { ref, version, decidedOn = work.today, conflicts, dispensations }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const proposal = { ...outcome.value, conflicts, dispensations }
    const move = mayMove(proposal, 'decided')
    if (!move.ok) return move
    if (version !== proposal.version) return refused(`${ref} is not the text that you read.`, `You read version ${version}; it is now version ${proposal.version}.`, 'Read it again before you sign.')
    if (Temporal.PlainDate.compare(decidedOn, work.today) > 0) return invalid({ decidedOn: `A decision is signed once it is taken. ${longDay(decidedOn)} is still to come.` })
    const post = await signingPost(work, proposal, decidedOn)
    if (!post.ok) return post
    const against = standingInTheWay(await findingsOn(work, proposal, 'decide', decidedOn))
    if (against.length) return refused(`${ref} cannot be signed.`, against, 'Have the record completed first.')

    const exercised = await exercise(work, {
      post: post.value.post, power: proposal.isKey ? 'decide-key' : 'decide', subject: proposal.subject ?? '', day: decidedOn,
      value: proposal.value?.kind === 'stated' ? proposal.value.pence : 0n, what: `Decided: ${proposal.title}`, recordRef: ref,
      ...(isBody(post.value) ? { doneBy: post.value.title } : { doneBy: work.actor.name }),
    })
    if (!exercised.ok) return exercised
    if (proposal.value?.kind === 'not-stated' && exercised.value.ceiling.basis !== 'no-limit') {
      return refused(`The ${post.value.title} cannot decide what has no stated value.`, `Its power is limited (${exercised.value.mandate.ref}), and a sum that nobody states cannot be shown to be within a limit.`, 'Have the value stated, or have it decided by a body without a limit.')
    }
    await updateFields(work.tx, work.actor.council, proposal.decision, proposal)
    const by = isBody(post.value) ? post.value.title : `${work.actor.name}, ${post.value.title}`
    const signed = signedRecord(proposal, { on: decidedOn, by, act: exercised.value.ref })
    await markDecided(work.tx, work.actor.council, proposal.decision, { on: decidedOn, by, act: exercised.value.ref, signed })
    work.seal('decision', ref, signed)
    work.announce('decisions.decided', { ref, title: proposal.title })
    return done({ ref, act: exercised.value.ref })
  },
})

/** Refuses a proposal, with the reasons. */
export const refuse = useCase({
  name: 'decisions.refuse',
  title: 'Refuse a decision',
  may: [decisionMaker],
  input: z.object({ ref, because: text(4000) }),
  async run(work, { ref, because }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const move = mayMove(outcome.value, 'refused')
    if (!move.ok) return move
    const post = await signingPost(work, outcome.value, work.today)
    if (!post.ok) return post
    await markRefused(work.tx, work.actor.council, outcome.value.decision, because)
    work.announce('decisions.refused', { ref, title: outcome.value.title, because })
    return done({ ref })
  },
})

export const isBody = ({ kind }: Pick<Post, 'kind'>): boolean => kind !== 'officer' && kind !== 'member'

async function signingPost({ tx, actor }: Work, { ref, maker }: Decision, on: Temporal.PlainDate): Promise<Outcome<Post>> {
  const post = maker === null ? null : await findPost(tx, actor.council, maker)
  if (!post) return refused(`${ref} names nobody to decide it.`, [], 'Take it back to draft and choose who decides.')
  const held = actor.account ? await postsHeldBy(tx, actor.council, actor.account, on) : []
  if (held.some((one) => one.post === post.post) || isBody(post) && actor.roles.includes(democraticServices)) return done(post)
  return refused(`${ref} is for the ${post.title} to decide.`, `${actor.name} did not hold that post on ${longDay(on)}.`, 'Ask whoever holds it.')
}

/** What is sealed when a decision is signed: everything that the record says. */
function signedRecord(d: Decision, signed: { on: Temporal.PlainDate; by: string; act: string }) {
  const { ref, title, identifiers, maker, subject, isKey, keyReasoning, value, subjectToCallIn, purpose, reasons, alternatives, conflicts, dispensations, author, wards, supersedes } = d
  return {
    ref, title, identifiers, maker, subject, isKey, keyReasoning, value, subjectToCallIn, purpose, reasons, alternatives, conflicts, dispensations, author, wards, supersedes,
    clauses: d.clauses.map(({ clause, label, verb, words, grants }) => ({ clause, label, verb, words, grants: grants.map(({ mandate: _, ...grant }) => grant) })),
    signed,
  }
}
