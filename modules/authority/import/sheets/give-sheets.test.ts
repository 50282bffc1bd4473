import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCouncil, must, no } from '../../../../testing/world.ts'
import { openBrowser } from '../../../../testing/browser.ts'
import {
  adoptConstitution,
  adoptProposed,
  calendarOn,
  discardProposed,
  exportSheet,
  previewProposed,
  proposeSheets,
  putSheets,
  readConstitution,
  removeSheet,
} from '../../index.ts'
import { larkshire } from '../../../../site/demo/larkshire.ts'

const world = await aCouncil()
const isolde = world.as('Isolde')
const { browser } = await openBrowser(world)
const sheet = async (name: string) => must(await world.asks(isolde, exportSheet, { sheet: name })).csv
const look = async (proposal: string) => must(await world.asks(isolde, previewProposed, { proposal }))

test('files are given one at a time onto the version that stands; what is wrong is kept and mended', async () => {
  const scheme = (await sheet('scheme'))
    .replace('250000.00', '300,000')
    .replace('each act,300', 'each act,"300')
    .replace('300,000', '300,000"')
  const { proposal } = must(
    await world.does(isolde, proposeSheets, {
      inForceFrom: '',
      files: [
        { file: 'Our scheme.csv', text: scheme },
        { file: 'x.csv', text: 'cats\n1' },
      ],
    }),
  )
  const first = await look(proposal)
  assert.deepEqual(
    first.stops.map(({ place }) => place),
    ['In force from', 'x.csv, row 1'],
  )
  assert.deepEqual(
    first.sheets?.files.map(({ file, sheet: of }) => [file, of]),
    [
      ['Our scheme.csv', 'scheme'],
      ['x.csv', null],
    ],
  )
  assert.match(no(await world.does(isolde, adoptProposed, { proposal })), /This cannot be adopted as it is/u)
  must(await world.does(isolde, removeSheet, { proposal, file: 'x.csv' }))
  assert.match(no(await world.does(isolde, removeSheet, { proposal, file: 'x.csv' })), /no file x\.csv/u)
  must(
    await world.does(isolde, putSheets, {
      proposal,
      inForceFrom: '1 4 2027',
      files: [{ file: 'subjects.csv', text: `${await sheet('subjects')}adults/night,Nights\r\n` }],
    }),
  )
  const { stops, read, sheets } = await look(proposal)
  assert.deepEqual(stops, [])
  assert.deepEqual(read?.changes.other, ['New subjects: Nights.'])
  assert.match(read.changes.allows.join(), /up to £300,000 .*\(was £250,000/u)
  assert.equal(sheets?.onto, 1)
  // Another version is adopted meanwhile: what was looked at is no longer what would be adopted.
  must(await world.does(isolde, adoptConstitution, { ...larkshire, inForceFrom: '2026-12-01' }))
  assert.match(no(await world.does(isolde, adoptProposed, { proposal, onto: 1 })), /Version 2 was adopted meanwhile/u)
  assert.equal(must(await world.does(isolde, adoptProposed, { proposal, onto: 2 })).version, 3)
  assert.deepEqual((await look(proposal)).sheets, null)
  assert.deepEqual(await world.breaks(), [])
})

test('a calendar is adopted from a spreadsheet, adds to the one before, and is told in words', async () => {
  const from = (text: string) => `day,name,kind,from,source\r\n${text}`
  const give = async (inForceFrom: string, text: string) => {
    const { proposal } = must(
      await world.does(isolde, proposeSheets, { inForceFrom, files: [{ file: 'calendar.csv', text }] }),
    )
    return { proposal, ...(await look(proposal)) }
  }
  const first = await give('2027-05-01', from('2027-12-29,Christmas closure,closed,2027-05-01,Minute 41\r\n'))
  assert.deepEqual(first.stops, [])
  assert.match(
    first.read?.changes.settings.join() ?? '',
    /from 1 May 2027: Wednesday 29 December 2027: closed \(Christmas closure\)/u,
  )
  must(await world.does(isolde, adoptProposed, { proposal: first.proposal }))
  // The same day with other words is not passed over.
  const changed = await give('2027-06-01', from('2027-12-30,Christmas closure,closed,2027-05-01,Minute 41\r\n'))
  assert.match(
    changed.stops.map(({ says }) => says).join(),
    /Something else was settled as of this day, and that stays/u,
  )
  must(await world.does(isolde, discardProposed, { proposal: changed.proposal }))
  const more = `${await sheet('calendar')}2028-12-27,Christmas closure,closed,2027-07-01,Minute 52\r\n`
  const second = await give('2027-07-01', more)
  must(await world.does(isolde, adoptProposed, { proposal: second.proposal }))
  const on = (day: string) =>
    world.house.database.within({ council: 'larkshire', role: 'remit_public' }, (tx) =>
      calendarOn(tx, 'larkshire', Temporal.PlainDate.from(day)),
    )
  assert.deepEqual((await on('2027-04-30')).days, [])
  assert.deepEqual(
    (await on('2027-06-30')).days.map(({ day }) => day),
    ['2027-12-29'],
  )
  assert.deepEqual(
    (await on('2027-07-01')).days.map(({ day }) => day),
    ['2027-12-29', '2028-12-27'],
  )
  world.on('2027-08-01')
  assert.match(
    must(await world.asks(world.visitor, readConstitution, {}))
      .settings.map(({ title, words }) => `${title}: ${words}`)
      .join('\n'),
    /Days on which the council does not work, beside weekends: .*Christmas closure/u,
  )
})

test('whoever is no administrator gives none', async () => {
  const priya = world.as('Priya')
  assert.match(no(await world.does(priya, proposeSheets, { inForceFrom: '', files: [] })), /You may not do this/u)
  assert.match(no(await world.asks(priya, exportSheet, { sheet: 'holders' })), /You may not do this/u)
})

test('an administrator does it on pages, and nothing that was typed or given is lost on the way', async () => {
  const web = await browser().signIn('Isolde Marchbank')
  const start = await web.open((await web.open('/desk/constitution/import')).link('as spreadsheets'))
  assert.match(start.words(), /Scheme of delegation.*Columns of posts and bodies.*director-adults/u)
  const file = await web.open('/desk/constitution/sheets/subjects.csv')
  assert.match(file.headers.get('content-disposition') ?? '', /larkshire-subjects-version-\d+\.csv/u)
  assert.match(
    (await web.open('/desk/constitution/templates/posts.csv')).text,
    /post,title,kind,from,until,agreement of\r\n$/u,
  )
  assert.equal((await web.open('/desk/constitution/sheets/cats.csv')).status, 404)
  assert.match((await start.send({ title: 'Mine' })).words(), /Choose at least one file/u)
  const bad = await start.send({
    'from-day': '31',
    'from-month': '2',
    'from-year': '2029',
    title: 'Constitution of 2029',
    files: new File(['subject,title\nAdults,x\n'], 'subjects.csv', { type: 'text/csv' }),
  })
  assert.match(
    bad.words(),
    /2 things have to be mended.*“31 2 2029” is no day.*subjects\.csv, row 2, column “subject”: Write a subject as a path.*subjects\.csv Subjects 1/u,
  )
  assert.match(bad.text, /name="title"[^>]*value="Constitution of 2029"/u)
  const good = await bad.send(
    {
      'from-day': '1',
      files: new File([`${file.text.replace(/^\uFEFF/u, '')}adults/dusk,Dusk\r\n`], 'subjects.csv', {
        type: 'text/csv',
      }),
    },
    'Look at it again',
  )
  assert.match(good.words(), /It is called “Constitution of 2029”.*New subjects: Dusk\./u)
  const latin = await good.send({ files: new File([new Uint8Array([0x70, 0xe9])], 'odd.csv') }, 'Look at it again')
  assert.match(latin.words(), /odd\.csv, row 1: This is not text in UTF-8\. Save each sheet/u)
  const without = await latin.send({ file: 'odd.csv' }, 'Take away odd.csv')
  assert.match((await without.send({}, 'Adopt it')).words(), /What version \d+ changed/u)
  assert.equal((await (await browser().signIn('Priya Larkin')).open('/desk/constitution/sheets')).status, 403)
  assert.deepEqual(await world.breaks(), [])
})
