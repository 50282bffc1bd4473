import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mandatesOfDecision, recordAct } from '#authority'
import { rows, sql } from '#platform/database.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { viewDecision, viewRecord } from '../index.ts'
import { publishedWith, three, threeClauses, underRule } from './examples.ts'
import { callIn } from './call-in.ts'
import { hearCallIn, recordCouncil } from './hear.ts'
import { judgeCallIn } from './judge.ts'
import { reconsider } from './reconsider.ts'
import { callInMoves, isClosed, type CallInState } from './states.ts'
import { letCallInLapse } from './lapse.ts'
import { withdrawCallIn } from './withdraw.ts'

const within = { days: 3, unit: 'working', otherwise: 'takes-effect' } as const
const world = await aCouncil({
  on: '2022-08-05',
  constitution: underRule({ hearing: within, reconsideration: within }),
})
const runs = Number(process.env['REMIT_PROPERTY_RUNS'] ?? 6)
let today = Temporal.PlainDate.from('2022-08-05')

/** What the model knows of the one call-in: its state, and how many working days its step has waited. */
type Model = { state: CallInState; waited: number }
type Real = { ref: string; clause: string; id: string; visited: Set<CallInState> }

const state = async ({ ref }: Real): Promise<CallInState> =>
  must(await world.asks(world.as('Hugo'), viewRecord, { ref })).callIns[0]?.state ?? 'received'

/** One move that anybody may try at any time: done where the table has it and refused where it has not. */
class Try implements fc.AsyncCommand<Model, Real> {
  readonly to: CallInState
  readonly attempt: (real: Real) => Promise<{ ok: boolean }>
  readonly also: (model: Model) => boolean
  constructor(
    to: CallInState,
    attempt: (real: Real) => Promise<{ ok: boolean }>,
    also: (model: Model) => boolean = () => true,
  ) {
    this.to = to
    this.attempt = attempt
    this.also = also
  }
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    const may = callInMoves[model.state].includes(this.to) && this.also(model)
    const outcome = await this.attempt(real)
    assert.equal(outcome.ok, may, `${model.state} to ${this.to} after ${model.waited} days`)
    if (may) Object.assign(model, { state: this.to, waited: this.to === 'valid' ? model.waited : 0 })
    assert.equal(await state(real), model.state)
    real.visited.add(model.state)
    await suspends(real, !isClosed(model.state))
  }
  toString = () => this.to
}

class Wait implements fc.AsyncCommand<Model, Real> {
  check = () => true
  async run(model: Model): Promise<void> {
    today = today.add({ days: today.dayOfWeek === 5 ? 3 : 1 })
    if (today.toString() === '2022-08-29') today = today.add({ days: 1 })
    world.on(today.toString())
    model.waited++
  }
  toString = () => 'wait'
}

/** The clause is suspended while the call-in is open and not a moment longer; the other clause never is. */
async function suspends({ ref }: Real, expected: boolean): Promise<void> {
  const { mandates } = must(await world.asks(world.visitor, viewDecision, { ref }))
  for (const one of mandates.filter(({ state: how }) => how !== 'ended' && how !== 'not yet'))
    assert.equal(one.state === 'suspended', expected && one.clauseLabel === 'b', `clause ${one.clauseLabel}`)
}

const [hugo, edmund, desmond] = [world.as('Hugo'), world.as('Edmund'), world.as('Desmond')]
const says = 'Said.'
const timely = ({ waited }: Model) => waited <= within.days
const heard = (to: 'released' | 'referred-back' | 'referred-to-council') =>
  new Try(
    to,
    async ({ ref, id }) => {
      // Scrutiny hears what is valid, Council what scrutiny sent it.
      const first = await world.does(hugo, hearCallIn, {
        ref,
        callIn: id,
        body: 'scrutiny-committee',
        outcome: to,
        says,
      })
      return first.ok || to === 'referred-to-council'
        ? first
        : world.does(hugo, recordCouncil, { ref, callIn: id, outcome: to, says })
    },
    (model) => model.state === 'referred-to-council' || timely(model),
  )
const reconsidered = (to: 'confirmed' | 'amended' | 'rescinded') =>
  new Try(
    to,
    ({ ref, id, clause }) =>
      world.does(desmond, reconsider, {
        ref,
        callIn: id,
        outcome: to,
        says,
        clauses: to === 'amended' ? [{ clause, becomes: 'amended', words: 'New words', grants: [] }] : [],
      }),
    timely,
  )

