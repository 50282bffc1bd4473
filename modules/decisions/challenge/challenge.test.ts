import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { publishedWith, threeClauses } from '../call-in/examples.ts'
import { viewScrutinyDesk } from '../call-in/scrutiny.ts'
import { viewDecision } from '../queries.ts'
import { answerKeyChallenge, challengeKey, closeKeyChallenge } from './challenge.ts'

const world = await aCouncil({ on: '2022-08-05' })
const [marguerite, desmond, ottoline] = [world.as('Marguerite'), world.as('Desmond'), world.as('Ottoline')]
const { ref } = await publishedWith(world, threeClauses)
const asked = { ref, committee: 'scrutiny-committee', reasons: 'It changes support in nine wards.', due: '2022-08-19' }
const report = {
  decision: 'To open a system',
  reasons: 'The framework ends',
  maker: 'The Cabinet Member for Adult Social Care',
  agrees: 'no',
}
let challenge = ''

test('scrutiny requires a report by a day to come, for a committee on which the member has a seat', async () => {
  world.on('2022-08-08')
  assert.match(
    no(await world.does(marguerite, challengeKey, { ...asked, due: '2022-08-08' })),
    /Give a reasonable period/u,
  )
  assert.match(no(await world.does(ottoline, challengeKey, asked)), /on which you have a seat/u)
  ;({ challenge } = must(await world.does(marguerite, challengeKey, asked)))
  assert.match(no(await world.does(marguerite, challengeKey, asked)), /is required already/u)
  const { decision } = must(await world.asks(world.visitor, viewDecision, { ref }))
  assert.deepEqual(
    decision.keyChallenges?.map(({ committee, due, report: given }) => [committee, due, given]),
    [['Health and Care Scrutiny Committee', '2022-08-19', null]],
  )
})

test('a report without its reasons for not being key is not complete, and only who decided gives it', async () => {
  assert.match(
    no(await world.does(desmond, answerKeyChallenge, { challenge, ...report })),
    /does not state why the executive thinks that it was not a key decision/u,
  )
  assert.match(
    no(await world.does(world.as('Rosalind'), answerKeyChallenge, { challenge, ...report, whyNotKey: 'It is small.' })),
    /is for the Cabinet Member for Adult Social Care/u,
  )
  assert.match(
    no(await world.does(marguerite, closeKeyChallenge, { challenge, outcome: 'satisfied', says: 'Thank you.' })),
    /has not been answered/u,
  )
})

test('a late report is shown as late, and scrutiny says what it makes of it', async () => {
  world.on('2022-08-22')
  assert.deepEqual(
    must(await world.asks(marguerite, viewScrutinyDesk, {})).challenges.map(({ overdue }) => overdue),
    [true],
  )
  must(
    await world.does(desmond, answerKeyChallenge, {
      challenge,
      ...report,
      whyNotKey: 'It costs £400,000; the threshold is £500,000.',
    }),
  )
  must(
    await world.does(marguerite, closeKeyChallenge, {
      challenge,
      outcome: 'not-satisfied',
      says: 'The wards were not looked at.',
    }),
  )
  const [one] = must(await world.asks(world.visitor, viewDecision, { ref })).decision.keyChallenges ?? []
  assert.deepEqual(
    [one?.late, one?.outcome, one?.report?.whyNotKey],
    [true, 'not-satisfied', 'It costs £400,000; the threshold is £500,000.'],
  )
  assert.deepEqual(must(await world.asks(marguerite, viewScrutinyDesk, {})).challenges, [])
})

test('what was treated as key cannot be challenged for not being so', async () => {
  const key = await publishedWith(world, threeClauses, { isKey: false })
  await world.house.database.asOwner((connection) =>
    connection.query('update decisions.decision set is_key = true where ref = $1', [key.ref]),
  )
  assert.match(
    no(await world.does(marguerite, challengeKey, { ...asked, ref: key.ref, due: '2022-09-30' })),
    /was treated as a key decision/u,
  )
})
