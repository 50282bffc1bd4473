import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listMandates, readMandate } from '#authority'
import { sql } from '#platform/database.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { drafted, nils, published } from '../pages/examples.ts'
import { editDraft } from '../edit-draft.ts'
import { putClause } from '../edit-clauses.ts'
import { openBrowser } from '../../../testing/browser.ts'
import { lookAtPaper, viewUnreadPapers } from './look-at-paper.ts'
import { addPaper } from '../papers/put-papers.ts'
import { readPaper, viewPapers } from '../papers/queries.ts'
import { propose } from '../propose.ts'
import { publish } from '../publish.ts'
import { searchRegister, viewDecision, viewRecord } from '../queries.ts'
import { sign } from '../sign.ts'
import { listRestrictions, viewMyRendition, viewRestrictions } from './queries.ts'
import { considerIdentification, readWithheld } from './read-withheld.ts'
import { liftRestriction, restrict } from './restrict.ts'

const world = await aCouncil({ on: '2022-08-04' })
const [priya, desmond, hugo, marguerite, edmund, rosalind] = [
  'Priya',
  'Desmond',
  'Hugo',
  'Marguerite',
  'Edmund',
  'Rosalind',
].map((name) => world.as(name)) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]

const bid = 'The lowest bid came from Tansy Meadow at £4,321 in all'
const reasons = `The present framework ends. ${bid}. People asked for more choice.`
const exempt = {
  kind: 'exempt',
  codes: ['3'],
  publicInterest: 'Bidders would not bid again.',
  decidedBy: 'Hugo Pennyfeather, Head of Democratic Services',
  reviewOn: '2023-08-04',
}
const onReasons = (ref: string, but: Record<string, unknown> = {}) => ({
  ref,
  place: 'reasons',
  passages: [bid],
  ...exempt,
  ...but,
})

async function carried(ref: string, version: number): Promise<void> {
  must(await world.does(priya, propose, { ref, version }))
  must(await world.does(desmond, sign, { ref, version: version + 1, ...nils }))
  must(await world.does(hugo, publish, { ref }))
}

test('a passage is withheld wherever the record says it, and the public is told why and until when', async () => {
  const { ref, version } = await drafted(world, {
    title: 'A bid',
    reasons,
    purpose: 'Because THE LOWEST\u00A0BID came from  Tansy Meadow at £4,321 in all!',
  })
  must(await world.does(priya, restrict, onReasons(ref)))
  await carried(ref, version)
  const { decision, mandates } = must(await world.asks(world.visitor, viewDecision, { ref }))
  const mark = '[Withheld: paragraph 3, financial or business affairs]'
  assert.equal(decision.reasons, `The present framework ends. ${mark}. People asked for more choice.`)
  assert.equal(decision.purpose, `Because ${mark}!`)
  assert.deepEqual(decision.withheld, [
    {
      where: 'the reasons',
      kind: 'exempt',
      grounds: 'paragraph 3, financial or business affairs',
      publicInterest: exempt.publicInterest,
      decidedBy: exempt.decidedBy,
      decidedOn: '2022-08-04',
      reviewOn: '2023-08-04',
    },
  ])
  assert.equal(mandates.length, 1)
  assert.equal(must(await world.asks(world.visitor, searchRegister, { q: '"Tansy Meadow"' })).count, 0)
  assert.equal(must(await world.asks(world.visitor, searchRegister, { q: 'tansy' })).count, 0)
})

