import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { larkshire } from '../../../site/demo/larkshire.ts'
import { editDraft, propose, viewRecord, workKeyTest } from '../index.ts'
import { drafted, published } from '../pages/examples.ts'
import { viewAgainstTheTest, viewKeyTest } from './queries.ts'

const stricter = {
  ...larkshire,
  settings: [
    ...larkshire.settings.filter(({ key }) => key !== 'key-test'),
    {
      key: 'key-test' as const,
      from: '2012-09-10',
      source: 'Part 2, article 13A',
      value: { wards: 1, local: 'a service is closed' },
    },
  ],
}
const world = await aCouncil({ on: '2022-08-05', constitution: stricter })
const web = await openBrowser(world)
const [priya, marguerite] = [world.as('Priya'), world.as('Marguerite')]

async function answered(answers: Record<string, unknown>, changes: Record<string, unknown> = {}) {
  const { ref, version } = await drafted(world, changes)
  const after = must(await world.does(priya, workKeyTest, { ref, version, functionType: 'executive', ...answers }))
  return { ...after, seen: must(await world.asks(priya, viewKeyTest, { ref })) }
}

test('a threshold of the whole life weighs the whole life, and the working says so', async () => {
  const { seen } = await answered({ perYear: 100_000_00 })
  assert.equal(seen.suggestion.key, true)
  assert.deepEqual(
    seen.suggestion.limbs.map(({ rule, outcome }) => [rule, outcome]),
    [['key-limb-expenditure', 'met']],
  )
  assert.match(
    seen.suggestion.limbs[0]?.says ?? '',
    /£900,000 over its whole life is £400,000 more than the council’s threshold of £500,000/u,
  )
})

test('one ward is enough where the council is stricter than the regulations, and its own limb counts', async () => {
  const cheap = { value: { kind: 'none' }, isKey: false }
  assert.equal((await answered({ wards: 1, effectSignificant: true }, cheap)).seen.suggestion.key, true)
  assert.equal((await answered({ wards: 1, effectSignificant: false }, cheap)).seen.suggestion.key, false)
  assert.equal((await answered({ effectSignificant: false, local: true }, cheap)).seen.suggestion.key, true)
  assert.equal((await answered({ saving: 600_000_00 }, cheap)).seen.suggestion.key, true)
})

test('to say “not key” against the test takes reasons; they are public, and scrutiny sees them in one place', async () => {
  const { ref, version } = await answered({}, { isKey: false, keyReasoning: null }).then(({ ref, version }) => ({
    ref,
    version,
  }))
  assert.match(
    no(await world.does(priya, propose, { ref, version })),
    /The test suggests that it is key, but it is marked as not key and no reasons are given.*£400,000 more/u,
  )
  const edited = must(
    await world.does(priya, editDraft, {
      ref,
      version,
      changes: { keyReasoning: 'The budget was voted in February.' },
    }),
  )
  must(await world.does(priya, propose, edited))
  const { findings } = must(await world.asks(world.as('Desmond'), viewRecord, { ref }))
  assert.ok(
    findings.look.some(
      ({ rule, outcome, says }) =>
        rule === 'look-not-key-against-the-test' && outcome === 'not-met' && says?.includes('voted in February'),
    ),
  )
  const out = await published(world, { title: 'Quietly not key', isKey: false, maker: 'cabinet' })
  assert.deepEqual(
    must(await world.asks(marguerite, viewAgainstTheTest, {})).decisions.map((one) => one.ref),
    [out],
  )
  assert.match(
    (await (await web.browser().signIn('Marguerite Vane')).open('/desk/not-key')).words(),
    /Quietly not key.*Reasons given for not treating it as key: The budget for it was decided/u,
  )
  assert.match(
    (await web.browser().open(`/decisions/${out}`)).words('main-content'),
    /treated as not key against the test.*taken by a body \(SI 2012\/2089, reg 12\)/u,
  )
})

test('the two recording regimes stay apart: what an officer decides outside the executive needs no dispensation and may need no record', async () => {
  const officer = {
    maker: 'director-adults',
    isKey: false,
    value: { kind: 'stated', pence: 40_000_00 },
    alternatives: null,
  }
  const express = await answered({ functionType: 'non-executive', authorised: 'express' }, officer)
  assert.equal(express.seen.regime, 'officer-express')
  const rules = async (ref: string) =>
    must(await world.asks(priya, viewRecord, { ref })).findings.gate.map(({ rule }) => rule)
  assert.ok((await rules(express.ref)).includes('gate-officers-reasons-are-given'))
  assert.ok(!(await rules(express.ref)).includes('gate-alternatives-are-given'))
  must(await world.does(priya, propose, { ref: express.ref, version: express.version }))
  assert.ok((await rules(express.ref)).includes('gate-members-conflicts-are-named'))
  const executive = await answered({}, officer)
  assert.equal(executive.seen.regime, 'executive-officer')
  assert.match(
    no(await world.does(priya, propose, { ref: executive.ref, version: executive.version })),
    /Nothing is said about alternatives/u,
  )
  const small = await answered({ functionType: 'non-executive', authorised: 'general' }, officer)
  assert.equal(small.seen.regime, 'officer-none')
  const { findings } = must(await world.asks(priya, viewRecord, { ref: small.ref }))
  assert.ok(
    findings.look.some(
      ({ rule, outcome, working }) =>
        rule === 'look-officers-record' && outcome === 'not-met' && working[0]?.includes('£100,000'),
    ),
  )
})

test('a function that Parliament leaves to the council is what its constitution makes of it; a member alone decides only for the executive', async () => {
  const { ref, version } = await drafted(world)
  assert.match(
    no(await world.does(priya, workKeyTest, { ref, version, functionType: 'local-choice' })),
    /what the council’s constitution makes of it/u,
  )
  const after = must(
    await world.does(priya, workKeyTest, { ref, version, functionType: 'local-choice', exercisedAs: 'non-executive' }),
  )
  const said = no(await world.does(priya, propose, after))
  assert.match(said, /only an executive decision can be key/u)
  assert.match(said, /a single member cannot decide it alone/u)
})

test('the test is worked on a page, keeps what was typed, and leads on to the answer with what it suggests', async () => {
  const { ref } = await drafted(world, { title: 'Worked on a page', isKey: null })
  const browser = await web.browser().signIn('Priya Larkin')
  const page = await browser.open(`/desk/decisions/${ref}/key-test`)
  assert.match(page.words(), /The test suggests that it is a key decision.*Key by|key by|Spending of £900,000/u)
  const wrong = await page.send({ functionType: 'executive', perYear: 'lots', effectSignificant: 'yes', wards: '3' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.words(), /“lots” is no amount in pounds/u)
  assert.match(wrong.text, /value="lots"/u)
  const key = await wrong.send({ perYear: '225,000' })
  assert.match(
    key.words(),
    /Is it a key decision, and can it be called in\?.*suggests that it is a key decision.*significant effects in 3 wards/u,
  )
  assert.match(
    (await browser.open(`/desk/decisions/${ref}`)).words(),
    /The test for a key decision It suggests that this is key Completed/u,
  )
})

test('after all this the chain holds, the tests of signed decisions included', async () =>
  assert.deepEqual(await world.breaks(), []))
