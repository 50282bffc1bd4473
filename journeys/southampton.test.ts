import assert from 'node:assert/strict'
import { southampton } from '../site/demo/councils/index.ts'
import {
  complete,
  draftFromReading,
  giveRecord,
  mandatesOf,
  moveDays,
  noticedElsewhere,
  propose,
  publish,
  recordAct,
  sign,
} from './desk.ts'
import { openJourneyHouse } from './house.ts'
import { seed } from './seeds.ts'
import { contract, shortBreaks as plan, shown } from './short-breaks.ts'
import { storyOf, type Telling } from './story.ts'
import { errors, text, type Given } from './visitor.ts'

const house = await openJourneyHouse()
const inMarch = () => house.found({ ...southampton, day: '2018-03-20' })

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
  await noticedElsewhere(officer, ref, '2018-02-12')
  await sign(clerk, ref)
  const clock = await publish(clerk, ref)
  assert.match(clock, /the last day on which it can be called in is Tuesday 27 March 2018/u)
  const mandates = await mandatesOf(officer, ref)
  assert.equal(mandates.length, 4)
  const [procurement = '', grants = '', contracts = '', model = ''] = mandates
  return { officer, clerk, ref, procurement, grants, contracts, model }
}

storyOf(
  seed('004'),
  'Southampton, CAB 17/18 20348: a contract waits for the lawyer’s word; grants have their own sum',
  inMarch,
  async (telling, record) => {
    const { officer, clerk, grants, contracts } = await published(telling, record)
    await moveDays(clerk, 8)
    await recordAct(officer, { ...contract, under: contracts, on: '2018-03-28' }, 422)
    assert.match(
      (await errors(officer)).join(' '),
      /following consultation with the Service Director: Legal & Governance/u,
    )
    assert.equal(await officer.typed('In a few words'), contract.what)
    await recordAct(officer, { ...contract, under: contracts, on: '2018-03-28', shown: shown('2018-03-27') })
    await recordAct(
      officer,
      { ...contract, under: contracts, pounds: '800,000.01', on: '2018-03-28', shown: shown('2018-03-27') },
      422,
    )
    assert.match((await errors(officer)).join(' '), /£800,000\.01 is £0\.01 more than the £800,000/u)

    await recordAct(officer, {
      under: grants,
      did: 'Award a grant',
      what: 'Grant to the Kite Club (invented)',
      pounds: '200,000',
      on: '2018-03-28',
    })
    await recordAct(
      officer,
      {
        under: grants,
        did: 'Award a grant',
        what: 'Grant to the Otter Club (invented)',
        pounds: '1',
        on: '2018-03-28',
      },
      422,
    )
    await moveDays(clerk, 9)
    await recordAct(officer, {
      under: grants,
      did: 'Award a grant',
      what: 'Grant to the Otter Club (invented)',
      pounds: '1',
      on: '2018-04-06',
    })
  },
)

storyOf(
  seed('004'),
  'Southampton: two clauses are called in, the others go on, and what hung on them stands again once released',
  inMarch,
  async (telling, record) => {
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
    await member.fill(
      'On which grounds?',
      'The report does not say how families without a social worker will be reached.',
    )
    await member.press('Call in')

    await moveDays(clerk, 7)
    const visitor = await telling.come()
    await visitor.open(`/decisions/${ref}`)
    assert.match(await text(visitor), /Some of it is called in/u)
    await recordAct(officer, {
      under: procurement,
      did: 'Publish a notice',
      what: 'Tender notice published',
      on: '2018-03-28',
    })
    await recordAct(officer, { ...contract, under: contracts, on: '2018-03-28', shown: shown('2018-03-27') }, 422)
    assert.match((await errors(officer)).join(' '), /called in/u)

    await moveDays(clerk, 8)
    await clerk.open(`/desk/decisions/${ref}`)
    await clerk.press('Judge whether it is valid')
    await clerk.choose('It is valid, and goes to scrutiny')
    await clerk.fill('Reasons', 'Three members, in time, on grounds that go to the decision.')
    await clerk.press('Save the judgement')
    await clerk.press('Record how it was heard')
    await clerk.choose('It lets the decision stand')
    await clerk.fill('Comments', 'The Director will report on families without a social worker.')
    await clerk.press('Save what scrutiny decided')
    await recordAct(officer, { ...contract, under: contracts, on: '2018-04-05', shown: shown('2018-04-04') })
    await visitor.open(`/decisions/${ref}`)
    const after = (await text(visitor)).split('Has it been called in?').at(-1) ?? ''
    assert.match(after, /21 March 2018.*\(iv\) and \(v\).*Released 5 April 2018/u)
  },
)