test('an edit takes a passage from under its restriction: it is not proposed, and the refusal says where and how to mend it', async () => {
  const { ref, version } = await drafted(world, { title: 'Edited', reasons })
  must(await world.does(priya, restrict, onReasons(ref)))
  const edited = must(
    await world.does(priya, editDraft, {
      ref,
      version,
      changes: { reasons: reasons.replace('Tansy Meadow', 'Tansy Meadows Ltd') },
    }),
  )
  assert.match(
    no(await world.does(priya, propose, { ref, version: edited.version })),
    /“The lowest bid came from Tansy Meadow at £4,321 in all” no longer stands in the reasons.*Withhold the words that stand there now/u,
  )
  const { restrictions } = must(await world.asks(priya, viewRestrictions, { ref }))
  must(
    await world.does(
      priya,
      restrict,
      onReasons(ref, {
        passages: [bid.replace('Tansy Meadow', 'Tansy Meadows Ltd')],
        instead: restrictions[0]?.restriction,
      }),
    ),
  )
  await carried(ref, edited.version)
  assert.doesNotMatch(JSON.stringify(must(await world.asks(world.visitor, viewDecision, { ref })).decision), /Tansy/u)
})

test('the particulars, a figure of the record and what is not there cannot be withheld', async () => {
  const { ref } = await drafted(world, {
    title: 'Tansy Meadow and others',
    reasons: `${reasons} It will cost £900,000 in all.`,
  })
  const why = (outcome: { ok: boolean; refusal?: { because: string[] } }) => outcome.refusal?.because.join(' ') ?? ''
  assert.match(
    why((await world.does(priya, restrict, onReasons(ref, { passages: ['Tansy Meadow'] }))) as never),
    /also stands in the title, which cannot be withheld/u,
  )
  assert.match(
    why((await world.does(priya, restrict, onReasons(ref, { passages: ['The highest bid'] }))) as never),
    /does not stand in the reasons/u,
  )
  assert.match(
    why((await world.does(priya, restrict, onReasons(ref, { codes: ['7A'] }))) as never),
    /no code 7A\. It may withhold under 1, 2, 3, 4, 5, 6, 7/u,
  )
  assert.match(
    why((await world.does(priya, restrict, onReasons(ref, { codes: [] }))) as never),
    /Choose the paragraph/u,
  )
  assert.match(why((await world.does(priya, restrict, onReasons(ref, { reviewOn: '' }))) as never), /looked at again/u)
  assert.match(why((await world.does(priya, restrict, onReasons(ref, { passages: ['a'] }))) as never), /three letters/u)
  must(await world.does(priya, restrict, onReasons(ref, { passages: ['It will cost £900,000 in all'] })))
  const { findings } = must(await world.asks(priya, viewRestrictions, { ref }))
  assert.match(
    findings
      .filter(({ outcome }) => outcome === 'not-met')
      .map(({ says }) => says)
      .join(),
    /the record still publishes £900,000 as its value/u,
  )
})

test('what is exempt is lifted by democratic services, what is confidential by no ordinary officer; the register is made anew at once', async () => {
  const { ref, version } = await drafted(world, { title: 'Lifted', reasons })
  const { clauses } = must(await world.asks(priya, viewRecord, { ref })).decision
  const secret = 'after consulting the Head of Legal Services, authority to award'
  must(await world.does(priya, restrict, onReasons(ref)))
  must(
    await world.does(
      priya,
      restrict,
      onReasons(ref, {
        place: 'clause',
        clause: clauses[1]?.clause,
        passages: [secret],
        kind: 'confidential',
        codes: [],
        reviewOn: '',
        publicInterest: 'Given by a department on terms.',
      }),
    ),
  )
  await carried(ref, version)
  const words = async () => must(await world.asks(world.visitor, viewDecision, { ref }))
  const mandate = (await words()).mandates[0]?.ref ?? ''
  const inMandate = async () =>
    JSON.stringify(
      [
        must(await world.asks(world.visitor, readMandate, { ref: mandate })),
        must(await world.asks(world.visitor, listMandates, { q: 'authority to award' })).lines.filter(
          (one) => one.ref === mandate,
        ),
      ],
      (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one),
    )
  assert.doesNotMatch(JSON.stringify((await words()).decision), /Tansy|authority to award/u)
  assert.doesNotMatch(await inMandate(), /authority to award/u)
  const { restrictions } = must(await world.asks(hugo, viewRestrictions, { ref }))
  const [ofBid, ofClause] = ['exempt', 'confidential'].map((kind) => restrictions.find((one) => one.kind === kind))
  assert.match(
    no(await world.does(priya, liftRestriction, { ref, restriction: ofBid?.restriction, because: 'It is over.' })),
    /the proper officer decides what is withheld/u,
  )
  must(
    await world.does(hugo, liftRestriction, {
      ref,
      restriction: ofBid?.restriction,
      because: 'The competition is over.',
    }),
  )
  assert.match((await words()).decision.reasons, /Tansy Meadow at £4,321/u)
  assert.equal(must(await world.asks(world.visitor, searchRegister, { q: 'tansy "lowest bid" lifted' })).count, 1)
  assert.match(
    no(await world.does(hugo, liftRestriction, { ref, restriction: ofClause?.restriction, because: 'Why not.' })),
    /confidential: it is not for the council to release/u,
  )
  must(
    await world.does(edmund, liftRestriction, {
      ref,
      restriction: ofClause?.restriction,
      because: 'The department consented on 1 August 2022.',
    }),
  )
  assert.match(await inMandate(), /authority to award/u)
  assert.deepEqual(await world.breaks(), [])
})

