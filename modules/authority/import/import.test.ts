import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../testing/browser.ts'
import { larkshire } from '../../../site/demo/larkshire.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import {
  adoptProposed,
  compareVersions,
  discardProposed,
  previewProposed,
  proposeConstitution,
  readConstitution,
  why,
  type ConstitutionInput,
} from '../index.ts'
import { changesBetween } from './constitution-diff.ts'
import { constitutionInput } from '../constitution.ts'
import { readConstitutionText } from './problems.ts'

const parsed = (given: ConstitutionInput) => constitutionInput.parse(given)
const next: ConstitutionInput = {
  ...larkshire,
  inForceFrom: '2023-04-01',
  posts: [
    ...larkshire.posts.map((one) =>
      one.post === 'head-commissioning' ? { ...one, title: 'Head of Commissioning and Quality' } : one,
    ),
    { post: 'head-quality', title: 'Head of Quality', kind: 'officer', from: '2023-04-01' },
  ],
  holders: [
    ...larkshire.holders,
    { post: 'head-quality', email: 'priya.larkin@larkshire.example', from: '2023-04-01', acting: true },
  ],
  scheme: larkshire.scheme.flatMap((one) =>
    one.entry === '4.3'
      ? [{ ...one, ceiling: { basis: 'each-act' as const, pence: 500_000_00 } }]
      : one.entry === '4.4'
        ? [{ ...one, ceiling: { basis: 'each-act' as const, pence: 100_000_00 }, conditions: [] }]
        : one.entry === '4.5'
          ? []
          : one.entry === '4.6'
            ? [{ ...one, powers: ['commit' as const], scope: 'adults/care-at-home', mayDelegate: true }]
            : [one],
  ),
  settings: [
    ...larkshire.settings,
    {
      key: 'key-decision-threshold',
      from: '2023-04-01',
      source: 'Part 2, article 13',
      value: { pence: 1_000_000_00, basis: 'whole-life' },
    },
  ],
}

