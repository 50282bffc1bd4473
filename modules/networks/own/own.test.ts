import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rows, sql } from '#platform/database.ts'
import { letterSent, newestTo } from '#platform/mail.ts'
import { openBrowser } from '../../../testing/browser.ts'
import { readPdf, saidBy } from '../../../testing/pdf.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import {
  addMember,
  answerIssue,
  askForLink,
  askOntoPanel,
  cancelWorkshop,
  changeOwnConsents,
  changeOwnContact,
  changeOwnMoney,
  changeOwnNeeds,
  changeWorkshop,
  answerOwnInvitation,
  answerOwnPanel,
  answerOwnPayment,
  endOwnWays,
  endWays,
  enterWithCode,
  giveIssue,
  holdWorkshop,
  invite,
  leaveOwn,
  listMembers,
  listToTell,
  noteLetters,
  noteTold,
  offerPayment,
  openNetwork,
  planWorkshop,
  publishYearReport,
  raiseOwnIssue,
  readOwn,
  readOwnAnswer,
  viewIssue,
  viewMember,
  viewRun,
  viewWorkshop,
  viewYearReport,
  writePaperLetter,
} from '../index.ts'

const world = await aCouncil({ on: '2024-01-08' })
// Every letter goes a minute after the last, so that it is known which is the newest.
const time = { day: '2024-01-08', minute: 0 }
const on = (day: string, minute = 0) => {
  Object.assign(time, { day, minute })
  world.on(`${day}T${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00Z`)
}
const does: typeof world.does = (...given) => {
  on(time.day, time.minute + 1)
  return world.does(...given)
}
const priya = world.as('Priya')
const { visitor } = world

const { ref } = must(
  await does(priya, openNetwork, {
    title: 'Autism co-production network',
    subject: 'adults/everyday-life',
    purpose: 'To shape what is bought for autistic people.',
    post: 'head-commissioning',
    area: 'Larkshire',
    connectedBy: 'autistic, or connected to an autistic person',
    topics: [{ topic: 'housing', title: 'Housing' }],
    yearlyBudget: 7_500_00,
    hourlyFee: 15_00,
  }),
)
const joins = async (name: string, more: Record<string, unknown> = {}): Promise<string> =>
  must(
    await does(priya, addMember, {
      ref,
      name,
      email: `${name.toLowerCase()}@example.org`,
      contactBy: 'email',
      connection: 'autistic',
      consents: ['invitations', 'news', 'panels', 'share-needs'],
      consentedOn: '2024-01-08',
      payment: 'voucher',
      livesInArea: true,
      source: 'The library',
      needs: [{ need: 'quiet-room' }],
      ...more,
    }),
  ).member
const workshopOn = async (day: string, more: Record<string, unknown> = {}): Promise<string> =>
  must(
    await does(priya, planWorkshop, {
      ref,
      title: 'Winter workshop',
      day,
      from: '10:00',
      until: '13:00',
      place: 'Larkton library',
      agenda: 'Housing',
      accessPlan: 'Quiet room',
      places: 9,
      ...more,
    }),
  ).workshop

const inside = <T>(body: Parameters<typeof world.house.database.within<T>>[1]) =>
  world.house.database.within({ council: world.council, role: 'remit_app' }, body)
const letterTo = (name: string) => inside((tx) => newestTo(tx, world.council, `${name.toLowerCase()}@example.org`))
const linkOf = async (name: string): Promise<string> =>
  /\/my-network\/([\w-]{43})/u.exec((await letterTo(name)) ?? '')?.[1] ?? ''
const own = async (token: string) => must(await does(visitor, readOwn, { token }))
/** Has every letter that waits carried, as the post does. */
const carry = () =>
  inside(async (tx) => {
    for (const { id } of await rows<{ id: string }>(tx, sql`select id from platform.mail where sent_at is null`))
      await letterSent(tx, world.council, id, world.house.clock())
  })
const remit = { ...visitor, name: 'Remit', roles: ['administrator'] }

const maren = await joins('Maren')
const olek = await joins('Olek', { email: '', contactBy: 'post', postAddress: '1 Mill Row\nLarkton' })
const tove = await joins('Tove', { consents: ['invitations'], payment: 'money', benefit: 'esa' })
let winter = ''

