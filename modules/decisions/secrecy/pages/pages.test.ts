import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../../testing/browser.ts'
import { aCouncil, must } from '../../../../testing/world.ts'
import { drafted, nils } from '../../pages/examples.ts'
import { propose } from '../../propose.ts'
import { publish } from '../../publish.ts'
import { sign } from '../../sign.ts'
import { joined, sentencesOf } from './sentences.ts'

const world = await aCouncil({ on: '2022-08-04' })
const web = await openBrowser(world)
const [priya, hugo, marguerite, edmund] = [
  await web.browser().signIn('Priya Larkin'),
  await web.browser().signIn('Hugo Pennyfeather'),
  await web.browser().signIn('Marguerite Vane'),
  await web.browser().signIn('Edmund Starling'),
]
const stranger = web.browser()
const reasons =
  'The present framework ends. Tansy Meadow bid least. It asked for £4,321 in all.\n\nPeople asked for more choice.'
const { ref, version } = await drafted(world, { title: 'Withheld by hand', reasons })
const desk = `/desk/decisions/${ref}`
const review = { 'reviewOn-day': '4', 'reviewOn-month': '8', 'reviewOn-year': '2023' }

test('sentences that follow each other are one passage, others apart', () => {
  const all = sentencesOf(reasons)
  assert.deepEqual(all, [
    'The present framework ends.',
    'Tansy Meadow bid least.',
    'It asked for £4,321 in all.',
    'People asked for more choice.',
  ])
  assert.deepEqual(joined(all, [all[1] ?? '', all[2] ?? '', 'Gone now.']), [
    'Tansy Meadow bid least. It asked for £4,321 in all.',
    'Gone now.',
  ])
  assert.deepEqual(joined(all, [all[0] ?? '', all[3] ?? '']), [all[0], all[3]])
})

test('an officer attaches papers, puts them in order and withholds one, without a script', async () => {
  const add = async (name: string, bytes: string, fields: Record<string, string>) =>
    (await priya.open(`${desk}/papers/new`)).send({ file: new File([bytes], name), ...fields }, 'Attach it')
  const bad = await add('page.html', '<!doctype html><script>1</script>', { kind: 'report', title: 'A page' })
  assert.equal(bad.status, 422)
  assert.match(bad.words('main-content'), /not one that people can safely be given/u)
  assert.match(bad.text, /value="A page"/u)
  const none = await (await priya.open(`${desk}/papers/new`)).send({ kind: 'report', title: 'Nothing' }, 'Attach it')
  assert.match(none.words('main-content'), /The file is empty/u)
  await add('report.txt', 'The report.', {
    kind: 'report',
    title: 'Report of the Director',
    author: 'Ada Quill',
    'dated-day': '1',
    'dated-month': '8',
    'dated-year': '2022',
  })
  const both = await add('scores.txt', 'Tansy Meadow 81', { kind: 'appendix', title: 'Appendix: scores' })
  assert.match(both.words('main-content'), /Report of the Director \(text, 1 KB\) Report.*Appendix: scores/u)
  const turned = await both.send({}, 'Move up Appendix: scores')
  assert.match(turned.words('main-content'), /Appendix: scores.*Report of the Director/u)
  const file = await priya.open(turned.link('Appendix: scores'))
  assert.equal(file.text, 'Tansy Meadow 81')
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment/u)
  assert.match((await priya.open(desk)).words('main-content'), /What it rests on.*2 papers/u)
})

test('passages are chosen sentence by sentence or pasted, and errors keep what was chosen', async () => {
  const page = await priya.open((await priya.open(`${desk}/restrictions`)).link('In the reasons'))
  const gaps = await page.send(
    { sentence: ['Tansy Meadow bid least.'], kind: 'exempt', publicInterest: '' },
    'Withhold it',
  )
  assert.equal(gaps.status, 422)
  assert.match(gaps.text, /value="Tansy Meadow bid least\." checked/u)
  const noCode = await gaps.send(
    { codes: [], publicInterest: 'Bidders would not bid again.', decidedBy: 'Hugo Pennyfeather', ...review },
    'Withhold it',
  )
  assert.match(noCode.words('main-content'), /Choose the paragraph under which it is exempt/u)
  const held = await noCode.send({ codes: ['3'], pasted: '£4,321' }, 'Withhold it')
  assert.match(
    held.words('main-content'),
    /Withheld\. The public has the record without it.*“Tansy Meadow bid least\.” Ground paragraph 3, financial or business affairs/u,
  )
  assert.match(held.words('main-content'), /“£4,321” Ground paragraph 3/u)
  const ofPaper = await priya.open((await priya.open(`${desk}/restrictions`)).link('In the paper “Appendix: scores”'))
  await ofPaper.send(
    {
      kind: 'exempt',
      codes: ['3'],
      publicInterest: 'Bids.',
      decidedBy: 'Hugo Pennyfeather',
      ...review,
      file: new File(['Scores by place only.'], 'public.txt'),
    },
    'Withhold it',
  )
  assert.match(
    (await priya.open(`${desk}/restrictions`)).words('main-content'),
    /The paper; the public has a version of its own/u,
  )
})

