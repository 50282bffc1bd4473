import { z } from 'zod'
import { decisionMaker, democraticServices, exercise, keepUnpublished, type Post } from '#authority'
import { longDay } from '#platform/days.ts'
import { isoDay, optionalText, ref, text, whole } from '#platform/input.ts'
import { done, invalid, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import type { Decision } from './decision.ts'
import { mayMove, tellParts, theDecision } from './draft.ts'
import { findingsOn, standingInTheWay } from './findings.ts'
import { isBody, makersOf, maySignFor } from './jointly/makers.ts'
import { keepActs, signTogether, type Signer } from './jointly/sign-together.ts'
import { signaturesOf } from './jointly/store.ts'
import { evidenceOf } from './parts.ts'
import { markDecided, markRefused, updateFields } from './store.ts'

export { isBody }

/**
 * Decides a proposal. The post's power to decide, for this subject and sum and on this day, is exercised like any other power;
 * the record as signed is sealed word for word. A body's decision is signed by who presided or, for the proper officer
 * (SI 2012/2089, reg 12(1)), by democratic services. Where several posts decide together each signs the same version, and it is
 * decided when the last has signed; `act` is null until then.
 */
export const sign = useCase({
  name: 'decisions.sign',
  title: 'Sign a decision',
  may: [decisionMaker, democraticServices],
  input: z.object({
    ref,
    version: whole(1, 1_000_000),
    decidedOn: isoDay.optional(),
    post: optionalText(81)
      .default(null)
      .meta({ description: 'For which post, where somebody holds several of those that decide' }),
    conflicts: text(4000),
    dispensations: text(4000),
  }),
  async run(work, { ref, version, decidedOn = work.today, post: chosen, conflicts, dispensations }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const proposal = { ...outcome.value, conflicts, dispensations }
    const move = mayMove(proposal, 'decided')
    if (!move.ok) return move
    if (version !== proposal.version)
      return refused(
        `${ref} is not the text that you read.`,
        `You read version ${version}; it is now version ${proposal.version}.`,
        'Read it again before you sign.',
      )
    if (Temporal.PlainDate.compare(decidedOn, work.today) > 0)
      return invalid({ decidedOn: `A decision is signed once it is taken. ${longDay(decidedOn)} is still to come.` })
    const post = await signingPost(work, proposal, decidedOn, chosen)
    if (!post.ok) return post
    const against = standingInTheWay((await findingsOn(work, proposal, 'decide', decidedOn)).gate)
    if (against.length) return refused(`${ref} cannot be signed.`, against, 'Have the record completed first.')
    const makers = await makersOf(work.tx, work.actor.council, proposal)
    if (makers.length > 1) {
      const signed = await signTogether(work, proposal, makers, post.value, { on: decidedOn, conflicts, dispensations })
      if (!signed.ok) return signed
      const { waits, together } = signed.value
      return together === null
        ? done({ ref, act: null, waits })
        : decide(work, { ...proposal, ...together.stated }, together.signers, together.on)
    }
    const by = isBody(post.value) ? post.value.title : work.actor.name
    return decide(work, proposal, [{ post: post.value, by, on: decidedOn }], decidedOn)
  },
})

/** Exercises the power of each who signed, and keeps and seals the record as it was signed. */
async function decide(
  work: Work,
  proposal: Decision,
  signers: Signer[],
  on: Temporal.PlainDate,
): Promise<Outcome<{ ref: string; act: string | null; waits: string[] }>> {
  const { ref } = proposal
  const evidence = await evidenceOf(work, proposal, on)
  await keepUnpublished(work, ref)
  const acts: (Signer & { act: string })[] = []
  for (const signer of signers) {
    const exercised = await exercise(work, {
      post: signer.post.post,
      power: proposal.isKey ? 'decide-key' : 'decide',
      subject: proposal.subject ?? '',
      day: on,
      value: proposal.value?.kind === 'stated' ? proposal.value.pence : 0n,
      what: `Decided: ${proposal.title}`,
      recordRef: ref,
      doneBy: signer.by,
      evidence,
    })
    if (!exercised.ok) return exercised
    if (proposal.value?.kind === 'not-stated' && exercised.value.ceiling.basis !== 'no-limit') {
      return refused(
        `The ${signer.post.title} cannot decide what has no stated value.`,
        `Its power is limited (${exercised.value.mandate.ref}), and a sum that nobody states cannot be shown to be within a limit.`,
        'Have the value stated, or have it decided by a body without a limit.',
      )
    }
    acts.push({ ...signer, act: exercised.value.ref })
  }
  const [first] = acts
  if (!first) throw new Error(`Nobody signed ${ref}.`)
  await updateFields(work.tx, work.actor.council, proposal.decision, proposal)
  // The post that the record names first comes last, where a reader looks for it.
  const by = acts
    .toReversed()
    .map((one) => (isBody(one.post) ? one.post.title : `${one.by}, ${one.post.title}`))
    .join(' and ')
  if (acts.length > 1)
    await keepActs(
      work,
      proposal,
      acts.map(({ post, act }) => ({ post: post.post, act })),
    )
  const jointly =
    acts.length > 1
      ? { jointly: acts.map((one) => ({ post: one.post.post, by: one.by, on: one.on, act: one.act })) }
      : {}
  const signed = signedRecord(proposal, { on, by, act: first.act, ...jointly })
  await markDecided(work.tx, work.actor.council, proposal.decision, { on, by, act: first.act, signed })
  work.seal('decision', ref, signed)
  await tellParts(work, { ...proposal, decidedOn: on }, 'decided')
  work.announce('decisions.decided', { ref, title: proposal.title })
  return done({ ref, act: first.act, waits: [] })
}

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

/** The post that decides, where whoever asks may sign for it on a day; of several, the one chosen or the first not yet signed for. */
export async function signingPost(
  { tx, actor }: Work,
  decision: Decision,
  on: Temporal.PlainDate,
  chosen: string | null = null,
): Promise<Outcome<Post>> {
  const { ref } = decision
  const makers = await makersOf(tx, actor.council, decision)
  if (makers.length === 0)
    return refused(`${ref} names nobody to decide it.`, [], 'Take it back to draft and choose who decides.')
  const may = (await maySignFor(tx, actor, makers, on)).filter(({ post }) => chosen === null || post === chosen)
  const signed = new Set(
    (await signaturesOf(tx, actor.council, decision.decision, decision.version)).map(({ post }) => post),
  )
  const post = may.find((one) => !signed.has(one.post)) ?? may[0]
  if (post) return done(post)
  return refused(
    `${ref} is for the ${makers.map(({ title }) => title).join(' and the ')} to decide.`,
    `${actor.name} did not hold that post on ${longDay(on)}.`,
    'Ask whoever holds it.',
  )
}

const signedFields = [
  'ref',
  'title',
  'identifiers',
  'maker',
  'subject',
  'isKey',
  'keyReasoning',
  'value',
  'subjectToCallIn',
  'purpose',
  'reasons',
  'alternatives',
  'conflicts',
  'dispensations',
  'author',
  'wards',
  'supersedes',
] as const satisfies (keyof Decision)[]

/** What is sealed when a decision is signed: everything that the record says. */
function signedRecord(d: Decision, signed: { on: Temporal.PlainDate; by: string; act: string; jointly?: unknown }) {
  return {
    ...Object.fromEntries(signedFields.map((field) => [field, d[field]])),
    clauses: d.clauses.map(({ clause, label, verb, words, grants }) => ({
      clause,
      label,
      verb,
      words,
      grants: grants.map(({ mandate: _, ...grant }) => grant),
    })),
    signed,
  }
}
