import assert from 'node:assert/strict'
import { kent } from '../site/demo/councils/index.ts'
import { complete, mandatesOf, moveDays, propose, publish, recordAct, sign, startDraft } from './desk.ts'
import { openJourneyHouse } from './house.ts'
import { story } from './story.ts'
import { errors, text } from './visitor.ts'

const house = await openJourneyHouse()

story('Kent, 22/00073: a member decides alone, two directors may contract, and each within a limit of their own', () => house.found({ ...kent, day: '2022-08-04' }), async ({ come }) => {
  const officer = await come('Nathaniel Cobnut')
  const ref = await startDraft(officer, 'Everyday life activities: a dynamic purchasing system')
  await complete(officer, {
    maker: 'Cabinet Member for Adult Social Care and Public Health', about: 'Everyday life activities for all ages', value: 'It is not stated', isKey: true, callIn: true,
    reasons: 'The framework for day opportunities ends on 30 September 2022.', alternatives: null,
    clauses: [
      { label: 'a', verb: 'Approve', words: 'Approve the creation of the purchasing system.' },
      { label: 'b', verb: 'Approve', words: 'Approve its regular opening to new services.' },
      { label: 'c', verb: 'Delegate', words: 'Delegate to both Corporate Directors the terms of the contracts and entering into them.', gives: ['Corporate Director Adult Social Care and Health', 'Corporate Director Children, Young People and Education'].map((to) => (
        { to, powers: ['Enter into a contract', 'Take other steps to carry a decision out'], about: 'Everyday life activities for all ages', limit: 'silent' as const })) },
    ],
  })
  await propose(officer, ref)
  await sign(await come('Jasper Orchardson'), ref)
  const clerk = await come('Octavia Weald')
  await moveDays(clerk, 1)
  const clock = await publish(clerk, ref)
  assert.match(clock, /the last day on which it can be called in is Friday 12 August 2022.*takes effect on Saturday 13 August 2022/u)

  const mandates = await mandatesOf(officer, ref)
  assert.equal(mandates.length, 2)
  const [adults = '', children = ''] = mandates
  const deed = { did: 'Enter into a contract', what: 'Contract with Willow Day Club (invented)', pounds: '900,000' }
  await recordAct(officer, { ...deed, under: adults, on: '2022-08-05' }, 422)
  assert.match((await errors(officer)).join(' '), /13 August 2022/u)

  await moveDays(clerk, 8)
  await recordAct(officer, { ...deed, under: adults, on: '2022-08-13' })
  await recordAct(officer, { ...deed, under: adults, pounds: '1,000,001', on: '2022-08-13' }, 422)
  assert.match((await errors(officer)).join(' '), /£1,000,001 is £1 more than the £1,000,000 .* states no limit, so the post’s own limit counts/u)
  await recordAct(officer, { ...deed, under: children, pounds: '1,000,000', on: '2022-08-13' })

  const visitor = await come()
  await visitor.open(`/decisions/${ref}`)
  assert.match(await text(visitor), /In effect.*Used so far[^.]*£900,000/u)
})
