import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ConstitutionInput } from '#authority'
import { react } from '#platform/jobs.ts'
import { rows, sql } from '#platform/database.ts'
import { larkshire } from '../../../site/demo/larkshire.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { editDraft } from '../edit-draft.ts'
import { putClause, removeClause } from '../edit-clauses.ts'
import { reactions } from '../on.ts'
import { drafted, nils } from '../pages/examples.ts'
import { propose, takeBack } from '../propose.ts'
import { publish } from '../publish.ts'
import { viewDecision, viewRecord } from '../queries.ts'
import { sign } from '../sign.ts'
import { answerClearance, withdrawClearance } from './answer.ts'
import { askClearance } from './ask.ts'
import { comparedWords } from './compared-words.ts'
import { viewClearance, viewClearances, viewMyClearances } from './queries.ts'
import { changesBetween, hashOf, type ClearedText } from './text.ts'

const needs: ConstitutionInput['settings'][number] = {
  key: 'clearances',
  from: '2012-09-10',
  source: 'Part 4, financial procedure rule 6',
  value: [
    {
      key: 'finance',
      title: 'Finance',
      post: 'chief-finance-officer',
      when: { kind: 'value', pence: 100_000_00 },
      workingDays: 5,
    },
    { key: 'legal', title: 'Legal', post: 'head-legal', when: { kind: 'key' }, workingDays: 3 },
    {
      key: 'children',
      title: 'Safeguarding',
      post: 'director-children',
      when: { kind: 'subject', subject: 'children' },
      workingDays: 5,
    },
  ],
}
const world = await aCouncil({
  on: '2022-08-01',
  constitution: { ...larkshire, settings: [...larkshire.settings, needs] },
})
const [priya, desmond, hugo, ada, winifred, edmund, marguerite] = [
  'Priya',
  'Desmond',
  'Hugo',
  'Ada',
  'Winifred',
  'Edmund',
  'Marguerite',
].map((name) => world.as(name)) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]

const versionOf = async (ref: string) => must(await world.asks(priya, viewRecord, { ref })).decision.version
const edit = async (ref: string, changes: Record<string, unknown>, who = priya) =>
  must(await world.does(who, editDraft, { ref, version: await versionOf(ref), changes }))
const linesOf = async (ref: string) => must(await world.asks(priya, viewClearances, { ref })).lines
const standing = async (ref: string) => (await linesOf(ref)).map((line) => [line.title, line.standing])
const ask = async (ref: string, keys: string[]) =>
  must(await world.does(priya, askClearance, { ref, version: await versionOf(ref), keys })).clearances
const answer = async (
  who: typeof priya,
  ref: string,
  clearance: string | undefined,
  given: Record<string, unknown> = { outcome: 'cleared' },
) => {
  const { hash } = must(await world.asks(who, viewClearance, { ref, clearance })).clearance
  return world.does(who, answerClearance, { ref, clearance, hash, ...given })
}
/** A draft of £900,000 that finance and legal have cleared. */
async function cleared(changes: Record<string, unknown> = {}): Promise<string> {
  const { ref } = await drafted(world, changes)
  const [finance, legal] = await ask(ref, ['finance', 'legal'])
  must(await answer(winifred, ref, finance))
  must(await answer(edmund, ref, legal))
  return ref
}
const proposes = async (ref: string) => world.does(priya, propose, { ref, version: await versionOf(ref) })

test('a draft of a sum and kind that the council has cleared goes no further until finance and legal have cleared it', async () => {
  const { ref } = await drafted(world)
  assert.deepEqual(await standing(ref), [
    ['Finance', 'not asked'],
    ['Legal', 'not asked'],
  ])
  assert.match(
    no(await proposes(ref)),
    /Finance has not been asked of the Chief Finance Officer \(section 151\)\. Legal has not been asked/u,
  )
  const [finance, legal] = await ask(ref, ['finance', 'legal'])
  assert.match(
    no(await proposes(ref)),
    /Finance waits for the Chief Finance Officer \(section 151\): asked on 1 August 2022, 09:00, to be answered by Monday 8 August 2022/u,
  )
  must(await answer(winifred, ref, finance))
  assert.match(no(await proposes(ref)), /Legal waits for the Head of Legal Services/u)
  must(await answer(edmund, ref, legal, { outcome: 'cleared-with-comments', says: 'Use the standard terms.' }))
  must(await proposes(ref))
  must(await world.does(desmond, sign, { ref, version: await versionOf(ref), ...nils }))
  must(await world.does(hugo, publish, { ref }))
  assert.deepEqual(must(await world.asks(world.visitor, viewDecision, { ref })).decision.clearances, [
    {
      title: 'Finance',
      by: 'Winifred Cole',
      post: 'Chief Finance Officer (section 151)',
      on: '2022-08-01',
      withComments: false,
    },
    {
      title: 'Legal',
      by: 'Edmund Starling',
      post: 'Head of Legal Services and Monitoring Officer',
      on: '2022-08-01',
      withComments: true,
    },
  ])
})

