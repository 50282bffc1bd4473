import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { sql } from '#platform/database.ts'
import { aCouncil, must, no } from '../../testing/world.ts'
import { answered, drafted, opened, seen, someAnswers, someQuestions } from './examples.ts'
import { listConsultations, listResponses, viewConsultation, viewReconciliation, viewResponse } from './queries.ts'
import {
  addDocument,
  beginAnswers,
  closeConsultation,
  closeEarly,
  editConsultation,
  enterResponse,
  extendConsultation,
  groupCampaign,
  handleResponse,
  makeCodes,
  markAnalysed,
  markReported,
  openConsultation,
  putWording,
  publishWordingOf,
  readStarted,
  respond,
  saveAnswers,
  sendAnswers,
  setQuestions,
  startConsultation,
} from './use-cases.ts'

const world = await aCouncil({ on: '2022-09-05' })
const [priya, visitor] = [world.as('Priya'), world.visitor]
const reconcile = async (ref: string) => must(await world.asks(priya, viewReconciliation, { ref })).reconciled

test('a consultation opens under a mandate, and the public reads it from then on', async () => {
  const { ref, version } = await drafted(world, '2022-09-05')
  assert.match(ref, /^K-2022-\d{4}$/u)
  assert.match(no(await world.asks(visitor, viewConsultation, { ref })), /There is no consultation/u)
  assert.match(
    no(await world.does(world.as('Ada'), openConsultation, { ref, version })),
    /may not open a consultation|no authority/u,
  )
  const { act } = must(await world.does(priya, openConsultation, { ref, version }))
  assert.match(act, /^A-/u)
  const found = must(await world.asks(visitor, viewConsultation, { ref }))
  assert.equal(found.standing, 'open')
  assert.deepEqual(found.consultation.pack.length, 6)
  assert.ok(must(await world.asks(visitor, listConsultations, {})).consultations.some((one) => one.ref === ref))
  assert.match(
    no(await world.does(priya, setQuestions, { ref, version: version + 1, questionnaire: someQuestions })),
    /no longer change/u,
  )
  assert.deepEqual(await world.breaks(), [])
})

test('what nobody could answer does not open, and says why', async () => {
  const { ref, version } = must(await world.does(priya, startConsultation, { title: 'Nothing yet' }))
  assert.match(
    no(await world.does(priya, openConsultation, { ref, version })),
    /does not say what it is about.*There are no questions yet/u,
  )
})

test('what is not fair opens only with a reason, which is published', async () => {
  const { ref, version } = await drafted(world, '2022-09-05', { closesOn: '2022-09-20' })
  assert.match(no(await world.does(priya, openConsultation, { ref, version })), /16 days; 42 are needed/u)
  must(await world.does(priya, openConsultation, { ref, version, because: 'The grant ends in October.' }))
  const { consultation } = must(await world.asks(visitor, viewConsultation, { ref }))
  assert.equal(consultation.happened[0]?.because, 'The grant ends in October.')
})

test('of two people at one draft the second is told', async () => {
  const { ref, version } = await drafted(world, '2022-09-05')
  must(await world.does(priya, editConsultation, { ref, version, changes: { why: 'Another reason.' } }))
  assert.match(
    no(await world.does(world.as('Ada'), editConsultation, { ref, version, changes: { why: 'Mine.' } })),
    /changed while you had it open/u,
  )
})

test('a response is one however often it is sent under its key, and other content under it is kept and linked', async () => {
  const ref = await opened(world, '2022-09-05')
  const key = randomUUID()
  const receipts = await Promise.all(Array.from({ length: 5 }, () => answered(world, ref, {}, key)))
  assert.equal(new Set(receipts).size, 1)
  world.on('2022-09-05T09:15:00Z')
  const other = await answered(world, ref, { q4: 1 }, key)
  assert.notEqual(other, receipts[0])
  const { responses } = must(await world.asks(priya, listResponses, { ref }))
  assert.equal(responses.length, 2)
  assert.deepEqual(responses.find(({ receipt }) => receipt === other)?.twins, [
    { reason: 'same-key', first: receipts[0] },
  ])
  assert.deepEqual(await world.breaks(), [])
})