test('an invitation goes by letter with a link of the member’s own, and with it they answer and say what they want', async () => {
  winter = await workshopOn('2024-01-20')
  assert.equal(must(await does(priya, invite, { workshop: winter })).invited, 3)
  assert.match((await letterTo('Maren')) ?? '', /Dear Maren,.*invited to Winter workshop.*Saturday 20 January 2024/su)
  const token = await linkOf('Maren')
  const page = await own(token)
  assert.deepEqual(
    page.workshops.map(({ title, answer, fee, coming }) => [title, answer, fee, coming]),
    [['Winter workshop', null, 45_00n, true]],
  )
  must(
    await does(visitor, answerOwnInvitation, {
      token,
      workshop: winter,
      answer: 'yes',
      wants: ['carer-cover', 'easy-read'],
      wantsWords: 'Two hours for my son',
    }),
  )
  const { invited } = must(await world.asks(priya, viewWorkshop, { workshop: winter }))
  const seen = invited.find(({ member }) => member === maren)
  assert.deepEqual(
    [seen?.answer, seen?.wants, seen?.wantsWords],
    ['yes', ['carer-cover', 'easy-read'], 'Two hours for my son'],
  )
})

test('a link is kept as its digest only; it ends after 60 days, and what is wrong with one is never said', async () => {
  const token = await linkOf('Maren')
  const kept = await inside((tx) => rows<{ all: string }>(tx, sql`select w::text as all from network_people.way_in w`))
  assert.ok(kept.length >= 2 && !JSON.stringify(kept).includes(token))
  const refusals: string[] = [no(await does(visitor, readOwn, { token: 'x'.repeat(43) }))]
  on('2024-03-07')
  must(await does(visitor, readOwn, { token }))
  on('2024-03-10')
  refusals.push(no(await does(visitor, readOwn, { token })))
  on('2024-01-09')
  assert.equal(new Set(refusals).size, 1, 'whether a link was ever good is not told')
  assert.match(refusals[0] ?? '', /no longer good/u)
})

test('once a letter has gone out, its link is taken out of what is kept', async () => {
  const token = await linkOf('Maren')
  await carry()
  const kept = await letterTo('Maren')
  assert.match(kept ?? '', /the link is not kept/u)
  assert.ok(!kept?.includes(token))
  must(await does(visitor, readOwn, { token }))
})

test('whoever has no e-mail comes in with a code on paper, for a day at a time; who asks by letter or not is told what waits', async () => {
  const { notices } = must(await world.asks(priya, listToTell, { ref }))
  const olekNotice = notices.find(({ member }) => member === olek)
  assert.deepEqual([olekNotice?.kind, olekNotice?.way, olekNotice?.letter], ['invitation', 'post', null])
  const made = must(await does(priya, writePaperLetter, { ref, member: olek, notice: olekNotice?.notice }))
  assert.match(made.code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u)
  assert.match(made.about?.body ?? '', /You are invited to Winter workshop/u)
  assert.match(
    no(await does(priya, writePaperLetter, { ref, member: maren, notice: olekNotice?.notice })),
    /nothing of that kind/u,
  )
  assert.match(no(await does(visitor, enterWithCode, { code: 'AAAA-BBBB-CCCC' })), /not one of ours/u)
  const { token } = must(await does(visitor, enterWithCode, { code: made.code.toLowerCase().replaceAll('-', ' ') }))
  must(await does(visitor, answerOwnInvitation, { token, workshop: winter, answer: 'no' }))
  assert.ok(
    !must(await world.asks(priya, listToTell, { ref })).notices.some(({ member }) => member === olek),
    'who answered has been told',
  )
  on('2024-01-11')
  assert.match(no(await does(visitor, readOwn, { token })), /no longer good/u)
  must(await does(visitor, enterWithCode, { code: made.code }))
  must(await does(priya, endWays, { ref, member: olek }))
  assert.match(no(await does(visitor, enterWithCode, { code: made.code })), /not one of ours/u)
})

test('asking for a link answers alike whether or not anybody is a member, and fills nobody’s letter box', async () => {
  const before = await inside((tx) => rows(tx, sql`select id from platform.mail`))
  assert.deepEqual(
    must(await does(visitor, askForLink, { email: 'nobody@example.org' })),
    must(await does(visitor, askForLink, { email: 'MAREN@example.org' })),
  )
  for (let n = 0; n < 5; n++) must(await does(visitor, askForLink, { email: 'maren@example.org' }))
  const after = await inside((tx) => rows(tx, sql`select id from platform.mail`))
  assert.equal(after.length - before.length, 3)
})

