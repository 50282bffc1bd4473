import { daysBetween, plainDay } from '#platform/days.ts'
import { schedule, type Placed } from './schedule.ts'
import { lengthWords, regimes, stepKinds, type Plan, type Step } from './plan.ts'

/** One thing that differs between two plans, in a sentence; `moves` when days differ, else what people settled does. */
export type PlanChange = { step: string | null; moves: boolean; says: string }

/** What differs between two plans, in words: what was settled otherwise, then what moved because of it. */
export function changesBetween(before: Plan, after: Plan): PlanChange[] {
  const was = new Map(before.steps.map((step) => [step.id, step]))
  const is = new Map(after.steps.map((step) => [step.id, step]))
  const settled: PlanChange[] = [
    ...(before.startsOn.equals(after.startsOn)
      ? []
      : [
          {
            step: null,
            moves: false,
            says: `The service must start on ${plainDay(after.startsOn)} and not on ${plainDay(before.startsOn)}, ${shift(
              before.startsOn,
              after.startsOn,
            )}.`,
          },
        ]),
    ...(before.regime === after.regime
      ? []
      : [
          {
            step: null,
            moves: false,
            says: `It is bought under the ${regimes[after.regime].title}, no longer the ${regimes[before.regime].title}.`,
          },
        ]),
    ...ladderChange(before, after),
    ...before.steps
      .filter(({ id }) => !is.has(id))
      .map(({ title }) => ({ step: null, moves: false, says: `“${title}” is gone.` })),
    ...after.steps.flatMap((step) => {
      const old = was.get(step.id)
      return old ? stepChanges(old, step, after) : [{ step: step.id, moves: false, says: `“${step.title}” is new.` }]
    }),
  ]
  return [...settled, ...movesBetween(before, after)]
}

/** What moved, step by step, and the start of the service with it. */
export function movesBetween(before: Plan, after: Plan): PlanChange[] {
  const [then, now] = [schedule(before), schedule(after)]
  const old = new Map(then.steps.map((placed) => [placed.step.id, placed]))
  const moves = now.steps.flatMap((placed): PlanChange[] => {
    const from = old.get(placed.step.id)
    if (!from || (from.from.equals(placed.from) && from.until.equals(placed.until))) return []
    return [
      {
        step: placed.step.id,
        moves: true,
        says: `“${placed.step.title}” moves from ${spanWords(from)} to ${spanWords(placed)}, ${movedBy(from, placed)}.`,
      },
    ]
  })
  if (then.startsOn.equals(now.startsOn)) return moves
  return [
    ...moves,
    {
      step: null,
      moves: true,
      says: `The service can start on ${plainDay(now.startsOn)} and not on ${plainDay(then.startsOn)}, ${shift(
        then.startsOn,
        now.startsOn,
      )}.`,
    },
  ]
}

function stepChanges(old: Step, step: Step, plan: Plan): PlanChange[] {
  const name = `“${step.title}”`
  const said: string[] = []
  if (old.title !== step.title) said.push(`“${old.title}” is now called ${name}.`)
  if (old.kind !== step.kind)
    said.push(
      `${name} is ${stepKinds[step.kind].title.toLowerCase()} and no longer ${stepKinds[old.kind].title.toLowerCase()}.`,
    )
  if (lengthOf(old) !== lengthOf(step)) said.push(`${name} lasts ${lengthOf(step)} and no longer ${lengthOf(old)}.`)
  const [was, is] = [old.pinned?.toString(), step.pinned?.toString()]
  if (was !== is)
    said.push(
      step.pinned ? `${name} is settled for ${plainDay(step.pinned)}.` : `${name} is no longer settled for a day.`,
    )
  if (old.after.toSorted().join() !== step.after.toSorted().join()) {
    const names = plan.steps.filter(({ id }) => step.after.includes(id)).map(({ title }) => `“${title}”`)
    said.push(names.length ? `${name} waits for ${names.join(', ')}.` : `${name} waits for nothing any more.`)
  }
  if (old.gate?.decision !== step.gate?.decision || (old.gate === null) !== (step.gate === null)) {
    said.push(
      step.gate === null
        ? `${name} is no longer a gate.`
        : step.gate.decision
          ? `${name} is a gate: decision ${step.gate.decision} opens it.`
          : `${name} is a gate, and no decision is named yet.`,
    )
  }
  if (old.done?.on.toString() !== step.done?.on.toString())
    said.push(step.done ? `${name} was over on ${plainDay(step.done.on)}.` : `${name} is not over after all.`)
  return said.map((says) => ({ step: step.id, moves: false, says }))
}

function ladderChange({ ladder: was }: Plan, { ladder: is }: Plan): PlanChange[] {
  const words = (ladder: Plan['ladder']) =>
    ladder
    && `${ladder.contract}, from ${plainDay(
      ladder.began,
    )}, ${ladder.firstMonths} months, ${ladder.usedMonths} of ${ladder.optionMonths} more used`
  return words(was) === words(is)
    ? []
    : [
        {
          step: null,
          moves: false,
          says: is ? `The present contract is ${words(is)}.` : 'No present contract is named any more.',
        },
      ]
}

const lengthOf = ({ length }: Step): string => (length ? lengthWords(length) : 'as long as the law asks')

/** "3 March to 14 April 2025"; the last day is in it. */
export function spanWords({ from, until }: Pick<Placed, 'from' | 'until'>): string {
  const last = until.subtract({ days: 1 })
  if (last.equals(from)) return plainDay(from)
  const sameYear = from.year === last.year
  return `${sameYear ? plainDay(from).replace(/ \d{4}$/u, '') : plainDay(from)} to ${plainDay(last)}`
}

function movedBy(old: Placed, now: Placed): string {
  const [start, end] = [daysBetween(old.from, now.from), daysBetween(old.until, now.until)]
  if (start === end) return shiftWords(start)
  return [...(start ? [`its start ${shiftWords(start)}`] : []), ...(end ? [`its end ${shiftWords(end)}`] : [])].join(
    ', ',
  )
}

const shift = (before: Temporal.PlainDate, after: Temporal.PlainDate): string => shiftWords(daysBetween(before, after))

/** "7 days later", "1 day earlier". */
const shiftWords = (days: number): string =>
  `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days < 0 ? 'earlier' : 'later'}`
