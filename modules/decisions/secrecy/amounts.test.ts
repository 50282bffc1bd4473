import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listActs, listLimits, readMandate, why } from '#authority'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { putGrant } from '../edit-clauses.ts'
import { editDraft } from '../edit-draft.ts'
import { contracted, drafted, nils } from '../pages/examples.ts'
import { propose } from '../propose.ts'
import { publish } from '../publish.ts'
import { viewDecision, viewRecord } from '../queries.ts'
import { sign } from '../sign.ts'
import { viewRestrictions } from './queries.ts'
import { readWithheld } from './read-withheld.ts'
import { liftRestriction, restrict } from './restrict.ts'

const world = await aCouncil({ on: '2022-08-04' })
const [priya, desmond, hugo, ada, basil] = ['Priya', 'Desmond', 'Hugo', 'Ada', 'Basil'].map((name) =>
  world.as(name),
) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]
const exempt = {
  kind: 'exempt',
  codes: ['3'],
  publicInterest: 'Bidders would not bid again.',
  decidedBy: 'Hugo Pennyfeather, Head of Democratic Services',
  reviewOn: '2023-08-04',
}

/** A draft worth £900,000 whose clause (b) gives £600,000, with both withheld. */
async function withheld(
  but: Record<string, unknown> = {},
): Promise<{ ref: string; version: number; grant: string; clause: string }> {
  const { ref, version } = await drafted(world, {
    reasons: 'The market is small. We expect to pay £900,000 in all.',
    ...but,
  })
  const clause = must(await world.asks(priya, viewRecord, { ref })).decision.clauses[1]
  const grant = clause?.grants[0]?.grant ?? ''
  must(await world.does(priya, restrict, { ref, place: 'value', ...exempt }))
  must(await world.does(priya, restrict, { ref, place: 'ceiling', grant, ...exempt }))
  return { ref, version, grant, clause: clause?.clause ?? '' }
}

async function carried({ ref, version }: { ref: string; version: number }): Promise<void> {
  must(await world.does(priya, propose, { ref, version }))
  must(await world.does(desmond, sign, { ref, version: version + 1, ...nils }))
  must(await world.does(hugo, publish, { ref }))
}

const seen = async (ref: string, who = world.visitor) => must(await world.asks(who, viewDecision, { ref }))

test('the value and a ceiling are withheld from the public, and on the day of review they are opened again', async () => {
  const draft = await withheld({ title: 'Opened on its day' })
  const { ref } = draft
  await carried(draft)
  world.on('2022-08-25')
  await contracted(world, ref, 250_000_00, '2022-08-25')
  const before = await seen(ref)
  assert.deepEqual(before.decision.value, { kind: 'withheld', pence: null })
  assert.equal(
    before.decision.reasons,
    'The market is small. We expect to pay [Withheld: paragraph 3, financial or business affairs] in all.',
  )
  assert.deepEqual(before.decision.withheld?.map(({ where, reviewOn }) => `${where}, ${reviewOn}`).toSorted(), [
    'its value, 2023-08-04',
    'the ceiling of clause (b), 2023-08-04',
  ])
  const [hidden] = before.mandates
  assert.deepEqual(
    [hidden?.withheld, hidden?.ceiling, hidden?.exercised, hidden?.left, hidden?.usedPercent, hidden?.acts[0]?.value],
    ['ceiling and use', null, null, null, null, null],
  )
  world.on('2023-08-04')
  for (const { restriction } of must(await world.asks(hugo, viewRestrictions, { ref })).restrictions)
    must(await world.does(hugo, liftRestriction, { ref, restriction, because: 'The contract is let.' }))
  const after = await seen(ref)
  assert.deepEqual(after.decision.value, { kind: 'stated', pence: '90000000' })
  assert.equal(after.decision.reasons, 'The market is small. We expect to pay £900,000 in all.')
  const [open] = after.mandates
  assert.deepEqual(
    [open?.withheld, open?.ceiling?.pence, open?.exercised, open?.left, open?.acts[0]?.value],
    [null, 600_000_00n, 250_000_00n, 350_000_00n, 250_000_00n],
  )
  world.on('2022-08-26')
})

