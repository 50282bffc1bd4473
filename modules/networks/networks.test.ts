import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkRecord, openCommission, viewWholeThread } from '#commissions'
import { modules } from '#modules'
import { sql, rows } from '#platform/database.ts'
import { followThread } from '#platform/thread.ts'
import { aCouncil, must, no } from '../../testing/world.ts'
import {
  addMember,
  answerInvitation,
  answerIssue,
  askOntoPanel,
  changeMember,
  compareBy,
  contribute,
  describe,
  forecastYear,
  giveIssue,
  holdWorkshop,
  invite,
  leave,
  listMembers,
  listRun,
  movePayment,
  nameHost,
  offerPayment,
  openNetwork,
  planWorkshop,
  publishRepresentation,
  raiseIssue,
  showIssue,
  tellBack,
  viewIssue,
  viewMember,
  viewNetwork,
  viewRun,
  viewOffer,
  viewWorkshop,
  yearReport,
} from './index.ts'

const world = await aCouncil({ on: '2024-01-08' })
const priya = world.as('Priya')

const { ref } = must(
  await world.does(priya, openNetwork, {
    title: 'Autism co-production network',
    subject: 'adults/everyday-life',
    purpose: 'To shape what is bought for autistic people.',
    post: 'head-commissioning',
    area: 'Larkshire',
    connectedBy: 'autistic, or connected to an autistic person',
    topics: [
      { topic: 'housing', title: 'Housing' },
      { topic: 'health', title: 'Health' },
    ],
    yearlyBudget: 7_500_00,
    hourlyFee: 15_00,
  }),
)

const joining = (name: string, more: Record<string, unknown> = {}) =>
  world.does(priya, addMember, {
    ref,
    name,
    email: `${name.toLowerCase()}@example.org`,
    contactBy: 'email',
    connection: 'autistic',
    consents: ['invitations', 'share-needs'],
    consentedOn: '2024-01-08',
    payment: 'voucher',
    livesInArea: true,
    source: 'The library',
    needs: [{ need: 'quiet-room' }],
    ...more,
  })

test('somebody who lives in the area and is connected becomes a member, and nobody has to prove more', async () => {
  must(await joining('Maren'))
  assert.match(no(await joining('Olek', { livesInArea: false })), /Members live in Larkshire/u)
  assert.match(no(await joining('Maren')), /member already/u)
  assert.match(no(await joining('Silke', { email: '' })), /reached by e-mail: enter the address/u)
})

test('neither the journal nor the outbox knows who a member is', async () => {
  const said = await world.house.database.asOwner(
    async (connection) =>
      (
        await connection.query(
          'select entry as text from platform.journal union all select payload::text from platform.outbox',
          [],
        )
      ).rows,
  )
  assert.ok(said.length > 0)
  assert.ok(!JSON.stringify(said).includes('Maren'))
})