test('a small decision on adults needs none, and one on children needs another', async () => {
  assert.deepEqual(
    await standing((await drafted(world, { isKey: false, value: { kind: 'stated', pence: 99_999_99 } })).ref),
    [],
  )
  assert.deepEqual(
    await standing((await drafted(world, { isKey: false, value: { kind: 'stated', pence: 100_000_00 } })).ref),
    [['Finance', 'not asked']],
  )
  assert.deepEqual(await standing((await drafted(world, { isKey: false, value: { kind: 'not-stated' } })).ref), [
    ['Finance', 'not asked'],
  ])
  assert.deepEqual(
    await standing(
      (await drafted(world, { isKey: false, value: { kind: 'none' }, subject: 'children/short-breaks' })).ref,
    ),
    [['Safeguarding', 'not asked']],
  )
})

test('an edit after clearance voids it everywhere, says what changed and who changed it, and is refused at proposing until it is undone', async () => {
  world.on('2022-08-03T13:05:00Z')
  const ref = await cleared()
  world.on('2022-08-04')
  const before = must(await world.asks(priya, viewRecord, { ref })).decision
  await edit(ref, { reasons: 'Another reason.' })
  const b = before.clauses[1]
  must(
    await world.does(priya, putClause, {
      ref,
      version: await versionOf(ref),
      clause: b?.clause,
      label: b?.label,
      verb: b?.verb,
      words: 'Delegate everything to the Director.',
    }),
  )
  const words =
    /Finance: Winifred Cole for the Chief Finance Officer \(section 151\) cleared the text of 3 August 2022, 14:05; changed since by Priya Larkin: reasons, clause \(b\)\./u
  assert.match(no(await proposes(ref)), words)
  assert.match((await linesOf(ref))[0]?.says ?? '', words)
  assert.deepEqual(await standing(ref), [
    ['Finance', 'void'],
    ['Legal', 'void'],
  ])
  await edit(ref, { reasons: before.reasons })
  assert.match(no(await proposes(ref)), /changed since by Priya Larkin: clause \(b\)\./u)
  must(
    await world.does(priya, putClause, {
      ref,
      version: await versionOf(ref),
      clause: b?.clause,
      label: b?.label,
      verb: b?.verb,
      words: b?.words,
    }),
  )
  assert.deepEqual(await standing(ref), [
    ['Finance', 'good'],
    ['Legal', 'good'],
  ])
  must(await proposes(ref))
})

test('whoever cleared a text is told once when it changes, and not again with each further edit', async () => {
  const ref = await cleared()
  await edit(ref, { wards: 'North' })
  await edit(ref, { wards: 'North and South' })
  const letters = await told(winifred.account ?? '', ref)
  assert.equal(letters.filter(({ subject }) => subject.startsWith('To clear: ')).length, 1)
  assert.deepEqual(
    letters
      .filter(({ subject }) => subject.startsWith('Changed since'))
      .map(({ body }) => /Priya Larkin changed: (.*?)\./u.exec(body)?.[1]),
    ['wards'],
  )
})

test('what was sent and has changed cannot be cleared: it is sent again, with what changed since', async () => {
  const { ref } = await drafted(world)
  const [first] = await ask(ref, ['finance'])
  await edit(ref, { purpose: 'To let people choose.' })
  assert.match(
    no(await answer(winifred, ref, first)),
    /The text has changed since it was sent to you\. .*changed since by Priya Larkin: purpose\. Send it again\./u,
  )
  const [second] = await ask(ref, ['finance'])
  must(await answer(winifred, ref, second, { outcome: 'refused', says: 'There is no budget.' }))
  assert.match(
    no(await proposes(ref)),
    /Winifred Cole for the Chief Finance Officer \(section 151\) refused to clear the text of .* \(There is no budget\.\)/u,
  )
  await edit(ref, { value: { kind: 'stated', pence: 800_000_00 } })
  const [third] = await ask(ref, ['finance'])
  const seen = must(await world.asks(winifred, viewClearance, { ref, clearance: third }))
  assert.deepEqual(seen.earlier?.changes, [{ what: 'value', before: '£900,000', now: '£800,000' }])
  must(await answer(winifred, ref, third))
})

