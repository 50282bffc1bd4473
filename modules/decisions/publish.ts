import { z } from 'zod'
import { calendarOn, democraticServices, endDecision, grantFromClause, settingOn, showPublished } from '#authority'
import { calendarFrom, longDay } from '#platform/days.ts'
import { ref } from '#platform/input.ts'
import { done, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import type { Decision } from './decision.ts'
import { mayMove, tellParts, theDecision } from './draft.ts'
import { standingInTheWay } from './findings.ts'
import { gatesOf } from './parts.ts'
import { writeRegister } from './register.ts'
import { ruleOf, startOf } from './clock.ts'
import { publicWords } from './secrecy/rendition-for.ts'
import { showAmounts } from './secrecy/show-amounts.ts'
import { callInWindow } from './call-in/rules/call-in-window.ts'
import { waiverOf } from './call-in/store.ts'
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
    const against = standingInTheWay(await gatesOf(work, decision, 'publish', work.today))
    if (against.length) return refused(`${ref} cannot be published yet.`, against, 'Put this right first.')
    const clock = await clockOf(work, decision)
    if (!clock.ok) return clock
    await markPublished(work.tx, work.actor.council, decision.decision, clock.value)
    await showPublished(work, ref)
    // Mandates are public, so their words are the public ones.
    const shown = await publicWords(work, decision)
    for (const clause of decision.clauses) {
      for (const { grant, mandate: _, ...given } of clause.grants) {
        const from =
          given.from && Temporal.PlainDate.compare(given.from, clock.value.effective) > 0
            ? given.from
            : clock.value.effective
        const granted = await grantFromClause(work, {
          ...given,
          conditions: shown(given.conditions),
          from,
          clause: clause.clause,
          decisionRef: ref,
          clauseLabel: clause.label,
          words: shown(clause.words),
        })
        if (!granted.ok) return granted
        await grantBecame(work.tx, work.actor.council, grant, granted.value.ref)
      }
    }
    if (decision.supersedes) {
      const superseded = await supersede(work, decision.supersedes, ref, clock.value.effective)
      if (!superseded.ok) return superseded
    }
    const granted = await findDecision(work.tx, work.actor.council, ref)
    if (granted) await showAmounts(work, granted)
    await tellParts(work, decision, 'published')
    await writeRegister(work, ref)
    work.announce('decisions.published', { ref, title: decision.title, effective: clock.value.effective.toString() })
    return done({ ref, effective: clock.value.effective })
  },
})

/** The clock that would start if a decision were published on this day, or why it cannot. */
export async function clockOf(
  { tx, council, today }: Pick<Work, 'tx' | 'council' | 'today'>,
  { decision, subjectToCallIn, decidedOn }: Pick<Decision, 'decision' | 'subjectToCallIn' | 'decidedOn'>,
): Promise<Outcome<PublishedWith>> {
  // What cannot be called in takes effect when it is published, and not before anybody could know of it.
  if (!subjectToCallIn || (await waiverOf(tx, council, decision)))
    return done({ on: today, effective: today, lastDay: null, rule: null, source: null })
  const setting = await settingOn(tx, council, 'call-in', today)
  if (!setting)
    return refused(
      'The council has settled no call-in rule for today.',
      `None is in force on ${longDay(today)}.`,
      'Add one to the constitution.',
    )
  const started = startOf(ruleOf(setting.value), { publishedOn: today, decidedOn: decidedOn ?? today })
  const calendar = calendarFrom(await calendarOn(tx, council, today), started)
  const kept = calendar ? { ...setting.value, calendar } : setting.value
  const rule = ruleOf(kept)
  const { lastDay, effective } = callInWindow(rule, started)
  // A clock that runs from the day of decision may have run out before anybody could know of it.
  return done({
    on: today,
    effective: Temporal.PlainDate.compare(effective, today) < 0 ? today : effective,
    lastDay,
    rule: kept,
    source: setting.source,
  })
}

// The older decision's authority runs until the newer one's begins, and stands again while what took its place is called in or held,
// so that nobody is left without. The newer one's grants are made before this.
async function supersede(work: Work, older: string, by: string, from: Temporal.PlainDate): Promise<Outcome<null>> {
  const { tx, council } = work
  const found = await findDecision(tx, council, older, 'lock')
  if (!found) return refused(`There is no decision ${older} to supersede.`)
  const move = mayMove(found, 'superseded')
  if (!move.ok) return move
  await endDecision(work, older, from, `superseded by ${by}`, by)
  await markSuperseded(tx, council, found.decision, by)
  await writeRegister(work, older)
  return done(null)
}
