import {
  answerUrgency,
  askUrgency,
  dropPlanned,
  enterPlanned,
  giveKeyNotice,
  callMeeting,
  givePrivateNotice,
  keepMinutes,
  movePlanned,
  publishAgenda,
  putAgendaItem,
  represent,
  startDraft,
  viewNoticesOf,
} from '#decisions'
import { must, type World } from '../testing/world.ts'

/** A forward plan that slipped, a notice, an urgent decision with its consent, a meeting and its minutes: a row in each of their tables. */
export async function furnishNotices(world: World): Promise<void> {
  const [priya, hugo, marguerite] = [world.as('Priya'), world.as('Hugo'), world.as('Marguerite')]
  const planned = {
    matter: 'Respite for carers',
    maker: 'cabinet',
    subject: 'adults',
    isKey: true,
    dueFrom: '2022-12-01',
    dueUntil: '2022-12-01',
  }
  const { ref } = must(await world.does(priya, enterPlanned, planned))
  must(
    await world.does(priya, movePlanned, {
      ref,
      dueFrom: '2023-01-05',
      dueUntil: '2023-01-31',
      because: 'Carers are asked first.',
    }),
  )
  must(
    await world.does(hugo, giveKeyNotice, {
      ref,
      documents: ['Report'],
      address: 'County Hall',
      otherDocuments: 'Others may be submitted.',
      howToRequest: 'Ask.',
    }),
  )
  const { ref: other } = must(await world.does(priya, enterPlanned, { ...planned, matter: 'Extra care' }))
  must(await world.does(priya, dropPlanned, { ref: other, how: 'deferred', because: 'No site was found.' }))
  const { ref: urgent } = must(await world.does(priya, startDraft, { title: 'A home closes' }))
  must(await world.does(hugo, askUrgency, { ref: urgent, post: 'scrutiny-chair', reasons: 'It closes on Friday.' }))
  const { requests } = must(await world.asks(hugo, viewNoticesOf, { ref: urgent }))
  must(await world.does(marguerite, answerUrgency, { request: requests[0]?.request, answer: 'agree' }))
  const { ref: meeting } = must(
    await world.does(hugo, callMeeting, {
      body: 'cabinet',
      day: '2022-10-19',
      time: '14:00',
      place: 'County Hall',
      inPrivate: true,
    }),
  )
  must(await world.does(hugo, putAgendaItem, { ref: meeting, title: 'Prices' }))
  must(await world.does(hugo, publishAgenda, { ref: meeting }))
  const { ref: notice } = must(await world.does(hugo, givePrivateNotice, { ref: meeting, reasons: 'Paragraph 3.' }))
  must(await world.does(world.visitor, represent, { ref: notice, words: 'The total can be public.' }))
  world.on('2022-10-20')
  must(
    await world.does(hugo, keepMinutes, {
      ref: meeting,
      minutes: 'Noted.',
      attendance: [{ name: 'Rosalind Thwaite', present: true }],
    }),
  )
}
