import assert from 'node:assert/strict'
import { test } from 'node:test'
import { granting } from '#testing/granted.ts'
import fc from 'fast-check'
import { rows, sql } from '#platform/database.ts'
import { day } from '#platform/days.ts'
import { type Outcome } from '#platform/use-case.ts'
import { larkshire, people } from '../../../site/demo/larkshire.ts'
import { aCouncil } from '../../../testing/world.ts'
import { delegateOnward, recall, recordAct, recordRetrospective, revokeMandate, undoAct } from '../index.ts'

// Everybody holds every post, so that what is tried is stopped by the sums and by nothing else.
const posts = ['director-adults', 'head-commissioning', 'head-legal', 'director-children'] as const
const everyone = people.map((one) => ({ ...one, roles: ['commissioning officer', 'decision maker'] }))
const world = await aCouncil({
  on: '2022-06-01',
  council: { council: 'larkshire', name: 'Larkshire Council', demo: true, people: everyone },
  constitution: {
    ...larkshire,
    scheme: larkshire.scheme.slice(0, 1),
    holders: [
      ...larkshire.holders,
      ...posts.map((post) => ({ post, email: 'winifred.cole@larkshire.example', from: '2012-09-10' })),
    ],
  },
})
const who = world.as('Winifred')

const grant = granting(world, { clauseLabel: 'a', scope: 'adults', words: 'x', from: day('2022-06-01') })

type Known = { mandates: { ref: string; post: string }[]; acts: string[] }
type Step = (known: Known) => Promise<unknown>
const at = fc.nat(40)
const sum = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(100, 101, 200)).map((pounds) => pounds * 100)
const one = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(from.length, 1)]
let today = day('2022-06-01')

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ at, pence: sum, ago: fc.nat(3) }).map((a) => async (known: Known) => {
    const under = one(known.mandates, a.at)
    if (under)
      kept(
        await world.does(who, recordAct, {
          post: under.post,
          power: 'contract',
          subject: 'adults',
          what: 'x',
          pence: a.pence,
          day: today.subtract({ days: a.ago }).toString(),
          under: under.ref,
        }),
        known,
      )
  }),
  fc.record({ at, pence: sum }).map((a) => async (known: Known) => {
    const under = one(known.mandates, a.at)
    if (under)
      kept(
        await world.does(who, recordRetrospective, {
          post: under.post,
          power: 'contract',
          subject: 'adults',
          what: 'x',
          pence: a.pence,
          day: '2022-05-01',
          under: under.ref,
          because: 'x',
        }),
        known,
      )
  }),
  fc.record({ at, to: fc.constantFrom(...posts), pence: sum }).map((a) => async (known: Known) => {
    const mandate = one(known.mandates, a.at)
    if (!mandate) return
    const passed = await world.does(who, delegateOnward, {
      mandate: mandate.ref,
      to: a.to,
      powers: ['contract'],
      scope: 'adults',
      pence: a.pence,
      from: today.toString(),
      words: 'part',
      mayDelegate: true,
    })
    if (passed.ok) known.mandates.push({ ref: passed.value.ref, post: a.to })
  }),
  fc
    .record({ at, pence: sum })
    .map(
      (a) => (known: Known) =>
        world.does(who, recall, { mandate: one(known.mandates, a.at)?.ref, pence: a.pence, because: 'x' }),
    ),
  fc
    .record({ at, in: fc.nat(2) })
    .map(
      (a) => (known: Known) =>
        world.does(who, revokeMandate, {
          mandate: one(known.mandates, a.at)?.ref,
          on: today.add({ days: a.in }).toString(),
          because: 'x',
        }),
    ),
  fc
    .record({ at })
    .map((a) => (known: Known) => world.does(who, undoAct, { act: one(known.acts, a.at), because: 'x' })),
  fc.record({ days: fc.constantFrom(1, 5, 200) }).map((a) => async () => {
    today = today.add(a)
    world.on(today.toString())
  }),
)

