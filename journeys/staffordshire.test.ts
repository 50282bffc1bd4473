import assert from 'node:assert/strict'
import { staffordshire } from '../site/demo/councils/index.ts'
import {
  complete,
  draftFromReading,
  giveFrom,
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
import { storyOf } from './story.ts'
import { errors, links, text } from './visitor.ts'

const house = await openJourneyHouse()

const cabinet = { maker: 'Cabinet', about: 'Community support for disabled children' }

storyOf(
  seed('002'),
  'Staffordshire, July 2021: what was delegated to officers whom nobody names has to be given to a post',
  () => house.found({ ...staffordshire, day: '2021-07-21' }),
  async ({ come }, record) => {
    const officer = await come('Elspeth Marlowe-Tarn')
    await giveRecord(officer, record)
    assert.match(await text(officer), /relevant officers/u)
    const ref = await draftFromReading(officer, cabinet)
    await complete(officer, {
      ...cabinet,
      value: 'It is not stated',
      isKey: true,
      callIn: true,
      reasons: 'Two arrangements that were bought apart are brought together.',
      alternatives: 'Delivery in-house, to be looked at again within two years.',
      clauses: [],
    })
    await officer.follow('What is decided, and what it gives')
    const letters = (await links(officer)).flatMap(({ words }) => /^Change clause (\(\w+\))$/u.exec(words)?.[1] ?? [])
    assert.deepEqual(letters, ['(a)', '(b)', '(c)', '(d)'])

    // Nobody in particular holds a power: the form asks for a post, and keeps what was chosen.
    await officer.follow('Say what it gives clause (b)')
    await officer.choose('Award a contract', { in: 'What may it do?' })
    await officer.choose('The clause does not say')
    await officer.press('Save', { status: 422 })
    assert.deepEqual(await errors(officer), ['Choose the post. Power cannot be given to nobody in particular.'])
    await giveFrom(officer, {
      to: /^Director for Children’s Services/u,
      powers: ['Enter into a contract'],
      about: /Community support/u,
      limit: 'silent',
    })
    assert.match(
      await text(officer),
      /Director for Children’s Services \(example post\) may award a contract and enter into a contract for Community support for disabled children/u,
    )

    await propose(officer, ref)
    await noticedElsewhere(officer, ref, '2021-06-10')
    await sign(await come('Aurelia Knotgrass'), ref)
    const clerk = await come('Florian Peasgood')
    await moveDays(clerk, 1)
    assert.match(await publish(clerk, ref), /takes effect on Wednesday 28 July 2021/u)
    const [mandate = ''] = await mandatesOf(officer, ref)
    await moveDays(clerk, 6)

    const deed = {
      under: mandate,
      did: 'Award a contract',
      what: 'Lot 1 awarded to Trent Valley Play (invented)',
      on: '2021-07-28',
    }
    await recordAct(officer, { ...deed, pounds: '250,000' })
    await recordAct(officer, { ...deed, pounds: '250,000.01' }, 422)
    assert.match((await errors(officer)).join(' '), /£250,000\.01 is £0\.01 more than the £250,000/u)
    // Refused, it is not there; done, it can be followed back by anybody.
    const visitor = await come()
    await visitor.open('/acts')
    assert.doesNotMatch(await text(visitor), /250,000\.01/u)
    await visitor.open(`/decisions/${ref}`)
    assert.match(await text(visitor), /Lot 1 awarded to Trent Valley Play/u)
  },
)
