import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { granting } from '#testing/granted.ts'
import { z } from 'zod'
import { day } from '#platform/days.ts'
import { useCase, type Query } from '#platform/use-case.ts'
import { larkshire } from '../../site/demo/larkshire.ts'
import { aCouncil, must, no } from '../../testing/world.ts'
import {
  delegateOnward,
  listActs,
  listMandates,
  listPosts,
  readAct,
  readConstitution,
  readEvidence,
  readMandate,
  readPost,
  recordAct,
  reportBack,
  suspendClause,
  undoAct,
} from './index.ts'

const world = await aCouncil({ on: '2022-08-05' })
const clause = randomUUID()
const grant = granting(world, {
  clause,
  decisionRef: 'D-2022-0001',
  powers: ['contract', 'extend'],
  words: 'Enter into contracts for care at home',
  conditions: [
    { kind: 'procedure', key: 'rules', words: 'in accordance with the Contract Procedure Rules' },
    { kind: 'report-back', key: 'report', words: 'report to Cabinet within 30 days', withinDays: 30 },
  ],
})
const [priya, ada] = [world.as('Priya'), world.as('Ada')]
const mandate = await grant()
world.on('2022-08-15')
const shown = [{ condition: 'rules', says: 'Three quotes compared by Priya Larkin', day: '2022-08-14' }]
const act = must(
  await world.does(priya, recordAct, {
    post: 'director-adults',
    power: 'contract',
    subject: 'adults/care-at-home',
    what: 'Contract with 100% Brookfield Care (invented)',
    pence: 120_000_00,
    day: '2022-08-15',
    under: mandate,
    evidence: shown,
    recordRef: 'C-7',
  }),
).ref
must(await world.does(priya, reportBack, { act, condition: 'report', says: 'Item 7 of the Cabinet’s meeting' }))
const child = must(
  await world.does(ada, delegateOnward, {
    mandate,
    to: 'head-commissioning',
    powers: ['contract'],
    scope: 'adults/care-at-home',
    pence: 50_000_00,
    from: '2022-08-15',
    words: 'Small contracts',
  }),
).ref
const asks = <In extends z.ZodType, Out>(question: Query<In, Out>, input: unknown) =>
  world.asks(world.visitor, question, input)

/** The answer, which also has to be what the API says that it is. */
async function answer<In extends z.ZodType, Out>(question: Query<In, Out>, input: unknown): Promise<Out> {
  const value = must(await asks(question, input))
  const fits = question.output?.safeParse(value)
  assert.ok(fits?.success, String(fits?.error))
  assert.deepEqual(fits.data, value, 'it says more than its description does')
  return value
}

test('a visitor sees who holds each post today, and finds one by the holder’s name', async () => {
  const all = await answer(listPosts, {})
  assert.equal(all.count, larkshire.posts.length)
  const [found] = (await answer(listPosts, { q: 'quill' })).lines
  assert.deepEqual([found?.title, found?.holders, found?.mandates], ['Director of Adult Social Care', ['Ada Quill'], 3])
})

test('posts are turned page by page, forth and back', async () => {
  const size = String(Math.ceil(larkshire.posts.length / 3))
  const first = await answer(listPosts, { size })
  const second = await answer(listPosts, { size, after: first.next })
  const third = await answer(listPosts, { size, after: second.next })
  assert.equal(
    new Set([...first.lines, ...second.lines, ...third.lines].map(({ post }) => post)).size,
    larkshire.posts.length,
  )
  assert.equal(third.next, null)
  assert.deepEqual((await answer(listPosts, { size, before: second.previous })).lines, first.lines)
  assert.match(no(await asks(listPosts, { after: 'nonsense' })), /first page/u)
})

test('a post as it was on a day: nobody held it before the constitution', async () => {
  const then = await answer(readPost, { post: 'director-adults', day: '2011-01-01' })
  assert.deepEqual([then.post.holders, then.powers], [[], []])
  const now = await answer(readPost, { post: 'director-adults' })
  assert.deepEqual(
    now.holdings.map(({ name }) => name),
    ['Ada Quill'],
  )
  assert.ok(now.powers.includes('contract'))
  assert.match(no(await asks(readPost, { post: 'nobody' })), /no post called nobody/u)
})