const tries = [
  new Try('valid', ({ ref, id }) => world.does(edmund, judgeCallIn, { ref, callIn: id, valid: true, says })),
  new Try('invalid', ({ ref, id }) => world.does(edmund, judgeCallIn, { ref, callIn: id, valid: false, says })),
  new Try('withdrawn', ({ ref, id }) => world.does(hugo, withdrawCallIn, { ref, callIn: id, says })),
  new Try(
    'lapsed',
    ({ ref, id }) => world.does(hugo, letCallInLapse, { ref, callIn: id }),
    (model) => !timely(model),
  ),
  ...(['released', 'referred-back', 'referred-to-council'] as const).map(heard),
  ...(['confirmed', 'amended', 'rescinded'] as const).map(reconsidered),
]
const commands = [...tries.map((one) => fc.constant(one)), fc.constant(new Wait())]
const to = (state: CallInState): Try =>
  tries.find((one) => one.to === state)
  ?? (() => {
    throw new Error(`No move leads to ${state}.`)
  })()

test('a call-in reaches every state by the moves of its table and no other, and suspends its clauses for just as long', async () => {
  const visited = new Set<CallInState>()
  await fc.assert(
    fc.asyncProperty(
      fc.commands(commands, { maxCommands: 10, size: 'max' }),
      fc.constantFrom('received', 'valid', 'referred-back'),
      async (tried, from) => {
        const { ref, clauses } = await publishedWith(world, threeClauses)
        const clause = clauses[1] ?? ''
        const { callIn: id } = must(
          await world.does(world.as('Marguerite'), callIn, { ref, clauses: [clause], callers: three, grounds: 'Cost' }),
        )
        const model: Model = { state: 'received', waited: 0 }
        const real = { ref, clause, id, visited }
        // A run that never gets far proves little: two of three start further on.
        if (from !== 'received') await to('valid').run(model, real)
        if (from === 'referred-back') await to('referred-back').run(model, real)
        await fc.asyncModelRun(() => ({ model, real }), tried)
      },
    ),
    { numRuns: runs },
  )
  assert.ok(visited.size >= 4, [...visited].join(', '))
  assert.deepEqual(await world.breaks(), [])
})

/** All that bears on what the mandates of a decision allow. */
const standing = (ref: string) =>
  world.house.database.within({ council: world.council, role: 'remit_app' }, async (tx) => ({
    mandates: (await mandatesOfDecision(tx, world.council, ref)).map(
      ({ ref: mandate, from, until, exercisedPence, passedOnPence, powers, scope }) => ({
        mandate,
        from: from.toString(),
        until: until?.toString(),
        exercisedPence,
        passedOnPence,
        powers,
        scope,
      }),
    ),
    ceilings: await rows(
      tx,
      sql`select c.from_day, c.basis, c.pence from authority.ceiling c join authority.mandate m on m.council = c.council
        and m.mandate = c.mandate where m.decision_ref = ${ref} order by 1, 2, 3`,
    ),
  }))

test('suspension and release are exact inverses: what could be done before can be done after, to the penny', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 250_000_00 }),
      fc.subarray([0, 1], { minLength: 1 }),
      fc.constantFrom('invalid', 'withdrawn', 'released', 'confirmed'),
      fc.integer({ min: 0, max: 6 }),
      async (used, which, how, days) => {
        const { ref, clauses } = await publishedWith(world, threeClauses)
        const { effectiveOn } = must(await world.asks(world.visitor, viewDecision, { ref })).decision
        const before = await standing(ref)
        const { callIn: id } = must(
          await world.does(world.as('Marguerite'), callIn, {
            ref,
            clauses: which.map((at) => clauses[at]),
            callers: three,
            grounds: 'Cost',
          }),
        )
        if (how !== 'withdrawn')
          must(await world.does(edmund, judgeCallIn, { ref, callIn: id, valid: how !== 'invalid', says }))
        if (how === 'released' || how === 'confirmed')
          must(
            await world.does(hugo, hearCallIn, {
              ref,
              callIn: id,
              body: 'scrutiny-committee',
              outcome: how === 'released' ? how : 'referred-back',
              says,
            }),
          )
        if (how === 'confirmed') must(await world.does(desmond, reconsider, { ref, callIn: id, outcome: how, says }))
        if (how === 'withdrawn') must(await world.does(hugo, withdrawCallIn, { ref, callIn: id, says }))
        assert.deepEqual(await standing(ref), before)
        today = Temporal.PlainDate.from(effectiveOn).add({ days })
        world.on(today.toString())
        const under = must(await world.asks(world.visitor, viewDecision, { ref })).mandates.find(
          ({ clauseLabel }) => clauseLabel === 'b',
        )?.ref
        const spend = (pence: number) =>
          world.does(world.as('Priya'), recordAct, {
            post: 'director-adults',
            power: 'contract',
            subject: 'adults/everyday-life',
            what: 'A contract',
            pence,
            day: today.toString(),
            under,
          })
        must(await spend(used))
        must(await spend(300_000_00 - used))
        assert.equal((await spend(1)).ok, false)
        today = today.add({ days: 3 })
        world.on(today.toString())
      },
    ),
    { numRuns: runs },
  )
})