test('nobody reaches what is another member’s', async () => {
  const token = await linkOf('Maren')
  const { issue } = must(
    await does(visitor, raiseOwnIssue, { token, topic: 'housing', says: 'Nobody tells us how to ask.' }),
  )
  must(await does(visitor, askForLink, { email: 'tove@example.org' }))
  const other = await linkOf('Tove')
  assert.match(no(await does(visitor, readOwnAnswer, { token: other, issue })), /raised nothing of that number/u)
  assert.equal((await own(other)).issues.length, 0)
  const seat = must(await does(priya, askOntoPanel, { ref, member: maren, what: 'Panel for the host' })).seat
  assert.match(no(await does(visitor, answerOwnPanel, { token: other, seat, answer: 'yes' })), /no such question/u)
  must(await does(visitor, answerOwnPanel, { token, seat, answer: 'yes' }))
  assert.equal(must(await world.asks(priya, viewRun, { ref })).seats[0]?.answer, 'yes')
})

test('an answer is told on the day on which its letter went; by whoever has not agreed to letters, when they read it', async () => {
  must(await does(visitor, askForLink, { email: 'maren@example.org' }))
  const token = await linkOf('Maren')
  const [raised] = (await own(token)).issues
  const issue = raised?.ref ?? ''
  must(await does(priya, giveIssue, { issue, body: 'Larkshire Homes (invented)', answerBy: '2024-02-15' }))
  await carry()
  must(await does(remit, noteLetters, {}))
  const told = async () => must(await world.asks(priya, viewIssue, { issue })).issue.toldOn?.toString() ?? null
  must(await does(priya, answerIssue, { issue, outcome: 'will', answer: 'A leaflet in Easy Read.' }))
  assert.equal(must(await does(remit, noteLetters, {})).noted, 0, 'the letter has not gone yet')
  assert.equal(await told(), null)
  on('2024-01-12')
  await carry()
  on('2024-01-14')
  assert.ok(must(await does(remit, noteLetters, {})).noted > 0)
  assert.equal(await told(), '2024-01-12')

  const other = await linkOf('Tove')
  // Its link was taken out when the letter went: Tove asks anew.
  assert.equal(other, '')
  must(await does(visitor, askForLink, { email: 'tove@example.org' }))
  const hers = await linkOf('Tove')
  const { issue: second } = must(
    await does(visitor, raiseOwnIssue, { token: hers, topic: 'housing', says: 'The form is too long.' }),
  )
  must(await does(priya, giveIssue, { issue: second, body: 'Larkshire Homes (invented)', answerBy: '2024-02-15' }))
  assert.match(no(await does(visitor, readOwnAnswer, { token: hers, issue: second })), /no answer yet/u)
  must(await does(priya, answerIssue, { issue: second, outcome: 'partly', answer: 'Two pages fewer.' }))
  const notice = must(await world.asks(priya, listToTell, { ref })).notices.find(({ about }) => about === second)
  assert.deepEqual([notice?.agreed, notice?.letter], [false, null])
  must(await does(visitor, readOwnAnswer, { token: hers, issue: second }))
  const seen = must(await world.asks(priya, viewIssue, { issue: second })).issue
  assert.deepEqual([seen.toldOn?.toString(), seen.toldHow], ['2024-01-14', 'Read on their own page'])
  assert.match(
    no(await does(priya, noteTold, { ref, notice: notice?.notice, how: 'By telephone' })),
    /written down already/u,
  )
})