const kept = (outcome: Outcome<{ ref: string }>, known: Known) => {
  if (outcome.ok) known.acts.push(outcome.value.ref)
}
const look = <R>(statement: Parameters<typeof rows>[1]): Promise<R[]> =>
  world.house.database.within({ council: 'larkshire', role: 'remit_app' }, (tx) => rows<R>(tx, statement))

/** What was ever exercised anywhere in a tree, in all and in the fullest year, against what its root was given; and every total against its ledger. */
async function conserved(root: string) {
  const trees = await look<{ pence: bigint; basis: string; inAll: bigint; fullest: bigint }>(sql`
    with recursive tree as (
      select m.council, m.mandate from authority.mandate m where m.ref = ${root}
      union all select c.council, c.mandate from authority.mandate c
        join tree on c.council = tree.council and c.parent = tree.mandate)
    select c.pence, c.basis,
      coalesce((select sum(a.value_pence) from authority.act a join tree using (council, mandate)),
        0)::bigint as "inAll",
      coalesce((select max(y.sum) from (select sum(y.exercised_pence) from authority.year_use y
        join tree using (council, mandate) group by y.year) y), 0)::bigint as fullest
    from authority.mandate m join authority.ceiling c using (council, mandate) where m.ref = ${root}`)
  for (const { pence, basis, inAll, fullest } of trees)
    assert.ok(
      (basis === 'whole-life' ? inAll : fullest) <= pence,
      `${inAll} in all, ${fullest} in a year, of ${pence} (${basis})`,
    )
  assert.deepEqual(
    await look(sql`
    select m.ref, m.exercised_pence, m.passed_on_pence, m.recalled_pence, l.* from authority.mandate m left
      join lateral (
      select coalesce(sum(pence) filter (where kind = 'exercised'), 0) as exercised,
        coalesce(sum(pence) filter (where kind = 'passed-on'), 0) as passed,
        coalesce(sum(pence) filter (where kind = 'recalled'), 0) as recalled from authority.ledger l
          where l.council = m.council and l.mandate = m.mandate) l on true
    where m.exercised_pence <> l.exercised or m.passed_on_pence <> l.passed or m.recalled_pence <> l.recalled`),
    [],
    'the totals are the sums of the ledger',
  )
  // What a mandate set aside for another is what that one was given, less what was taken back from it.
  assert.deepEqual(
    await look(sql`
    select child.ref from authority.mandate child join authority.ceiling c using (council, mandate)
    join authority.mandate parent on parent.council = child.council and parent.mandate = child.parent
    where c.pence - child.recalled_pence <> (select coalesce(sum(l.pence), 0) from authority.ledger l
      where l.council = parent.council and l.mandate = parent.mandate and l.child = child.mandate)`),
    [],
  )
}

let passed = 0
let recalled = 0
test('sub-delegation trees of any shape conserve authority, whatever is exercised, passed on, recalled, revoked and undone in any order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('whole-life' as const, 'financial-year' as const),
      fc.array(step, { minLength: 10, maxLength: 30 }),
      async (basis, steps) => {
        const root = await grant({ ceiling: { basis, pence: 200_00n } })
        const known: Known = { mandates: [{ ref: root, post: 'director-adults' }], acts: [] }
        today = day('2022-06-01')
        world.on(today.toString())
        for (const one of steps) await one(known)
        await conserved(root)
        passed += known.mandates.length - 1
      },
    ),
    { numRuns: Number(process.env['REMIT_PROPERTY_RUNS'] ?? 25), endOnFailure: true },
  )
  recalled = Number(
    (await look<{ n: bigint }>(sql`select count(*) as n from authority.ledger where kind = 'recalled'`))[0]?.n ?? 0n,
  )
  assert.deepEqual(await world.breaks(), [])
})

test('and the trees did grow and were cut back', () =>
  assert.ok(passed > 10 && recalled > 5, `${passed} passed on, ${recalled} taken back`))