test('the clearing officer of another post, another role, and whoever asked are refused', async () => {
  const { ref } = await drafted(world)
  const [finance] = await ask(ref, ['finance'])
  assert.match(
    no(await answer(edmund, ref, finance)),
    /This is for the Chief Finance Officer \(section 151\) to clear\. Edmund Starling does not hold that post/u,
  )
  assert.match(no(await answer(marguerite, ref, finance)), /You may not do this/u)
  assert.match(
    no(await world.does(hugo, askClearance, { ref, version: await versionOf(ref), keys: ['finance'] })),
    /You may not do this/u,
  )
  const {
    clearances: [own],
  } = must(await world.does(priya, askClearance, { ref, version: await versionOf(ref), post: 'head-commissioning' }))
  assert.match(no(await answer(priya, ref, own)), /Somebody else has to clear it/u)
  assert.match(
    no(await world.does(winifred, answerClearance, { ref, clearance: finance, hash: 'another', outcome: 'cleared' })),
    /not the text that you were sent/u,
  )
})

test('another post may be asked as well; its answer is waited for until the request is withdrawn', async () => {
  const { ref } = await drafted(world, { isKey: false, value: { kind: 'none' } })
  const {
    clearances: [one],
  } = must(
    await world.does(priya, askClearance, {
      ref,
      version: await versionOf(ref),
      post: 'director-adults',
      workingDays: 2,
      note: 'Is the timetable right?',
    }),
  )
  assert.deepEqual(
    must(await world.asks(ada, viewMyClearances, {}))
      .clearances.filter((waiting) => waiting.ref === ref)
      .map(({ title }) => title),
    ['Director of Adult Social Care'],
  )
  assert.match(no(await proposes(ref)), /It waits for the Director of Adult Social Care: asked/u)
  must(await world.does(priya, withdrawClearance, { ref, clearance: one, because: 'Answered by telephone.' }))
  must(await proposes(ref))
})

test('a request is not made twice for one text, and what is needed cannot be waved away once it is refused', async () => {
  const { ref } = await drafted(world)
  const [finance] = await ask(ref, ['finance'])
  assert.match(
    no(await world.does(priya, askClearance, { ref, version: await versionOf(ref), keys: ['finance'] })),
    /has been asked for this text already/u,
  )
  must(await answer(winifred, ref, finance, { outcome: 'refused', says: 'No.' }))
  assert.match(
    no(await world.does(priya, withdrawClearance, { ref, clearance: finance, because: 'It is in the way.' })),
    /Finance is needed for this decision\. It is in the council’s list of clearances \(Part 4, financial procedure rule 6\)/u,
  )
})

test('a clearance that came only after the day of the decision does not count', async () => {
  world.on('2022-08-10')
  const ref = await cleared()
  must(await proposes(ref))
  assert.match(
    no(await world.does(desmond, sign, { ref, version: await versionOf(ref), decidedOn: '2022-08-05', ...nils })),
    /Finance was given on Wednesday 10 August 2022, 5 days after the decision on Friday 5 August 2022/u,
  )
  must(await world.does(desmond, sign, { ref, version: await versionOf(ref), ...nils }))
})

test('taken back, changed and proposed again it has to be cleared again', async () => {
  const ref = await cleared()
  must(await proposes(ref))
  must(await world.does(priya, takeBack, { ref }))
  await edit(ref, { alternatives: 'A closed framework was rejected.' })
  assert.match(no(await proposes(ref)), /changed since by Priya Larkin: alternatives/u)
})

test('a clause taken out and written again in the same words is the same text', async () => {
  const ref = await cleared()
  const c = must(await world.asks(priya, viewRecord, { ref })).decision.clauses[2]
  must(await world.does(priya, removeClause, { ref, version: await versionOf(ref), clause: c?.clause }))
  assert.match((await linesOf(ref))[0]?.says ?? '', /clause \(c\), which is gone/u)
  must(
    await world.does(priya, putClause, {
      ref,
      version: await versionOf(ref),
      label: c?.label,
      verb: c?.verb,
      words: c?.words,
    }),
  )
  assert.deepEqual(await standing(ref), [
    ['Finance', 'good'],
    ['Legal', 'good'],
  ])
})

