import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { democraticServices, officer } from '#authority'
import { isoDay, ref, text } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { findDecision } from '../../store.ts'
import { textsOf } from './enter-planned.ts'
import { endItem, findItem, itemOfDecision, moveItem, tieItem, type PlanItem } from './store.ts'
import { nothingWithheldIn } from '../../secrecy/said-beside.ts'

async function thePlanned(work: Work, ref: string): Promise<Outcome<PlanItem>> {
  work.about(ref)
  const found = await findItem(work.tx, work.actor.council, ref, 'lock')
  if (!found) return missing(`There is no entry ${ref} in the forward plan.`)
  return found.state === 'planned'
    ? done(found)
    : refused(`${ref} is ${found.state}: it no longer changes.`, [], 'Enter it anew if it is planned again.')
}

/** Moves the day of what is planned, with the reason. The plan remembers every day that it had. */
export const movePlanned = useCase({
  name: 'decisions.move-planned',
  title: 'Move the day of a planned decision',
  may: [officer, democraticServices],
  input: z.object({ ref, dueFrom: isoDay, dueUntil: isoDay, because: text(2000) }),
  async run(work, { ref, dueFrom, dueUntil, because }) {
    const outcome = await thePlanned(work, ref)
    if (!outcome.ok) return outcome
    const item = outcome.value
    if (Temporal.PlainDate.compare(dueUntil, dueFrom) < 0)
      return invalid({ dueUntil: 'A period ends on its first day or later.' })
    if (Temporal.PlainDate.compare(dueUntil, work.today) < 0)
      return invalid({ dueFrom: 'What is planned is still to come.' })
    if (dueFrom.equals(item.dueFrom) && dueUntil.equals(item.dueUntil))
      return invalid({ dueFrom: 'It is due then already.' })
    const clean = await nothingWithheldIn(work, [item.decision], 'The forward plan', [
      { where: 'why the day moved', text: because },
    ])
    if (!clean.ok) return clean
    await moveItem(work.tx, work.actor.council, item, {
      change: randomUUID(),
      onDay: work.today,
      byName: work.actor.name,
      toFrom: dueFrom,
      toUntil: dueUntil,
      because,
    })
    return done({ ref })
  },
})

/** Takes something out of the plan: it is withdrawn, or deferred with no day yet. It stays to be read, with the reason. */
export const dropPlanned = useCase({
  name: 'decisions.drop-planned',
  title: 'Take a decision out of the forward plan',
  may: [officer, democraticServices],
  input: z.object({
    ref,
    how: z.enum(['withdrawn', 'deferred'], 'Say whether it is withdrawn or deferred.'),
    because: text(2000),
  }),
  async run(work, { ref, how, because }) {
    const outcome = await thePlanned(work, ref)
    if (!outcome.ok) return outcome
    const clean = await nothingWithheldIn(work, [outcome.value.decision], 'The forward plan', [
      { where: `why it is ${how}`, text: because },
    ])
    if (!clean.ok) return clean
    await endItem(work.tx, work.actor.council, outcome.value.item, { state: how, on: work.today, because })
    return done({ ref })
  },
})

/** Ties an entry of the plan to the record in which it is decided: its notices count for that record. */
export const tiePlanned = useCase({
  name: 'decisions.tie-planned',
  title: 'Tie an entry of the forward plan to its record',
  may: [officer, democraticServices],
  input: z.object({ ref, decision: ref }),
  async run(work, { ref, decision }) {
    const outcome = await thePlanned(work, ref)
    if (!outcome.ok) return outcome
    const { tx, council } = work
    const record = await findDecision(tx, council, decision)
    if (!record) return invalid({ decision: `There is no decision ${decision}.` })
    if (record.state !== 'draft' && record.state !== 'proposed')
      return refused(`${decision} is ${record.state}: it is no longer planned.`)
    if (outcome.value.decision && outcome.value.decision !== record.decision)
      return refused(`${ref} is tied to another record.`)
    const before = await itemOfDecision(tx, council, record.decision)
    if (before && before.ref !== ref)
      return refused(`${decision} stands in the forward plan already.`, `It is ${before.ref}.`)
    if (record.maker !== null && record.maker !== outcome.value.maker)
      return refused(
        `${ref} and ${decision} are not for the same to decide.`,
        `The plan says ${outcome.value.makerTitle}.`,
        'Change who decides in the record, or withdraw the entry and enter it anew.',
      )
    const clean = await nothingWithheldIn(work, [record.decision], 'The forward plan', textsOf(outcome.value))
    if (!clean.ok) return clean
    await tieItem(tx, council, outcome.value.item, record.decision)
    return done({ ref })
  },
})
