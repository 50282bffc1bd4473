import assert from 'node:assert/strict'
import { kent } from '../site/demo/councils/index.ts'
import {
  complete,
  giveRecord,
  mandatesOf,
  moveDays,
  noticedElsewhere,
  propose,
  publish,
  recordAct,
  refOf,
  sign,
} from './desk.ts'
import { openJourneyHouse } from './house.ts'
import { seed } from './seeds.ts'
import { storyOf } from './story.ts'
import { errors, text } from './visitor.ts'

const house = await openJourneyHouse()

storyOf(
  seed('003'),
  'Kent, 22/00073: a member decides alone, two directors may contract, and each within a limit of their own',
  () => house.found({ ...kent, day: '2022-08-04' }),
  async ({ come }, record) => {
    const officer = await come('Nathaniel Cobnut')
    await giveRecord(officer, record)
    // Adults and children add up to more than the total that is printed.
    assert.match(await text(officer), /£9,647,321/u)
    assert.match(await text(officer), /£100,000/u)

    await officer.press('Draft a decision from this')
    await officer.select('Who decides', 'Cabinet Member for Adult Social Care and Public Health')
    await officer.select('What it is about', 'Everyday life activities for all ages')
    await officer.choose('It is not stated', { in: 'What it is worth' })
    for (const director of [
      /^Clause \(c\): Corporate Director Adult/u,
      /^Clause \(c\): Corporate Director Children/u,
    ]) {
      await officer.choose(/when the decision takes effect$/u, { in: director })
    }
    await officer.press('Make the draft')
    const ref = refOf(officer)
    await complete(officer, {
      maker: 'Cabinet Member for Adult Social Care and Public Health',
      about: 'Everyday life activities for all ages',
      value: 'It is not stated',
      isKey: true,
      callIn: true,
      reasons: 'The framework for day opportunities ends on 30 September 2022.',
      alternatives: null,
      clauses: [],
    })
    await propose(officer, ref)
    await noticedElsewhere(officer, ref, '2022-06-24')
    await sign(await come('Jasper Orchardson'), ref)
    const clerk = await come('Octavia Weald')
    await moveDays(clerk, 1)
    const clock = await publish(clerk, ref)
    assert.match(
      clock,
      /the last day on which it can be called in is Friday 12 August 2022.*takes effect on Saturday 13 August 2022/u,
    )

    const mandates = await mandatesOf(officer, ref)
    assert.equal(mandates.length, 2)
    const [adults = '', children = ''] = mandates
    const deed = {
      did: 'Enter into a contract',
      what: 'Contract with Willow Day Club (invented)',
      about: 'Everyday life activities for all ages',
      pounds: '900,000',
    }
    await recordAct(officer, { ...deed, under: adults, on: '2022-08-05' }, 422)
    assert.match((await errors(officer)).join(' '), /13 August 2022/u)

    await moveDays(clerk, 8)
    await recordAct(officer, { ...deed, under: adults, on: '2022-08-13' })
    await recordAct(officer, { ...deed, under: adults, pounds: '1,000,001', on: '2022-08-13' }, 422)
    assert.match(
      (await errors(officer)).join(' '),
      /£1,000,001 is £1 more than the £1,000,000 .* states no limit, so the post’s own limit counts/u,
    )
    await recordAct(officer, { ...deed, under: children, pounds: '1,000,000', on: '2022-08-13' })

    const visitor = await come()
    await visitor.open(`/decisions/${ref}`)
    assert.match(await text(visitor), /In effect.*Used so far[^.]*£900,000/u)
  },
)
