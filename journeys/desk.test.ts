import assert from 'node:assert/strict'
import { staff } from '#authority'
import { people } from '../site/demo/larkshire.ts'
import { complete, propose, publish, recordAct, sign, startDraft, mandatesOf, type Plan } from './desk.ts'
import { openJourneyHouse } from './house.ts'
import { story } from './story.ts'
import { errors, heading, links, text } from './visitor.ts'

const house = await openJourneyHouse({ demo: '2026-05-05' })
const larkshire = async () => house.demo

const small: Plan = {
  maker: 'Director of Adult Social Care',
  about: 'Support for autistic people',
  value: { pounds: '9,000' },
  isKey: false,
  callIn: false,
  reasons: 'Quiet hours were asked for by the people who would use them.',
  alternatives: null,
  clauses: [
    {
      label: '1',
      verb: 'Authorise',
      words: 'That up to £9,000 be committed to quiet hours.',
      gives: [
        {
          to: 'Head of Commissioning',
          powers: ['Commit money'],
          about: 'Support for autistic people',
          limit: { pounds: '9,000' },
        },
      ],
    },
  ],
}

story(
  'a decision drafted from nothing is found wanting, mended, refused once with reasons, and signed the second time',
  larkshire,
  async ({ come }) => {
    const priya = await come('Priya')
    const ref = await startDraft(priya, 'Quiet hours at day centres')
    await priya.follow('Check what is found, and what it will authorise')
    assert.match(await text(priya), /It can be proposed once nothing stops it/u)
    await priya.open(`/desk/decisions/${ref}`)
    await priya.follow('What it is worth')
    await priya.choose('A sum')
    await priya.fill('Whole-life value in pounds', 'nine thousand')
    await priya.press('Save and return', { status: 422 })
    assert.equal((await errors(priya)).length, 1)
    assert.equal(await priya.typed('Whole-life value in pounds'), 'nine thousand')
    await priya.open(`/desk/decisions/${ref}`)
    await complete(priya, small)
    await propose(priya, ref)

    const ada = await come('Ada')
    await ada.open('/desk')
    assert.ok((await links(ada)).some(({ href }) => href === `/desk/decisions/${ref}/sign`))
    await ada.open(`/desk/decisions/${ref}`)
    await ada.press('Refuse')
    await ada.fill('Reasons', 'Say which day centres.')
    await ada.press('Refuse the decision')
    await priya.open(`/desk/decisions/${ref}`)
    assert.match(await text(priya), /Refused.*Say which day centres\./u)

    const again = await startDraft(priya, 'Quiet hours at three day centres')
    await complete(priya, small)
    await propose(priya, again)
    await ada.open(`/desk/decisions/${again}/sign`)
    await ada.press('Sign the decision', { status: 422 })
    assert.deepEqual(await errors(ada), [
      'Say whether any conflict of interest was declared.',
      'Say whether any dispensation was given.',
    ])
    await sign(ada, again)
  },
)

story(
  'of two who change one draft at once the second is told what changed, and keeps what was typed',
  larkshire,
  async ({ come }) => {
    const priya = await come('Priya')
    const tobias = await come('Tobias')
    const ref = await startDraft(priya, 'A bus to the day centre')
    for (const officer of [priya, tobias]) await officer.open(`/desk/decisions/${ref}/reasons`)
    await priya.fill('Reasons', 'Nobody can get there without a car.')
    await priya.press('Save and return')
    await tobias.fill('Reasons', 'The bus was stopped in 2019.')
    await tobias.press('Save and return', { status: 409 })
    const told = await text(tobias)
    assert.match(told, /changed while you had it open/u)
    assert.match(told, /Priya Larkin changed it at \d\d:\d\d/u)
    assert.match(told, /Nobody can get there without a car\./u)
    assert.equal(await tobias.typed('Reasons'), 'The bus was stopped in 2019.')
    // Having seen it, they send theirs again on purpose.
    await tobias.press('Save and return')
    await priya.open(`/desk/decisions/${ref}/reasons`)
    assert.equal(await priya.typed('Reasons'), 'The bus was stopped in 2019.')
  },
)