test('a workshop that moves is told to those invited, and those who said yes are asked anew; one that is cancelled says why', async () => {
  const workshop = await workshopOn('2024-02-20', { title: 'Second workshop', places: 1 })
  must(await does(priya, invite, { workshop }))
  const token = await linkOf('Maren')
  must(await does(visitor, answerOwnInvitation, { token, workshop, answer: 'yes' }))
  const hers = await linkOf('Tove')
  assert.match(
    no(await does(visitor, answerOwnInvitation, { token: hers, workshop, answer: 'yes' })),
    /The workshop is full/u,
  )
  const plan = {
    workshop,
    title: 'Second workshop',
    day: '2024-02-21',
    from: '10:00',
    until: '13:00',
    place: 'Larkton library',
    agenda: 'Housing',
    accessPlan: 'Quiet room',
    places: 9,
  }
  assert.match(no(await does(priya, changeWorkshop, { ...plan, day: '2024-01-02' })), /is over/u)
  assert.ok(must(await does(priya, changeWorkshop, plan)).moved)
  assert.match((await letterTo('Maren')) ?? '', /has changed.*21 February 2024.*say again/su)
  assert.equal((await own(await linkOf('Maren'))).workshops.find(({ ref: of }) => of === workshop)?.answer, null)
  const letters = async () => (await inside((tx) => rows(tx, sql`select id from platform.mail`))).length
  const before = await letters()
  assert.ok(!must(await does(priya, changeWorkshop, { ...plan, agenda: 'Housing and health' })).moved)
  assert.equal(await letters(), before, 'for other words in the agenda nobody is written to')
  must(await does(priya, cancelWorkshop, { workshop, because: 'The room is flooded.' }))
  assert.match((await letterTo('Maren')) ?? '', /is cancelled.*The room is flooded/su)
  assert.match(no(await does(visitor, answerOwnInvitation, { token, workshop, answer: 'yes' })), /is cancelled/u)
})

test('a payment offered is accepted or declined by the member, once they have read what it does to their benefit', async () => {
  on('2024-01-20')
  must(
    await does(priya, holdWorkshop, {
      workshop: winter,
      notes: 'Much was said.',
      attendance: [
        { member: maren, attended: true, needsMet: true },
        { member: tove, attended: true, needsMet: true },
      ],
    }),
  )
  assert.ok(
    !must(await world.asks(priya, listToTell, { ref })).notices.some(({ about }) => about === winter),
    'nobody is to be told of a workshop that is over',
  )
  const offered = must(
    await does(priya, offerPayment, { workshop: winter, member: tove, minutes: 720, expenses: 4_50, wereTold: true }),
  )
  assert.equal(offered.fee, 180_00n)
  must(await does(visitor, askForLink, { email: 'tove@example.org' }))
  const token = await linkOf('Tove')
  const { payment } = offered
  const accept = (more: Record<string, unknown> = {}) =>
    does(visitor, answerOwnPayment, { token, payment, to: 'accepted', ...more })
  assert.match(no(await accept()), /must stay below £167/u)
  assert.match(no(await accept({ paidBy: 'voucher' })), /must stay below £167/u)
  must(await accept({ paidBy: 'donate' }))
  assert.deepEqual(
    (await own(token)).payments.map(({ state, preference }) => [state, preference]),
    [['accepted', 'donate']],
  )
  must(await does(visitor, answerOwnPayment, { token, payment, to: 'declined' }))
  assert.match(no(await accept({ read: true })), /it is declined/u)
  const theirs = must(await does(priya, offerPayment, { workshop: winter, member: maren, minutes: 60 }))
  assert.match(
    no(await does(visitor, answerOwnPayment, { token, payment: theirs.payment, to: 'accepted' })),
    /no such payment/u,
  )
})

test('members change what is known of them; what they need is asked again after a year', async () => {
  must(await does(visitor, askForLink, { email: 'tove@example.org' }))
  const token = await linkOf('Tove')
  must(await does(visitor, changeOwnNeeds, { token, needs: [{ need: 'bsl' }, { need: 'other', words: 'A window' }] }))
  must(await does(visitor, changeOwnConsents, { token, consents: ['news'] }))
  must(await does(visitor, changeOwnMoney, { token, payment: 'none', benefit: '' }))
  const { member } = must(await world.asks(priya, viewMember, { ref, member: tove }))
  assert.deepEqual(
    [
      member.needs.map(({ need }) => need),
      member.consents,
      member.consentedOn.toString(),
      member.payment,
      member.benefit,
    ],
    [['bsl', 'other'], ['news'], '2024-01-20', 'none', null],
  )
  assert.equal((await own(token)).needsDue, false)
  on('2025-01-20')
  assert.equal(must(await world.asks(priya, viewRun, { ref })).askAgain, 3)
  assert.deepEqual(
    must(await world.asks(priya, listMembers, { ref, askAgain: 'yes' })).members.map(({ name }) => name),
    ['Maren', 'Olek', 'Tove'],
  )
  must(await does(visitor, askForLink, { email: 'tove@example.org' }))
  const later = await linkOf('Tove')
  assert.ok((await own(later)).needsDue)
  must(await does(visitor, changeOwnNeeds, { token: later, needs: [{ need: 'bsl' }] }))
  assert.equal((await own(later)).needsDue, false)
})

