import assert from 'node:assert/strict'
import { test } from 'node:test'
import { granting } from '#testing/granted.ts'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil } from '../../../testing/world.ts'

const world = await aCouncil({ on: '2022-08-15' })
const grant = granting(world, { decisionRef: 'D-2022-0001', clauseLabel: 'b', words: 'Contracts', mayDelegate: false })
const mandate = await grant()
const { browser } = await openBrowser(world)
const visitor = browser()
// Nobody stays signed in for days: each signs in on the day.
const as = (name: string) => browser().signIn(name)
const dated = (name: string, iso: string) => {
  const [year = '', month = '', on = ''] = iso.split('-')
  return { [`${name}-day`]: on, [`${name}-month`]: month, [`${name}-year`]: year }
}

test('the monitoring officer puts a clause on hold, a meeting considers it, and it is released: each step on a page', async () => {
  const [edmund, hugo] = [await as('Edmund Starling'), await as('Hugo Pennyfeather')]
  assert.match((await visitor.open('/holds')).words(), /Nothing is on hold today/u)
  const form = await edmund.open((await edmund.open('/holds')).link('Issue a report'))
  assert.doesNotMatch(form.words('main-content'), /s114/u)
  const wrong = await form.send({
    section: 's5A',
    reach: 'clauses',
    decision: '',
    reason: '',
    ...dated('issuedOn', '2022-08-15'),
  })
  assert.equal(wrong.status, 422)
  for (const says of [
    /Enter the reference of the decision/u,
    /Name at least one clause/u,
    /Say why it is put on hold/u,
  ])
    assert.match(wrong.words(), says)
  assert.match(
    (
      await wrong.send({
        section: 's5A',
        reach: 'clauses',
        decision: 'D-2022-0001',
        labels: 'x',
        reason: 'Nobody was asked.',
      })
    ).words(),
    /gives nothing by clause \(x\)/u,
  )
  const hold = await wrong.send({
    section: 's5A',
    reach: 'clauses',
    decision: 'D-2022-0001',
    labels: '(b)',
    reason: 'Nobody <was> asked.',
  })
  assert.match(hold.url, /^\/holds\/H-2022-\d{4}$/u)
  assert.match(
    hold.words(),
    /On hold: clause \(b\) of D-2022-0001.*21 days are left for a meeting.*21 days after that day are counted.*The last of them is Monday 5 September 2022/u,
  )
  assert.ok(hold.text.includes('Nobody &lt;was&gt; asked.'))
  assert.match(
    (await visitor.open('/holds')).words(),
    /On hold today.*Clause \(b\) of D-2022-0001.*To be considered by Monday 5 September 2022/u,
  )
  assert.match(
    (await visitor.open(`/mandates/${mandate}`)).words(),
    /Suspended since Monday 15 August 2022: Section 5A report/u,
  )

  const early = await (await edmund.open(hold.link('Release it'))).send({ because: 'Well.' })
  assert.match(early.words(), /No meeting has considered the report yet.*Record what the meeting resolved first/u)
  const considered = await (
    await hugo.open((await hugo.open(hold.url)).link('Record what the meeting resolved'))
  ).send({ says: 'Not to go on without asking.' })
  assert.match(
    considered.words(),
    /What the meeting resolved Not to go on without asking.*may be released from Wednesday 17 August 2022/u,
  )
  world.on('2022-08-17')
  const released = await (
    await (await as('Edmund Starling')).open(`${hold.url}/release`)
  ).send({ because: 'Families were asked.' })
  assert.match(released.words(), /Released on Wednesday 17 August 2022.*Nothing: it was released/u)
  assert.match((await visitor.open('/holds')).words(), /Nothing is on hold today.*Released/u)
})

test('under a section 114 report the form for an act asks for the consent of the s151 officer', async () => {
  world.on('2022-08-22')
  const [priya, winifred] = [await as('Priya Larkin'), await as('Winifred Cole')]
  const form = await winifred.open('/desk/holds/new')
  assert.doesNotMatch(form.words('main-content'), /Report of the monitoring officer/u)
  await form.send({ section: 's114', reach: 'council', reason: 'No balance.', ...dated('issuedOn', '2022-08-22') })
  const act = {
    power: 'contract',
    what: 'Contract with Brookfield Care (invented)',
    pounds: '10',
    ...dated('day', '2022-08-22'),
  }
  const asked = await priya.open(`/desk/acts/new?under=${mandate}`)
  assert.match(asked.words(), /To show: the s151 officer consented in writing/u)
  const refused = await asked.send(act)
  assert.match(refused.words(), /Ask the s151 officer to consent in writing and show it/u)
  const key = /name="(evidence-consent-H-2022-\d{4})-says"/u.exec(refused.text)?.[1] ?? ''
  assert.match(
    (await refused.send({ [`${key}-says`]: 'Letter of Winifred Cole', ...dated(`${key}-day`, '2022-08-22') })).url,
    /^\/acts\/A-2022/u,
  )
})

test('nobody else opens the desk’s pages of holds', async () => {
  assert.equal((await (await as('Priya Larkin')).open('/desk/holds/new')).status, 403)
  assert.match((await visitor.open('/desk/holds/new')).url, /^\/sign-in/u)
  assert.equal((await visitor.open('/holds/H-1999-0001')).status, 404)
})
