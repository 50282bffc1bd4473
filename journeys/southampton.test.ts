import assert from 'node:assert/strict'
import { southampton } from '../site/demo/councils/index.ts'
import { complete, draftFromReading, giveRecord, mandatesOf, moveDays, propose, publish, recordAct, sign, type Plan } from './desk.ts'
import { openJourneyHouse } from './house.ts'
import { seed } from './seeds.ts'
import { storyOf, type Telling } from './story.ts'
import { errors, text, type Given } from './visitor.ts'

const house = await openJourneyHouse()
const inMarch = () => house.found({ ...southampton, day: '2018-03-20' })

const director = 'Director of Quality & Integration'
const breaks = 'Short breaks'
const legal = { post: 'Service Director: Legal & Governance', words: 'following consultation with the Service Director: Legal & Governance' }
const plan: Plan = {
  maker: 'Cabinet', about: 'Short breaks', value: { pounds: '1.6m' }, isKey: true, callIn: true,
  reasons: 'Criteria that are fair, clear and affordable.', alternatives: 'Doing nothing; keeping the criteria; buying the same services again.',
  clauses: [
    { label: 'i', verb: 'Consider', words: 'To consider the responses to the consultation.' },
    { label: 'ii', verb: 'Authorise', words: 'To authorise the procurement of services.', gives: [{ to: 'Commissioner (example post)', powers: ['Run a procurement', 'Publish a notice'], about: breaks, limit: 'silent' }] },
    { label: 'iii', verb: 'Approve', words: 'To approve grants and their criteria.', gives: [{ to: director, powers: ['Award a grant'], about: breaks, limit: { pounds: '200,000', counted: /^in each financial year/u } }] },
    { label: 'iv', verb: 'Delegate', words: 'To delegate entering into contracts to the Director, after consultation and under the Contract Procedure Rules.', gives: [
      { to: director, powers: ['Enter into a contract'], about: breaks, limit: { pounds: '1,400,000', counted: /^over its whole life/u }, consult: legal, procedure: 'in accordance with the Contract Procedure Rules' }] },
    { label: 'v', verb: 'Delegate', words: 'To delegate the final model to the Director, following consultation with the Cabinet Member.', gives: [
      { to: director, powers: ['Take other steps to carry a decision out'], about: breaks, limit: 'silent', consult: { post: 'Cabinet Member for Children’s Social Care', words: 'following consultation with the Cabinet Member' } }] },
    { label: 'vii', verb: 'Note', words: 'To note that two names are kept.' },
  ],
}

/** Drafted, decided and published on 20 March 2018; the mandates of clauses (ii) to (v) in their order. */
async function published({ come }: Telling, record: Given) {
  const officer = await come('Verity Tidemark')
  await giveRecord(officer, record)
  assert.match(await text(officer), /2000.*revoked|revoked.*2000/u)
  const ref = await draftFromReading(officer, plan)
  await complete(officer, plan)
  await propose(officer, ref)
  const clerk = await come('Wilfred Saltern')
  // A body decides together; the proper officer signs for it.
  await sign(clerk, ref)
  const clock = await publish(clerk, ref)
  assert.match(clock, /the last day on which it can be called in is Tuesday 27 March 2018/u)
  const mandates = await mandatesOf(officer, ref)
  assert.equal(mandates.length, 4)
  const [procurement = '', grants = '', contracts = '', model = ''] = mandates
  return { officer, clerk, ref, procurement, grants, contracts, model }
}

const contract = { did: 'Enter into a contract', what: 'Contract with Solent Short Breaks (invented)', pounds: '600,000' }
const shown = (on: string) => [
  { condition: /^To show: following consultation with the Service Director/u, says: 'Ulric Harbourne, by e-mail', on },
  { condition: /^To show: in accordance with the Contract Procedure Rules/u, says: 'Checklist of rule 12', on },
]

storyOf(seed('004'), 'Southampton, CAB 17/18 20348: a contract waits for the lawyer’s word; grants have their own sum', inMarch, async (telling, record) => {
  const { officer, clerk, grants, contracts } = await published(telling, record)
  await moveDays(clerk, 8)
  await recordAct(officer, { ...contract, under: contracts, on: '2018-03-28' }, 422)
  assert.match((await errors(officer)).join(' '), /following consultation with the Service Director: Legal & Governance/u)
  assert.equal(await officer.typed('In a few words'), contract.what)
  await recordAct(officer, { ...contract, under: contracts, on: '2018-03-28', shown: shown('2018-03-27') })
  await recordAct(officer, { ...contract, under: contracts, pounds: '800,000.01', on: '2018-03-28', shown: shown('2018-03-27') }, 422)
  assert.match((await errors(officer)).join(' '), /£800,000\.01 is £0\.01 more than the £800,000/u)

  await recordAct(officer, { under: grants, did: 'Award a grant', what: 'Grant to the Kite Club (invented)', pounds: '200,000', on: '2018-03-28' })
  await recordAct(officer, { under: grants, did: 'Award a grant', what: 'Grant to the Otter Club (invented)', pounds: '1', on: '2018-03-28' }, 422)
  await moveDays(clerk, 9)
  await recordAct(officer, { under: grants, did: 'Award a grant', what: 'Grant to the Otter Club (invented)', pounds: '1', on: '2018-04-06' })
})

storyOf(seed('004'), 'Southampton: two clauses are called in, the others go on, and what hung on them stands again once released', inMarch, async (telling, record) => {
  const { officer, clerk, ref, procurement, contracts } = await published(telling, record)
  const member = await telling.come('Xanthe Mooring')
  await moveDays(member, 1)
  await member.open('/desk')
  await member.press('What can be called in')
  await member.open(`/desk/decisions/${ref}`)
  await member.press('Call clauses in')
  await member.press('Call in', { status: 422 })
  assert.ok((await errors(member)).length >= 2)
  await member.choose('(iv) Delegate')
  await member.choose('(v) Delegate')
  await member.fill('Who calls it in?', 'Xanthe Mooring\nPercy Quayside (invented)\nDelia Marchwood (invented)')
  await member.fill('On which grounds?', 'The report does not say how families without a social worker will be reached.')
  await member.press('Call in')

  await moveDays(clerk, 7)
  const visitor = await telling.come()
  await visitor.open(`/decisions/${ref}`)
  assert.match(await text(visitor), /Some of it is called in/u)
  await recordAct(officer, { under: procurement, did: 'Publish a notice', what: 'Tender notice published', on: '2018-03-28' })
  await recordAct(officer, { ...contract, under: contracts, on: '2018-03-28', shown: shown('2018-03-27') }, 422)
  assert.match((await errors(officer)).join(' '), /called in/u)

  await moveDays(clerk, 8)
  await clerk.open(`/desk/decisions/${ref}`)
  await clerk.follow('Release it')
  await clerk.choose('Scrutiny heard it and the decision stands')
  await clerk.fill('What was said?', 'The Director will report on families without a social worker.')
  await clerk.press('Release the call-in')
  await recordAct(officer, { ...contract, under: contracts, on: '2018-04-05', shown: shown('2018-04-04') })
  await visitor.open(`/decisions/${ref}`)
  const after = (await text(visitor)).split('Has it been called in?').at(-1) ?? ''
  assert.match(after, /21 March 2018.*\(iv\) and \(v\).*Released on 5 April 2018/u)
})