story('an act sent twice in one breath is done once', larkshire, async ({ come }) => {
  const priya = await come('Priya')
  const ref = await startDraft(priya, `Quiet hours, once ${crypto.randomUUID()}`)
  await complete(priya, small)
  await propose(priya, ref)
  await sign(await come('Ada'), ref)
  const hugo = await come('Hugo')
  await publish(hugo, ref)
  const [mandate = ''] = await mandatesOf(priya, ref)
  const what = `Quiet hours ${crypto.randomUUID().slice(0, 8)}`
  await recordAct(priya, { under: mandate, did: 'Commit money', what, pounds: '4,000', on: '2026-05-05', twice: true })
  await priya.open(`/acts?mandate=${mandate}`)
  assert.match(await text(priya), /1 act/u)
  await priya.open(`/mandates/${mandate}`)
  assert.match(await text(priya), /£5,000/u)
})

const hostile = {
  'a script': '<script>document.title = "taken"</script><img src=x onerror=alert(1)>',
  'a quotation out of a field': '"><h1>Mine</h1><input name="version" value="9',
  'a statement for a database': "Robert'); drop table decisions.decision; --",
  'a picture, and words from right to left': '👩🏽‍🦽 family 👨‍👩‍👧 — שלום مرحبا \u2067שלום\u2069',
  'an end of line of every kind': 'one\r\ntwo\rthree\nfour',
  'a template': '${7*7} {{7*7}} <%= 7*7 %> %00 %3Cb%3E &lt;b&gt; &amp;',
}
for (const [name, words] of Object.entries(hostile)) {
  story(`${name} comes back as it was typed, and does nothing`, larkshire, async ({ come }) => {
    const priya = await come('Priya')
    const ref = await startDraft(priya, words.replaceAll(/[\r\n]+/gu, ' '))
    assert.equal((await heading(priya)).replaceAll(/\s+/gu, ' '), words.replaceAll(/\s+/gu, ' '))
    await priya.follow('Reasons')
    await priya.fill('Reasons', words)
    await priya.press('Save and return')
    await priya.open(`/desk/decisions/${ref}/reasons`)
    assert.equal((await priya.typed('Reasons')).replaceAll(/\r\n?/gu, '\n'), words.replaceAll(/\r\n?/gu, '\n'))
    await priya.open(`/register?q=${encodeURIComponent(words)}`)
    // A field of one line holds no ends of lines; browsers take them out.
    assert.equal(await priya.typed('Search'), words.replaceAll(/[\r\n]/gu, '').trim())
  })
}

story('what is too long, or missing, is said beside its field and kept', larkshire, async ({ come }) => {
  const priya = await come('Priya')
  const ref = await startDraft(priya, 'A long story')
  const long = 'All of it has to be said. '.repeat(4000)
  await priya.open(`/desk/decisions/${ref}/reasons`)
  await priya.fill('Reasons', long)
  await priya.press('Save and return', { status: 422 })
  assert.match((await errors(priya)).join(), /20,?000/u)
  assert.equal(await priya.typed('Reasons'), long)
  await priya.open('/desk/decisions/new')
  await priya.press('Start the draft', { status: 422 })
  assert.equal((await errors(priya)).length, 1)
  await priya.fill('Title', '   ')
  await priya.press('Start the draft', { status: 422 })
})

const shut = ['/desk/decisions/new', '/desk/acts/new', '/desk/call-in']
story('whoever may not use a page of the desk is told why, and who may', larkshire, async ({ come, inBrowser }) => {
  const visitor = await come()
  for (const path of [...shut, '/desk', '/desk/mail']) {
    await visitor.open(path)
    assert.match(visitor.address(), /^\/sign-in\?next=/u, path)
  }
  const oneRole = people.filter(({ roles }) => roles.length === 1)
  for (const { name, roles } of inBrowser ? oneRole.slice(0, 3) : oneRole) {
    const somebody = await come(name)
    // Whoever works for a network's host is no officer of the council: their room is another.
    const ofTheCouncil = staff.some((role) => roles.includes(role))
    await somebody.open('/desk', { status: ofTheCouncil ? 200 : 403 })
    const offered = (await links(somebody)).map(({ words }) => words)
    assert.equal(
      offered.includes('Draft a decision'),
      roles.includes('commissioning officer'),
      `${name} is offered a draft`,
    )
    for (const path of shut) {
      const may = path === '/desk/call-in' ? ['scrutiny member', 'democratic services'] : ['commissioning officer']
      const excluded = !may.some((role) => roles.includes(role))
      await somebody.open(path, { status: excluded ? 403 : 200 })
      if (excluded)
        assert.match(await text(somebody), new RegExp(`${name} signs in as .*takes one of: .*What to do next`, 'u'))
    }
  }
})