test('a change is told in words: who may do more, who may do less, and what nobody may any longer', () => {
  const { allows, forbids, posts, holders, settings } = changesBetween(parsed(larkshire), parsed(next), (email) =>
    email.startsWith('priya') ? 'Priya Larkin' : email,
  )
  const has = (list: string[], words: RegExp) =>
    assert.ok(
      list.some((one) => words.test(one)),
      `${words} in:\n${list.join('\n')}`,
    )
  has(
    allows,
    /^From 1 April 2023 the Director of Adult Social Care may award a contract, .* up to £500,000 for any one act \(was £250,000 for any one act\) \(entry 4\.3\)\.$/u,
  )
  has(
    allows,
    /^From 1 April 2023 the Director of Children’s Services may do what entry 4\.4 gives without “in accordance with the Contract Procedure Rules”\.$/u,
  )
  has(allows, /may pass on what entry 4\.6 gives/u)
  has(
    forbids,
    /^From 1 April 2023 the Director of Children’s Services may .* up to £100,000 for any one act \(was £250,000/u,
  )
  has(forbids, /may no longer take an executive decision \(Adult social care\) \(entry 4\.6\)/u)
  has(forbids, /may commit money for Care at home \(was Adult social care\)/u)
  has(
    forbids,
    /^From 1 April 2023 nobody may any longer open a consultation of themselves \(entry 4\.5, Head of Commissioning\)\.$/u,
  )
  assert.deepEqual(posts, [
    'The Head of Commissioning is called Head of Commissioning and Quality.',
    'New: Head of Quality, from 1 April 2023.',
  ])
  assert.deepEqual(holders, ['Priya Larkin holds the post of Head of Quality from 1 April 2023, acting.'])
  assert.deepEqual(settings, [
    'Key decision threshold, from 1 April 2023: £1,000,000 over the whole life (was £500,000 over the whole life). Part 2, article 13.',
  ])
})

test('nothing changes where nothing does, and everything is new where there was nothing', () => {
  assert.deepEqual(
    Object.values(changesBetween(parsed(larkshire), parsed({ ...larkshire, inForceFrom: '2023-04-01' }))).flat(),
    [],
  )
  const first = changesBetween(null, parsed(larkshire))
  assert.equal(first.allows.length, larkshire.scheme.length)
  assert.deepEqual(first.forbids, [])
  assert.ok(!JSON.stringify(first).includes('@'), 'no addresses where nobody is to be named')
})

test('every problem is named by its place, as people look for it', () => {
  assert.match(readConstitutionText('{\n  "title": }').problems[0]?.says ?? '', /^This is not JSON/u)
  const wrong = {
    ...larkshire,
    posts: [...larkshire.posts, { post: 'Bad Post', title: '', kind: 'officer', from: '2023-02-30' }],
    scheme: [{ ...larkshire.scheme[5], entry: '4.3', post: 'nobody', ceiling: { basis: 'each-act', pence: -5 } }],
  }
  const places = readConstitutionText(JSON.stringify(wrong)).problems
  const says = places.map(({ place, says: words }) => `${place} — ${words}`).join('\n')
  assert.match(says, /Post Bad Post \(number \d+\): from — There is no such day as 2023-02-30/u)
  assert.match(says, /Scheme of delegation, entry 4\.3 \(number 1\): ceiling, pence — Enter an amount of zero or more/u)
  assert.match(says, /Post Bad Post \(number \d+\): title — Enter some text/u)
})

const world = await aCouncil({ on: '2023-01-10' })
const isolde = world.as('Isolde')
const give = async (document: unknown) =>
  must(
    await world.does(isolde, proposeConstitution, {
      name: 'next.json',
      document: typeof document === 'string' ? document : JSON.stringify(document),
    }),
  ).proposal
const preview = async (proposal: string) => must(await world.asks(isolde, previewProposed, { proposal }))

test('what was given is looked at, adopted once, and then stands; what was discarded is gone', async () => {
  const proposal = await give(next)
  const seen = await preview(proposal)
  assert.deepEqual([seen.stops, seen.read?.replaces, seen.read?.entries], [[], 1, larkshire.scheme.length - 1])
  assert.equal(must(await world.does(isolde, adoptProposed, { proposal })).version, 2)
  assert.match(no(await world.does(isolde, adoptProposed, { proposal })), /It was adopted already/u)
  world.on('2023-04-01')
  const ask = async (day: string) =>
    must(
      await world.asks(world.visitor, why, {
        post: 'director-adults',
        power: 'contract',
        subject: 'adults',
        pence: 500_000_00,
        day,
      }),
    ).may
  assert.deepEqual([await ask('2023-03-31'), await ask('2023-04-01')], [false, true])
  const other = await give(next)
  assert.match(
    no(await world.does(isolde, adoptProposed, { proposal: other })),
    /Version 2 is in force from 2023-04-01\. A new version comes into force on a later day/u,
  )
  must(await world.does(isolde, discardProposed, { proposal: other }))
  assert.deepEqual(await preview(other), {
    name: 'next.json',
    givenBy: 'Isolde Marchbank',
    state: 'discarded',
    version: null,
    stops: [],
    looks: [],
    sheets: null,
    read: null,
  })
})

test('strangers and unlisted subjects are found before anybody adopts, and a draft that does not read is kept to be mended', async () => {
  const proposal = await give({
    ...next,
    inForceFrom: '2024-04-01',
    holders: [...larkshire.holders, { post: 'cabinet', email: 'stranger@larkshire.example', from: '2024-04-01' }],
    scheme: [...larkshire.scheme, { entry: '9.9', post: 'cabinet', powers: ['commit'], scope: 'nowhere', words: 'x' }],
  })
  const { stops, looks } = await preview(proposal)
  assert.match(stops.map(({ says }) => says).join(), /Nobody signs in as stranger@larkshire\.example/u)
  assert.match(
    looks.map(({ place, says }) => `${place} ${says}`).join(),
    /entry 9\.9 .*The subject nowhere is not under subjects/u,
  )
  assert.match(no(await world.does(isolde, adoptProposed, { proposal })), /This cannot be adopted yet/u)
  assert.match(
    no(await world.does(isolde, adoptProposed, { proposal: await give('{}') })),
    /This cannot be adopted as it is/u,
  )
  assert.match(
    no(await world.does(world.as('Priya'), proposeConstitution, { name: 'x', document: '{}' })),
    /You may not do this/u,
  )
})

test('anybody may compare two versions; the constitution shows what is in force and keeps the rest behind it', async () => {
  const { changes } = must(await world.asks(world.visitor, compareVersions, { from: 1, to: 2 }))
  assert.match(changes.allows.join(), /up to £500,000/u)
  assert.deepEqual(changes.holders, ['Head of Quality: 1 new holder.'])
  assert.match(no(await world.asks(world.visitor, compareVersions, { from: 1, to: 9 })), /no version 9/u)
  const now = must(await world.asks(world.visitor, readConstitution, {}))
  assert.deepEqual(
    now.settings.filter(({ key }) => key === 'key-decision-threshold').map(({ words }) => words),
    ['£1,000,000 over the whole life'],
  )
  assert.deepEqual(
    now.history.filter(({ key }) => key === 'key-decision-threshold').map(({ words }) => words),
    ['£500,000 over the whole life'],
  )
  assert.deepEqual(
    must(await world.asks(world.visitor, readConstitution, { version: 1 }))
      .settings.filter(({ key }) => key === 'key-decision-threshold')
      .map(({ words }) => words),
    ['£500,000 over the whole life'],
  )
})

test('an administrator does it on pages: paste, look, adopt, and the public reads what changed', async () => {
  const { browser } = await openBrowser(world)
  const web = await browser().signIn('Isolde Marchbank')
  const form = await web.open((await web.open('/constitution')).link('Give the next version'))
  assert.match((await form.send({ document: '' })).words(), /Choose a file, or paste its text/u)
  const bad = await form.send({ document: JSON.stringify({ ...next, inForceFrom: '2022-01-01' }) })
  assert.match(bad.words(), /One thing has to be mended.*Version 2 is in force from 2023-04-01/u)
  assert.doesNotMatch(bad.text, /Adopt it/u)
  assert.match((await bad.send({}, 'Discard it')).words(), /Give the next version of the constitution/u)
  const good = await (
    await web.open('/desk/constitution/import')
  ).send({ document: JSON.stringify({ ...larkshire, inForceFrom: '2024-04-01', holders: larkshire.holders }) })
  assert.match(
    good.words(),
    /What it would change.*What it allows.*From 1 April 2024 the Head of Commissioning may open a consultation.*What it no longer allows/u,
  )
  const adopted = await good.send({}, 'Adopt it')
  assert.match(
    adopted.words(),
    /What version 3 changed beside version 2.*From 1 April 2024 the Director of Adult Social Care may .*up to £250,000 for any one act \(was £500,000/u,
  )
  assert.match(
    (await browser().open('/constitution/changes?from=1&to=2')).words(),
    /up to £500,000 for any one act \(was £250,000/u,
  )
  assert.match((await browser().open('/constitution/changes?from=0&to=1')).words(), /What version 1 says/u)
  assert.equal((await (await browser().signIn('Priya Larkin')).open('/desk/constitution/import')).status, 403)
  assert.deepEqual(await world.breaks(), [])
})
