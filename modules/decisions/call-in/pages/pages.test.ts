import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../../testing/browser.ts'
import { aCouncil } from '../../../../testing/world.ts'
import { publishedWith, threeClauses, underRule } from '../examples.ts'

const rule = {
  callers: [{ all: [{ who: 'members' as const, least: 3 }] }],
  grounds: { list: ['It goes against the budget', 'Nobody was consulted'], particulars: true },
  hearing: { days: 15, unit: 'working' as const, otherwise: 'waits' as const },
  council: 'outside-framework' as const,
}
const world = await aCouncil({ on: '2022-08-05', constitution: underRule(rule) })
const web = await openBrowser(world)
const { ref, clauses } = await publishedWith(world, threeClauses)
const come = (name: string) => web.browser().signIn(name)
const record = `/desk/decisions/${ref}`
const [, b = ''] = clauses

test('a member picks clauses, those who call in and grounds of the list; what is missing is said and what was typed stays', async () => {
  const marguerite = await come('Marguerite Vane')
  const form = await marguerite.open((await marguerite.open('/desk/scrutiny')).link('Call in Help to live'))
  const few = await form.send({
    clauses: [b],
    members: ['Marguerite Vane', 'June Aldous'],
    chosen: ['Nobody was consulted'],
    grounds: '',
  })
  assert.equal(few.status, 422)
  assert.match(
    few.words(),
    /3 members of the council are needed, and there are 2.*The facts and matters relied upon are not given/u,
  )
  assert.match(few.text, /value="June Aldous" checked/u)
  const done = await few.send({
    members: ['Marguerite Vane', 'June Aldous', 'Basil Thornby'],
    grounds: 'Five clubs had no letter.',
  })
  assert.match(done.words(), /Called in\. What hangs on the chosen clauses is suspended/u)
})

test('the monitoring officer judges, democratic services fix the hearing and record it, each from the record', async () => {
  const [edmund, hugo] = [await come('Edmund Starling'), await come('Hugo Pennyfeather')]
  const judged = await (
    await edmund.open((await edmund.open(record)).link('Judge whether it is valid'))
  ).send({ valid: 'yes', says: 'In order.' })
  assert.match(judged.words(), /Valid, and waits to be heard/u)
  const late = await (
    await hugo.open((await hugo.open(record)).link('Fix the hearing'))
  ).send({ body: 'scrutiny-committee', 'on-day': '30', 'on-month': '9', 'on-year': '2022' })
  assert.equal(late.status, 422)
  assert.match(late.words(), /within 15 working days of Friday 5 August 2022, by Friday 26 August 2022/u)
  assert.match((await late.send({ 'on-day': '26', 'on-month': '8' })).words(), /The hearing is fixed/u)
  // Three weeks on every session has ended.
  world.on('2022-08-26')
  const clerk = await come('Hugo Pennyfeather')
  const heard = await clerk.open((await clerk.open(record)).link('Record how it was heard'))
  const council = await heard.send({
    callers: ['June Aldous'],
    others: 'Desmond Okoro',
    outcome: 'referred-to-council',
    says: 'Ask the clubs.',
  })
  assert.match(council.words(), /no advice on that is recorded/u)
  assert.match((await council.send({ outcome: 'referred-back' })).words(), /Referred back to whoever decided/u)
  assert.match(
    (await (await come('Marguerite Vane')).open('/desk/scrutiny')).words('main-content'),
    /The Cabinet Member for Adult Social Care reconsiders/u,
  )
})

test('whoever decided amends the clause in the browser: its limit is lower, and the public sees both texts', async () => {
  const desmond = await come('Desmond Okoro')
  const form = await desmond.open((await desmond.open(record)).link('Reconsider the decision'))
  const missing = await form.send({ outcome: 'amended', says: 'The clubs are right.' })
  assert.match(missing.words(), /Nothing is amended/u)
  const grant = /name="pounds-([\w-]+)"/u.exec(missing.text)?.[1] ?? ''
  const amended = {
    [`becomes-${b}`]: 'amended',
    [`words-${b}`]: 'Delegate contracts once the clubs were asked',
    [`pounds-${grant}`]: '200,000',
    [`consult-${grant}`]: 'cabinet-member-adults',
  }
  const odd = await missing.send({ ...amended, [`last-${grant}-day`]: '31', [`last-${grant}-month`]: '6' })
  assert.equal(odd.status, 422)
  assert.match(odd.text, /<details[^>]* open/u)
  const day = { day: '31', month: '3', year: '2024' }
  const last = Object.fromEntries(Object.entries(day).map(([part, value]) => [`last-${grant}-${part}`, value]))
  const signed = await odd.send({ ...amended, ...last })
  assert.match(signed.words(), /Signed\. Those who called it in have been told/u)
  const words = (await web.browser().open(`/decisions/${ref}`)).words('main-content')
  assert.match(
    words,
    /\(b\) Delegate In force Delegate contracts Amended on 26 August 2022 by Desmond Okoro.*It now says: Delegate contracts once the clubs were asked/u,
  )
  assert.match(words, /£200,000 over its whole life/u)
  assert.match(
    words,
    /until Sunday 31 March 2024\. On condition of: in consultation with the Cabinet Member for Adult Social Care/u,
  )
  const data = JSON.parse((await web.browser().open(`/decisions/${ref}.json`)).text) as {
    amendments: { kind: string }[]
    callIns: { state: string }[]
  }
  assert.deepEqual(
    [data.amendments.map(({ kind }) => kind), data.callIns.map(({ state }) => state)],
    [['amended'], ['amended']],
  )
})

test('a member asks for a document and why it was not key, and both are answered in the browser', async () => {
  const [marguerite, hugo, desmond] = [
    await come('Marguerite Vane'),
    await come('Hugo Pennyfeather'),
    await come('Desmond Okoro'),
  ]
  const asked = await (
    await marguerite.open((await marguerite.open(record)).link('Ask for a document'))
  ).send({ basis: 'scrutiny', document: 'The list of clubs' })
  assert.match(asked.words(), /Due by 5 September 2022/u)
  const answered = await (
    await hugo.open(asked.url)
  ).send({ outcome: 'refused', ground: 'exempt', says: 'It names people.' })
  assert.equal(answered.status, 422)
  assert.match(
    (await answered.send({ outcome: 'given', ground: '', says: 'It is in the members’ room.' })).words(),
    /Given/u,
  )
  const challenge = await marguerite.open((await marguerite.open(record)).link('It should have been key'))
  const raised = await challenge.send({
    committee: 'scrutiny-committee',
    reasons: 'Nine wards.',
    'due-day': '9',
    'due-month': '9',
    'due-year': '2022',
  })
  assert.match(raised.words(), /the question stands on the public page/u)
  const report = await (
    await desmond.open((await desmond.open(record)).link('Give the report'))
  ).send({ agrees: 'no', whyNotKey: 'It costs £400,000.' })
  assert.match(report.words(), /The report is given/u)
  const closed = await (
    await marguerite.open((await marguerite.open(record)).link('Say what scrutiny makes of it'))
  ).send({ outcome: 'satisfied', says: 'Thank you.' })
  assert.equal(closed.status, 200)
  assert.match(
    (await web.browser().open(`/decisions/${ref}`)).words('main-content'),
    /Should it have been a key decision\?.*It costs £400,000\..*is satisfied/u,
  )
})
