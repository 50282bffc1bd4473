import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { findPost, scrutiny, suspendClause } from '#authority'
import { longDay } from '#platform/days.ts'
import { optionalText, ref, text, uuid } from '#platform/input.ts'
import { explain } from '#platform/law.ts'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { ruleOf, startOf } from '../clock.ts'
import { operative } from '../decision.ts'
import { theDecision } from '../draft.ts'
import { standingInTheWay } from '../findings.ts'
import { callInRuleOfDecision } from '../store.ts'
import { callersNamed, membersOn } from './callers.ts'
import { hearingDue, tell } from './process.ts'
import { groundsAreGiven } from './rules/grounds-are-given.ts'
import { receivedInTime } from './rules/received-in-time.ts'
import { calledInOnce, mayBeCalledIn } from './rules/what-may-be-called-in.ts'
import { enoughMayCallIn } from './rules/who-may-call-in.ts'
import { stateWords } from './states.ts'
import { callInsOf, insertCallIn, insertStep, setCallInState, type CallIn } from './store.ts'

/**
 * Calls in some clauses of a decision while its window is open (LGA 2000 s9F; the rest is the council's own rule, as it was when
 * the decision was published). Everything that hangs on those clauses is suspended at once; the other clauses go on. Whether the
 * request is valid is then for the proper officer to judge.
 */
export const callIn = useCase({
  name: 'decisions.call-in',
  title: 'Call clauses in',
  may: [scrutiny],
  input: z.object({
    ref,
    clauses: z.array(uuid).min(1, 'Choose at least one clause to call in.').max(200),
    callers: z.array(text(120)).min(1, 'Name the members who call it in.').max(100),
    chosen: z.array(text(300)).max(40).default([]),
    grounds: optionalText(4000),
    substitute: optionalText(4000),
  }),
  async run(work, { ref, clauses, callers: names, chosen, grounds, substitute }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const { tx, actor, today, now } = work
    const { council } = actor
    const decision = outcome.value
    if (!actor.account) return refused('Somebody must call the decision in.', [], 'Sign in first.')
    if (decision.state !== 'published' || !decision.publishedOn)
      return refused(`${ref} cannot be called in.`, `It is ${decision.state}.`)
    const kept = await callInRuleOfDecision(tx, council, decision.decision)
    if (!kept)
      return refused(
        `${ref} is not subject to call-in.`,
        [],
        'Ask the monitoring officer if you think that it should be.',
      )
    const picked = new Set(clauses)
    const hit = decision.clauses.filter(({ clause }) => picked.has(clause))
    if (hit.length !== picked.size) return missing(`${ref} has no such clause.`)

    const rule = ruleOf(kept.rule)
    const before = await callInsOf(tx, council, decision.decision)
    const started = startOf(rule, {
      publishedOn: decision.publishedOn,
      decidedOn: decision.decidedOn ?? decision.publishedOn,
    })
    const until = correction(before, clauses)
    const received = {
      callIn: rule,
      started,
      on: today,
      at: now.toZonedDateTimeISO('Europe/London').toPlainTime().toString({ smallestUnit: 'minute' }),
      ...(until && { until }),
    }
    const late = explain([receivedInTime], received, today)
    const [tooLate] = late.filter(({ outcome: said }) => said === 'not-met')
    if (tooLate) return refused(`The time to call ${ref} in is over.`, [tooLate.says ?? '', ...tooLate.working])
    const open = before.filter(({ outcome: closed }) => closed === null)
    const twice = hit.filter(({ clause }) => open.some((one) => one.clauses.some((c) => c.clause === clause)))
    if (twice.length)
      return refused(
        'That is called in already.',
        twice.map(({ label }) => `Clause (${label ?? '–'}) is called in and not yet released.`),
      )

    const maker = decision.maker === null ? null : await findPost(tx, council, decision.maker)
    const { callers, calledBy } = callersNamed(names, await membersOn(tx, council, rule, today))
    const said = [
      ...late,
      ...explain(
        [mayBeCalledIn],
        {
          callIn: rule,
          makerKind: maker?.kind ?? 'council',
          isKey: decision.isKey ?? false,
          deciding: decision.clauses.filter(({ verb }) => operative.includes(verb)).length,
          clauses: hit.map(({ label, verb }) => ({ label, verb, decides: operative.includes(verb) })),
        },
        today,
      ),
      ...explain(
        [calledInOnce],
        {
          callIn: rule,
          before: before
            .filter(counts)
            .map((one) => ({ on: longDay(one.calledOn), ended: stateWords[one.state].toLowerCase() })),
        },
        today,
      ),
      ...explain([enoughMayCallIn], { callIn: rule, callers, heldOn: longDay(today) }, today),
      ...explain([groundsAreGiven], { callIn: rule, chosen, words: grounds, substitute }, today),
    ]
    const against = standingInTheWay(said)
    if (against.length)
      return refused(
        `${ref} cannot be called in like this.`,
        against,
        `See ${kept.source ?? 'the council’s call-in rule'}.`,
      )

    const held = []
    for (const { clause, label } of hit) {
      const { hold } = await suspendClause(work, clause, 'call-in', `clause (${label ?? '–'}) of ${ref} was called in`)
      held.push({ clause, hold })
    }
    const id = randomUUID()
    const callersWords = calledBy.map(({ name }) => name).join(', ')
    await insertCallIn(tx, council, decision.decision, {
      callIn: id,
      on: today,
      at: now,
      callers: callersWords,
      calledBy,
      grounds,
      chosen,
      substitute,
      by: actor.account,
      clauses: held,
    })
    await setCallInState(tx, council, id, 'received', hearingDue(rule, today))
    await insertStep(tx, council, id, {
      what: 'received',
      on: today,
      at: now,
      by: actor.name,
      account: actor.account,
      says: null,
      detail: { findings: said.flatMap(({ says }) => says ?? []) },
    })
    await tell(work, { decision, callIn: { callIn: id } }, 'received', null)
    work.announce('decisions.called-in', { ref, title: decision.title, labels: hit.map(({ label }) => label) })
    return done({ ref, callIn: id })
  },
})

/** A request that was withdrawn or was not valid is as if it had not been made. */
const counts = ({ outcome }: CallIn): boolean => outcome !== 'invalid' && outcome !== 'withdrawn'

/** Until when a request for clauses may be put right that officers took days of the window to judge. */
function correction(before: readonly CallIn[], clauses: readonly string[]): Temporal.PlainDate | null {
  const first = before.filter(
    ({ correctBy, clauses: hit }) =>
      correctBy !== null && clauses.every((one) => hit.some(({ clause }) => clause === one)),
  )
  return (
    first
      .flatMap(({ correctBy }) => correctBy ?? [])
      .toSorted((a, b) => Temporal.PlainDate.compare(a, b))
      .at(-1) ?? null
  )
}
