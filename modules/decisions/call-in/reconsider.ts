import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import {
  ceilingInput,
  conditionInput,
  decisionMaker,
  democraticServices,
  endClause,
  exercise,
  findPost,
  grantFromClause,
  powerNames,
  subjects,
} from '#authority'
import { toJson } from '#platform/json.ts'
import { optionalDay, ref, text, uuid } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import type { Clause } from '../decision.ts'
import { isBody, signingPost } from '../sign.ts'
import { showAmounts } from '../secrecy/show-amounts.ts'
import { publicWords } from '../secrecy/rendition-for.ts'
import { conclude, lapsed, mayMoveOn, releaseDay, theCallIn, type OnCallIn } from './process.ts'
import { reconsideredInTime } from './rules/dealt-with-in-time.ts'
import { insertAmendment, type AmendedGrant, type Amendment } from './store.ts'

const grantInput = z.object({
  holder: text(81),
  powers: z.array(z.enum(powerNames)).min(1, 'Choose at least one power.'),
  scope: z.string().max(200),
  ceiling: ceilingInput.nullable().default(null),
  from: optionalDay.default(null),
  until: optionalDay.default(null),
  mayDelegate: z.boolean().default(false),
  conditions: z.array(conditionInput).max(20).default([]),
})

const clauseInput = z.discriminatedUnion('becomes', [
  z.object({
    clause: uuid,
    becomes: z.literal('amended'),
    words: text(8000, 'Write the new words of the clause.'),
    grants: z.array(grantInput).max(50),
  }),
  z.object({ clause: uuid, becomes: z.literal('rescinded') }),
])

type Change = z.output<typeof clauseInput>

/**
 * Reconsiders a decision that scrutiny or full council referred back. Whoever holds the post that decided signs: they confirm it,
 * amend some of the clauses that were called in, or rescind it, with reasons. The record as it was first signed stays word for
 * word; an amendment is sealed beside it. What an amended clause gave ends, and what it gives now begins with its release.
 */
export const reconsider = useCase({
  name: 'decisions.reconsider',
  title: 'Reconsider a decision that was called in',
  may: [decisionMaker, democraticServices],
  input: z.object({
    ref,
    callIn: uuid,
    outcome: z.enum(['confirmed', 'amended', 'rescinded'], 'Choose what becomes of the decision.'),
    says: text(4000, 'Give the reasons.'),
    clauses: z.array(clauseInput).max(200).default([]),
  }),
  async run(work, { ref, callIn: id, outcome: to, says, clauses }) {
    const outcome = await theCallIn(work, ref, id)
    if (!outcome.ok) return outcome
    const at = outcome.value
    const move = mayMoveOn(at, to)
    if (!move.ok) return move
    const post = await signingPost(work, at.decision, work.today)
    if (!post.ok) return post
    const since = at.callIn.steps.findLast(({ what }) => what === 'referred-back')
    const timely = reconsideredInTime.check({
      within: at.rule.reconsideration ?? null,
      since: referredOn(since) ?? at.callIn.calledOn,
      on: work.today,
      calendar: at.rule.calendar,
    })
    if (lapsed(at, work.today))
      return refused(
        `${ref} was not reconsidered in time.`,
        timely.says ?? '',
        'Under the rule it takes effect: have it recorded that its time ran out.',
      )
    const changes = await changesOf(work, at, to, clauses)
    if (!changes.ok) return changes

    const { decision } = at
    const value = to === 'amended' && decision.value?.kind === 'stated' ? decision.value.pence : 0n
    const act = await exercise(work, {
      post: post.value.post,
      power: decision.isKey ? 'decide-key' : 'decide',
      subject: decision.subject ?? '',
      day: work.today,
      value,
      what: `Reconsidered: ${decision.title}`,
      recordRef: ref,
      doneBy: isBody(post.value) ? post.value.title : work.actor.name,
    })
    if (!act.ok) return act
    if (to === 'amended' && decision.value?.kind === 'not-stated' && act.value.ceiling.basis !== 'no-limit') {
      return refused(
        `The ${post.value.title} cannot amend what has no stated value.`,
        `Its power is limited (${act.value.mandate.ref}), and a sum that nobody states cannot be shown to be within a limit.`,
      )
    }
    const by = isBody(post.value) ? post.value.title : `${work.actor.name}, ${post.value.title}`
    const from = releaseDay(at.rule, work.today)
    for (const { clause, change } of changes.value) {
      const made = await amend(work, at, clause, change, { by, from, act: act.value.ref, reasons: says })
      if (!made.ok) return made
    }
    await conclude(
      work,
      at,
      to,
      { says, detail: { act: act.value.ref, ...(timely.outcome === 'not-met' && { late: true }) } },
      from,
    )
    return done({ ref, act: act.value.ref })
  },
})

const referredOn = (step: OnCallIn['callIn']['steps'][number] | undefined): Temporal.PlainDate | null =>
  step ? (step.detail.hearing ? Temporal.PlainDate.from(step.detail.hearing) : step.on) : null

