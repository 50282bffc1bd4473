import { z } from 'zod'
import { calendarOn, officer, settingOn, staff } from '#authority'
import { plainDay } from '#platform/days.ts'
import { isoDay, ref, text, whole } from '#platform/input.ts'
import { done, invalid, query, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { revise, type Part } from '../revise.ts'
import { knownRecord } from '../records.ts'
import { findCommission, latestEdition } from '../store.ts'
import { changesBetween } from './changes.ts'
import { before as stepsBefore, gateStanding } from './in-the-way.ts'
import { ladderInput, planFrom, planInput, ruleFrom, stepId, stepInput } from './document.ts'
import { moved, withoutStep, withStep } from './edit.ts'
import { lengthWords, regimeNames, type Plan, type Step } from './plan.ts'
import { inOrder, schedule } from './schedule.ts'
import { usualPlan } from './usual-plan.ts'

export const timelinePart: Part<Plan> = { name: 'timeline', from: planFrom }

const revision = z.object({ ref, edition: whole(0, 1_000_000), why: text(500) })
const frame = z.object({
  startsOn: isoDay,
  regime: z.enum(regimeNames, 'Choose under which rules it is bought.'),
  ladder: ladderInput.nullable().default(null),
})

/** What may be done with a plan, one at a time; each makes the next edition. */
const changeInput = z.discriminatedUnion('kind', [
  frame.extend({ kind: z.literal('frame') }),
  z.object({ kind: z.literal('whole'), plan: planInput }),
  z.object({ kind: z.literal('step'), step: stepInput }),
  z.object({ kind: z.literal('move'), step: stepId, to: isoDay }),
  z.object({ kind: z.literal('drop'), step: stepId }),
])
type PlanChangeInput = z.output<typeof changeInput>

/**
 * Settles the frame of a plan (when the service must start, under which rules it is bought, what contract runs), a whole plan,
 * or one step. All that hangs on it moves. Nobody may give a step less than the law asks.
 */
export const revisePlan = useCase({
  name: 'commissions.revise-plan',
  title: 'Change the timeline of a commission',
  may: [officer],
  input: revision.extend({ change: changeInput }),
  run: (work, { change, ...revision }) =>
    revise(work, timelinePart, revision, async (before) => next(work, before, change)),
})

/** What a change would move, without making it. */
export const previewPlan = query({
  name: 'commissions.preview-plan',
  title: 'See what a change would move in a timeline',
  may: staff,
  input: z.object({ ref, change: changeInput }),
  async run(work, { ref, change }) {
    const found = await findCommission(work.tx, work.actor.council, ref)
    const edition = found && (await latestEdition(work.tx, work.actor.council, found.commission, 'timeline'))
    const before = edition ? planFrom(edition.document) : null
    const outcome = await next(work, before, change)
    if (!outcome.ok) return outcome
    return done({
      edition: edition?.n ?? 0,
      changes: before ? changesBetween(before, outcome.value) : [],
      plan: outcome.value,
    })
  },
})

/**
 * Notes that a step was over on a day, and what shows it. A step behind a gate cannot be over before that is open, nor a gate
 * without a decision that was made.
 */
export const finishStep = useCase({
  name: 'commissions.finish-step',
  title: 'Note that a step of a timeline is over',
  may: [officer],
  input: z.object({ ref, edition: whole(0, 1_000_000), step: stepId, on: isoDay, says: text(500) }),
  run: (work, { step: id, on, says, ...given }) =>
    revise(work, timelinePart, { ...given, why: `Over on ${plainDay(on)}: ${says}`.slice(0, 500) }, async (plan) => {
      const step = plan?.steps.find((one) => one.id === id)
      if (!plan || !step) return refused('There is no such step.', [], 'Look at the timeline again.')
      if (Temporal.PlainDate.compare(on, work.today) > 0)
        return invalid({ on: `${plainDay(on)} is still to come. A step is over once it is over.` })
      return (await overTooSoon(work, plan, step, on)) ?? done(withStep(plan, { ...step, done: { on, says } }))
    }),
})

async function overTooSoon(
  work: Pick<Work, 'tx' | 'council'>,
  plan: Plan,
  step: Step,
  on: Temporal.PlainDate,
): Promise<Outcome<never> | null> {
  return noteRefused(step, on, await gatesShut(work, plan, step, on))
}

const noteRefused = (step: Step, on: Temporal.PlainDate, shut: string[]): Outcome<never> | null =>
  shut.length > 0
    ? refused(
        `“${step.title}” cannot be over on ${plainDay(on)}.`,
        shut,
        'Have it decided, and name the published decision in the gate.',
      )
    : null

// A gate that was over when its plan came here, and names no decision, stands as it was noted: it may be older than Remit.
async function gatesBefore(
  { tx, council }: Pick<Work, 'tx' | 'council'>,
  plan: Plan,
  step: Step,
  on: Temporal.PlainDate,
): Promise<string[]> {
  const said: string[] = []
  for (const gate of stepsBefore(plan, [step.id]).filter(({ gate, done: over }) => gate && (gate.decision ?? !over))) {
    const { open, says } = await gateStanding(tx, council, gate, on)
    if (!open) said.push(says)
  }
  return said
}

async function gatesShut(
  work: Pick<Work, 'tx' | 'council'>,
  plan: Plan,
  step: Step,
  on: Temporal.PlainDate,
): Promise<string[]> {
  const said = await gatesBefore(work, plan, step, on)
  if (step.gate) {
    // The day of a meeting is over when it decided, also while its decision may still be called in.
    const { standing, says } = await gateStanding(work.tx, work.council, step, on)
    if (standing === 'not named' || standing === 'not published' || standing === 'superseded') said.push(says)
  }
  return said
}

async function next(
  work: Pick<Work, 'tx' | 'council' | 'today'>,
  before: Plan | null,
  change: PlanChangeInput,
): Promise<Outcome<Plan>> {
  const { tx, council, today } = work
  const setting = await settingOn(tx, council, 'call-in', today)
  const known = await calendarOn(tx, council, today)
  const calendar = known.days.length > 0 || known.knownUntil !== undefined ? { calendar: known } : {}
  const callIn = setting ? { ...ruleFrom(setting.value), ...calendar } : null
  const outcome = changedBy({ before, change, by: { callIn, ...calendar } })
  if (!outcome.ok) return outcome
  const plan = outcome.value
  if (!inOrder(plan.steps))
    return invalid({ after: 'Some steps would wait for each other in a ring. Let one of them wait for nothing.' })
  if (plan.steps.length > 60) return refused('A plan holds 60 steps.', [], 'Put smaller steps together.')
  const stranger = plan.steps.flatMap(({ after }) => after).find((id) => !plan.steps.some((step) => step.id === id))
  if (stranger !== undefined) return invalid({ after: `There is no step “${stranger}” in this plan.` })
  for (const { gate } of plan.steps) {
    if (gate?.decision && (await knownRecord(tx, council, gate.decision))?.kind !== 'Decision')
      return invalid({
        decision: `${gate.decision} is not a decision of this council. Give the reference of one, or leave it empty.`,
      })
  }
  // Whoever changes a step, or gives a whole plan anew, can put nothing past a shut gate either. A first plan comes with what was over
  // before Remit knew of it, and a gate may be one that was opened elsewhere.
  for (const step of before ? plan.steps : []) {
    if (!step.done || before?.steps.some(({ id, done: over }) => id === step.id && over)) continue
    const tooSoon = noteRefused(step, step.done.on, await gatesBefore({ tx, council }, plan, step, step.done.on))
    if (tooSoon) return tooSoon
  }
  return withinTheLaw(plan, before)
}

function changedBy({
  before,
  change,
  by,
}: {
  before: Plan | null
  change: PlanChangeInput
  /** What the council has settled by today, by which the plan is counted from now on. */
  by: Pick<Plan, 'callIn' | 'calendar'>
}): Outcome<Plan> {
  if (change.kind === 'whole') return done({ ...change.plan, ...by })
  if (change.kind === 'frame') {
    const { startsOn, regime, ladder } = change
    return done(
      before ? { ...before, startsOn, regime, ladder, ...by } : usualPlan({ startsOn, regime, ladder, ...by }),
    )
  }
  if (!before) return refused('There is no timeline yet.', [], 'Say first when the service must start.')
  const plan = { ...before, ...by }
  if (change.kind === 'step') return done(withStep(plan, change.step))
  if (!plan.steps.some(({ id }) => id === change.step))
    return refused('There is no such step.', [], 'Look at the timeline again.')
  return reckoned(() => (change.kind === 'move' ? moved(plan, change.step, change.to) : withoutStep(plan, change.step)))
}

// Somebody who gives a step a length means it: one that the law does not allow is not quietly made longer but said no to. A
// length that was enough before and is no longer, because days moved over a holiday, is made longer and shown to be.
function withinTheLaw(plan: Plan, before: Plan | null): Outcome<Plan> {
  const placed = reckoned(() => schedule(plan))
  if (!placed.ok) return placed
  const given = placed.value.steps.filter(({ step, stretched }) => stretched && !sameLength(before, step))
  if (!given.length) return done(plan)
  const says = given.map(({ step, from, until, minimum }) => {
    const last = (minimum?.until ?? until).subtract({ days: 1 })
    return `“${step.title}” cannot last ${
      step.length ? lengthWords(step.length) : 'so long'
    }: ${minimum?.says ?? ''}. From ${plainDay(from)} that is until ${plainDay(last)} (${minimum?.source.words ?? ''}).`
  })
  return {
    ok: false,
    refusal: {
      kind: 'invalid',
      what: 'The law asks for more time.',
      because: says,
      next: 'Give it longer, or leave its length empty to have it as long as the law asks.',
      fields: { length: says.join(' ') },
    },
  }
}

const sameLength = (before: Plan | null, { id, kind, length }: Plan['steps'][number]): boolean =>
  before?.steps.some(
    (old) =>
      old.id === id && old.kind === kind && old.length?.count === length?.count && old.length?.unit === length?.unit,
  ) ?? false

/** Days that cannot be counted, beyond the years of the table of holidays, are a refusal with its sentence. */
function reckoned<T>(reckon: () => T): Outcome<T> {
  try {
    return done(reckon())
  } catch (cause) {
    if (cause instanceof RangeError)
      return refused('The days of this plan cannot be counted.', cause.message, 'Choose days within those years.')
    throw cause
  }
}