test('a passage withheld after publication leaves every page at once, mandates and all', async () => {
  const ref = await published(world, { title: 'Late', reasons })
  const { clauses } = must(await world.asks(hugo, viewRecord, { ref })).decision
  assert.match(no(await world.does(priya, restrict, onReasons(ref))), /the proper officer decides/u)
  must(await world.does(hugo, restrict, onReasons(ref)))
  must(
    await world.does(
      hugo,
      restrict,
      onReasons(ref, { place: 'clause', clause: clauses[1]?.clause, passages: ['award and enter into contracts'] }),
    ),
  )
  const { decision, mandates } = must(await world.asks(world.visitor, viewDecision, { ref }))
  assert.doesNotMatch(JSON.stringify(decision), /Tansy|enter into contracts/u)
  assert.doesNotMatch(
    JSON.stringify(must(await world.asks(world.visitor, readMandate, { ref: mandates[0]?.ref })), (_, one: unknown) =>
      typeof one === 'bigint' ? String(one) : one,
    ),
    /enter into contracts/u,
  )
  assert.equal(must(await world.asks(world.visitor, searchRegister, { q: 'tansy late' })).count, 0)
})

test('an exempt appendix is read as public, member, officer and other council; each member’s reading is kept', async () => {
  const { ref, version } = await drafted(world, { title: 'With an appendix', reasons })
  const bytes = new TextEncoder().encode('Scores: Tansy Meadow 81, Rowan Bank 77.')
  const attached = must(
    await world.does(priya, addPaper, {
      ref,
      version,
      kind: 'appendix',
      title: 'Appendix B: scores',
      name: 'scores.txt',
      bytes,
    }),
  )
  const [paper] = must(await world.asks(priya, viewPapers, { ref })).papers
  must(await world.does(priya, restrict, { ref, place: 'paper', paper: paper?.paper, ...exempt, codes: ['1', '3'] }))
  must(await world.does(priya, restrict, onReasons(ref)))
  await carried(ref, attached.version)
  const asPublic = must(await world.asks(world.visitor, viewDecision, { ref })).decision
  assert.deepEqual([asPublic.papers?.[0]?.title, asPublic.papers?.[0]?.file], ['Appendix B: scores', null])
  // An officer has it on the desk, and so has the member whose decision it is.
  assert.match(must(await world.asks(priya, viewRecord, { ref })).decision.reasons ?? '', /Tansy/u)
  assert.match(must(await world.asks(desmond, viewRecord, { ref })).decision.reasons ?? '', /Tansy/u)
  must(await world.asks(priya, readPaper, { ref, paper: paper?.paper }))
  // Another member reads what is exempt under paragraph 3, asks for it, and not what is also under paragraph 1.
  assert.doesNotMatch(
    JSON.stringify(must(await world.asks(rosalind, viewRecord, { ref })), (_, one: unknown) =>
      typeof one === 'bigint' ? String(one) : one,
    ),
    /Tansy/u,
  )
  const read = must(await world.does(rosalind, readWithheld, { ref }))
  assert.deepEqual([read.passages.map(({ passage }) => passage), read.stays], [[bid], 1])
  assert.match(no(await world.does(rosalind, readWithheld, { ref, paper: paper?.paper })), /not open to you/u)
  // Scrutiny reads all of it while the decision is in its window, and not afterwards.
  assert.match(no(await world.asks(marguerite, readPaper, { ref, paper: paper?.paper })), /withheld/u)
  assert.deepEqual(
    must(await world.does(marguerite, readWithheld, { ref, paper: paper?.paper })).papers.map(({ title }) => title),
    ['Appendix B: scores'],
  )
  assert.deepEqual(must(await world.asks(marguerite, viewMyRendition, { ref })), {
    hidden: 2,
    readable: 2,
    withheld: 2,
  })
  world.on('2022-08-30')
  assert.deepEqual(must(await world.asks(marguerite, viewMyRendition, { ref })), {
    hidden: 2,
    readable: 1,
    withheld: 2,
  })
  world.on('2022-08-04')
  assert.deepEqual(
    must(await world.asks(hugo, viewRestrictions, { ref }))
      .readings.map(({ byName }) => byName)
      .sort(),
    ['Marguerite Vane', 'Rosalind Thwaite'],
  )
  assert.match(no(await world.does(world.visitor, readWithheld, { ref })), /may not/u)
  const elsewhere = await aCouncil({
    council: {
      council: 'otherwhere',
      name: 'Otherwhere',
      demo: true,
      people: [
        {
          name: 'Olive Other',
          email: 'olive@example.org',
          roles: ['commissioning officer', 'democratic services', 'scrutiny member'],
          persona: 'Other.',
        },
      ],
    },
    constitution: {
      inForceFrom: '2020-01-01',
      title: 'Constitution',
      subjects: [],
      posts: [{ post: 'cabinet', title: 'Cabinet', kind: 'cabinet', from: '2020-01-01' }],
      holders: [],
      scheme: [],
      settings: [],
    },
    database: world.house.database,
    on: '2022-08-04',
  })
  const olive = elsewhere.as('Olive')
  for (const outcome of [
    await elsewhere.asks(olive, viewRecord, { ref }),
    await elsewhere.does(olive, readWithheld, { ref }),
    await elsewhere.asks(olive, viewPapers, { ref }),
  ])
    assert.match(no(outcome), /no decision/u)
  assert.equal(must(await elsewhere.asks(olive, listRestrictions, {})).restrictions.length, 0)
})