test('nobody changes or removes a response, the owner of the table included; and one that was tampered with is found', async () => {
  const ref = await opened(world, '2022-09-05')
  const receipt = await answered(world, ref)
  for (const statement of [
    `update consultations.response set said = 'x'`,
    'delete from consultations.response',
    'truncate consultations.response cascade',
  ]) {
    await assert.rejects(
      world.house.database.asOwner((connection) => connection.query(statement, [])),
      /never changed or removed/u,
      statement,
    )
  }
  await assert.rejects(
    world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
      sql`delete from consultations.response`.execute(tx),
    ),
    /permission denied/u,
  )
  const tamper = (q4: number) =>
    world.house.database.asOwner(async (connection) => {
      await connection.script('alter table consultations.response disable trigger kept')
      await connection.query(
        `update consultations.response set answers = jsonb_set(answers, '{q4}', $2::jsonb) where receipt = $1`,
        [receipt, String(q4)],
      )
      await connection.script('alter table consultations.response enable trigger kept')
    })
  await tamper(1)
  assert.match((await world.breaks()).join(), new RegExp(`response ${receipt} is not as it was sealed`, 'u'))
  await tamper(4)
  assert.deepEqual(await world.breaks(), [])
})

test('the journal remembers no answer', async () => {
  const ref = await opened(world, '2022-09-05')
  await answered(world, ref, { q8: 'My daughter Zebedee-Ann needs this.' })
  const { rows } = await world.house.database.asOwner((connection) =>
    connection.query(`select count(*)::int as n from platform.journal where entry like '%Zebedee%'`, []),
  )
  assert.deepEqual(rows, [{ n: 0 }])
})

test('answers to questions that are not shown count for nothing, and those that have to be given are asked for', async () => {
  const ref = await opened(world, '2022-09-05')
  const missed = await world.does(visitor, respond, { ref, answers: { q1: 'yes', q3: 'Because.' } })
  assert.ok(!missed.ok)
  assert.deepEqual(missed.refusal.fields, { 'answers.q2': 'Choose at least one answer.' })
  const { receipt } = must(
    await world.does(visitor, respond, { ref, answers: { q1: 'no', q2: ['play'], q3: 'Because.' } }),
  )
  const { response } = must(await world.asks(priya, viewResponse, { receipt }))
  assert.deepEqual(response.answers, { q1: 'no', q3: 'Because.' })
})

test('answers are saved section by section, found again by a code, and sent once', async () => {
  const ref = await opened(world, '2022-09-05')
  const key = randomUUID()
  const { code } = must(await world.does(visitor, beginAnswers, { ref, key }))
  assert.equal(must(await world.does(visitor, beginAnswers, { ref, key })).code, code)
  assert.match(
    no(await world.does(visitor, saveAnswers, { ref, code, questions: ['q1', 'q2'], answers: { q1: 'yes' } })),
    /Choose at least one answer/u,
  )
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
  must(
    await world.does(visitor, saveAnswers, {
      ref,
      code,
      questions: ['q1', 'q2'],
      answers: { q1: 'yes', q2: ['night'] },
    }),
  )
  assert.match(
    no(
      await world.does(visitor, saveAnswers, {
        ref,
        code,
        questions: [],
        answers: {},
        files: [{ question: 'q7', name: 'a.html', bytes: new TextEncoder().encode('<script>') }],
      }),
    ),
    /is not taken/u,
  )
  must(
    await world.does(visitor, saveAnswers, {
      ref,
      code: code.toLowerCase(),
      questions: [],
      answers: {},
      files: [{ question: 'q7', name: 'letter.png', bytes: png }],
    }),
  )
  assert.deepEqual(Object.keys(must(await world.does(visitor, readStarted, { ref, code })).answers), ['q1', 'q2', 'q7'])
  const { receipt } = must(await world.does(visitor, sendAnswers, { ref, code, key }))
  assert.deepEqual(must(await world.does(visitor, sendAnswers, { ref, code, key })), {
    ref,
    receipt,
    receivedAt: must(await world.asks(priya, viewResponse, { receipt })).response.receivedAt,
    late: false,
    again: true,
  })
  assert.match(no(await world.does(visitor, readStarted, { ref, code })), /no saved answers/u)
  assert.equal(must(await world.asks(priya, viewResponse, { receipt })).response.files[0]?.name, 'letter.png')
  assert.deepEqual(await world.breaks(), [])
})

