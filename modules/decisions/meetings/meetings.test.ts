import assert from 'node:assert/strict'
import { test } from 'node:test'
import { larkshire } from '../../../site/demo/larkshire.ts'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import {
  askUrgency,
  answerUrgency,
  callMeeting,
  cancelMeeting,
  givePrivateNotice,
  givePrivateNoticeAgain,
  keepMinutes,
  propose,
  publish,
  publishAgenda,
  putAgendaItem,
  represent,
  respond,
  sign,
  viewDecision,
} from '../index.ts'
import { viewRepresentations } from '../notices/queries.ts'
import { drafted, nils } from '../pages/examples.ts'

// Here Cabinet decides only what stood on an agenda in time.
const strict = {
  ...larkshire,
  settings: [
    ...larkshire.settings,
    { key: 'agendas' as const, from: '2022-01-01', source: 'Part 4, rule 3', value: { bodies: ['cabinet'] } },
  ],
}
const world = await aCouncil({ on: '2022-08-05', constitution: strict })
const web = await openBrowser(world)
const [priya, hugo, marguerite] = [world.as('Priya'), world.as('Hugo'), world.as('Marguerite')]

async function forCabinet(title: string): Promise<{ ref: string; version: number }> {
  const { ref, version } = await drafted(world, { title, maker: 'cabinet' })
  must(await world.does(priya, propose, { ref, version }))
  return { ref, version: version + 1 }
}
const called = async (day: string, more: Record<string, unknown> = {}) =>
  must(await world.does(hugo, callMeeting, { body: 'cabinet', day, time: '14:00', place: 'County Hall', ...more })).ref

test('Cabinet decides what stood on its agenda for five clear working days, and nothing else', async () => {
  world.on('2022-08-05')
  const { ref, version } = await forCabinet('In time')
  const signed = (decidedOn: string) => world.does(hugo, sign, { ref, version, decidedOn, ...nils })
  assert.match(no(await signed('2022-08-05')), /stands on the agenda of no meeting of this body/u)
  assert.match(
    no(await world.does(hugo, callMeeting, { body: 'leader', day: '2022-08-15', time: '14:00', place: 'Hall' })),
    /Choose a body/u,
  )
  const meeting = await called('2022-08-15')
  assert.match(no(await world.does(hugo, publishAgenda, { ref: meeting })), /nothing on the agenda yet/u)
  must(await world.does(hugo, putAgendaItem, { ref: meeting, decision: ref }))
  const second = await called('2022-09-12')
  assert.match(
    no(await world.does(hugo, putAgendaItem, { ref: second, decision: ref })),
    new RegExp(`stands on the agenda of ${meeting}`, 'u'),
  )
  must(await world.does(hugo, publishAgenda, { ref: meeting }))
  world.on('2022-08-15')
  assert.match(
    no(await signed('2022-08-12')),
    /meets on Monday 15 August 2022, and would be decided on Friday 12 August 2022/u,
  )
  must(await signed('2022-08-15'))
  must(await world.does(hugo, publish, { ref }))
  assert.equal(must(await world.asks(world.visitor, viewDecision, { ref })).decision.decidedAt?.ref, meeting)
  const words = (await web.browser().open(`/meetings/${meeting}`)).words('main-content')
  assert.match(
    words,
    /Published on Friday 5 August 2022: 5 clear working days; 5 are needed\..*1\. In time Decided: D-2022-\d{4}/u,
  )
})

test('a late agenda is refused with its count; a late item is taken with the reason, and both are seen', async () => {
  world.on('2022-08-22')
  const [first, late] = [await forCabinet('On a late agenda'), await forCabinet('A late item')]
  const meeting = await called('2022-08-30')
  must(await world.does(hugo, putAgendaItem, { ref: meeting, decision: first.ref }))
  must(await world.does(hugo, publishAgenda, { ref: meeting }))
  assert.match(
    no(await world.does(hugo, putAgendaItem, { ref: meeting, decision: late.ref })),
    /The agenda was published on Monday 22 August 2022\. Say why this is urgent/u,
  )
  must(
    await world.does(hugo, putAgendaItem, {
      ref: meeting,
      decision: late.ref,
      lateBecause: 'The provider gave notice on Friday.',
    }),
  )
  world.on('2022-08-30')
  // 29 August was a bank holiday.
  assert.match(
    no(await world.does(hugo, sign, { ...first, ...nils })),
    /published on Monday 22 August 2022: 4 clear working days; 5 are needed\. The first day that has them is Wednesday 31 August 2022/u,
  )
  must(await world.does(hugo, sign, { ...late, ...nils }))
  assert.match(
    (await web.browser().open(`/meetings/${meeting}`)).words('main-content'),
    /Published late.*Late item The provider gave notice on Friday\./u,
  )
})

