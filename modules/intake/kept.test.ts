import assert from 'node:assert/strict'
import { test } from 'node:test'
import { viewRecord } from '#decisions'
import { rows, sql } from '#platform/database.ts'
import { aCouncil, aDatabase, must, no } from '#testing/world.ts'
import { people } from '../../site/demo/larkshire.ts'
import { awkwardDocuments, plainRecord } from './awkward-documents.ts'
import { correctReading } from './correct-reading.ts'
import { draftFromReading } from './draft-from-reading.ts'
import { aReadingIn, sha256 } from './examples.ts'
import { keepDocument } from './keep-document.ts'
import { giveReading, listReadings, viewDocument, viewReading } from './queries.ts'
import { viewDraftable } from './view-draftable.ts'

const awkwards = await awkwardDocuments()
const database = await aDatabase()
const world = await aCouncil({ database, on: '2022-08-05' })
const otherton = await aCouncil({
  database,
  council: {
    council: 'otherton',
    name: 'Otherton Council (invented)',
    demo: true,
    people: people.map(({ name, email }) => ({ name: `${name} of Otherton`, email, roles: ['commissioning officer'] })),
  },
})
const [priya, ada, visitor] = [world.as('Priya'), world.as('Ada'), world.visitor]

test('a document is kept as it was given, with its digest and what was read in it', async () => {
  const kept = must(await world.does(priya, keepDocument, { name: 'record.txt', bytes: plainRecord() }))
  assert.equal(kept.sha256, sha256(plainRecord()))
  const { reading, name, corrections } = must(
    await world.asks(priya, giveReading, { reading: kept.readings[0]?.reading }),
  )
  assert.equal(name, 'record.txt')
  assert.deepEqual(corrections, [])
  assert.equal(reading.title?.value, 'Memory cafés in the north of the county')
  assert.equal(reading.text, new TextDecoder().decode(plainRecord()))
})

for (const awkward of awkwards) {
  test(`${awkward.what} is kept with a sentence or an honest reading`, async () => {
    const kept = must(await world.does(visitor, keepDocument, { name: awkward.file, bytes: awkward.bytes }))
    const { document, readings } = must(await world.asks(visitor, viewDocument, { document: kept.document }))
    assert.equal(Buffer.from(document.sha256).toString('hex'), sha256(awkward.bytes))
    assert.equal(Number(document.size), awkward.bytes.byteLength)
    if (awkward.refused) assert.match(document.refused ?? '', awkward.refused)
    else assert.equal(document.refused, null)
    assert.equal(readings.length, awkward.refused ? 0 : 1)
  })
}

test('characters that no database can hold are replaced one for one, so that every place still holds', async () => {
  const text = `Title: A\uD800B grant of £5\nDecision maker: Cabinet\nDate of decision: 3 March 2022\nDecision: to approve £48,000.\n`
  const { reading: id } = await aReadingIn(world, priya, new TextEncoder().encode(text))
  const { reading } = must(await world.asks(priya, giveReading, { reading: id }))
  const [from, to] = reading.decidedOn?.at ?? [0, 0]
  assert.equal(reading.text.slice(from, to), '3 March 2022')
})

test('what a visitor gave is open to whoever has its address; what staff gave only to who has signed in', async () => {
  const open = await aReadingIn(world, visitor)
  assert.equal(must(await world.asks(visitor, viewReading, { reading: open.reading })).document.givenBy, null)
  const closed = await aReadingIn(world, priya)
  assert.match(no(await world.asks(visitor, viewReading, { reading: closed.reading })), /no reading at this address/u)
  assert.match(
    no(await world.asks(visitor, viewDocument, { document: closed.document })),
    /no reading at this address/u,
  )
  assert.match(
    no(await world.does(visitor, correctReading, { reading: closed.reading, seen: 0, part: 'title', value: 'Mine' })),
    /no reading at this address/u,
  )
  assert.equal(must(await world.asks(ada, viewReading, { reading: closed.reading })).id, closed.reading)
})

test('another council sees nothing of it, even with the address', async () => {
  const { reading, document } = await aReadingIn(world, visitor)
  const [stranger] = [otherton.visitor]
  assert.match(no(await otherton.asks(stranger, viewReading, { reading })), /no reading/u)
  assert.match(no(await otherton.asks(stranger, viewDocument, { document })), /no reading/u)
  assert.match(
    no(await otherton.does(otherton.as('Priya'), correctReading, { reading, seen: 0, part: 'title', value: 'Ours' })),
    /no reading/u,
  )
  assert.equal(must(await otherton.asks(otherton.as('Priya'), listReadings, {})).lines.length, 0)
})