/** What becomes of which clause; only those that were called in can change. */
async function changesOf(
  work: Work,
  { decision, callIn }: OnCallIn,
  to: string,
  given: Change[],
): Promise<Outcome<{ clause: Clause; change: Change }[]>> {
  const called = decision.clauses.filter(({ clause }) => callIn.clauses.some((one) => one.clause === clause))
  if (to === 'confirmed')
    return given.length
      ? refused('A decision that is confirmed does not change.', [], 'Amend it, or leave the clauses as they are.')
      : done([])
  if (to === 'rescinded')
    return done(called.map((clause) => ({ clause, change: { clause: clause.clause, becomes: 'rescinded' } })))
  const changes: { clause: Clause; change: Change }[] = []
  for (const change of given) {
    const clause = called.find((one) => one.clause === change.clause)
    if (!clause) return missing(`${decision.ref} has no such clause, or it was not called in.`)
    if (changes.some((one) => one.clause === clause))
      return refused(`Clause (${clause.label ?? '–'}) is changed twice.`)
    if (change.becomes === 'amended') {
      const wrong = await wrongWith(work, clause, change)
      if (wrong) return invalid(wrong)
    }
    changes.push({ clause, change })
  }
  if (changes.length === 0)
    return refused('Nothing is amended.', [], 'Change at least one clause, or confirm the decision as it is.')
  if (changes.length === called.length && changes.every(({ change }) => change.becomes === 'rescinded'))
    return refused('Every clause that was called in would be rescinded.', [], 'Rescind the decision instead.')
  return done(changes)
}

async function wrongWith(
  { tx, council }: Work,
  { label, words, grants }: Clause,
  change: Extract<Change, { becomes: 'amended' }>,
): Promise<Record<string, string> | null> {
  const known = new Set((await subjects(tx, council)).map(({ subject }) => subject))
  for (const { holder, scope, from, until, conditions } of change.grants) {
    if (!(await findPost(tx, council, holder)))
      return { clauses: `The council has no post ${holder} to give power to.` }
    if (!known.has(scope)) return { clauses: `The council has no subject ${scope}.` }
    if (from && until && Temporal.PlainDate.compare(until, from) <= 0)
      return { clauses: `What clause (${label ?? '–'}) gives would end before it begins.` }
    for (const one of conditions)
      if (one.kind === 'consult' && !(await findPost(tx, council, one.post)))
        return { clauses: `The council has no post ${one.post} to consult.` }
  }
  const gave = grants.map(({ grant: _, mandate: __, ...given }) => given)
  return words === change.words && toJson(gave) === toJson(change.grants.map(inOrder))
    ? { clauses: `Clause (${label ?? '–'}) does not change. Change its words, or leave it as it is.` }
    : null
}

// Written in the order in which a clause's own grants are, so that the two can be told apart or not.
const inOrder = ({
  holder,
  powers,
  scope,
  from,
  until,
  mayDelegate,
  conditions,
  ceiling,
}: AmendedGrant): AmendedGrant => ({ holder, powers, scope, from, until, mayDelegate, conditions, ceiling })

// What the clause gave ends the day the new begins; what it gives now never begins before the decision takes effect.
async function amend(
  work: Work,
  { decision, callIn }: OnCallIn,
  clause: Clause,
  change: Change,
  made: { by: string; from: Temporal.PlainDate; act: string; reasons: string },
): Promise<Outcome<null>> {
  const { tx, council, today } = work
  const ended = await endClause(work, clause.clause, made.from, `${change.becomes} on reconsideration after a call-in`)
  const given: string[] = []
  // Mandates are public, so their words are the public ones.
  const grants = change.becomes === 'amended' ? change.grants : []
  const shown = await publicWords(
    work,
    decision,
    grants.flatMap(({ ceiling }) => ceiling?.pence ?? []),
  )
  for (const grant of grants) {
    const granted = await grantFromClause(work, {
      ...grant,
      from: latest(made.from, decision.effectiveOn, grant.from),
      clause: clause.clause,
      decisionRef: decision.ref,
      clauseLabel: clause.label,
      words: shown(change.becomes === 'amended' ? change.words : clause.words),
      conditions: shown(grant.conditions),
    })
    if (!granted.ok) return granted
    given.push(granted.value.ref)
  }
  await showAmounts(work, decision)
  const amendment: Amendment = {
    amendment: randomUUID(),
    callIn: callIn.callIn,
    clause: clause.clause,
    kind: change.becomes,
    words: change.becomes === 'amended' ? change.words : null,
    ended,
    given,
    on: today,
    from: made.from,
    by: made.by,
    act: made.act,
    reasons: made.reasons,
  }
  const sealed = sealedAmendment(decision.ref, clause, amendment, grants)
  await insertAmendment(tx, council, amendment, sealed)
  work.seal('amendment', amendment.amendment, sealed)
  return done(null)
}

const latest = (...days: (Temporal.PlainDate | null)[]): Temporal.PlainDate =>
  days
    .filter((one) => one !== null)
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b))
    .at(-1)
  ?? (() => {
    throw new RangeError('There is no day.')
  })()

/** What the journal binds of an amendment: what the clause said, what it says now, what ended and what was given. */
const sealedAmendment = (
  ref: string,
  { clause, label, words: was }: Clause,
  { kind, words, ended, given, on, from, by, act, reasons }: Amendment,
  grants: readonly AmendedGrant[],
) => ({ ref, clause, label, was, kind, words, grants, ended, given, on, from, by, act, reasons })
