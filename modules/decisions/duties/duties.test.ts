import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ConstitutionInput } from '#authority'
import { larkshire } from '../../../site/demo/larkshire.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { editDraft } from '../edit-draft.ts'
import { drafted, nils } from '../pages/examples.ts'
import { propose, takeBack } from '../propose.ts'
import { publish } from '../publish.ts'
import { viewDecision, viewRecord } from '../queries.ts'
import { sign } from '../sign.ts'
import { acknowledgeDuties, considerDuty } from './consider.ts'
import { protectedOnes } from './duty.ts'
import { viewDuties } from './queries.ts'

const needs: ConstitutionInput['settings'][number] = {
  key: 'duties',
  from: '2012-09-10',
  source: 'Part 4, report template',
  value: [
    {
      key: 'equality',
      title: 'Public sector equality duty',
      source: { act: 'Equality Act 2010', part: 's149' },
      byCharacteristic: true,
    },
    {
      key: 'breaks',
      title: 'Breaks for carers of disabled children',
      source: { si: '2011/707', part: 'reg 4' },
      subjects: ['children/short-breaks'],
    },
    {
      key: 'in-need',
      title: 'Services for children in need',
      source: { act: 'Children Act 1989', part: 'Sch 2' },
      subjects: ['children'],
    },
    {
      key: 'review',
      title: 'Keeping provision under review',
      source: { act: 'Children and Families Act 2014', part: 's27' },
      subjects: ['children/short-breaks'],
    },
    {
      key: 'welfare',
      title: 'Safeguarding and promoting welfare',
      source: { act: 'Children Act 2004', part: 's11' },
      subjects: ['children'],
    },
  ],
}
const world = await aCouncil({
  on: '2022-08-01',
  constitution: { ...larkshire, settings: [...larkshire.settings, needs] },
})
const [priya, rosalind, desmond, hugo] = ['Priya', 'Rosalind', 'Desmond', 'Hugo'].map((name) => world.as(name)) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]

const versionOf = async (ref: string) => must(await world.asks(priya, viewRecord, { ref })).decision.version
const impacts = protectedOnes.map((characteristic) => ({
  characteristic,
  impact: characteristic === 'disability' ? 'negative' : 'none',
  evidence: 'Census and service data',
  ...(characteristic === 'disability' ? { mitigation: 'Nobody loses a break before a review.' } : {}),
}))
const consider = async (ref: string, duty: string, given: Record<string, unknown> = {}) =>
  world.does(priya, considerDuty, {
    ref,
    version: await versionOf(ref),
    duty,
    how: `What ${duty} asks for, and what is done.`,
    writtenIn: 'Report to Cabinet',
    paragraph: '4.2',
    on: '2022-08-01',
    ...(duty === 'equality' ? { impacts } : {}),
    ...given,
  })
const proposes = async (ref: string) => world.does(priya, propose, { ref, version: await versionOf(ref) })
const signs = async (who: typeof priya, ref: string, given: Record<string, unknown> = {}) =>
  world.does(who, sign, { ref, version: await versionOf(ref), ...nils, ...given })
const reads = async (who: typeof priya, ref: string) =>
  world.does(who, acknowledgeDuties, { ref, digest: must(await world.asks(who, viewDuties, { ref })).digest })
const duties = ['equality', 'breaks', 'in-need', 'review', 'welfare']
const shortBreaks = (changes: Record<string, unknown> = {}) =>
  drafted(world, {
    title: 'Short breaks: fewer sessions',
    subject: 'children/short-breaks',
    maker: 'cabinet-member-children',
    ...changes,
  })

test('a cut of short breaks with nothing but a formula about equality goes no further: each specific duty is missed by name', async () => {
  const { ref } = await shortBreaks()
  must(await consider(ref, 'equality', { how: 'Members had due regard to all relevant equality duties.' }))
  const words = no(await proposes(ref))
  for (const duty of [
    'SI 2011/707, reg 4 (Breaks for carers of disabled children)',
    'Children Act 1989, Sch 2',
    'Children and Families Act 2014, s27',
    'Children Act 2004, s11',
  ])
    assert.ok(words.includes(duty), duty)
  assert.ok(!words.includes('Equality Act 2010, s149 ('))
})

test('one formula copied under every duty is no consideration of any', async () => {
  const { ref } = await shortBreaks()
  for (const duty of duties) must(await consider(ref, duty, { how: 'Members had regard to this duty.' }))
  assert.match(no(await proposes(ref)), /are considered in the same words\. Say what each asks for/u)
})

