import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { day } from '#platform/days.ts'
import { done, useCase } from '#platform/use-case.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import {
  considerHold,
  grantFromClause,
  issueHold,
  listMandates,
  releaseClause,
  releaseHold,
  suspendClause,
  why,
} from '../index.ts'
import { agreements, sections, type Section } from './statutory-hold.ts'

const world = await aCouncil({ on: '2022-08-15' })
const [priya, edmund, winifred] = [world.as('Priya'), world.as('Edmund'), world.as('Winifred')]

// Two clauses of one decision and one of another, to three subjects; what each hold reaches is told here in other words than SQL.
const clauses = [
  { decision: 'D-2022-0001', label: 'a', clause: randomUUID(), scope: 'adults', post: 'chief-finance-officer' },
  { decision: 'D-2022-0001', label: 'b', clause: randomUUID(), scope: 'adults/care-at-home', post: 'head-legal' },
  { decision: 'D-2022-0002', label: 'a', clause: randomUUID(), scope: 'children', post: 'head-democratic-services' },
] as const
const powers = ['contract', 'consult'] as const
const grantIt = useCase({
  name: 'test.grant',
  title: 'Grant',
  may: ['commissioning officer'],
  input: z.null(),
  run: async (work) => {
    for (const one of clauses) {
      must(
        await grantFromClause(work, {
          clause: one.clause,
          decisionRef: one.decision,
          clauseLabel: one.label,
          holder: one.post,
          powers: [...powers],
          scope: one.scope,
          words: 'x',
          ceiling: { basis: 'whole-life', pence: 100n },
          from: day('2022-08-01'),
          until: null,
          mayDelegate: false,
          conditions: [],
        }),
      )
    }
    return done(null)
  },
})
must(await world.does(priya, grantIt, null))
const suspend = useCase({
  name: 'test.suspend',
  title: 'Suspend',
  may: ['commissioning officer'],
  input: z.string(),
  run: async (work, clause) => done((await suspendClause(work, clause, 'call-in', 'called in')).hold),
})
const release = useCase({
  name: 'test.release',
  title: 'Release',
  may: ['commissioning officer'],
  input: z.string(),
  run: async (work, hold) => {
    await releaseClause(work, hold)
    return done(null)
  },
})

type Reach =
  | { kind: 'council' }
  | { kind: 'subject'; subject: string }
  | { kind: 'decision'; decision: string }
  | { kind: 'clauses'; decision: string; labels: string[] }
type Open = { end(): Promise<unknown>; stops(at: number, power: (typeof powers)[number]): boolean }
type Step =
  | { kind: 'statutory'; section: Section; reach: Reach }
  | { kind: 'call-in'; at: number }
  | { kind: 'release'; at: number }
  | { kind: 'days'; days: number }

const reach: fc.Arbitrary<Reach> = fc.oneof(
  fc.constant({ kind: 'council' as const }),
  fc
    .constantFrom('adults', 'adults/care-at-home', 'children', 'children/short-breaks')
    .map((subject) => ({ kind: 'subject' as const, subject })),
  fc.constantFrom('D-2022-0001', 'D-2022-0002').map((decision) => ({ kind: 'decision' as const, decision })),
  fc
    .subarray(['a', 'b'], { minLength: 1 })
    .map((labels) => ({ kind: 'clauses' as const, decision: 'D-2022-0001', labels })),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('statutory' as const), section: fc.constantFrom(...sections), reach }),
  fc.record({ kind: fc.constant('call-in' as const), at: fc.nat(2) }),
  fc.record({ kind: fc.constant('release' as const), at: fc.nat(9) }),
  fc.record({ kind: fc.constant('days' as const), days: fc.integer({ min: 1, max: 5 }) }),
)

const overlaps = (a: string, b: string) => a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)
const hits = (held: Reach, at: number): boolean => {
  const one = clauses[at]
  if (!one) return false
  switch (held.kind) {
    case 'council':
      return true
    case 'subject':
      return overlaps(held.subject, one.scope)
    case 'decision':
      return held.decision === one.decision
    case 'clauses':
      return held.decision === one.decision && held.labels.includes(one.label)
  }
}

let today = day('2022-08-15')
const go = (days: number) => {
  today = today.add({ days })
  world.on(today.toString())
}
const asked = (at: number, power: (typeof powers)[number], on = today) =>
  world
    .asks(world.visitor, why, {
      post: clauses[at]?.post,
      power,
      subject: clauses[at]?.scope,
      pence: power === 'contract' ? 1 : 0,
      day: on.toString(),
    })
    .then(must)
const toText = (value: unknown) =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one))
// Answers are about one far day, so that only what was done can make a difference.
const far = day('2028-06-01')
const everything = async () =>
  toText([
    await world.asks(world.visitor, listMandates, { day: far.toString() }),
    ...(await Promise.all(clauses.flatMap((_, at) => powers.map((power) => asked(at, power, far))))),
  ])

async function open(given: Extract<Step, { kind: 'statutory' | 'call-in' }>): Promise<Open> {
  if (given.kind === 'call-in') {
    const hold = must(await world.does(priya, suspend, clauses[given.at]?.clause))
    return { stops: (at) => at === given.at, end: async () => must(await world.does(priya, release, hold)) }
  }
  const agreement = given.section === 's114' || given.section === 's114A'
  const who = agreement ? winifred : edmund
  const { ref } = must(
    await world.does(who, issueHold, { section: given.section, reach: given.reach, reason: 'Stop.' }),
  )
  return {
    stops: (at, power) => hits(given.reach, at) && (!agreement || agreements.includes(power)),
    end: async () => {
      if (given.section !== 'court') {
        must(await world.does(who, considerHold, { hold: ref, on: today.toString(), says: 'Considered.' }))
        go(6)
      }
      must(await world.does(who, releaseHold, { hold: ref, because: 'Over.' }))
    },
  }
}

test('suspension and release are exact inverses, in any order and any mix of call-ins and statutory holds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      const before = await everything()
      const running: Open[] = []
      for (const one of steps) {
        if (one.kind === 'days') go(one.days)
        else if (one.kind === 'release') await running.splice(one.at % Math.max(running.length, 1), 1)[0]?.end()
        else running.push(await open(one))
        for (const [at] of clauses.entries()) {
          for (const power of powers)
            assert.equal(
              (await asked(at, power)).may,
              !running.some((held) => held.stops(at, power)),
              `${power} under clause ${at}`,
            )
        }
      }
      for (const held of running.toReversed()) await held.end()
      assert.equal(await everything(), before)
    }),
    { numRuns: Number(process.env['REMIT_PROPERTY_RUNS'] ?? 12), endOnFailure: true },
  )
  assert.deepEqual(await world.breaks(), [])
})
