import assert from 'node:assert/strict'
import { larkshire } from '../site/demo/larkshire.ts'
import { recordAct } from './desk.ts'
import { larkshireOn } from './governing.ts'
import { openJourneyHouse } from './house.ts'
import { story } from './story.ts'
import { errors, heading, links, text } from './visitor.ts'

const house = await openJourneyHouse()
const inMay = () => house.found(larkshireOn('2026-05-05'))

story('somebody signed in twice ends one session from the other, and then all of them', inMay, async ({ come }) => {
  const [desk, train] = [await come('Priya'), await come('Priya')]
  await desk.open('/sessions')
  assert.match(await text(desk), /Where you are signed in.*This one/u)
  await desk.press(/^End it/u)
  assert.ok(!/End it:/u.test(await text(desk)))
  await train.open('/desk')
  assert.match(train.address(), /^\/sign-in\?next=/u)
  await train.press('Sign in as Priya Larkin')
  assert.equal(train.address(), '/desk')
  await desk.open('/sessions')
  await desk.press('Sign out everywhere')
  for (const one of [desk, train]) {
    await one.open('/desk')
    assert.match(one.address(), /^\/sign-in\?next=/u)
  }
})

const next = {
  ...larkshire,
  inForceFrom: '2026-06-01',
  title: 'Constitution of Larkshire Council (invented), second version',
  scheme: larkshire.scheme.flatMap((one) =>
    one.entry === '4.3'
      ? [{ ...one, ceiling: { basis: 'each-act' as const, pence: 500_000_00 } }]
      : one.entry === '4.7'
        ? []
        : [one],
  ),
}

story(
  'the next constitution is given, found wanting, looked at in words, adopted, and compared with the last by anybody',
  inMay,
  async ({ come }) => {
    const clerk = await come('Hugo')
    await clerk.open('/desk/constitution/import', { status: 403 })
    const keeper = await come('Isolde')
    await keeper.open('/desk/constitution/import')
    await keeper.press('Look at it', { status: 422 })
    const give = async (document: string) => {
      await keeper.open('/desk/constitution/import')
      await keeper.fill('Or paste its text', document)
      await keeper.press('Look at it')
    }
    await give(
      JSON.stringify({
        ...next,
        holders: [...next.holders, { post: 'cabinet', email: 'stranger@larkshire.example', from: '2026-06-01' }],
      }),
    )
    assert.match(await text(keeper), /One thing has to be mended.*Nobody signs in as stranger@larkshire\.example/u)
    assert.ok(!/Adopt it/u.test(await text(keeper)))
    await keeper.press('Discard it')
    await give(JSON.stringify(next))
    const changes =
      /What it allows From 1 June 2026 the Director of Adult Social Care may .* up to £500,000 for any one act \(was £250,000 for any one act\) \(entry 4\.3\)\..*What it no longer allows From 1 June 2026 .*\(entry 4\.7/u
    assert.match(await text(keeper), changes)
    await keeper.press('Adopt it')
    const visitor = await come()
    await visitor.open('/constitution/changes?to=2')
    assert.match(await text(visitor), changes)
    for (const [day, may] of [
      ['31/5/2026', /^No/u],
      ['1/6/2026', /^Yes/u],
    ] as const) {
      await visitor.open(`/why?post=director-adults&power=contract&subject=adults&pounds=400000&day=${day}`)
      assert.match(await heading(visitor), may, day)
    }
  },
)

story('what nears its limit is on one page, with the act that brought it there', inMay, async ({ come }) => {
  const officer = await come('Priya')
  await officer.open('/mandates?post=head-commissioning')
  const [mandate = ''] = await (async () => {
    const found: string[] = []
    for (const { words } of (await links(officer)).filter((one) => /^M-\d+-\d+$/u.test(one.words))) {
      await officer.open(`/mandates/${words}`)
      if (/£25,000/u.test(await text(officer))) found.push(words)
    }
    return found
  })()
  const finance = await come('Winifred')
  await finance.open('/desk/limits')
  assert.match(await text(finance), /No mandate is near its limit today/u)
  await officer.open('/desk/limits', { status: 403 })
  await recordAct(officer, {
    under: mandate,
    did: 'Commit money',
    what: 'Training for carers (invented)',
    about: /Support for autistic people$/u,
    pounds: '24,000',
    on: '2026-05-05',
  })
  await finance.open('/desk/limits')
  assert.match(
    await text(finance),
    new RegExp(`1 mandate.*${mandate}.*£24,000 used.*£1,000 left of £25,000.*Last act: Training for carers`, 'u'),
  )
  await recordAct(
    officer,
    {
      under: mandate,
      did: 'Commit money',
      what: 'More training (invented)',
      about: /Support for autistic people$/u,
      pounds: '1,000.01',
      on: '2026-05-05',
    },
    422,
  )
  assert.match((await errors(officer)).join(' '), /£1,000\.01 is £0\.01 more than the £1,000/u)
})