test('a workshop: planned, members invited with their needs, held, and what is needed is asked of each who came', async () => {
  await joining('Tove', { connection: 'family', payment: 'money', benefit: 'esa', needs: [] })
  await joining('Jonas', { consents: [] })
  const { workshop } = must(
    await world.does(priya, planWorkshop, {
      ref,
      title: 'Winter workshop',
      day: '2024-01-20',
      from: '10:00',
      until: '13:00',
      place: 'Larkton library',
      agenda: 'Housing',
      accessPlan: 'Quiet room, low light, papers a week before',
      places: 2,
    }),
  )
  assert.equal(must(await world.does(priya, invite, { workshop })).invited, 2, 'Jonas has not agreed to be invited')
  assert.match(no(await world.does(priya, invite, { workshop })), /nobody to invite/u)
  const { invited } = must(await world.asks(priya, viewWorkshop, { workshop }))
  const [maren, tove] = ['Maren', 'Tove'].map((name) => invited.find((one) => one.name === name))
  assert.deepEqual(maren?.needs, [{ need: 'quiet-room', words: null }])
  for (const one of [maren, tove])
    must(await world.does(priya, answerInvitation, { workshop, member: one?.member, answer: 'yes' }))
  const came = (needsMet?: boolean) => [
    { member: maren?.member, attended: true, ...(needsMet !== undefined && { needsMet }) },
    { member: tove?.member, attended: true },
  ]
  assert.match(
    no(await world.does(priya, holdWorkshop, { workshop, notes: 'Much was said.', attendance: came(true) })),
    /has not been held yet/u,
  )
  world.on('2024-01-20')
  assert.match(
    no(await world.does(priya, holdWorkshop, { workshop, notes: 'Much was said.', attendance: came() })),
    /whether what Maren needs was there/u,
  )
  must(await world.does(priya, holdWorkshop, { workshop, notes: 'Much was said.', attendance: came(false) }))
  assert.match(
    no(await world.does(priya, holdWorkshop, { workshop, notes: 'Something else.', attendance: [] })),
    /is held/u,
  )

  // Three hours at £15 are £45; with £135 of the week gone, the limit of the benefit is reached, and she is told before the offer.
  const pay = (more: Record<string, unknown> = {}) =>
    world.does(priya, offerPayment, { workshop, member: tove?.member, minutes: 180, expenses: 4_50, ...more })
  const { payment, fee } = must(await pay())
  assert.equal(fee, 45_00n)
  assert.match(no(await pay()), /offered payment for this workshop already/u)
  assert.match(no(await world.does(priya, movePayment, { payment, to: 'paid' })), /it is offered/u)
  must(await world.does(priya, movePayment, { payment, to: 'accepted' }))
  must(await world.does(priya, movePayment, { payment, to: 'paid' }))
  const { workshop: second } = must(
    await world.does(priya, planWorkshop, {
      ref,
      title: 'Next day',
      day: '2024-01-21',
      from: '09:00',
      until: '19:00',
      place: 'Library',
      agenda: 'Health',
      accessPlan: 'As before',
      places: 9,
    }),
  )
  must(await world.does(priya, invite, { workshop: second }))
  world.on('2024-01-21')
  must(
    await world.does(priya, holdWorkshop, {
      workshop: second,
      notes: 'More.',
      attendance: [{ member: tove?.member, attended: true }],
    }),
  )
  const long = { workshop: second, minutes: 600 }
  const before = must(await world.asks(priya, viewOffer, { workshop: second, member: tove?.member }))
  assert.deepEqual([before.minutes, before.fee, before.preference], [600, 150_00n, 'money'])
  assert.match(before.warnings.join(' '), /it must stay below £167/u, 'whoever offers it knows it first')
  assert.match(no(await pay(long)), /it must stay below £167/u)
  must(await pay({ ...long, wereTold: true }))
  assert.match(
    no(await world.does(priya, offerPayment, { workshop: second, member: maren?.member, minutes: 60 })),
    /not written down as having come/u,
  )
})

test('beyond the year’s budget nothing is offered, and the refusal says what is left', async () => {
  const { workshop } = must(
    await world.does(priya, planWorkshop, {
      ref,
      title: 'Dear',
      day: '2024-02-01',
      from: '09:00',
      until: '10:00',
      place: 'Hall',
      agenda: 'Housing',
      accessPlan: 'All',
      places: 9,
    }),
  )
  must(await world.does(priya, invite, { workshop }))
  world.on('2024-02-01')
  const { invited } = must(await world.asks(priya, viewWorkshop, { workshop }))
  const maren = invited.find(({ name }) => name === 'Maren')
  must(
    await world.does(priya, holdWorkshop, {
      workshop,
      notes: 'x',
      attendance: [{ member: maren?.member, attended: true, needsMet: true }],
    }),
  )
  const { budget } = must(await world.asks(priya, viewRun, { ref }))
  const left = budget.of - budget.spent
  assert.match(
    no(
      await world.does(priya, offerPayment, {
        workshop,
        member: maren?.member,
        minutes: 60,
        expenses: left - 15_00n + 1n,
      }),
    ),
    /needs £7,296\.01 and £7,296 is left/u,
  )
  must(await world.does(priya, offerPayment, { workshop, member: maren?.member, minutes: 60, expenses: left - 15_00n }))
})

test('four workshops of fifteen people come to £2,700, which is 36% of £7,500', async () => {
  const plan = { workshops: 4, people: 15, minutes: 180, hourlyFee: 15_00, yearlyBudget: 7_500_00 }
  const { fees, feesPerCent, left } = must(await world.asks(world.visitor, forecastYear, plan))
  assert.deepEqual([fees, feesPerCent, left], [2_700_00n, 36, 4_800_00n])
  assert.equal(must(await world.asks(world.visitor, forecastYear, { ...plan, hourlyFee: 25_00 })).feesPerCent, 60)
  assert.equal(
    must(await world.asks(world.visitor, forecastYear, { ...plan, host: 5_000_00 })).finding?.outcome,
    'not-met',
  )
})

