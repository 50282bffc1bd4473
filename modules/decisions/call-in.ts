import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { democraticServices, releaseClause, scrutiny, settings, suspendClause } from '#authority'
import { longDay } from '#platform/days.ts'
import { ref, text, uuid } from '#platform/input.ts'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { operative } from './decision.ts'
import { theDecision } from './draft.ts'
import { writeRegister } from './register.ts'
import { callInRuleOfDecision, callInsOf, closeCallIn, insertCallIn } from './store.ts'

/**
 * Calls in some clauses of a decision while its window is open (LGA 2000 s9F; the rest is the council's own rule). Everything
 * that hangs on those clauses is suspended at once; the other clauses go on.
 */
export const callIn = useCase({
  name: 'decisions.call-in',
  title: 'Call clauses in',
  may: [scrutiny],
  input: z.object({
    ref, clauses: z.array(uuid).min(1, 'Choose at least one clause to call in.').max(200),
    callers: z.array(text(120)).min(1, 'Name the members who call it in.').max(100), grounds: text(4000),
  }),
  async run(work, { ref, clauses, callers, grounds }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const { tx, actor, today } = work
    const decision = outcome.value
    if (!actor.account) return refused('Somebody must call the decision in.', [], 'Sign in first.')
    if (decision.state !== 'published') return refused(`${ref} cannot be called in.`, `It is ${decision.state}.`)
    const rule = await callInRuleOfDecision(tx, actor.council, decision.decision)
    if (!rule || !decision.callInLastDay) return refused(`${ref} is not subject to call-in.`, [], 'Ask the monitoring officer if you think that it should be.')
    if (Temporal.PlainDate.compare(today, decision.callInLastDay) > 0) {
      return refused(`The time to call ${ref} in is over.`, `Its last day was ${longDay(decision.callInLastDay)}; today is ${longDay(today)}.`)
    }
    const different = new Set(callers.map((name) => name.toLowerCase()))
    const least = settings['call-in'].parse(rule.rule).minCallers ?? 1
    if (different.size < least) return refused(`It takes ${least} members to call a decision in.`, `${different.size} ${different.size === 1 ? 'is' : 'are'} named (${rule.source ?? 'the council’s call-in rule'}).`, 'Name the others.')
    const chosen = new Set(clauses)
    const hit = decision.clauses.filter(({ clause }) => chosen.has(clause))
    if (hit.length !== chosen.size) return missing(`${ref} has no such clause.`)
    const idle = hit.filter(({ verb }) => !operative.includes(verb))
    if (idle.length) return refused('Some clauses decide nothing that could be called in.', idle.map(({ label, verb }) => `Clause (${label ?? '–'}) is to ${verb}.`), 'Choose the clauses that decide.')
    const open = (await callInsOf(tx, actor.council, decision.decision)).filter(({ outcome: closed }) => closed === null)
    const twice = hit.filter(({ clause }) => open.some((one) => one.clauses.some((c) => c.clause === clause)))
    if (twice.length) return refused('That is called in already.', twice.map(({ label }) => `Clause (${label ?? '–'}) is called in and not yet released.`))

    const held = []
    for (const { clause, label } of hit) {
      const { hold } = await suspendClause(work, clause, 'call-in', `clause (${label ?? '–'}) of ${ref} was called in`)
      held.push({ clause, hold })
    }
    const id = randomUUID()
    await insertCallIn(tx, actor.council, decision.decision, { callIn: id, on: today, callers: [...callers].join(', '), grounds, by: actor.account, clauses: held })
    await writeRegister(work, ref)
    work.announce('decisions.called-in', { ref, title: decision.title, labels: hit.map(({ label }) => label) })
    return done({ ref, callIn: id })
  },
})

/** Releases a call-in after scrutiny heard it, or because it was withdrawn: from today the clauses stand as they did. */
export const releaseCallIn = useCase({
  name: 'decisions.release-call-in',
  title: 'Release a call-in',
  may: [democraticServices],
  input: z.object({ ref, callIn: uuid, outcome: z.enum(['released', 'withdrawn']), says: text(4000) }),
  async run(work, { ref, callIn: id, outcome: how, says }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const { tx, actor: { council }, today } = work
    const found = (await callInsOf(tx, council, outcome.value.decision)).find((one) => one.callIn === id)
    if (!found) return missing(`${ref} has no such call-in.`)
    if (found.outcome) return refused(`That call-in was ${found.outcome} on ${longDay(found.releasedOn ?? today)}.`)
    for (const { hold } of found.clauses) await releaseClause(work, hold)
    await closeCallIn(tx, council, id, { outcome: how, on: today, says })
    await writeRegister(work, ref)
    work.announce('decisions.released', { ref, title: outcome.value.title })
    return done({ ref })
  },
})