test('a placement that points to somebody is not published until an officer says, of that very text, that it was considered', async () => {
  const { ref, version } = await drafted(world, {
    title: 'A placement',
    reasons: 'One young person aged 14 moves to Rowan Lodge at £4,850 a week.',
  })
  must(await world.does(priya, propose, { ref, version }))
  must(await world.does(desmond, sign, { ref, version: version + 1, ...nils }))
  assert.match(
    no(await world.does(hugo, publish, { ref })),
    /may point to somebody: a person: “One young person”; a place: “Rowan Lodge”; a price: “£4,850 a week”/u,
  )
  must(await world.does(hugo, considerIdentification, { ref, because: 'Everybody in it is invented.' }))
  must(await world.does(hugo, restrict, { ref, place: 'reasons', passages: ['Rowan Lodge'], ...exempt, codes: ['2'] }))
  assert.match(no(await world.does(hugo, publish, { ref })), /may point to somebody/u)
  must(
    await world.does(hugo, restrict, {
      ref,
      place: 'reasons',
      passages: ['One young person aged 14'],
      ...exempt,
      codes: ['2'],
    }),
  )
  must(await world.does(hugo, publish, { ref }))
})

test('a report that says what the record withholds is not published with it, until it is withheld or replaced', async () => {
  const { ref, version } = await drafted(world, { title: 'A telling report', reasons })
  const attached = must(
    await world.does(priya, addPaper, {
      ref,
      version,
      kind: 'report',
      title: 'Report',
      name: 'report.txt',
      bytes: new TextEncoder().encode(`Findings.\n\nThe lowest bid came from Tansy\nMeadow at £4,321 in all.\n`),
    }),
  )
  must(await world.does(priya, restrict, onReasons(ref)))
  must(await world.does(priya, propose, { ref, version: attached.version }))
  must(await world.does(desmond, sign, { ref, version: attached.version + 1, ...nils }))
  assert.match(no(await world.does(hugo, publish, { ref })), /The paper “Report” says what the record withholds/u)
  const [paper] = must(await world.asks(hugo, viewPapers, { ref })).papers
  must(
    await world.does(hugo, restrict, {
      ref,
      place: 'paper',
      paper: paper?.paper,
      ...exempt,
      name: 'public.txt',
      bytes: new TextEncoder().encode('Findings. [Withheld]'),
    }),
  )
  must(await world.does(hugo, publish, { ref }))
})

