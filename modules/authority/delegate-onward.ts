import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { longDay, within } from '#platform/days.ts'
import { pounds } from '#platform/money.ts'
import { done, refused, useCase } from '#platform/use-case.ts'
import { isoDay, optionalDay, pence as penceInput, ref as refInput, text, yesNo } from '#platform/input.ts'
import { inheritAmounts } from './amounts.ts'
import { sealedMandate } from './grant.ts'
import { ceilingWords, covers, powersWords, type Ceiling, type Mandate } from './mandate.ts'
import { powerNames } from './powers.ts'
import { decisionMaker, officer } from './roles.ts'
import {
  findMandate,
  findPost,
  insertMandate,
  lockMandate,
  nextRef,
  passOn,
  postsHeldBy,
  standing,
  type NewMandate,
} from './store.ts'
import { effectiveCeiling, leftUnder, type Held } from './weighing.ts'

/**
 * Passes part of a mandate on to another post. The part is never wider than the whole: not in powers, scope, time or sum; it
 * keeps every condition; and what is passed on is no longer there for the giver to use.
 */
export const delegateOnward = useCase({
  name: 'authority.delegate-onward',
  title: 'Pass authority on to another post',
  may: [officer, decisionMaker],
  input: z.object({
    mandate: refInput,
    to: text(81),
    powers: z.array(z.enum(powerNames)).min(1, 'Choose at least one power to pass on.'),
    scope: z
      .string()
      .max(200)
      .regex(/^([a-z0-9-]+(\/[a-z0-9-]+)*)?$/u, 'Choose a subject from the council’s list.'),
    pence: penceInput,
    from: isoDay,
    until: optionalDay.default(null),
    /** From this day it lapses, if nothing was done under it before. */
    lapsesOn: optionalDay.default(null),
    /** Whether whoever gets it may pass part of it on again. */
    mayDelegate: yesNo.default(false),
    words: text(2000, 'Say in words what is passed on.'),
  }),
  async run(work, input) {
    const { tx, actor, today } = work
    work.about(input.mandate)
    const found = await findMandate(tx, actor.council, input.mandate)
    const parent = found && (await lockMandate(tx, actor.council, found.mandate))
    if (!parent) return refused(`There is no mandate ${input.mandate}.`, [], 'Check the reference.')
    const held = actor.account ? await postsHeldBy(tx, actor.council, actor.account, today) : []
    if (!held.some(({ post }) => post === parent.holder)) {
      return refused(
        'Only the post that holds a mandate can pass it on.',
        `${actor.name} does not hold the post ${parent.holder} on ${longDay(today)}.`,
        'Ask whoever holds it.',
      )
    }
    const bearing = await standing(tx, actor.council, parent, {
      post: parent.holder,
      power: parent.powers[0] ?? 'implement',
      subject: input.scope,
      day: input.from,
    })
    const ceiling = effectiveCeiling(bearing)
    const left = leftUnder({ ...bearing, mandate: parent })
    const against = [...tooWide(parent, input, bearing.titles), ...standingInTheWay(parent, bearing.holds, today)]
    if (left !== null && input.pence > left)
      against.push(
        `${pounds(input.pence)} is more than the ${pounds(left)} that ${parent.ref} leaves (${ceilingWords(ceiling)}).`,
      )
    if (input.lapsesOn && Temporal.PlainDate.compare(input.lapsesOn, input.from) <= 0)
      against.push('It would lapse before its first day.')
    if (bearing.lapsedOn)
      against.push(`${parent.ref} lapsed: nothing was done under it before ${longDay(bearing.lapsedOn)}.`)
    if (!(await findPost(tx, actor.council, input.to))) against.push(`The council has no post ${input.to}.`)
    if (input.to === parent.holder) against.push('A post cannot pass authority to itself.')
    if (against.length)
      return refused(
        `${parent.ref} cannot be passed on like that.`,
        against,
        'Pass on no more than the mandate itself gives.',
      )

    const child: NewMandate = {
      mandate: randomUUID(),
      ref: await nextRef(tx, actor.council, 'M', today),
      source: 'sub-delegation',
      holder: input.to,
      powers: input.powers,
      scope: input.scope,
      words: input.words,
      parent: parent.mandate,
      clause: parent.clause,
      decisionRef: parent.decisionRef,
      clauseLabel: parent.clauseLabel,
      schemeEntry: null,
      constitutionVersion: null,
      from: input.from,
      until: input.until ?? parent.until,
      mayDelegate: input.mayDelegate,
      conditions: parent.conditions,
      lapsesOn: input.lapsesOn,
      ceiling: part(ceiling, input.pence),
    }
    await insertMandate(tx, actor.council, child, work.now)
    // A limit on each act is not used up, so nothing is set aside for it.
    if (ceiling.basis === 'whole-life' || ceiling.basis === 'financial-year')
      await passOn(tx, actor.council, parent.mandate, child.mandate, input.pence, today)
    await inheritAmounts(work, child.ref, parent.mandate)
    work.seal('mandate', child.ref, sealedMandate(child))
    work.announce('authority.passed-on', { mandate: child.ref, from: parent.ref })
    return done({ ref: child.ref })
  },
})

const part = (whole: Ceiling, pence: bigint): Ceiling =>
  whole.basis === 'no-limit' ? { basis: 'whole-life', pence } : { basis: whole.basis, pence }

function tooWide(
  parent: Mandate,
  asked: { powers: Mandate['powers']; scope: string; from: Temporal.PlainDate; until: Temporal.PlainDate | null },
  titles: { subject: string; scope: string },
): string[] {
  const reasons: string[] = []
  if (!parent.mayDelegate) reasons.push(`${parent.ref} was given to be used, not to be passed on.`)
  const extra = asked.powers.filter((power) => !parent.powers.includes(power))
  if (extra.length) reasons.push(`${parent.ref} does not give the power to ${powersWords(extra)}.`)
  if (!covers(parent.scope, asked.scope))
    reasons.push(`“${titles.subject}” lies outside “${titles.scope}”, which ${parent.ref} covers.`)
  if (Temporal.PlainDate.compare(asked.from, parent.from) < 0)
    reasons.push(`${parent.ref} takes effect on ${longDay(parent.from)}, after ${longDay(asked.from)}.`)
  if (parent.until && asked.until && Temporal.PlainDate.compare(asked.until, parent.until) > 0)
    reasons.push(`${parent.ref} ends on ${longDay(parent.until.subtract({ days: 1 }))}.`)
  if (parent.until && Temporal.PlainDate.compare(asked.from, parent.until) >= 0)
    reasons.push(`${parent.ref} ended on ${longDay(parent.until.subtract({ days: 1 }))}.`)
  if (asked.until && Temporal.PlainDate.compare(asked.until, asked.from) <= 0)
    reasons.push('The last day comes before the first.')
  return reasons
}

// A report that stops only agreements does not stop authority from being passed on: the agreements stay stopped under the part.
function standingInTheWay(parent: Mandate, holds: readonly Held[], today: Temporal.PlainDate): string[] {
  return holds
    .filter(({ from, until, report }) => within(today, from, until) && (report?.powers ?? null) === null)
    .map(({ because }) => `${parent.ref} is suspended: ${because}.`)
}