test('in private only after 28 clear days with reasons, and five more with what was said and answered', async () => {
  world.on('2022-10-03')
  const { ref, version } = await forCabinet('Prices')
  const meeting = await called('2022-11-08')
  assert.match(
    no(await world.does(hugo, putAgendaItem, { ref: meeting, decision: ref, inPrivate: true })),
    /Write a title for the public agenda/u,
  )
  must(
    await world.does(hugo, putAgendaItem, {
      ref: meeting,
      decision: ref,
      title: 'Prices of a tender',
      inPrivate: true,
    }),
  )
  const { ref: notice, earliest } = must(
    await world.does(hugo, givePrivateNotice, { ref: meeting, reasons: 'Paragraph 3: prices of the bidders.' }),
  )
  assert.equal(earliest.toString(), '2022-11-01')
  // A visitor writes through the page of the notice; staff alone read who it was.
  const page = await web.browser().open(`/notices/${notice}`)
  assert.equal((await page.send({ words: '' }, 'Send it to the council')).status, 422)
  assert.match(
    (await page.send({ words: 'The total can be public.', name: 'Nettie Oldacre' }, 'Send it to the council')).words(),
    /What you wrote was received/u,
  )
  must(await world.does(world.visitor, represent, { ref: notice, words: 'So can the number of bids.' }))
  assert.match(
    no(await world.does(hugo, givePrivateNoticeAgain, { ref: meeting, reasons: 'As before.' })),
    /2 representations are not answered yet/u,
  )
  const { representations } = must(await world.asks(hugo, viewRepresentations, { ref: notice }))
  for (const { representation } of representations)
    must(await world.does(hugo, respond, { ref: notice, representation, response: 'It is in the open report.' }))
  world.on('2022-10-27')
  must(await world.does(hugo, publishAgenda, { ref: meeting }))
  world.on('2022-11-08')
  assert.match(
    no(await world.does(hugo, sign, { ref, version, ...nils })),
    /First notice N-2022-\d{4} of the meeting in private: 35 clear days; 28 are needed\. Second notice of the meeting in private was not given: 0 clear days; 5 are needed/u,
  )
  world.on('2022-10-31')
  const again = must(await world.does(hugo, givePrivateNoticeAgain, { ref: meeting, reasons: 'As before.' }))
  const words = (await web.browser().open(`/notices/${again.ref}`)).words('main-content')
  assert.match(
    words,
    /1\. The total can be public\. 2\. So can the number of bids\.|1\. So can the number of bids\. 2\. The total can be public\./u,
  )
  assert.ok(!words.includes('Nettie'))
  world.on('2022-11-08')
  must(await world.does(hugo, sign, { ref, version, ...nils }))
})

test('a meeting in private that cannot wait takes the agreement that it is urgent', async () => {
  world.on('2022-11-09')
  const { ref, version } = await forCabinet('Tonight')
  const meeting = await called('2022-11-17')
  must(await world.does(hugo, putAgendaItem, { ref: meeting, decision: ref, title: 'A home', inPrivate: true }))
  must(await world.does(hugo, publishAgenda, { ref: meeting }))
  const { request } = must(
    await world.does(hugo, askUrgency, { ref, kind: 'private-urgency', post: 'scrutiny-chair', reasons: 'It closes.' }),
  )
  world.on('2022-11-17')
  assert.match(
    no(await world.does(hugo, sign, { ref, version, ...nils })),
    /First notice of the meeting in private was not given/u,
  )
  must(await world.does(marguerite, answerUrgency, { request, answer: 'agree' }))
  must(await world.does(hugo, sign, { ref, version, ...nils }))
})