test('a paper that is only a picture is flagged, and published beside withheld passages once somebody has looked at it', async () => {
  const { ref, version } = await drafted(world, { title: 'A scanned plan', reasons })
  // The smallest picture there is: a transparent PNG of one pixel.
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
  const attached = must(
    await world.does(priya, addPaper, {
      ref,
      version,
      kind: 'appendix',
      title: 'Plan',
      name: 'plan.png',
      bytes: Buffer.from(pixel, 'base64'),
    }),
  )
  // Beside a record with nothing withheld a picture is only a picture.
  assert.deepEqual(must(await world.asks(priya, viewUnreadPapers, { ref })).papers, [])
  must(await world.does(priya, restrict, onReasons(ref)))
  must(await world.does(priya, propose, { ref, version: attached.version }))
  must(await world.does(desmond, sign, { ref, version: attached.version + 1, ...nils }))
  assert.match(
    no(await world.does(hugo, publish, { ref })),
    /The paper “Plan” has no text that can be searched; look at it yourself/u,
  )
  const { browser } = await openBrowser(world)
  const web = await browser().signIn('Hugo Pennyfeather')
  const page = await web.open((await web.open(`/desk/decisions/${ref}`)).link('Papers that cannot be searched'))
  const [paper] = must(await world.asks(hugo, viewUnreadPapers, { ref })).papers
  assert.equal((await web.open(page.link('Look at it yourself'))).status, 200)
  const field = `says-${paper?.paper ?? ''}`
  assert.match((await page.send({ [field]: '' })).words(), /Enter some text/u)
  const after = await page.send({ [field]: 'A floor plan; no name and no sum.' })
  assert.match(after.words(), /Hugo Pennyfeather has looked at it: A floor plan/u)
  must(await world.does(hugo, publish, { ref }))
  assert.match(
    no(await world.does(hugo, lookAtPaper, { ref, paper: paper?.paper, says: 'Again' })),
    /is published\. Papers are looked at before/u,
  )
})

test('what is due for review is listed, the earliest first, and a restriction is never deleted', async () => {
  const { restrictions } = must(await world.asks(hugo, listRestrictions, { until: '2023-08-04' }))
  assert.ok(restrictions.length >= 4)
  await assert.rejects(
    world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
      sql`delete from decisions.restriction`.execute(tx),
    ),
    /permission denied/u,
  )
  const { ref, version } = await drafted(world, { title: 'A clause', reasons })
  must(
    await world.does(priya, putClause, {
      ref,
      version,
      label: 'd',
      verb: 'note',
      words: 'Note that Tansy Meadow won.',
    }),
  )
})