test('mandates are found by post, power, subject, source and day', async () => {
  const refs = async (search: Record<string, string>) =>
    (await answer(listMandates, search)).lines.map(({ ref }) => ref)
  assert.deepEqual(await refs({ source: 'clause' }), [mandate])
  assert.deepEqual(await refs({ source: 'clause', day: '2022-08-12' }), [])
  assert.deepEqual(await refs({ power: 'extend', subject: 'adults/care-at-home', source: 'clause' }), [mandate])
  assert.deepEqual(await refs({ parent: mandate }), [child])
  assert.deepEqual(await refs({ q: 'care at home' }), [mandate])
  assert.equal((await answer(listMandates, { post: 'director-adults' })).count, 3)
  assert.ok((await refs({ subject: 'adults' })).includes(mandate), 'a mandate about a part is about the whole too')
  assert.ok(!(await refs({ subject: 'children/short-breaks' })).includes(mandate))
})

test('mandates in any order are turned without losing one', async () => {
  for (const order of ['newest', 'oldest', 'post', 'used']) {
    const seen: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: { lines: { ref: string }[]; next: string | null } = await answer(listMandates, {
        order,
        size: 4,
        after,
      })
      seen.push(...page.lines.map(({ ref }) => ref))
      after = page.next
    }
    assert.equal(new Set(seen).size, larkshire.scheme.length + 2, order)
    assert.equal(seen.length, larkshire.scheme.length + 2, order)
    if (order === 'used') assert.equal(seen[0], mandate)
  }
})

test('one mandate says what is used, passed on and left, and from where', async () => {
  const { mandate: one, left, counts, children, conditions, countsFrom } = await answer(readMandate, { ref: mandate })
  assert.deepEqual(
    [one.exercised, one.passedOn, left, counts?.pence],
    [120_000_00n, 50_000_00n, 330_000_00n, 500_000_00n],
  )
  assert.deepEqual([one.comesFrom, one.state, countsFrom], ['D-2022-0001, clause (c)', 'in effect', 'the grant itself'])
  assert.deepEqual([children.map(({ ref }) => ref), conditions.map(({ key }) => key)], [[child], ['rules', 'report']])
  assert.deepEqual(
    (await answer(readMandate, { ref: child })).parents.map(({ ref }) => ref),
    [mandate],
  )
  const before = await answer(readMandate, { ref: mandate, day: '2022-08-01' })
  assert.deepEqual([before.mandate.state, before.counts?.pence], ['not yet', 500_000_00n])
})

test('a grant that states no ceiling shows the post’s own limit and where it stands', async () => {
  const silent = await grant({ ceiling: null, clause: randomUUID() })
  const { countsWords, countsFrom, ceilings, left } = await answer(readMandate, { ref: silent })
  assert.deepEqual(
    [countsWords, countsFrom, ceilings, left],
    ['£250,000 for any one act', 'the post’s own limit in the scheme of delegation, entry 4.3', [], 250_000_00n],
  )
})

test('a called-in clause shows its mandates suspended', async () => {
  const held = randomUUID()
  const ref = await grant({ clause: held, from: day('2022-08-13'), conditions: [] })
  const hold = useCase({
    name: 'test.hold',
    title: 'Hold',
    may: ['commissioning officer'],
    input: z.null(),
    run: async (work) => ({
      ok: true as const,
      value: await suspendClause(work, held, 'call-in', 'called in by three members'),
    }),
  })
  must(await world.does(priya, hold, null))
  const { mandate: one, holds } = await answer(readMandate, { ref })
  assert.deepEqual([one.state, holds.map(({ because }) => because)], ['suspended', ['called in by three members']])
})

