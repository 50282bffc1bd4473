import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ConstitutionInput } from '#authority'
import { larkshire } from '../../../site/demo/larkshire.ts'
import { operationalForm } from '../../../site/demo/forms.ts'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { answerClearance } from '../clearance/answer.ts'
import { askClearance } from '../clearance/ask.ts'
import { viewClearance, viewClearances } from '../clearance/queries.ts'
import { drafted, nils } from '../pages/examples.ts'
import { propose } from '../propose.ts'
import { publish } from '../publish.ts'
import { viewDecision, viewRecord } from '../queries.ts'
import { sign } from '../sign.ts'
import { viewForm } from './queries.ts'
import { answerForm, chooseForm, startFromForm } from './use-form.ts'

const settings: ConstitutionInput['settings'] = [
  ...larkshire.settings.filter(({ key }) => key !== 'forms'),
  { key: 'forms', from: '2012-09-10', source: 'Part 5, forms', value: [operationalForm] },
]
const world = await aCouncil({ on: '2022-08-01', constitution: { ...larkshire, settings } })
const [priya, ada, hugo, winifred] = ['Priya', 'Ada', 'Hugo', 'Winifred'].map((name) => world.as(name)) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]
const officers = { maker: 'director-adults', isKey: false, value: { kind: 'stated', pence: 200_000_00 } }
const versionOf = async (ref: string) => must(await world.asks(priya, viewRecord, { ref })).decision.version
const chooses = async (ref: string, form: string) =>
  world.does(priya, chooseForm, { ref, version: await versionOf(ref), form })
const answers = async (ref: string, given: Record<string, string>) =>
  world.does(priya, answerForm, { ref, version: await versionOf(ref), answers: given })
const proposes = async (ref: string) => world.does(priya, propose, { ref, version: await versionOf(ref) })

test('a draft on the council’s form is proposed once its own questions are answered, and they stand in the public record', async () => {
  const { ref } = await drafted(world, officers)
  must(await chooses(ref, 'operational-decision'))
  assert.match(
    no(await proposes(ref)),
    /“Record of an operational decision” asks for what is not answered yet: “Can it be made public\?”, “Is it within an approved budget\?”, “Does it keep to the council’s policies\?”, /u,
  )
  assert.match(no(await answers(ref, { 'approved-budget': 'Perhaps' })), /Answer yes or no/u)
  assert.match(no(await answers(ref, { 'shoe-size': '9' })), /The form does not ask this/u)
  must(
    await answers(ref, {
      'approved-budget': 'Yes',
      policy: 'Yes',
      'public-domain': 'All of it',
      equality: 'No change of policy.\n\nNobody loses a service.',
    }),
  )
  must(await proposes(ref))
  assert.match(no(await answers(ref, { policy: 'No' })), /it no longer changes/u)
  must(await world.does(ada, sign, { ref, version: await versionOf(ref), ...nils }))
  must(await world.does(hugo, publish, { ref }))
  const { form } = must(await world.asks(world.visitor, viewDecision, { ref })).decision
  assert.deepEqual(form?.answers.slice(0, 2), [
    { label: 'Can it be made public?', answer: 'All of it' },
    { label: 'Is it within an approved budget?', answer: 'Yes' },
  ])
  assert.deepEqual(await world.breaks(), [])
})

test('an answer that changes after clearance voids it, and says which', async () => {
  const { ref } = must(await world.does(priya, startFromForm, { title: 'From the form', form: 'operational-decision' }))
  must(await answers(ref, { 'approved-budget': 'Yes' }))
  const {
    clearances: [clearance],
  } = must(await world.does(priya, askClearance, { ref, version: await versionOf(ref), post: 'chief-finance-officer' }))
  const { hash } = must(await world.asks(winifred, viewClearance, { ref, clearance })).clearance
  must(await world.does(winifred, answerClearance, { ref, clearance, hash, outcome: 'cleared' }))
  must(await answers(ref, { 'approved-budget': 'No' }))
  const line = () => world.asks(priya, viewClearances, { ref }).then((seen) => must(seen).lines[0])
  assert.match((await line())?.says ?? '', /changed since by Priya Larkin: “Is it within an approved budget\?”/u)
  must(await answers(ref, { 'approved-budget': 'Yes' }))
  assert.equal((await line())?.standing, 'good')
})

test('a form for officers is offered for an officer’s decision and not for a member’s; without a form everything is as before', async () => {
  const { ref } = await drafted(world, officers)
  const { ref: members } = await drafted(world)
  assert.deepEqual(
    must(await world.asks(priya, viewForm, { ref })).suited.map(({ key }) => key),
    ['operational-decision'],
  )
  assert.deepEqual(must(await world.asks(priya, viewForm, { ref: members })).suited, [])
  must(await chooses(ref, 'operational-decision'))
  must(await chooses(ref, ''))
  must(await proposes(ref))
  must(await proposes(members))
})

test('on the page the tasks stand in the order and words of the form, and its questions are asked, without a script', async () => {
  const web = await openBrowser(world)
  const browser = await web.browser().signIn('Priya Larkin')
  const started = await (
    await browser.open('/desk/decisions/new')
  ).send({ title: 'On the form', form: 'operational-decision' })
  const words = started.words('main-content')
  assert.match(
    words,
    /About the record Title\/subject matter .*Type of decision .*Can it be made public\? Not yet started Budget and policy Is it within an approved budget\?/u,
  )
  assert.match(words, /Details of the decision taken .*The clauses|Details of the decision taken/u)
  const policy = await browser.open(started.link('Does it keep to the council’s policies?'))
  const wrong = await policy.send({})
  assert.equal(wrong.status, 200)
  const saved = await (
    await browser.open(started.link('Does it keep to the council’s policies?'))
  ).send({ answer: 'Yes' })
  assert.match(saved.words(), /Saved\./u)
  const reasons = await browser.open(saved.link('Reasons for the decision taken'))
  assert.match(reasons.words('main-content'), /Reasons for the decision taken Say why, and what it will achieve/u)
  assert.match(
    (await browser.open(saved.link('Check what is found'))).words(),
    /asks for what is not answered yet: “Can it be made public\?”, “Is it within an approved budget\?”, “Does it change/u,
  )
})