test('an issue goes to its owner, is answered with a reason, and the loop closes when people were told', async () => {
  const { members } = must(await world.asks(priya, listMembers, { ref }))
  const maren = members.find(({ name }) => name === 'Maren')
  const { issue } = must(
    await world.does(priya, raiseIssue, {
      ref,
      topic: 'housing',
      says: 'Nobody tells us how to ask for a quieter flat.',
      member: maren?.member,
    }),
  )
  assert.match(
    no(await world.does(priya, answerIssue, { issue, outcome: 'will', answer: 'We shall.' })),
    /has no owner yet/u,
  )
  must(await world.does(priya, giveIssue, { issue, body: 'Larkshire Homes (invented)', answerBy: '2024-02-15' }))
  assert.match(no(await world.does(priya, tellBack, { issue, how: 'By letter' })), /no answer to tell yet/u)
  world.on('2024-02-16')
  assert.equal(must(await world.asks(priya, viewIssue, { issue })).standing, 'late')
  must(
    await world.does(priya, answerIssue, {
      issue,
      outcome: 'will-not',
      answer: 'No money before April, because the budget is set.',
    }),
  )
  must(await world.does(priya, tellBack, { issue, how: 'At the spring workshop' }))
  const seen = must(await world.asks(priya, viewIssue, { issue }))
  assert.deepEqual([seen.standing, seen.raiser?.name], ['told back', 'Maren'])
  assert.equal(
    must(await world.asks(world.visitor, viewNetwork, { ref })).issues.length,
    0,
    'nobody has read it for names yet',
  )
  assert.match(no(await world.does(priya, showIssue, { issue, show: true })), /Read it for names/u)
  must(await world.does(priya, showIssue, { issue, show: true, namesNobody: true }))
  assert.equal(
    must(await world.asks(world.visitor, viewNetwork, { ref })).issues[0]?.answer,
    'No money before April, because the budget is set.',
  )
})

test('anybody may say something without a name, and nothing is kept but the words', async () => {
  const { issue } = must(
    await world.does(world.visitor, contribute, { ref, topic: 'health', says: 'The surgery is too loud.' }),
  )
  const seen = must(await world.asks(priya, viewIssue, { issue }))
  assert.deepEqual([seen.issue.how, seen.raiser], ['anonymous', null])
})

test('how members describe themselves is counted once a year and leads to nobody; little is published of few', async () => {
  must(
    await world.does(priya, compareBy, {
      ref,
      measure: 'age',
      title: 'Age',
      source: 'Census 2021',
      answers: [
        { answer: 'under-30', title: 'Under 30', share: 3500 },
        { answer: '30-up', title: '30 and over', share: 6500 },
      ],
    }),
  )
  assert.match(
    no(
      await world.does(priya, compareBy, {
        ref,
        measure: 'x',
        title: 'X',
        source: 'y',
        answers: [
          { answer: 'a', title: 'A', share: 3500 },
          { answer: 'b', title: 'B', share: 100 },
        ],
      }),
    ),
    /add up to 36%/u,
  )
  const { member } = must(await joining('Anke'))
  must(await world.does(priya, describe, { ref, member, answers: [{ measure: 'age', answer: 'under-30' }] }))
  assert.match(
    no(await world.does(priya, describe, { ref, member, answers: [] })),
    /have described themselves in 2024/u,
  )
  assert.match(
    no(await world.does(priya, publishRepresentation, { ref, year: 2024 })),
    /Fewer than 10 people answered/u,
  )
  for (let at = 0; at < 40; at++) {
    const one = must(await joining(`Person${at}`))
    must(
      await world.does(priya, describe, {
        ref,
        member: one.member,
        answers: [{ measure: 'age', answer: at < 14 ? 'under-30' : '30-up' }],
      }),
    )
  }
  must(await world.does(priya, publishRepresentation, { ref, year: 2024 }))
  const { published } = must(await world.asks(world.visitor, viewNetwork, { ref }))
  assert.deepEqual(
    published?.shown.measures[0]?.answers.map(({ title, people }) => [title, people]),
    [
      ['Under 30', null],
      ['30 and over', 25],
      ['Not said', null],
    ],
  )
  const joined = await world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
    rows(tx, sql`select * from networks.tally`),
  )
  assert.ok(
    !/member/u.test(JSON.stringify(joined, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))),
  )
})

test('whoever leaves is no longer reachable, and what they did stays', async () => {
  const { members } = must(await world.asks(priya, listMembers, { ref, q: 'anke' }))
  const anke = members[0]?.member
  assert.match(
    no(await world.does(priya, askOntoPanel, { ref, member: anke, what: 'Panel for the host' })),
    /not agreed to be asked onto panels/u,
  )
  const { member: was } = must(await world.asks(priya, viewMember, { ref, member: anke }))
  must(
    await world.does(priya, changeMember, {
      ref,
      member: anke,
      name: was.name,
      email: was.email,
      contactBy: 'email',
      connection: 'autistic',
      consents: ['panels'],
      consentedOn: '2024-02-16',
      payment: 'none',
      needs: [],
    }),
  )
  must(await world.does(priya, askOntoPanel, { ref, member: anke, what: 'Panel for the host' }))
  must(await world.does(priya, leave, { ref, member: anke }))
  const left = must(await world.asks(priya, viewMember, { ref, member: anke })).member
  assert.deepEqual([left.email, left.consents, left.leftOn?.toString()], [null, [], '2024-02-16'])
})