test('acts are found by words, power, post, year, mandate and record; a percent sign is only a percent sign', async () => {
  const refs = async (search: Record<string, unknown>) => (await answer(listActs, search)).lines.map(({ ref }) => ref)
  for (const search of [
    { q: '100% brook' },
    { power: 'contract' },
    { post: 'director-adults' },
    { year: '2022' },
    { mandate },
    { record: 'C-7' },
    { subject: 'adults' },
  ]) {
    assert.deepEqual(await refs(search), [act], JSON.stringify(search))
  }
  for (const search of [{ q: '100_ brook' }, { year: '2021' }, { subject: 'children' }, { power: 'extend' }])
    assert.deepEqual(await refs(search), [], JSON.stringify(search))
  assert.match(no(await asks(listActs, { year: 'last' })), /whole number/u)
})

test('evidence is for those who work here; a visitor is told so, and the public act holds none of it', async () => {
  const open = await answer(readAct, { ref: act })
  assert.ok(
    !JSON.stringify(open, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).includes(
      'quotes compared',
    ),
  )
  assert.deepEqual(
    open.reports.map(({ words, givenOn }) => [words, givenOn?.toString()]),
    [['report to Cabinet within 30 days', '2022-08-15']],
  )
  assert.match(no(await asks(readEvidence, { ref: act })), /You may not do this/u)
  const shut = must(await world.asks(priya, readEvidence, { ref: act }))
  assert.deepEqual(
    shut.evidence.map(({ says, words }) => [words, says]),
    [['in accordance with the Contract Procedure Rules', 'Three quotes compared by Priya Larkin']],
  )
  assert.deepEqual(
    shut.reports.map(({ says }) => says),
    ['Item 7 of the Cabinet’s meeting'],
  )
})

test('an act that was undone names the act that did it, in the list too', async () => {
  const wrong = must(
    await world.does(priya, recordAct, {
      post: 'head-commissioning',
      power: 'commit',
      subject: 'adults',
      what: 'Typed twice',
      pence: 1_000_00,
      day: '2022-08-15',
    }),
  ).ref
  const undoing = must(await world.does(priya, undoAct, { act: wrong, because: 'typed twice' })).ref
  assert.equal((await answer(readAct, { ref: wrong })).act.undoneBy, undoing)
  const values = (await answer(listActs, { order: 'value' })).lines.map(({ value }) => value)
  assert.deepEqual(values, [120_000_00n, 1_000_00n, -1_000_00n])
})

test('the constitution shows its scheme entry by entry, each with the mandate that it gives, and its settings in words', async () => {
  const { version, scheme, settings, versions } = await answer(readConstitution, {})
  assert.deepEqual(
    [version, scheme.count, versions.map((one) => one.entries)],
    [1, larkshire.scheme.length, [larkshire.scheme.length]],
  )
  assert.deepEqual(
    scheme.lines.map(({ entry }) => entry),
    larkshire.scheme.map(({ entry }) => entry),
  )
  assert.ok(scheme.lines.every((one) => /^M-/u.test(one.mandate ?? '')))
  assert.equal(
    settings.findLast(({ key }) => key === 'call-in')?.words,
    '5 clear working days after publication; the decision takes effect on the day after; it takes 3 members to call one in',
  )
  const [found] = (await answer(readConstitution, { q: 'short' })).scheme.lines
  assert.equal(found, undefined)
  assert.equal((await answer(readConstitution, { q: 'children' })).scheme.count, 3)
  const first = await answer(readConstitution, { size: 4 })
  const second = await answer(readConstitution, { size: 4, after: first.scheme.next })
  assert.deepEqual(
    second.scheme.lines.map(({ entry }) => entry),
    larkshire.scheme.slice(4, 8).map(({ entry }) => entry),
  )
  assert.deepEqual(
    (await answer(readConstitution, { size: 4, before: second.scheme.previous })).scheme.lines,
    first.scheme.lines,
  )
  assert.match(no(await asks(readConstitution, { version: 9 })), /no version 9/u)
})
