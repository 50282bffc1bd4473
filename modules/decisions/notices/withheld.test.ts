import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCouncil, must, no } from '../../../testing/world.ts'
import {
  askUrgency,
  callMeeting,
  dropPlanned,
  enterPlanned,
  giveGeneralException,
  givePrivateNotice,
  liftRestriction,
  movePlanned,
  putAgendaItem,
  recordNoticeElsewhere,
  restrict,
  tiePlanned,
  viewNotice,
  viewPlan,
  viewRestrictions,
  withdrawNotice,
} from '../index.ts'
import { drafted } from '../pages/examples.ts'

const world = await aCouncil({ on: '2022-08-05' })
const [priya, hugo, marguerite] = [world.as('Priya'), world.as('Hugo'), world.as('Marguerite')]
const bid = 'The lowest bid came from Tansy Meadow'
const exempt = {
  kind: 'exempt',
  codes: ['3'],
  publicInterest: 'Bidders would not bid again.',
  decidedBy: 'The proper officer',
  reviewOn: '2023-08-04',
}

/** A draft from whose reasons a bid is withheld, and its value of £900,000. */
async function secretive(title: string, changes: Record<string, unknown> = {}): Promise<string> {
  const { ref } = await drafted(world, { title, reasons: `It ends in March. ${bid}.`, ...changes }, { unnoticed: true })
  must(await world.does(priya, restrict, { ref, place: 'reasons', passages: [bid], ...exempt }))
  must(await world.does(priya, restrict, { ref, place: 'value', ...exempt }))
  return ref
}
const entry = (matter: string, decision: string | null, about: string | null = null) => ({
  matter,
  about,
  maker: 'cabinet-member-adults',
  subject: 'adults/everyday-life',
  isKey: true,
  dueFrom: '2022-11-01',
  dueUntil: '2022-11-01',
  decision,
})
const told = { told: 'chair', toldOn: '2022-08-05', how: 'by e-mail' }

test('a notice that says what is withheld is refused, with the words, the place and how to mend it', async () => {
  const ref = await secretive('A notice with a bid')
  const exception = { ref, reasons: `${bid.toUpperCase()}, and they will not wait.`, ...told }
  assert.match(
    no(await world.does(hugo, giveGeneralException, exception)),
    /This notice would tell the public what is withheld\..*“THE LOWEST BID CAME FROM TANSY MEADOW”, which is withheld in the reasons of D-2022-\d+, stands in “Why 28 clear days’ notice is impracticable”\./u,
  )
  const refused = await world.does(hugo, giveGeneralException, { ...exception, reasons: 'It will cost £0.9 million.' })
  assert.match(no(refused), /“£0\.9 million”, which is withheld as the value/u)
  assert.match((!refused.ok && refused.refusal.next) || '', /Write it without these words and sums/u)
  assert.match(
    no(await world.does(priya, recordNoticeElsewhere, { ref, givenOn: '2022-06-01', said: `${bid}.` })),
    /stands in “What it said”/u,
  )
  const given = must(await world.does(hugo, giveGeneralException, { ...exception, reasons: 'A home closes.' }))
  assert.match(
    no(await world.does(hugo, withdrawNotice, { ref: given.ref, because: `${bid}.` })),
    /stands in why it is withdrawn/u,
  )
})

test('urgency is not asked in words that are withheld, so that nobody who may not know them is told', async () => {
  const ref = await secretive('Urgent and secret')
  const asked = { ref, post: 'scrutiny-chair', reasons: `It is urgent. ${bid}.` }
  assert.match(no(await world.does(hugo, askUrgency, asked)), /stands in the reasons\./u)
  must(await world.does(hugo, askUrgency, { ...asked, reasons: 'It is urgent.' }))
  assert.equal(marguerite.roles.length, 1)
})

test('the forward plan is not given what is withheld: not on entry, nor when it is tied, moved or dropped', async () => {
  const ref = await secretive('Planned and secret')
  assert.match(no(await world.does(priya, enterPlanned, entry('Care', ref, `${bid}.`))), /stands in what it is about/u)
  const loose = must(await world.does(priya, enterPlanned, entry('Care', null, `${bid}.`))).ref
  assert.match(no(await world.does(priya, tiePlanned, { ref: loose, decision: ref })), /stands in what it is about/u)
  const tied = must(await world.does(priya, enterPlanned, entry('Care', ref))).ref
  const moved = { ref: tied, dueFrom: '2022-12-01', dueUntil: '2022-12-01', because: `${bid}.` }
  assert.match(no(await world.does(priya, movePlanned, moved)), /stands in why the day moved/u)
  const dropped = { ref: tied, how: 'deferred', because: `${bid}.` }
  assert.match(no(await world.does(priya, dropPlanned, dropped)), /stands in why it is deferred/u)
  const { items } = must(await world.asks(world.visitor, viewPlan, { q: 'Tansy' }))
  assert.deepEqual(
    items.map((one) => one.ref),
    [loose],
  )
})

test('an agenda and a notice of a meeting in private are searched for what is withheld of each record on the agenda', async () => {
  const ref = await secretive('On the agenda', { maker: 'cabinet' })
  const meeting = must(
    await world.does(hugo, callMeeting, { body: 'cabinet', day: '2022-10-19', time: '14:00', place: 'County Hall' }),
  ).ref
  const item = { ref: meeting, decision: ref, title: `Care: ${bid}`, inPrivate: true }
  assert.match(no(await world.does(hugo, putAgendaItem, item)), /The agenda would tell the public/u)
  must(await world.does(hugo, putAgendaItem, { ...item, title: 'Care' }))
  assert.match(
    no(await world.does(hugo, givePrivateNotice, { ref: meeting, reasons: `${bid}.` })),
    /“The lowest bid came from Tansy Meadow”, which .* stands in “Reasons”/u,
  )
  must(await world.does(hugo, givePrivateNotice, { ref: meeting, reasons: 'It names a bidder.' }))
})

test('what is withheld after a notice was given goes from the notice, and comes back when it is lifted; the seal is as it was', async () => {
  const { ref } = await drafted(world, { title: 'Noticed first', reasons: `It ends. ${bid}.` }, { unnoticed: true })
  const reasons = `${bid}, so there is no time.`
  const notice = must(await world.does(hugo, giveGeneralException, { ref, reasons, ...told })).ref
  const said = async () =>
    must(await world.asks(world.visitor, viewNotice, { ref: notice })).notice.content.find(({ key }) =>
      key.startsWith('Why'),
    )?.words
  assert.deepEqual(await said(), [reasons])
  must(await world.does(hugo, restrict, { ref, place: 'reasons', passages: [bid], ...exempt }))
  assert.deepEqual(await said(), ['[Withheld: paragraph 3, financial or business affairs], so there is no time.'])
  const [restriction] = must(await world.asks(priya, viewRestrictions, { ref })).restrictions
  must(await world.does(hugo, liftRestriction, { ref, restriction: restriction?.restriction, because: 'It was let.' }))
  assert.deepEqual(await said(), [reasons])
  assert.deepEqual(await world.breaks(), [])
})