test('each by its own name, read by whoever decides in the very version, sealed, and shown to the public with its place in the report', async () => {
  const { ref } = await shortBreaks()
  for (const duty of duties) must(await consider(ref, duty))
  must(await proposes(ref))
  assert.match(
    no(await signs(rosalind, ref)),
    /Whoever decides has not confirmed that they read how the duties were considered/u,
  )
  assert.match(no(await reads(desmond, ref)), /for others to decide/u)
  must(await reads(rosalind, ref))
  must(await signs(rosalind, ref))
  must(await world.does(hugo, publish, { ref }))
  const shown = must(await world.asks(world.visitor, viewDecision, { ref })).decision.dutiesConsidered
  assert.equal(shown?.duties.length, 5)
  assert.deepEqual(shown?.seen, [{ by: 'Rosalind Thwaite, Cabinet Member for Children', on: '2022-08-01' }])
  assert.match(shown?.duties[1]?.source.href ?? '', /uksi\/2011\/707\/regulation\/4/u)
  assert.deepEqual(await world.breaks(), [])
})

test('a change after it was read has to be read again', async () => {
  const { ref } = await shortBreaks()
  for (const duty of duties) must(await consider(ref, duty))
  must(await proposes(ref))
  must(await reads(rosalind, ref))
  must(await world.does(priya, takeBack, { ref }))
  must(await consider(ref, 'breaks', { how: 'Holiday care is cut after all.' }))
  must(await proposes(ref))
  assert.match(no(await signs(rosalind, ref)), /Rosalind Thwaite read an earlier version/u)
  assert.match(
    no(await world.does(rosalind, acknowledgeDuties, { ref, digest: '0'.repeat(64) })),
    /not what now stands/u,
  )
  must(await reads(rosalind, ref))
  must(await signs(rosalind, ref))
  assert.deepEqual(
    must(await world.asks(priya, viewDuties, { ref }))
      .versions.filter(({ duty }) => duty === 'breaks')
      .map(({ version }) => version),
    [2, 1],
  )
})

test('a decision that confirms an older one is a new decision: what was written for the older one does not count', async () => {
  world.on('2022-08-01')
  const { ref: older } = await shortBreaks({ subjectToCallIn: false })
  for (const duty of duties) must(await consider(older, duty))
  must(await proposes(older))
  must(await reads(rosalind, older))
  must(await signs(rosalind, older))
  must(await world.does(hugo, publish, { ref: older }))
  world.on('2022-09-01')
  const { ref } = await shortBreaks()
  must(await world.does(priya, editDraft, { ref, version: await versionOf(ref), changes: { supersedes: older } }))
  for (const duty of duties) must(await consider(ref, duty))
  assert.match(
    no(await proposes(ref)),
    new RegExp(
      `is of before ${older} was decided on Monday 1 August 2022\\. To decide again is a new decision: consider it anew`,
      'u',
    ),
  )
  for (const duty of duties)
    must(await consider(ref, duty, { on: '2022-08-30', how: `${duty}, considered anew with an open mind.` }))
  must(await proposes(ref))
})

test('what is written after the day of the decision does not count', async () => {
  world.on('2022-08-10')
  const { ref } = await drafted(world)
  must(await consider(ref, 'equality', { on: '2022-08-09' }))
  must(await proposes(ref))
  must(await reads(desmond, ref))
  assert.match(
    no(await signs(desmond, ref, { decidedOn: '2022-08-05' })),
    /What is written of Equality Act 2010, s149 is of Tuesday 9 August 2022, after the decision on Friday 5 August 2022/u,
  )
  must(await signs(desmond, ref))
})

test('every protected characteristic is looked at, and what is bad is mitigated', async () => {
  const { ref } = await drafted(world)
  must(
    await consider(ref, 'equality', {
      impacts: impacts
        .filter(({ characteristic }) => characteristic !== 'religion')
        .map(({ mitigation: _, ...one }) => one),
    }),
  )
  assert.match(
    no(await proposes(ref)),
    /nothing is said about Religion or belief\. .*nothing is said about what is done for Disability, where the impact is bad/u,
  )
})

test('another duty may be taken up besides, if it can be cited', async () => {
  const { ref } = await drafted(world)
  assert.match(
    no(
      await consider(ref, 'own-carers', {
        other: { title: 'Carers', source: { act: 'Care Act 2014', part: 'somewhere' } },
      }),
    ),
    /is not a provision/u,
  )
  must(
    await consider(ref, 'own-carers', {
      other: { title: 'Market shaping', source: { act: 'Care Act 2014', part: 's5' } },
    }),
  )
  const line = must(await world.asks(priya, viewDuties, { ref })).lines.find(({ duty }) => duty === 'own-carers')
  assert.deepEqual([line?.source.words, line?.required], ['Care Act 2014, s5', false])
})