test('the public reads it without the passages, and has the version of the paper made for it', async () => {
  const { version: now } = { version: version + 3 }
  must(await world.does(world.as('Priya'), propose, { ref, version: now }))
  must(await world.does(world.as('Desmond'), sign, { ref, version: now + 1, ...nils }))
  must(await world.does(world.as('Hugo'), publish, { ref }))
  const page = await stranger.open(`/decisions/${ref}`)
  const words = page.words('main-content')
  assert.match(
    words,
    /ends\. \[Withheld: paragraph 3, financial or business affairs\] It asked for \[Withheld: paragraph 3, financial or business affairs\] in all\./u,
  )
  assert.match(
    words,
    /Is anything withheld\? Yes.*Exempt information: paragraph 3.*Bidders would not bid again\..*By 4 August 2023/u,
  )
  assert.match(
    words,
    /What does it rest on\? Appendix: scores \(text, 1 KB\) Appendix\. A version for the public: the rest is withheld: paragraph 3/u,
  )
  const paper = await stranger.open(page.link('Appendix: scores'))
  assert.equal(paper.text, 'Scores by place only.')
  assert.match(paper.headers.get('content-disposition') ?? '', /^attachment; filename="public\.txt"/u)
  assert.equal((await stranger.open(page.link('Report of the Director'))).text, 'The report.')
})

test('a scrutiny member reads the whole with the passages marked, and that is kept; a stranger is sent to sign in', async () => {
  const record = await marguerite.open(desk)
  assert.doesNotMatch(record.text, /Tansy/u)
  const asked = await marguerite.open(record.link('Read what is withheld'))
  assert.match(
    asked.words('main-content'),
    /3 passages or papers are withheld from the public\. You may read all of them/u,
  )
  assert.doesNotMatch(asked.text, /Tansy/u)
  const read = await asked.send({}, 'Read what is withheld')
  assert.match(read.text, /<mark title="paragraph 3, financial or business affairs"\s*>.*Tansy Meadow bid least\./su)
  assert.equal((await read.send({}, 'Read “Appendix: scores”')).text, 'Tansy Meadow 81')
  assert.match(
    (await hugo.open(`${desk}/restrictions`)).words('main-content'),
    /Who read it Marguerite Vane, Thursday 4 August 2022: a paper|Marguerite Vane, Thursday 4 August 2022: 3 passages and papers/u,
  )
  assert.match((await stranger.open(`${desk}/withheld`)).url, /^\/sign-in/u)
})

test('what is due is listed, lifting asks why, and the public page is made anew', async () => {
  const due = await edmund.open('/desk/restrictions')
  assert.match(
    due.words('main-content'),
    new RegExp(`4 August 2023 Later ${ref} Withheld by hand the reasons paragraph 3`, 'u'),
  )
  world.on('2023-08-04')
  // A year later nobody's session lasts.
  await Promise.all([edmund.signIn('Edmund Starling'), hugo.signIn('Hugo Pennyfeather'), priya.signIn('Priya Larkin')])
  assert.match((await edmund.open('/desk/restrictions')).words('main-content'), /4 August 2023 Due for review/u)
  for (let left = 2; left > 0; left--) {
    const list = await hugo.open(`${desk}/restrictions`)
    const sure = await hugo.open(list.link('Lift it in the reasons'))
    assert.equal((await sure.send({ because: '' }, 'Lift the restriction')).status, 422)
    await sure.send({ because: 'The competition is over.' }, 'Lift the restriction')
  }
  assert.match(
    (await stranger.open(`/decisions/${ref}`)).words('main-content'),
    /Tansy Meadow bid least\. It asked for £4,321 in all\./u,
  )
})

test('whether somebody can be recognised is asked on a page of its own', async () => {
  const placement = await drafted(world, {
    title: 'A place to live',
    reasons: 'One young person aged 14 moves to Rowan Lodge at £4,850 a week.',
  })
  const page = await priya.open(
    (await priya.open(`/desk/decisions/${placement.ref}`)).link('Whether somebody can be recognised'),
  )
  assert.match(page.words('main-content'), /a person: “One young person”; a place: “Rowan Lodge”/u)
  assert.equal((await page.send({ because: '' })).status, 422)
  assert.match(
    (await page.send({ because: 'Everybody is invented.' })).words('main-content'),
    /Kept: it was considered for exactly this text/u,
  )
})