test('whatever is edited and undone, a clearance holds exactly while the text is what was cleared', async () => {
  world.on('2022-08-11')
  const ref = await cleared({ title: 'Edited at random' })
  const first = must(await world.asks(priya, viewRecord, { ref })).decision
  const values = {
    reasons: [first.reasons, 'Other reasons.'],
    wards: [first.wards, 'North'],
    purpose: [first.purpose, 'A purpose.'],
  } as const
  const now = { reasons: 0, wards: 0, purpose: 0 }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('reasons', 'wards', 'purpose'), fc.constantFrom(0, 1), async (field, to) => {
      await edit(ref, { [field]: values[field][to] ?? '' })
      now[field] = to
      const same = Object.values(now).every((at) => at === 0)
      for (const line of await linesOf(ref)) assert.equal(line.standing, same ? 'good' : 'void', JSON.stringify(now))
    }),
    { numRuns: 25 },
  )
})

const clause = fc.record({
  label: fc.constantFrom('a', 'b', 'c', 'd'),
  verb: fc.constantFrom('approve' as const, 'note' as const),
  words: fc.constantFrom('One', 'Two'),
  grants: fc.constant<ClearedText['clauses'][number]['grants']>([]),
})
const text: fc.Arbitrary<ClearedText> = fc
  .record({
    title: fc.constantFrom('A', 'B'),
    reasons: fc.constantFrom(null, 'Because'),
    isKey: fc.constantFrom(null, true),
    clauses: fc.uniqueArray(clause, { selector: ({ label }) => label }),
    answers: fc
      .uniqueArray(
        fc.record({ key: fc.constantFrom('x', 'y'), label: fc.constant('L'), answer: fc.constantFrom('1', '2') }),
        { selector: ({ key }) => key },
      )
      .map((all) => all.toSorted((a, b) => (a.key < b.key ? -1 : 1))),
    papers: fc.uniqueArray(
      fc.record({ kind: fc.constant('report'), title: fc.constantFrom('P', 'Q'), sha256: fc.constantFrom('0', '1') }),
      { selector: ({ title }) => title },
    ),
  })
  .map((one) => ({
    ...one,
    identifiers: [],
    maker: null,
    jointly: [],
    subject: null,
    keyReasoning: null,
    value: null,
    subjectToCallIn: null,
    purpose: null,
    alternatives: null,
    author: null,
    wards: null,
    supersedes: null,
  }))

test('two texts have the same digest exactly when nothing between them can be named', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      assert.equal(hashOf(a) === hashOf(b), changesBetween(a, b).length === 0, JSON.stringify(changesBetween(a, b)))
    }),
    { numRuns: 2000 },
  )
})

test('two texts compared word by word give both texts back', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'the', 'care', '\n\n', '  '), { maxLength: 25 })
    .map((all) => all.join(' '))
  fc.assert(
    fc.property(words, words, (before, now) => {
      const pieces = comparedWords(before, now)
      assert.equal(
        pieces
          .filter(({ kind }) => kind !== 'new')
          .map((one) => one.words)
          .join(''),
        before,
      )
      assert.equal(
        pieces
          .filter(({ kind }) => kind !== 'gone')
          .map((one) => one.words)
          .join(''),
        now,
      )
    }),
  )
})

test('after all this the chain holds, and an answer cannot be altered', async () => {
  assert.deepEqual(await world.breaks(), [])
  await assert.rejects(
    world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
      sql`update decisions.clearance set says = 'As I like it' where outcome is not null`.execute(tx),
    ),
    /answered already/u,
  )
})

/** The letters about a record to one account, after the relay has run. */
async function told(account: string, ref: string): Promise<{ subject: string; body: string }[]> {
  const waiting = await world.house.database.asOwner(
    async (connection) =>
      (
        await connection.query('select council, id, topic, payload from platform.outbox where council = $1', [
          world.council,
        ])
      ).rows,
  )
  for (const announced of waiting as Parameters<typeof react>[2][]) await react(world.house, reactions, announced)
  return world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
    rows(
      tx,
      sql`select subject, body from platform.mail where account = ${account}::uuid and body like ${`%${ref}%`}
        order by at`,
    ),
  )
}
