import assert from 'node:assert/strict'
import { bury } from '../site/demo/councils/index.ts'
import {
  complete,
  draftFromReading,
  giveRecord,
  mandatesOf,
  moveDays,
  propose,
  publish,
  recordAct,
  sign,
  type Plan,
} from './desk.ts'
import { openJourneyHouse } from './house.ts'
import { seed } from './seeds.ts'
import { storyOf } from './story.ts'
import { choices, errors, heading, text } from './visitor.ts'
import { programOf } from './wire.ts'

const house = await openJourneyHouse()

const network: Plan = {
  maker: 'Executive Director of Strategic Commissioning',
  about: 'Support for autistic people',
  value: { pounds: '15,000' },
  isKey: false,
  callIn: false,
  reasons: 'Autistic people, their families and carers should shape the charter and the plan. Two years at £7,500.',
  alternatives: null,
  clauses: [
    {
      label: '1',
      verb: 'Authorise',
      words: 'That a host organisation be commissioned for two years at a cost of no more than £15,000 in all.',
      gives: [
        {
          to: 'Integrated Strategic Lead for Learning Disability and Autism',
          powers: ['Run a procurement', 'Commit money'],
          about: 'Support for autistic people',
          limit: { pounds: '15,000', counted: /^over its whole life/u },
          report: { words: 'report each commitment to the Executive Director', days: '90' },
        },
      ],
    },
  ],
}

storyOf(
  seed('000'),
  'Bury, 2084: a record that decides nothing in so many words is given the clause it lacks, and £15,000 is all there is',
  () => house.found({ ...bury, day: '2021-12-13' }),
  async ({ come }, record) => {
    const officer = await come('Saffron Mossop')
    await giveRecord(officer, record)
    assert.match(await text(officer), /37 days/u)
    const ref = await draftFromReading(officer, network)
    await officer.follow('Check what is found, and what it will authorise')
    assert.match(await text(officer), /can be proposed once nothing stops it/u)
    await officer.open(`/desk/decisions/${ref}`)
    await complete(officer, network)
    await propose(officer, ref)
    await sign(await come('Osric Bramblewood'), ref)
    const clerk = await come('Tarquin Fellmere')
    await moveDays(clerk, 37)
    assert.match(await publish(clerk, ref), /the day of its publication: it is not subject to call-in/u)
    const [mandate = ''] = await mandatesOf(officer, ref)
    const deed = { under: mandate, did: 'Commit money', on: '2022-01-19' }
    await recordAct(officer, { ...deed, what: 'First year with Lantern Network (invented)', pounds: '7,500' })
    await recordAct(
      officer,
      { ...deed, what: 'Two more years with Lantern Network (invented)', pounds: '7,500.01' },
      422,
    )
    assert.match(
      (await errors(officer)).join(' '),
      /£7,500\.01 is £0\.01 more than the £7,500 that M-[\d-]+ leaves.*£15,000/u,
    )
    await recordAct(officer, { ...deed, what: 'Second year with Lantern Network (invented)', pounds: '7,500' })
  },
)

const timeline: Plan = {
  maker: 'Executive Director – Health and Adult Care',
  about: 'Care at home',
  value: 'It commits no money',
  isKey: false,
  callIn: true,
  reasons: 'The present contracts end in October 2025, and a specification takes a year to write together.',
  alternatives: null,
  clauses: [
    {
      label: '1',
      verb: 'Authorise',
      words:
        'That the Commissioning Team follow the timeline: consultation, engagement and a specification written together.',
      gives: [
        {
          to: 'Integrated Strategic Lead for Learning Disability and Autism',
          powers: ['Open a consultation'],
          about: 'Care at home',
          limit: 'silent',
        },
      ],
    },
    {
      label: '2',
      verb: 'Recommend',
      words: 'That specification and tender come to Cabinet for approval in February 2025.',
    },
  ],
}

storyOf(
  seed('001'),
  'Bury, 2237: a timeline gives leave to consult and nothing more; the tender has to come back to Cabinet',
  () => house.found({ ...bury, day: '2024-07-15' }),
  async ({ base, come }, record) => {
    const officer = await come('Saffron Mossop')
    await giveRecord(officer, record)
    // 1,385 hours a week cannot be what £10m a year buys for 800 people a day.
    assert.match(await text(officer), /£126/u)
    assert.match(await text(officer), /31 days/u)
    const ref = await draftFromReading(officer, timeline)
    await complete(officer, timeline)
    await propose(officer, ref)
    await sign(await come('Philippa Quillon'), ref)
    const clerk = await come('Tarquin Fellmere')
    assert.match(await publish(clerk, ref), /takes effect on Tuesday 23 July 2024/u)
    const [mandate = ''] = await mandatesOf(officer, ref)
    await moveDays(clerk, 78)
    await recordAct(officer, {
      under: mandate,
      did: 'Open a consultation',
      what: 'Public consultation opened, on line and on paper',
      on: '2024-10-01',
    })

    // A tender is another power: the form offers none under this decision, the page that asks why says no, and a program that
    // asks all the same is refused in the same words.
    await officer.open(`/desk/acts/new?under=${mandate}`)
    assert.deepEqual(await choices(officer, 'What was done?'), ['Open a consultation'])
    await officer.open(`/why?post=strategic-lead-ld-autism&power=procure&subject=adults%2Fcare-at-home`)
    assert.equal(await heading(officer), 'No: nothing allows this')
    const program = await programOf(base, 'saffron.mossop@bury.example')
    const tender = {
      post: 'strategic-lead-ld-autism',
      power: 'procure',
      subject: 'adults/care-at-home',
      what: 'Tender notice',
      day: '2024-10-01',
      under: mandate,
    }
    const { status, said } = await program('POST', '/acts', tender)
    assert.equal(status, 422)
    assert.match(said.refused?.because.join(' ') ?? '', /run a procurement/iu)
  },
)
