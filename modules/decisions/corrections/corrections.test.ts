import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from '#platform/database.ts'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { drafted, published } from '../pages/examples.ts'
import { viewDecision, viewRecord } from '../queries.ts'
import { restrict } from '../secrecy/restrict.ts'
import { correctRecord } from './correct-record.ts'
import { corrected, runsOf } from './correction.ts'

const world = await aCouncil({ on: '2022-08-04' })
const [priya, hugo] = ['Priya', 'Hugo'].map((name) => world.as(name)) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]
const reasons = 'Jonatan Rowley reported that the present framework ends. The bid of Tansy Meadow was lowest of all.'
const slip = (ref: string, but: Record<string, unknown> = {}) => ({
  ref,
  place: 'reasons',
  said: 'Jonatan Rowley',
  shouldSay: 'Jonathan Rowley',
  because: 'The name was misspelt.',
  clerical: 'yes',
  ...but,
})

test('a correction stands beside the record: struck and kept on the page, in the JSON, the history and the journal', async () => {
  const ref = await published(world, { title: 'Misspelt', reasons })
  must(await world.does(hugo, correctRecord, slip(ref)))
  const { decision } = must(await world.asks(world.visitor, viewDecision, { ref }))
  assert.equal(decision.reasons, reasons)
  assert.deepEqual(decision.corrections, [
    {
      place: 'reasons',
      clause: null,
      where: 'the reasons',
      said: 'Jonatan Rowley',
      shouldSay: 'Jonathan Rowley',
      because: 'The name was misspelt.',
      by: 'Hugo Pennyfeather',
      on: '2022-08-04',
    },
  ])
  const web = await openBrowser(world)
  const page = await web.browser().open(`/decisions/${ref}`)
  assert.match(page.text, /<del>.*Jonatan Rowley<\/del> <ins>.*Jonathan Rowley<\/ins> reported/u)
  assert.match(
    page.words(),
    /Has it been corrected\?.*It said Jonatan Rowley It should say Jonathan Rowley.*4 August 2022: Corrected in the reasons/u,
  )
  // And once more, of the words as they now stand.
  must(await world.does(hugo, correctRecord, slip(ref, { said: 'Jonathan Rowley', shouldSay: 'Jonathan Rowly' })))
  assert.match(
    (await web.browser().open(`/decisions/${ref}`)).words('why'.replace('why', 'main-content')),
    /It said: Jonatan Rowley It should say: Jonathan Rowly reported/u,
  )
  assert.equal(must(await world.asks(hugo, viewRecord, { ref })).decision.reasons, reasons)
  assert.deepEqual(await world.breaks(), [])
  await assert.rejects(
    world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
      sql`update decisions.correction set said = 'x'`.execute(tx),
    ),
    /permission denied/u,
  )
})

test('what changes the decision is refused, and the refusal says to take a new one', async () => {
  const ref = await published(world, { title: 'Substantial', reasons: `${reasons} It costs £900 until March.` })
  const refusal = async (but: Record<string, unknown>) => no(await world.does(hugo, correctRecord, slip(ref, but)))
  assert.match(
    await refusal({ said: 'It costs £900', shouldSay: 'It costs £950' }),
    /sums, dates, numbers and ceilings are never clerical.*take a new one that supersedes it/u,
  )
  assert.match(await refusal({ said: 'until March', shouldSay: 'until April' }), /“march” is a time|“april” is a time/u)
  assert.match(await refusal({ said: 'was lowest', shouldSay: 'was not lowest' }), /turn the sense/u)
  assert.match(await refusal({ clerical: 'no' }), /changes the decision/u)
  assert.match(await refusal({ said: 'Jonas' }), /do not stand there/u)
  assert.match(await refusal({ said: 'o', shouldSay: 'oo' }), /more than once/u)
  const draft = await drafted(world, { title: 'A draft' })
  assert.match(no(await world.does(hugo, correctRecord, slip(draft.ref))), /Only a published record is corrected/u)
  assert.match(no(await world.does(priya, correctRecord, slip(ref))), /may not/u)
})

test('a correction inside what is withheld, or that would spell it out, shows neither old words nor new', async () => {
  const { ref } = {
    ref: await published(world, {
      title: 'Withheld and wrong',
      reasons: `${reasons} The bid of Tansie Meadow was lowest of all.`,
    }),
  }
  must(
    await world.does(hugo, restrict, {
      ref,
      place: 'reasons',
      passages: ['The bid of Tansy Meadow was lowest of all'],
      kind: 'exempt',
      codes: ['3'],
      publicInterest: 'Bids.',
      decidedBy: 'Hugo',
      reviewOn: '2023-01-01',
    }),
  )
  must(await world.does(hugo, correctRecord, slip(ref, { said: 'Tansy Meadow', shouldSay: 'Tansy Meadows' })))
  must(await world.does(hugo, correctRecord, slip(ref, { said: 'Tansie Meadow', shouldSay: 'Tansy Meadow' })))
  const { decision } = must(await world.asks(world.visitor, viewDecision, { ref }))
  const mark = '[Withheld: paragraph 3, financial or business affairs]'
  assert.deepEqual(
    decision.corrections?.map(({ said, shouldSay }) => [said, shouldSay]),
    [
      [mark, mark],
      [mark, mark],
    ],
  )
})

test('what is struck and kept together is the text as it was signed; what is kept and put in is the text as corrected', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('ab', 'cd', ' ', 'ef', '\n\n', 'g'), { minLength: 1, maxLength: 20 }),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 6 }), fc.constantFrom('X', 'YY', 'ab Z', 'q')), { maxLength: 5 }),
      (pieces, cuts) => {
        const text = pieces.join('')
        const corrections: { said: string; shouldSay: string }[] = []
        for (const [at, length, shouldSay] of cuts) {
          const now = corrected(text, corrections)
          const said = now.slice(at % Math.max(1, now.length), (at % Math.max(1, now.length)) + length + 1)
          if (said !== '') corrections.push({ said, shouldSay })
        }
        const runs = runsOf(text, corrections)
        assert.equal(
          runs
            .filter(({ kind }) => kind !== 'put-in')
            .map((run) => run.text)
            .join(''),
          text,
        )
        assert.equal(
          runs
            .filter(({ kind }) => kind !== 'struck')
            .map((run) => run.text)
            .join(''),
          corrected(text, corrections),
        )
      },
    ),
  )
})