test('officers, and whoever holds the post that was given it, see what they need; staff who have nothing to do with it do not', async () => {
  const draft = await withheld({ title: 'Seen by whom' })
  const { ref } = draft
  await carried(draft)
  const mandate = (await seen(ref)).mandates[0]?.ref ?? ''
  const ceiling = async (who: typeof priya) =>
    must(await world.asks(who, readMandate, { ref: mandate })).counts?.pence ?? null
  for (const who of [priya, hugo, ada]) assert.equal(await ceiling(who), 600_000_00n)
  for (const who of [basil, desmond, world.visitor]) assert.equal(await ceiling(who), null)
  const onDesk = must(await world.asks(basil, viewRecord, { ref })).decision
  assert.deepEqual(onDesk.value, { kind: 'withheld', pence: null })
  assert.equal(onDesk.clauses[1]?.grants[0]?.ceiling?.pence, null)
  // A member reads what is exempt under paragraph 3, and that is kept.
  const read = must(await world.does(basil, readWithheld, { ref }))
  assert.deepEqual(read.texts.map(({ where, text }) => `${where}: ${text}`).toSorted(), [
    'its value: £900,000',
    'the ceiling of clause (b): £600,000',
  ])
  assert.equal(must(await world.asks(hugo, viewRestrictions, { ref })).readings.length, 1)
  const limits = must(await world.asks(world.as('Edmund'), listLimits, { size: 100 }))
  assert.ok(limits.lines.every(({ withheld: kept }) => kept === null))
})

test('the act of deciding has no value for the public, nor can it be reckoned from what its mandate has left', async () => {
  const draft = await withheld({ title: 'Not to be reckoned' })
  const { ref } = draft
  await carried(draft)
  const { decision, decidedUnder } = await seen(ref)
  const acts = async (who: typeof priya) => must(await world.asks(who, listActs, { record: ref })).lines
  assert.deepEqual(
    (await acts(world.visitor)).map(({ ref: act, value }) => [act, value]),
    [[decision.decidedAct, null]],
  )
  assert.equal((await acts(hugo))[0]?.value, 900_000_00n)
  const above = must(await world.asks(world.visitor, readMandate, { ref: decidedUnder ?? '' }))
  assert.deepEqual([above.mandate.withheld, above.mandate.exercised, above.left], ['use', null, null])
  assert.equal(above.counts?.pence, 1_000_000_00n)
  // The holder sees what is left of it, and so may others who work with it.
  assert.notEqual(must(await world.asks(desmond, readMandate, { ref: decidedUnder ?? '' })).mandate.exercised, null)
})

test('to ask “why may I” tells everybody what else stands in the way, and how much is left only to who may know', async () => {
  const draft = await withheld({ title: 'Asked' })
  await carried(draft)
  world.on('2022-09-06')
  const mandate = (await seen(draft.ref)).mandates[0]?.ref
  const asked = async (who: typeof priya, pence: number) =>
    must(
      await world.asks(who, why, { post: 'director-adults', power: 'award', subject: 'adults/everyday-life', pence }),
    ).considered.find(({ mandate: { ref } }) => ref === mandate)
  for (const pence of [599_999_99, 600_000_00, 600_000_01]) {
    const answer = await asked(world.visitor, pence)
    assert.deepEqual([answer?.allows, answer?.left, answer?.ceiling], [null, null, 'withheld'])
  }
  assert.equal((await asked(world.visitor, 0))?.allows, true)
  assert.deepEqual([(await asked(ada, 600_000_00))?.allows, (await asked(ada, 600_000_01))?.allows], [true, false])
})

