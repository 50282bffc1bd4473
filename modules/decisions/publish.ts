import { z } from 'zod'
import { democraticServices, endDecision, grantFromClause, settingOn } from '#authority'
import { longDay } from '#platform/days.ts'
import { ref } from '#platform/input.ts'
import { done, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import type { Decision } from './decision.ts'
import { mayMove, theDecision } from './draft.ts'
import { writeRegister } from './register.ts'
import { ruleOf, startOf } from './clock.ts'
import { callInWindow } from './rules/call-in-window.ts'
import { findDecision, grantBecame, markPublished, markSuperseded, type PublishedWith } from './store.ts'

/**
 * Publishes a signed decision: the call-in clock starts under the council's own rule of that day, the effective day follows
 * from it with its working, and each clause's grants become mandates that run from the effective day and not before.
 */
export const publish = useCase({
  name: 'decisions.publish',
  title: 'Publish a decision',
  may: [democraticServices],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const outcome = await theDecision(work, ref)
    if (!outcome.ok) return outcome
    const decision = outcome.value
    const move = mayMove(decision, 'published')
    if (!move.ok) return move
    const clock = await clockOf(work, decision)
    if (!clock.ok) return clock
    await markPublished(work.tx, work.actor.council, decision.decision, clock.value)
    for (const clause of decision.clauses) {
      for (const { grant, mandate: _, ...given } of clause.grants) {
        const from = given.from && Temporal.PlainDate.compare(given.from, clock.value.effective) > 0 ? given.from : clock.value.effective
        const granted = await grantFromClause(work, { ...given, from, clause: clause.clause, decisionRef: ref, clauseLabel: clause.label, words: clause.words })
        if (!granted.ok) return granted
        await grantBecame(work.tx, work.actor.council, grant, granted.value.ref)
      }
    }
    if (decision.supersedes) {
      const superseded = await supersede(work, decision.supersedes, ref, clock.value.effective)
      if (!superseded.ok) return superseded
    }
    await writeRegister(work, ref)
    work.announce('decisions.published', { ref, title: decision.title, effective: clock.value.effective.toString() })
    return done({ ref, effective: clock.value.effective })
  },
})

/** The clock that would start if a decision were published on this day, or why it cannot. */
export async function clockOf({ tx, actor: { council }, today }: Pick<Work, 'tx' | 'actor' | 'today'>, { subjectToCallIn, decidedOn }: Pick<Decision, 'subjectToCallIn' | 'decidedOn'>): Promise<Outcome<PublishedWith>> {
  // What cannot be called in takes effect when it is published, and not before anybody could know of it.
  if (!subjectToCallIn) return done({ on: today, effective: today, lastDay: null, rule: null, source: null })
  const setting = await settingOn(tx, council, 'call-in', today)
  if (!setting) return refused('The council has settled no call-in rule for today.', `None is in force on ${longDay(today)}.`, 'Add one to the constitution.')
  const rule = ruleOf(setting.value)
  const { lastDay, effective } = callInWindow(rule, startOf(rule, { publishedOn: today, decidedOn: decidedOn ?? today }))
  // A clock that runs from the day of decision may have run out before anybody could know of it.
  return done({ on: today, effective: Temporal.PlainDate.compare(effective, today) < 0 ? today : effective, lastDay, rule: setting.value, source: setting.source })
}

// The older decision's authority runs until the newer one's begins, so that nobody is left without.
async function supersede(work: Work, older: string, by: string, from: Temporal.PlainDate): Promise<Outcome<null>> {
  const { tx, actor: { council } } = work
  const found = await findDecision(tx, council, older, 'lock')
  if (!found) return refused(`There is no decision ${older} to supersede.`)
  const move = mayMove(found, 'superseded')
  if (!move.ok) return move
  await endDecision(work, older, from, `superseded by ${by}`)
  await markSuperseded(tx, council, found.decision, by)
  await writeRegister(work, older)
  return done(null)
}