test('the public role reads no table of this room, only what it has the address of', async () => {
  for (const table of ['document', 'reading', 'correction']) {
    await assert.rejects(
      database.within({ council: world.council, role: 'remit_public' }, (tx) =>
        rows(tx, sql`select * from ${sql.raw(`intake.${table}`)}`),
      ),
      /permission denied/u,
    )
  }
})

test('nobody rewrites what was read or corrected', async () => {
  for (const statement of [
    'update intake.reading set title = null',
    'delete from intake.correction',
    'update intake.correction set why = null',
    'delete from intake.document',
  ]) {
    await assert.rejects(
      database.within({ council: world.council, role: 'remit_app' }, (tx) => sql.raw(statement).execute(tx)),
      /permission denied/u,
    )
  }
})

test('a correction stands beside what was read, is seen in its place, and can be undone', async () => {
  const { reading } = await aReadingIn(world, visitor)
  const correct = (given: object) => world.does(visitor, correctReading, { reading, ...given })
  const now = async () => must(await world.asks(visitor, viewReading, { reading }))
  must(await correct({ seen: 0, part: 'decidedOn', value: '2022-03-04', why: 'The minutes say so' }))
  assert.equal((await now()).reading.decidedOn?.value, '2022-03-04')
  assert.equal((await now()).first.decidedOn?.value, '2022-03-03')
  must(await correct({ seen: 1, part: 'clauses.0', value: null }))
  assert.deepEqual(
    (await now()).reading.clauses.map(({ label }) => label),
    ['b'],
  )
  must(
    await correct({
      seen: 2,
      part: 'clauses.2',
      value: {
        label: 'c',
        text: 'delegates authority to the Director of Adult Social Care to sign the agreement',
        verb: 'delegate',
        to: ['Head of Commissioning'],
      },
    }),
  )
  assert.deepEqual(
    (await now()).reading.clauses.map(({ label, delegation }) => [label, delegation?.to[0]]),
    [
      ['b', 'Director of Adult Social Care'],
      ['c', 'Head of Commissioning'],
    ],
  )
  must(await correct({ seen: 3, part: 'clauses.0', value: null, undo: 2 }))
  assert.deepEqual(
    (await now()).reading.clauses.map(({ label }) => label),
    ['a', 'b', 'c'],
  )
  assert.deepEqual(
    (await now()).corrections.map(({ n, part, undoes }) => [n, part, undoes]),
    [
      [1, 'decidedOn', null],
      [2, 'clauses.0', null],
      [3, 'clauses.2', null],
      [4, 'clauses.0', 2],
    ],
  )
  assert.match(no(await correct({ seen: 4, part: 'clauses.0', value: null, undo: 2 })), /can no longer be undone/u)
})

test('the words that are named are marked; words that the document does not say are refused', async () => {
  const { reading } = await aReadingIn(world, visitor)
  assert.match(
    no(
      await world.does(visitor, correctReading, {
        reading,
        seen: 0,
        part: 'wards',
        value: 'North',
        words: 'every ward',
      }),
    ),
    /does not say these words/u,
  )
  must(
    await world.does(visitor, correctReading, {
      reading,
      seen: 0,
      part: 'wards',
      value: 'North',
      words: 'in the  north',
    }),
  )
  const { reading: now } = must(await world.asks(visitor, viewReading, { reading }))
  assert.equal(now.text.slice(...(now.wards?.at ?? [0, 0])), 'in the north')
})

test('of two people at one reading the second is told; nonsense is refused in words', async () => {
  const { reading } = await aReadingIn(world, visitor)
  must(await world.does(visitor, correctReading, { reading, seen: 0, part: 'title', value: 'One' }))
  assert.match(
    no(await world.does(visitor, correctReading, { reading, seen: 0, part: 'title', value: 'Two' })),
    /changed while you had it open.*corrected it meanwhile/u,
  )
  for (const [part, value, says] of [
    ['decidedOn', '2022-02-31', /no such day/u],
    ['clauses.9', { text: 'x', verb: 'note' }, /no such part/u],
    ['nothing', 'x', /no such part/u],
    ['amounts.0', { pence: 'x' }, /amount/u],
    ['title', '', /Enter some text/u],
    ['title', 'One', /says this already/u],
    ['makerKind', 'king', /who decided/u],
  ] as const) {
    assert.match(no(await world.does(visitor, correctReading, { reading, seen: 1, part, value })), says)
  }
})