test('a one-time code used twice links the two, and a wrong one is asked about', async () => {
  const ref = await opened(world, '2022-09-05')
  const [code] = must(await world.does(priya, makeCodes, { ref, count: 3 })).codes
  const send = (typed: string | undefined, q4: number) =>
    world.does(visitor, respond, { ref, code: typed, answers: { ...someAnswers, q4 } })
  assert.match(no(await send('AAAA-AAAA', 1)), /not one of ours/u)
  const first = must(await send(code, 1)).receipt
  world.on('2022-09-05T09:30:00Z')
  const second = must(await send(code?.toLowerCase().replace('-', ' '), 2)).receipt
  const { responses } = must(await world.asks(priya, listResponses, { ref }))
  assert.deepEqual(responses.find(({ receipt }) => receipt === second)?.twins, [{ reason: 'same-code', first }])
})

test('a campaign is grouped by its words and stays counted one by one', async () => {
  const ref = await opened(world, '2022-09-05')
  const words = 'We ask the council to keep the names of both services, because families know them and trust them.'
  const first = await answered(world, ref, { q8: words })
  await answered(world, ref, { q8: words.toUpperCase(), q4: 1 })
  must(await world.does(priya, enterResponse, { ref, channel: 'letter', receivedOn: '2022-09-05', said: `${words} ` }))
  const before = must(await world.asks(priya, viewReconciliation, { ref }))
  assert.deepEqual(
    before.likely.map(({ n }) => n),
    [3],
  )
  must(await world.does(priya, groupCampaign, { ref, name: 'Keep the names', like: first, because: 'The same words.' }))
  const after = must(await world.asks(priya, viewReconciliation, { ref }))
  assert.deepEqual([after.campaigns[0]?.n, after.likely.length, after.reconciled.total.received], [3, 0, 3])
})

test('what comes late is kept and marked; and received is analysed and excluded and waiting at every step', async () => {
  world.on('2022-09-05')
  const ref = await opened(world, '2022-09-05')
  const receipts = [await answered(world, ref), await answered(world, ref, { q4: 1 })]
  world.on('2022-10-20')
  assert.match(
    no(await world.does(visitor, beginAnswers, { ref, key: randomUUID() })),
    /is closed.*last day was Sunday 16 October 2022/u,
  )
  receipts.push(
    must(
      await world.does(priya, enterResponse, {
        ref,
        channel: 'letter',
        receivedOn: '2022-10-18',
        said: 'I was in hospital.',
      }),
    ).receipt,
  )
  must(await world.does(priya, enterResponse, { ref, channel: 'letter', receivedOn: '2022-10-14', said: 'In time.' }))
  let { total, adds } = await reconcile(ref)
  assert.deepEqual([total, adds], [{ received: 4, analysed: 0, excluded: 0, waiting: 4, late: 1 }, true])
  must(await world.does(priya, closeConsultation, { ref }))
  assert.match(no(await world.does(priya, markAnalysed, { ref })), /Of 4 received, 4 wait/u)
  assert.match(
    no(await world.does(priya, handleResponse, { receipt: receipts[0], what: 'excluded' })),
    /without a reason/u,
  )
  must(
    await world.does(priya, handleResponse, {
      receipt: receipts[0],
      what: 'excluded',
      because: 'A test by the council itself.',
    }),
  )
  must(await world.does(priya, handleResponse, { receipt: receipts[0], what: 'restored', because: 'It was not.' }))
  must(await world.does(priya, handleResponse, { receipt: receipts[1], what: 'excluded', because: 'Sent twice.' }))
  const { responses } = must(await world.asks(priya, listResponses, { ref, what: 'waiting' }))
  for (const { receipt } of responses) must(await world.does(priya, handleResponse, { receipt, what: 'analysed' }))
  ;({ total, adds } = await reconcile(ref))
  assert.deepEqual([total, adds], [{ received: 4, analysed: 3, excluded: 1, waiting: 0, late: 1 }, true])
  must(await world.does(priya, markAnalysed, { ref }))
  must(await world.does(priya, markReported, { ref, where: '/consultations' }))
  assert.equal(must(await world.asks(visitor, viewConsultation, { ref })).standing, 'reported')
  assert.deepEqual(await world.breaks(), [])
  world.on('2022-09-05')
})

