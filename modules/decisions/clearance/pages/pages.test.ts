import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ConstitutionInput } from '#authority'
import { larkshire } from '../../../../site/demo/larkshire.ts'
import { openBrowser } from '../../../../testing/browser.ts'
import { aCouncil } from '../../../../testing/world.ts'
import { drafted } from '../../pages/examples.ts'

const needs: ConstitutionInput['settings'] = [
  {
    key: 'clearances',
    from: '2012-09-11',
    source: 'Part 4, financial procedure rule 6',
    value: [
      { key: 'finance', title: 'Finance', post: 'chief-finance-officer', when: { kind: 'always' }, workingDays: 5 },
    ],
  },
  {
    key: 'duties',
    from: '2012-09-11',
    source: 'Part 4, report template',
    value: [
      {
        key: 'equality',
        title: 'Public sector equality duty',
        source: { act: 'Equality Act 2010', part: 's149' },
        byCharacteristic: true,
      },
    ],
  },
]
const world = await aCouncil({
  on: '2022-08-01',
  constitution: { ...larkshire, settings: [...larkshire.settings, ...needs] },
})
const small = { maker: 'cabinet-member-adults', isKey: false, value: { kind: 'stated', pence: 200_000_00 } }
const { ref } = await drafted(world, { title: 'Weekend clubs', ...small })
const web = await openBrowser(world)
const [priya, winifred, edmund, desmond, ada, hugo] = [
  await web.browser().signIn('Priya Larkin'),
  await web.browser().signIn('Winifred Cole'),
  await web.browser().signIn('Edmund Starling'),
  await web.browser().signIn('Desmond Okoro'),
  await web.browser().signIn('Ada Quill'),
  await web.browser().signIn('Hugo Pennyfeather'),
]
const at = `/desk/decisions/${ref}`