test('with a new address the links that went to the old one let nobody in, and its letters are gone', async () => {
  const before = await linkOf('Tove')
  must(await does(visitor, askForLink, { email: 'tove@example.org' }))
  const token = await linkOf('Tove')
  const contact = { token, name: 'Tove', contactBy: 'email', email: 'tove.new@example.org' }
  assert.match(
    no(await does(visitor, changeOwnContact, { ...contact, email: '' })),
    /You want to be reached by e-mail/u,
  )
  must(await does(visitor, changeOwnContact, contact))
  assert.equal(await letterTo('Tove'), null)
  assert.match((await letterTo('Tove.new')) ?? '', /From now on/u)
  must(await does(visitor, readOwn, { token }))
  assert.match(no(await does(visitor, readOwn, { token: before })), /no longer good/u)
  must(await does(visitor, endOwnWays, { token }))
  assert.match(no(await does(visitor, readOwn, { token })), /no longer good/u)
})

test('the year’s report withholds small numbers and what nobody read for names, and goes to those who agreed to news', async () => {
  on('2025-03-31')
  assert.match(no(await does(priya, publishYearReport, { ref, year: 2024 })), /is not over/u)
  on('2025-04-02')
  must(await does(priya, publishYearReport, { ref, year: 2023 }))
  const { report } = must(await world.asks(visitor, viewYearReport, { ref, year: 2023 }))
  assert.deepEqual(
    [report.people, report.needsMet, report.raised, report.issues],
    [{ members: null, joined: null, left: null, came: null }, null, 2, []],
  )
  assert.match((await letterTo('Tove.new')) ?? '', new RegExp(`/networks/${ref}/years/2023`, 'u'))
  const { base } = await openBrowser(world)
  const file = await fetch(`${base}/networks/${ref}/years/2023.pdf`)
  const { faults, root } = readPdf(new Uint8Array(await file.arrayBuffer()))
  assert.deepEqual(faults, [])
  assert.match(saidBy(root), /The year 2023\/24/u)
  const about = must(await world.asks(priya, listToTell, { ref })).notices.filter(({ kind }) => kind === 'report')
  assert.deepEqual(about.map(({ name }) => name).sort(), ['Maren', 'Olek', 'Tove'])
  assert.equal(must(await does(priya, publishYearReport, { ref, year: 2023 })).edition, 2)
})

test('whoever leaves is forgotten where they were reached, and their link lets nobody in', async () => {
  must(await does(visitor, askForLink, { email: 'maren@example.org' }))
  const token = await linkOf('Maren')
  must(await does(visitor, leaveOwn, { token }))
  assert.match(no(await does(visitor, readOwn, { token })), /no longer good/u)
  assert.equal(await letterTo('Maren'), null)
  const { member } = must(await world.asks(priya, viewMember, { ref, member: maren }))
  assert.deepEqual(
    [member.email, member.needs, member.consents, member.leftOn?.toString()],
    [null, [], [], '2025-04-02'],
  )
  assert.ok(!must(await world.asks(priya, listToTell, { ref })).notices.some(({ member: of }) => of === maren))
})

test('neither journal, outbox nor remembered outcomes know who a member is, what they need, or a secret of theirs', async () => {
  const said = await world.house.database.asOwner(
    async (connection) =>
      (
        await connection.query(
          'select entry as text from platform.journal union all select payload::text from platform.outbox union all select outcome::text from platform.once',
          [],
        )
      ).rows,
  )
  const all = JSON.stringify(said)
  assert.ok(said.length > 40)
  for (const never of [
    'Maren',
    'Olek',
    'Tove',
    'example.org',
    'Mill Row',
    'bsl',
    'A window',
    'Two hours',
    '"token"',
    '"code"',
  ])
    assert.ok(!all.includes(never), `${never} stands in what cannot be taken out`)
  assert.deepEqual(await world.breaks(), [])
})