test('a sum that is withheld once is not published beside it, in a figure, a title or another sum', async () => {
  const { ref, version } = await drafted(world, { title: 'Once', value: { kind: 'stated', pence: 600_000_00 } })
  must(await world.does(priya, restrict, { ref, place: 'value', ...exempt }))
  assert.match(
    no(await world.does(priya, propose, { ref, version })),
    /£600,000 is withheld in one place and published in another: it is also the ceiling of clause \(b\)\. Withhold the ceiling of clause \(b\) as well/u,
  )
  const titled = await drafted(world, { title: 'Care for nine hundred thousand pounds' })
  assert.match(
    no(await world.does(priya, restrict, { ref: titled.ref, place: 'value', ...exempt })),
    /£900,000 also stands in the title, which cannot be withheld/u,
  )
  assert.match(no(await world.does(priya, restrict, { ref, place: 'value', ...exempt })), /withheld already/u)
  const silent = await drafted(world, { title: 'Silent', value: { kind: 'not-stated' } })
  assert.match(
    no(await world.does(priya, restrict, { ref: silent.ref, place: 'value', ...exempt })),
    /states no sum there/u,
  )
})

test('an edit of the sum takes it from under its restriction: the record is stopped until the new one is withheld', async () => {
  const { ref, version, grant, clause } = await withheld({ title: 'Edited sums' })
  const edited = must(
    await world.does(priya, editDraft, { ref, version, changes: { value: { kind: 'stated', pence: 950_000_00 } } }),
  )
  const again = must(
    await world.does(priya, putGrant, {
      ref,
      version: edited.version,
      clause,
      grant,
      holder: 'director-adults',
      powers: ['award'],
      scope: 'adults/everyday-life',
      ceiling: { basis: 'whole-life', pence: 650_000_00 },
    }),
  )
  assert.match(
    no(await world.does(priya, propose, { ref, version: again.version })),
    /(?=.*“£900,000” no longer stands in its value)(?=.*“£600,000” no longer stands in the ceiling of clause \(b\))/u,
  )
  for (const { restriction, place } of must(await world.asks(priya, viewRestrictions, { ref })).restrictions)
    must(
      await world.does(priya, restrict, {
        ref,
        place,
        ...(place === 'ceiling' && { grant }),
        instead: restriction,
        ...exempt,
      }),
    )
  must(await world.does(priya, propose, { ref, version: again.version }))
  const other = await drafted(world, { title: 'Another' })
  assert.match(
    no(
      await world.does(priya, putGrant, {
        ref: other.ref,
        version: other.version,
        clause: must(await world.asks(priya, viewRecord, { ref: other.ref })).decision.clauses[1]?.clause,
        grant,
        holder: 'director-adults',
        powers: ['award'],
        scope: 'adults/everyday-life',
      }),
    ),
    /has no such delegation/u,
  )
})

test('on the desk a sum is withheld by a page of its own, and the public page says that it is', async () => {
  const { ref, version } = await drafted(world, { title: 'By hand' })
  const web = await openBrowser(world)
  const desk = await web.browser().signIn('Priya Larkin')
  const list = await desk.open(`/desk/decisions/${ref}/restrictions`)
  assert.match(list.words('main-content'), /Withhold something.*Its value.*The ceiling of clause \(b\)/u)
  const grant = must(await world.asks(priya, viewRecord, { ref })).decision.clauses[1]?.grants[0]?.grant
  for (const place of ['value', grant]) {
    const page = await desk.open(`/desk/decisions/${ref}/restrictions/${place}`)
    const done = await page.send(
      {
        kind: 'exempt',
        codes: '3',
        publicInterest: 'Bidders would not bid again.',
        decidedBy: 'The proper officer',
        'reviewOn-day': '4',
        'reviewOn-month': '8',
        'reviewOn-year': '2023',
      },
      'Withhold it',
    )
    assert.match(
      done.words('main-content'),
      place === 'value' ? /Its value Withheld £900,000/u : /clause \(b\) Withheld £600,000/u,
    )
  }
  await carried({ ref, version })
  const shown = (await web.browser().open(`/decisions/${ref}`)).words('main-content')
  assert.match(
    shown,
    /What it is worth is withheld\..*How much it allows is withheld, and so is how much of it is used\./u,
  )
  assert.doesNotMatch(shown, /900,000|600,000/u)
})