test('a stranger, and another council’s officer, learn nothing of members', async () => {
  assert.match(no(await world.asks(world.visitor, listMembers, { ref })), /have not signed in/u)
  assert.match(no(await world.asks(world.as('Desmond'), listMembers, { ref })), /may not do this/u)
})

test('whoever works for a host is let into that host’s network and no other', async () => {
  const robin = world.as('Robin')
  assert.match(no(await world.asks(robin, listMembers, { ref })), /There is no network/u)
  assert.match(
    no(
      await world.does(priya, nameHost, {
        ref,
        name: 'Tarnbeck Voices (invented)',
        email: 'priya.larkin@larkshire.example',
      }),
    ),
    /with the role network host/u,
  )
  must(
    await world.does(priya, nameHost, {
      ref,
      name: 'Tarnbeck Voices (invented)',
      email: 'robin.ashgrove@larkshire.example',
    }),
  )
  const other = must(
    await world.does(priya, openNetwork, {
      title: 'Carers’ network',
      subject: 'adults/everyday-life',
      purpose: 'To shape support for carers.',
      post: 'head-commissioning',
      area: 'Larkshire',
      connectedBy: 'a carer',
      topics: [{ topic: 'health', title: 'Health' }],
      yearlyBudget: 1_000_00,
      hourlyFee: 15_00,
    }),
  ).ref
  assert.ok(must(await world.asks(robin, listMembers, { ref })).members.length > 0)
  assert.deepEqual(
    must(await world.asks(robin, listRun, {})).networks.map((one) => one.ref),
    [ref],
  )
  assert.match(no(await world.asks(robin, viewRun, { ref: other })), /There is no network/u)
  assert.match(
    no(await world.does(robin, raiseIssue, { ref: other, topic: 'health', says: 'x' })),
    /There is no network/u,
  )
  const { workshop } = must(
    await world.does(priya, planWorkshop, {
      ref: other,
      title: 'Carers meet',
      day: '2024-03-01',
      from: '10:00',
      until: '11:00',
      place: 'Hall',
      agenda: 'Health',
      accessPlan: 'All',
      places: 9,
    }),
  )
  assert.match(no(await world.asks(robin, viewWorkshop, { workshop })), /There is no workshop/u)
  assert.match(no(await world.does(robin, invite, { workshop })), /There is no workshop/u)
})

test('the year’s report is made from the records', async () => {
  const { figures, spent } = must(await world.asks(priya, yearReport, { ref, year: 2023 }))
  assert.deepEqual([figures.held, figures.raised, figures.answered, figures.told, figures.came], [3, 2, 1, 1, 4])
  assert.equal(spent, 7_500_00n)
})

test('after all this the chain holds', async () => assert.deepEqual(await world.breaks(), []))

test('a network belongs to a commission, and both threads lead to the act that opened it', async () => {
  const commission = must(
    await world.does(priya, openCommission, {
      title: 'Support for autistic people',
      subject: 'adults/everyday-life',
      lead: 'head-commissioning',
      post: 'head-commissioning',
      why: 'The contracts end.',
    }),
  )
  const said = 'Shapes the specification'
  assert.match(
    no(await world.does(priya, linkRecord, { ref: commission.ref, record: 'NW-2024-9999', says: said })),
    /There is no record NW-2024-9999/u,
  )
  must(await world.does(priya, linkRecord, { ref: commission.ref, record: ref, says: said }))
  const { layers } = must(await world.asks(priya, viewWholeThread, { ref: commission.ref }))
  assert.deepEqual(
    layers.find(({ layer }) => layer === 'shaped')?.boxes.map(({ kind, title, isPublic }) => [kind, title, isPublic]),
    [['Network', `${ref}: Autism co-production network`, true]],
  )
  const thread = await world.house.database.within({ council: world.council, role: 'remit_public' }, (tx) =>
    followThread(
      modules.flatMap(({ trace }) => trace ?? []),
      tx,
      world.council,
      ref,
    ),
  )
  assert.match(thread?.nodes.map((one) => one.kind).join(' ') ?? '', /Act Network$/u)
  assert.deepEqual(thread?.unknown, [])
})