test('a key document that comes late proposes more time; extending and closing early say why', async () => {
  const ref = await opened(world, '2022-09-05')
  world.on('2022-10-07')
  assert.match(
    no(await world.does(priya, addDocument, { ref, kind: 'costs', title: 'What it costs', words: 'New figures.' })),
    /Say why this is added now/u,
  )
  assert.equal(
    must(
      await world.does(priya, addDocument, {
        ref,
        kind: 'costs',
        title: 'What it costs',
        words: 'New figures.',
        because: 'A sum was wrong.',
      }),
    ).version,
    2,
  )
  assert.match(
    (await seen(world, ref)).findings.open[0]?.says ?? '',
    /9 days before the end; 21 are needed.*Extend it to 28 October 2022/u,
  )
  assert.match(
    no(await world.does(priya, extendConsultation, { ref, closesOn: '2022-10-01', because: 'x' })),
    /ends on Sunday 16 October 2022 already/u,
  )
  must(await world.does(priya, extendConsultation, { ref, closesOn: '2022-10-28', because: 'New figures.' }))
  assert.equal((await seen(world, ref)).findings.open[0]?.outcome, 'met')
  must(await world.does(priya, closeEarly, { ref, because: 'The proposal was dropped.' }))
  world.on('2022-10-08')
  const { consultation, standing } = must(await world.asks(visitor, viewConsultation, { ref }))
  assert.equal(standing, 'closed')
  assert.deepEqual(
    consultation.happened.map(({ what, becomes }) => `${what} ${becomes}`),
    ['opened 2022-10-16', 'extended 2022-10-28', 'closed-early 2022-10-07'],
  )
  world.on('2022-09-05')
})

test('a wording is published once it says everything, and the answers stay the same', async () => {
  const ref = await opened(world, '2022-09-05')
  const content = {
    title: 'Toriadau byr',
    why: 'Pam',
    sections: { s1: { title: 'A', lead: 'B' }, s2: { title: 'C' } },
    questions: Object.fromEntries(
      [...someQuestions.sections.flatMap(({ questions }) => questions), ...someQuestions.equality].map((one) => [
        one.key,
        {
          words: `${one.words} (cy)`,
          options: Object.fromEntries(one.options.map(({ key, words }) => [key, `${words} (cy)`])),
          rows: Object.fromEntries(one.rows.map(({ key, words }) => [key, `${words} (cy)`])),
          low: 'isel',
          high: 'uchel',
        },
      ]),
    ),
  }
  const wording = { ref, wording: 'cy', name: 'Cymraeg', language: 'cy', direction: 'ltr' }
  must(await world.does(priya, putWording, { ...wording, content: { ...content, title: '' } }))
  assert.match(no(await world.does(priya, publishWordingOf, { ref, wording: 'cy' })), /It lacks the title/u)
  must(await world.does(priya, putWording, { ...wording, content }))
  must(await world.does(priya, publishWordingOf, { ref, wording: 'cy' }))
  assert.equal(must(await world.asks(visitor, viewConsultation, { ref })).consultation.wordings[0]?.name, 'Cymraeg')
  const { receipt } = must(await world.does(visitor, respond, { ref, wording: 'cy', answers: someAnswers }))
  assert.deepEqual(must(await world.asks(priya, viewResponse, { receipt })).response.answers, someAnswers)
})