test('a draft is sent for clearance, read word for word, cleared with comments, voided by an edit that the page names, and cleared again', async () => {
  assert.match((await priya.open(at)).words('main-content'), /Clearance Finance Not asked yet/u)
  const asked = await priya.open(`${at}/clearances`)
  assert.match(asked.text, /value="finance" checked/u)
  assert.match(
    (await asked.send({ note: 'There is money in the reserve.' }, 'Send for clearance')).words(),
    /Sent for clearance.*Finance waits for the Chief Finance Officer/u,
  )
  const desk = await winifred.open('/desk')
  assert.match(desk.words('main-content'), /Clear: Weekend clubs/u)
  const reading = await winifred.open(desk.link('Clear: Weekend clubs'))
  assert.match(
    reading.words(),
    /There is money in the reserve\. The text of 1 August 2022, 09:00.*Delegate to the Director.*Director of Adult Social Care: award, contract; for adults\/everyday-life; up to £600,000/u,
  )
  const blank = await reading.send({ outcome: 'refused', reasons: ' ' }, 'Send your answer')
  assert.equal(blank.status, 422)
  assert.match(blank.words(), /Give your reasons/u)
  assert.match(
    (await blank.send({ outcome: 'cleared-with-comments', says: 'Spend it by March.' }, 'Send your answer')).words(),
    /Your answer is kept/u,
  )
  await (await priya.open(`${at}/reasons`)).send({ reasons: 'The present framework ends in April.' })
  assert.match(
    (await priya.open(at)).words('main-content'),
    /Finance Finance: Winifred Cole .* changed since by Priya Larkin: reasons\. Void: changed since/u,
  )
  assert.match(
    (await priya.open(`${at}/check`)).words(),
    /Put right Finance: Winifred Cole for the Chief Finance Officer \(section 151\) cleared the text of 1 August 2022, 09:00; changed since by Priya Larkin: reasons\./u,
  )
  await (await priya.open(`${at}/clearances`)).send({}, 'Send for clearance')
  const again = await winifred.open((await winifred.open('/desk')).link('Clear: Weekend clubs'))
  assert.match(
    again.words(),
    /What changed since the text of 1 August 2022, 09:00, which you cleared with comments Reasons .*\[taken out: .*\[put in: April/u,
  )
  assert.match((await again.send({ outcome: 'cleared' }, 'Send your answer')).words(), /Your answer is kept/u)
})

test('somebody who holds another post reads what was sent, and is asked nothing', async () => {
  const page = await edmund.open((await edmund.open(`${at}/clearances`)).link('Read what was sent'))
  assert.doesNotMatch(page.words(), /Do you clear this text\?/u)
})

test('who was consulted is recorded a box at a time, and what was typed is kept when something is missing', async () => {
  const form = await priya.open(`${at}/consulted`)
  const typed = {
    name: 'Rosalind Thwaite',
    post: 'leader',
    capacity: 'executive-member',
    'on-day': '29',
    'on-month': '7',
    'on-year': '2022',
    how: 'At a briefing',
    response: 'agrees',
    evidence: 'Note kept',
    'interests-kind': 'none',
  }
  const gap = await form.send(typed)
  assert.equal(gap.status, 422)
  assert.match(gap.words(), /Say whether there was one: the record must \(SI 2012\/2089, reg 13\(4\)\)/u)
  assert.match(gap.text, /value="At a briefing"/u)
  assert.match(
    (await gap.send({ 'dispensation-kind': 'none' })).words(),
    /Saved\..*Rosalind Thwaite, Leader of the Council.*No conflict of interest was declared/u,
  )
})

test('a duty is considered characteristic by characteristic, and another may be added', async () => {
  const list = await priya.open(`${at}/duties`)
  const form = await priya.open(list.link('Say how it was considered'))
  const nine = [
    'age',
    'disability',
    'gender-reassignment',
    'marriage',
    'pregnancy',
    'race',
    'religion',
    'sex',
    'sexual-orientation',
  ]
  const impacts = Object.fromEntries(
    nine.flatMap((one) => [
      [`impact-${one}`, one === 'age' ? 'negative' : 'none'],
      [`evidence-${one}`, one === 'race' ? '' : 'Census'],
    ]),
  )
  const gap = await form.send({
    how: 'Older people lose most; the club moves nearer.',
    writtenIn: 'Report',
    paragraph: '4.2',
    ...impacts,
  })
  assert.equal(gap.status, 422)
  assert.match(gap.words(), /Say what shows it/u)
  await gap.send({ 'evidence-race': 'Census', 'mitigation-age': 'A bus runs.' })
  const other = await priya.open(`${at}/duties/other`)
  const saved = await other.send({
    title: 'Market shaping',
    instrument: 'act Care Act 2014',
    part: 's5',
    how: 'Four small clubs stay.',
    writtenIn: 'Report',
  })
  assert.match(saved.words(), /Market shaping Considered.*Care Act 2014, s5/u)
})

test('two who decide together each read the duties and sign the same text; the desk and the public page say who', async () => {
  await (await priya.open(`${at}/jointly`)).send({ posts: ['director-adults'] })
  await (await priya.open(`${at}/clearances`)).send({}, 'Send for clearance')
  const clear = await winifred.open((await winifred.open('/desk')).link('Clear: Weekend clubs'))
  assert.match(clear.words(), /Who decides with them/u)
  await clear.send({ outcome: 'cleared' }, 'Send your answer')
  assert.match((await (await priya.open(`${at}/check`)).send({}, 'Propose the decision')).words(), /Proposed\./u)
  const reading = await desmond.open(`${at}/sign`)
  assert.match(
    reading.words(),
    /decided together by the Cabinet Member for Adult Social Care \(has not signed yet\) and the Director of Adult Social Care \(has not signed yet\).*Whoever decides has not confirmed that they read how the duties were considered/u,
  )
  const nils = { 'conflicts-kind': 'none', 'dispensations-kind': 'none' }
  const early = await reading.send(nils, 'Sign the decision')
  assert.equal(early.status, 422)
  for (const one of [desmond, ada]) {
    const seen = await one.open((await one.open(at)).link('Read the duties considered'))
    const sign = await seen.send({}, 'I have read this')
    assert.match((await sign.send(nils, 'Sign the decision')).words(), /Signed\./u)
  }
  assert.match((await hugo.open(at)).words(), /Waits to be published/u)
  await (await hugo.open(`${at}/publish`)).send({}, 'Publish on Monday 1 August 2022')
  const shown = (await web.browser().open(`/decisions/${ref}`)).words('main-content')
  assert.match(shown, /Who decided it together\? .*Desmond Okoro.*Ada Quill/u)
  assert.match(shown, /Who was consulted before it was decided\? Rosalind Thwaite, Leader of the Council/u)
  assert.match(
    shown,
    /Which duties were considered\? .*Older people lose most.*Read before the decision by Desmond Okoro, Cabinet Member for Adult Social Care, on 1 August 2022/u,
  )
  assert.match(
    shown,
    /Who cleared it beforehand\? .*Finance: Winifred Cole, Chief Finance Officer \(section 151\), on Monday 1 August 2022/u,
  )
  assert.doesNotMatch(shown, /Spend it by March|Note kept/u)
  assert.deepEqual(await world.breaks(), [])
})

test('what is late is there for everybody on the desk', async () => {
  const { ref: waits } = await drafted(world, { title: 'Waits too long', ...small })
  await (await priya.open(`/desk/decisions/${waits}/clearances`)).send({}, 'Send for clearance')
  world.on('2022-08-10')
  const later = async (name: string) => web.browser().signIn(name)
  const clerk = await later('Hugo Pennyfeather')
  const page = await clerk.open((await clerk.open('/desk')).link('What is late (1)'))
  assert.match(
    page.words('main-content'),
    /Late \(1\).*Waits too long.*To be cleared for Finance by the Chief Finance Officer \(section 151\).*2 working days late/u,
  )
  assert.match(
    (await (await later('Winifred Cole')).open('/desk')).words('main-content'),
    /Clear: Waits too long Late 2 working days late, due on Monday 8 August 2022/u,
  )
})