test('minutes say who was there and what each declared, or positively nothing; they are kept after the meeting and sealed', async () => {
  world.on('2022-11-18')
  const meeting = await called('2022-11-28')
  must(await world.does(hugo, putAgendaItem, { ref: meeting, title: 'Minutes of the last meeting' }))
  must(await world.does(hugo, publishAgenda, { ref: meeting }))
  const given = {
    ref: meeting,
    minutes: 'Resolved: that they be agreed.',
    attendance: [
      { name: 'Rosalind Thwaite', present: true },
      { name: 'Desmond Okoro', present: true, interests: 'A relative works for a bidder; he left the room.' },
      { name: 'Cllr June Aldous', present: false },
    ],
  }
  assert.match(no(await world.does(hugo, keepMinutes, given)), /which is still to come/u)
  world.on('2022-11-29')
  must(await world.does(hugo, keepMinutes, given))
  assert.match(no(await world.does(hugo, keepMinutes, given)), /is held/u)
  const words = (await web.browser().open(`/meetings/${meeting}`)).words('main-content')
  assert.match(
    words,
    /Rosalind Thwaite Present None declared\. None given\. Desmond Okoro Present A relative works for a bidder; he left the room\. None given\. Cllr June Aldous Apologies/u,
  )
})

test('a cancelled meeting gives its items back, and says why', async () => {
  world.on('2022-12-01')
  const { ref } = await forCabinet('Put on another')
  const meeting = await called('2022-12-12')
  must(await world.does(hugo, putAgendaItem, { ref: meeting, decision: ref }))
  must(await world.does(hugo, publishAgenda, { ref: meeting }))
  must(await world.does(hugo, cancelMeeting, { ref: meeting, because: 'Snow.' }))
  must(await world.does(hugo, putAgendaItem, { ref: await called('2022-12-19'), decision: ref }))
  assert.match((await web.browser().open(`/meetings/${meeting}`)).words('main-content'), /Cancelled: Snow\./u)
})

test('a meeting is called, filled, published and minuted on pages', async () => {
  world.on('2023-01-09')
  const clerk = await web.browser().signIn('Hugo Pennyfeather')
  const wrong = await (
    await clerk.open('/desk/meetings/new')
  ).send({ body: 'cabinet', 'day-day': '16', 'day-month': '1', 'day-year': '2023', time: '2pm', place: 'Hall' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.words(), /Write the time like 14:30/u)
  const meeting = await wrong.send({ time: '14:00' })
  assert.match(
    meeting.words(),
    /5 clear working days \(Part 4, access to information rules 13 and 15\): to be published by Sunday 8 January 2023, which is past\. Published today, the first day with enough is Tuesday 17 January 2023/u,
  )
  const { ref, version } = await forCabinet('From the record')
  assert.match(
    (await clerk.open(`/desk/decisions/${ref}`)).words('main-content'),
    /It stands on no agenda\. Put it on that of: Monday 16 January 2023, Hall/u,
  )
  const filled = await (
    await clerk.open((await clerk.open(`/desk/decisions/${ref}`)).link('Monday 16 January 2023, Hall'))
  ).send({})
  assert.match(filled.words(), /1\. From the record/u)
  assert.match((await filled.send({}, 'Publish the agenda today')).words(), /Published on Monday 9 January 2023 Late/u)
  world.on('2023-01-16')
  // A session is over after a week.
  const later = await web.browser().signIn('Hugo Pennyfeather')
  assert.match(
    (await later.open(`/desk/decisions/${ref}/sign`)).words('main-content'),
    /It is decided at meeting MT-2023-\d{4} on Monday 16 January 2023, Hall\./u,
  )
  assert.match(no(await world.does(hugo, sign, { ref, version, ...nils })), /4 clear working days/u)
  const at = meeting.url
  const minutes = await (
    await later.open((await later.open(at)).link('Keep the minutes'))
  ).send({ minutes: 'Deferred.', 'name-0': 'Desmond Okoro', 'present-1': 'no' })
  assert.match(minutes.words(), /Standing Held/u)
  assert.match(
    (await web.browser().open('/meetings')).words('main-content'),
    /Cabinet, Monday 16 January 2023 Minutes published/u,
  )
})

test('after all this the chain holds, minutes included', async () => assert.deepEqual(await world.breaks(), []))