test('the rules are asked again after a correction', async () => {
  const { reading } = await aReadingIn(world, visitor)
  const rulesOf = async () =>
    must(await world.asks(visitor, viewReading, { reading })).reading.findings.map(({ rule }) => rule)
  assert.ok(!(await rulesOf()).includes('reasons-recorded'))
  must(await world.does(visitor, correctReading, { reading, seen: 0, part: 'reasons', value: null }))
  assert.ok((await rulesOf()).includes('reasons-recorded'))
})

test('a draft takes over what was read, as it was corrected, and gives only what was confirmed', async () => {
  const { reading } = await aReadingIn(world, priya)
  must(await world.does(priya, correctReading, { reading, seen: 0, part: 'title', value: 'Memory cafés' }))
  const seen = must(await world.asks(priya, viewDraftable, { reading }))
  assert.equal(seen.maker, 'cabinet-member-adults')
  assert.deepEqual(
    seen.grants.map(({ clause, holder, powers }) => [clause, holder, powers]),
    [[1, 'director-adults', ['contract']]],
  )
  assert.equal(seen.value, 48_000_00)
  const silent = must(
    await world.does(priya, draftFromReading, {
      reading,
      maker: 'cabinet-member-adults',
      subject: 'adults',
      value: { kind: 'stated', pence: 48_000_00 },
    }),
  )
  const first = must(await world.asks(priya, viewRecord, { ref: silent.ref })).decision
  assert.deepEqual(
    first.clauses.map(({ label, verb, grants }) => [label, verb, grants.length]),
    [
      ['a', 'approve', 0],
      ['b', 'delegate', 0],
    ],
  )
  assert.equal(first.title, 'Memory cafés')
  assert.equal(first.reading, reading)
  assert.match(first.reasons ?? '', /The cafés are full/u)
  const { ref } = must(
    await world.does(priya, draftFromReading, {
      reading,
      maker: 'cabinet-member-adults',
      subject: 'adults',
      value: { kind: 'stated', pence: 48_000_00 },
      grants: [
        {
          clause: 1,
          holder: 'director-adults',
          powers: ['contract'],
          ceiling: { basis: 'whole-life', pence: 48_000_00 },
        },
      ],
    }),
  )
  const { decision } = must(await world.asks(priya, viewRecord, { ref }))
  assert.deepEqual(
    decision.clauses[1]?.grants.map(({ holder, powers, scope }) => [holder, powers, scope]),
    [['director-adults', ['contract'], 'adults']],
  )
  assert.deepEqual(
    must(await world.asks(priya, viewDraftable, { reading })).drafts.map((draft) => draft.ref),
    [silent.ref, ref],
  )
})

test('a grant that cannot stand undoes the whole draft', async () => {
  const { reading } = await aReadingIn(world, priya)
  assert.match(
    no(
      await world.does(priya, draftFromReading, {
        reading,
        subject: 'adults',
        grants: [{ clause: 0, holder: 'nobody', powers: ['award'] }],
      }),
    ),
    /Choose a post of the council/u,
  )
  assert.equal(must(await world.asks(priya, viewDraftable, { reading })).drafts.length, 0)
})

test('the list is for staff, searched by words, turned page by page', async () => {
  assert.match(no(await world.asks(visitor, listReadings, {})), /not signed in/u)
  for (const n of [1, 2, 3])
    await aReadingIn(
      world,
      priya,
      new TextEncoder().encode(`Title: Ferry ${n}\nDecision maker: Cabinet\nDecision: To approve it.\n`),
      `ferry-${n}.txt`,
    )
  const first = must(await world.asks(priya, listReadings, { q: 'ferries', size: 2 }))
  assert.equal(first.count, 3)
  const second = must(await world.asks(priya, listReadings, { q: 'ferries', size: 2, after: first.next ?? undefined }))
  assert.deepEqual(
    new Set([...first.lines, ...second.lines].map(({ file }) => file)),
    new Set(['ferry-1.txt', 'ferry-2.txt', 'ferry-3.txt']),
  )
  assert.equal(second.next, null)
  assert.equal(must(await world.asks(priya, listReadings, { q: 'ferries', after: 'tampered' })).lines.length, 3)
})

test('neither giving nor correcting fills the journal, and its chain holds', async () => {
  const lines = await database.within({ council: world.council, role: 'remit_app' }, (tx) =>
    rows<{ use_case: string }>(
      tx,
      sql`select distinct use_case from platform.journal where council = ${world.council} and use_case like 'intake.%'`,
    ),
  )
  assert.deepEqual(
    lines.map((line) => line.use_case),
    ['intake.draft-from-reading'],
  )
  assert.deepEqual(await world.breaks(), [])
})
