import assert from 'node:assert/strict'
import { bury } from '../site/demo/councils/index.ts'
import {
  addDocument,
  answerOnline,
  answerTheme,
  closeIt,
  codeAll,
  draftConsultation,
  enterFor,
  exclude,
  keyIn,
  openIt,
  packOf,
  publishReport,
  putFrame,
  putTheme,
  sayAnalysed,
  sayHeard,
  sayRead,
  sayWhatIsOpen,
  takeInBox,
  type Answers,
  type Code,
  type Consulting,
} from './asking.ts'
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
  startDraft,
  type Plan,
} from './desk.ts'
import { giveNotice } from './governing.ts'
import { openJourneyHouse } from './house.ts'
import {
  changeStep,
  changeStepInVain,
  considerDuty,
  finishStep,
  linkRecord,
  openCommission,
  planBackward,
  showIt,
} from './planning.ts'
import { seed } from './seeds.ts'
import { story, storyOverHttp } from './story.ts'
import { errors, fillDay, links, text, type Visitor } from './visitor.ts'

const house = await openJourneyHouse()
const where = () => house.found({ ...bury, day: '2024-07-15' })
const record = seed('001')

const lead = 'Integrated Strategic Lead for Learning Disability and Autism'

/** Leave to follow a timeline, as in reference 2237: to plan and to consult, and nothing more. */
const leave: Plan = {
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
      words: 'That the timeline be followed: consultation, engagement and a specification written together.',
      gives: [
        { to: lead, powers: ['Open a commission', 'Open a consultation'], about: 'Care at home', limit: 'silent' },
      ],
    },
  ],
}

/** What comes back to Cabinet: the specification and the tender. */
const approval: Plan = {
  maker: 'Cabinet',
  about: 'Care at home',
  value: { pounds: '50m' },
  isKey: true,
  callIn: true,
  reasons: 'Those who live with care at home were asked, and wrote the specification with the council.',
  alternatives: 'To extend the present contracts once more; to buy visit by visit.',
  clauses: [
    { label: '1', verb: 'Approve', words: 'That the specification be approved, with a small team for each person.' },
    {
      label: '2',
      verb: 'Authorise',
      words: 'That the Executive Director go out to tender for a service from 25 October 2025.',
      gives: [
        {
          to: 'Executive Director – Health and Adult Care',
          powers: ['Run a procurement', 'Publish a notice'],
          about: 'Care at home',
          limit: 'silent',
        },
      ],
    },
  ],
}

const have = 'Have you, or has somebody you look after, care at home?'
const well = 'What works well, and what does not?'

const consulting = (serves: string[]): Consulting => ({
  title: 'Care at home: what matters to you',
  subject: 'Care at home',
  why: 'The contracts for care at home end in October 2025. Before the council says what it wants to buy, it asks.',
  affected: 'People who have care at home, their families, and those who bring the care.',
  serves,
  groups: ['People who have care at home | 800 | Ref 2237', 'Older People’s Network'],
  opensOn: '2024-10-01',
  closesOn: '2024-11-11',
  secondKeyed: '100',
  part: {
    title: 'Care at home',
    lead: 'About 800 people have care at home every day.',
    questions: [
      { words: have, kind: 'Choose one', options: ['Yes', 'No', 'I bring the care'], required: true },
      { words: well, kind: 'A long answer in words' },
    ],
  },
  pack: packOf('a small team for each person'),
})

const codes: Code[] = [
  {
    title: 'The same people',
    means: 'Wants to know who comes, or praises somebody who comes often.',
    when: /same|kind/u,
  },
  { title: 'Time enough', means: 'A visit is too short for what has to be done.', when: /minutes|short/u },
  { title: 'The change', means: 'Fears what happens when the provider changes.', when: /change/u },
]

/** Leave is given on 15 July 2024 and takes effect on the 23rd; the day stands there. */
async function leaveGiven(officer: Visitor, director: Visitor, clerk: Visitor): Promise<string> {
  if (record) await giveRecord(officer, record)
  const ref = record ? await draftFromReading(officer, leave) : await startDraft(officer, 'Care at home: the timeline')
  await complete(officer, leave)
  await propose(officer, ref)
  await sign(director, ref)
  await publish(clerk, ref)
  await moveDays(clerk, 8)
  return ref
}

const undertaking = {
  title: 'Care at home 2025',
  about: /Care at home$/u,
  why: 'The present contracts end in October 2025.',
  lead: 'Executive Director – Health and Adult Care',
  post: lead,
}
const running = {
  contract: 'Present contracts for care at home',
  began: '2021-10-25',
  first: '36',
  option: '24',
  used: '12',
}
const permission = 'Permission to follow the timeline, to its last signature'
const research = 'Research: need, market and what works elsewhere'
const written = 'Specification, written with the people who use the service'
const cabinet = 'Cabinet approves the specification and the tender'
const approving = 'Care at home: specification and tender'

/** The record's own steps, over the usual ones: four settled days, six weeks as its text says, and its own decision first. */
async function asRecorded(officer: Visitor, commission: string, decision: string): Promise<void> {
  await changeStep(officer, commission, null, {
    title: permission,
    kind: 'Officer decision',
    lasts: ['58', 'days'],
    from: '2024-06-19',
    gate: { decision, says: 'Signed on 12 July, 15 July and 15 August 2024' },
    why: 'The record itself',
  })
  await changeStep(officer, commission, 'Consultation', {
    lasts: ['6', 'weeks'],
    stated: ['6', 'weeks'],
    from: '2024-10-01',
    why: 'October to November, six weeks',
  })
  await changeStep(officer, commission, written, {
    lasts: ['61', 'days'],
    from: '2024-12-02',
    why: 'December and January',
  })
  await changeStep(officer, commission, cabinet, {
    from: '2025-02-03',
    gate: { says: 'Return to Cabinet in February 2025' },
    why: 'The record names the month',
  })
}

story(
  'Bury, 2237 to its end: planned backward, asked by every channel, coded by two, answered and read before Cabinet decides',
  where,
  async ({ come, beside }) => {
    const [officer, second, director, clerk] = [
      await beside('Saffron Mossop'),
      await beside('Rufus Tinderby'),
      await beside('Philippa Quillon'),
      await beside('Tarquin Fellmere'),
    ]
    const leaveRef = await leaveGiven(officer, director, clerk)
    const planner = await come('Saffron Mossop')
    const commission = await openCommission(planner, undertaking)
    const C = commission.split('/').at(-1) ?? ''
    await planBackward(planner, commission, { startsOn: '2025-10-25', running })
    await asRecorded(officer, commission, leaveRef)
    // The record's first phase begins in August; its last signature is of the 15th.
    const moves = await changeStep(planner, commission, research, {
      lasts: ['2', 'months'],
      from: '2024-08-01',
      waitsFor: [permission],
      why: 'August and September',
    })
    assert.match(moves, /Nothing is saved yet.*is settled for 1 August 2024/u)
    assert.match(
      await text(planner),
      /starts on Thursday 1 August 2024, but “Permission to follow the timeline, to its last signature” is over only on Thursday 15 August 2024: 15 days too early/u,
    )
    assert.match(await text(planner), /Blocked until the gate is open: Cabinet approves the specification/u)
    await changeStep(officer, commission, research, {
      from: '2024-08-16',
      lasts: ['46', 'days'],
      why: 'Once it is signed',
    })
    await planner.open(`${commission}/timeline`)
    assert.doesNotMatch(await text(planner), /days too early/u)

    // Asked from 1 October, six weeks, online and on paper, at a workshop and by telephone.
    const K = await draftConsultation(officer, consulting([C]))
    await linkRecord(officer, commission, K, 'Its consultation')
    await sayWhatIsOpen(officer, K, ['A small team for each person', 'Visits as today'])
    await moveDays(officer, 70)
    await openIt(officer, K)
    const anybody = await come()
    const words = `${well} (optional)`
    await answerOnline(anybody, K, { chosen: [[have, 'Yes']], written: [words, 'The same carer every morning.'] })
    const passer = await beside()
    const twice = 'Fifteen minutes are too short to wash and to dress, and nobody can say when the next visit comes.'
    const again: Answers = { chosen: [[have, 'Yes']], written: [words, twice] }
    await answerOnline(passer, K, again)
    const twin = await answerOnline(passer, K, again)
    await moveDays(officer, 41)
    await enterFor(officer, K, {
      how: 'By telephone',
      on: '2024-11-11',
      said: 'She fears a change of provider in the winter.',
      answers: { chosen: [[`1. ${have}`, 'Yes']] },
    })
    await enterFor(officer, K, {
      how: 'At a workshop',
      on: '2024-11-11',
      said: 'All tables: the same few people, please.',
    })
    const box = await takeInBox(officer, K, 'Radcliffe library, box 1', '2')
    for (const [form, hand] of [
      ['1/1', 'Kind people, too short a visit.'],
      ['1/2', 'Nobody says what will change.'],
    ] as const)
      for (const one of [officer, second])
        await keyIn(one, box, form, {
          chosen: [[`1. ${have}`, form === '1/2' && one === second ? 'I bring the care' : 'Yes']],
          written: [`2. ${well}`, hand],
        })
    await officer.open(box)
    assert.match(await text(officer), /1\/2 To be settled/u)
    await keyIn(officer, box, '1/2', {
      chosen: [[`1. ${have}`, 'Yes']],
      written: ['Why is it this?', 'The tick was crossed out.'],
    })
    await moveDays(officer, 2)
    await enterFor(officer, K, {
      how: 'By letter',
      on: '2024-11-13',
      said: 'I write late. The same face would help me.',
    })
    await closeIt(officer, K)

    await officer.open(`/desk/consultations/${K}/responses`)
    assert.match(await text(officer), new RegExp(`${twin}.*Word for word like R-`, 'u'))

    // Read by two; the double is left out and says so.
    await exclude(officer, K, twin, 'Sent twice in one minute with the same words')
    const reader = await come('Saffron Mossop')
    await putFrame(officer, K, codes, '100')
    assert.equal(await codeAll(officer, K, codes), 7)
    assert.equal(await codeAll(second, K, codes, 'second'), 7)
    await reader.open(`/desk/consultations/${K}/analysis`)
    assert.match(
      await text(reader),
      /Coded by two 7: 7 alike, 0 settled, 0 to be settled.*Cohen’s kappa, all codes 1\.00/u,
    )
    const draft = await startDraft(officer, approving)
    await complete(officer, approval)
    await linkRecord(officer, commission, draft, 'Cabinet’s approval', 'Yes')
    const themes = [
      {
        title: 'Who comes',
        says: 'People want the same few faces.',
        codes: ['The same people'],
        answer: 'We will',
        so: 'Contracts ask for a small team for each person.',
        at: `${draft} | 1\nCare at home specification, draft 2 | 5.1`,
      },
      {
        title: 'Time',
        says: 'Visits are too short.',
        codes: ['Time enough'],
        answer: 'We will not, because',
        so: 'Longer visits for everybody would cost more than there is; whoever needs one is assessed for it.',
        at: '',
      },
      {
        title: 'Moving over',
        says: 'People fear the change of provider.',
        codes: ['The change'],
        answer: 'We will',
        so: 'Nobody moves over before they met their team.',
        at: 'Care at home specification, draft 2 | 7.3',
      },
    ] as const
    for (const { title, says, codes: of, answer, so, at } of themes) {
      await putTheme(officer, K, { title, says, codes: [...of] })
      await answerTheme(officer, K, title, { answer, says: so, where: at })
    }
    await sayHeard(officer, K, 'People who have care at home', { answer: `${have} Yes` })
    await sayHeard(officer, K, 'Older People’s Network', 'At its own meeting of 5 November')
    await sayAnalysed(officer, K)
    await moveDays(officer, 19)
    await publishReport(officer, K, 'People want to know who comes. What they said is in the specification.')
    await reader.open(`/desk/consultations/${K}/reconciliation`)
    assert.match(await text(reader), /8 received = 7 analysed \+ 1 excluded \+ 0 waiting\. It adds up/u)
    assert.match(await text(reader), /1: Sent twice in one minute with the same words.*Word for word the same 1/u)

    // What was considered is written, Cabinet reads what people said, and then it may decide.
    await considerDuty(
      officer,
      commission,
      'Write it down: Due regard to equality',
      'Nearly all who have care at home are over 65 or disabled: a small team helps those who cannot say who should come.',
    )
    await changeStep(officer, commission, cabinet, {
      gate: { decision: draft, says: 'Return to Cabinet in February 2025' },
      why: 'The decision is drafted',
    })
    await propose(officer, draft)
    await giveNotice(officer, clerk, draft, '2025-02-03')
    await sayRead(await come('Nettie Larkspur'), K, draft)
    await reader.open(`/desk/consultations/${K}/evidence`)
    assert.match(
      await text(reader),
      /Nothing was decided, noticed, awarded or committed before the last day; 2 options were open.*All that came in is accounted for, every theme is answered, and those who decide have read the report/u,
    )
    await moveDays(officer, 63)
    await sign(clerk, draft)
    await publish(clerk, draft)
    await showIt(officer, commission)
    await finishStep(officer, commission, cabinet, 'Minutes of 3 February 2025')
    await planner.open(`${commission}/timeline`)
    assert.match(await text(planner), new RegExp(`is a gate: ${draft} takes effect on Tuesday 11 February 2025`, 'u'))
    await moveDays(officer, 8)
    await planner.open(`${commission}/timeline`)
    assert.doesNotMatch(await text(planner), /Blocked until the gate is open/u)
    const [mandate = ''] = await mandatesOf(officer, draft)
    await recordAct(director, {
      under: mandate,
      did: 'Publish a notice',
      what: 'Tender notice for care at home published',
      on: '2025-02-11',
    })
    const notice = director.address().split('/').at(-1) ?? ''

    // Anybody: what was said, what became of it, and the way from the decision back to those who were asked.
    await anybody.open(`/consultations/${K}`)
    assert.match(
      await text(anybody),
      /What came in Online 3 On paper 2 By telephone 1 By letter 1 At a workshop 1 In all 8/u,
    )
    await anybody.follow('You said, we did')
    assert.match(
      await text(anybody),
      /You said, and we will 2 Who comes.*a small team for each person.*You said, and we will not, because 1 Time/u,
    )
    await anybody.follow(draft)
    const behind = async () => (await links(anybody)).map(({ words }) => words)
    for (const one of [C, K]) assert.ok((await behind()).includes(one), `${one} is not behind ${draft}`)
    await anybody.open(`/thread/${notice}`)
    for (const one of [draft, K]) assert.ok((await behind()).includes(one), `${one} is not behind ${notice}`)
    await anybody.open(`/commissions/${C}`)
    assert.doesNotMatch(await anybody.source(), /Kind people|In the same words|Rufus/u)
  },
)

storyOverHttp(
  'Bury, 2237, with steps left out: too short a notice, a step past a shut gate, half a pack, forms that nobody keyed in, and one coder alone',
  where,
  async ({ beside }) => {
    // By the council's own scheme, a year later than needed: what is refused here hangs on no decision.
    const [officer, second, director] = [
      await beside('Philippa Quillon'),
      await beside('Rufus Tinderby'),
      await beside('Osric Bramblewood'),
    ]
    const why = async () => (await errors(officer)).join(' ')
    const commission = await openCommission(officer, { ...undertaking, post: undertaking.lead })
    await planBackward(officer, commission, { startsOn: '2025-10-25', running })
    await changeStepInVain(officer, commission, 'Call-in of that decision', {
      lasts: ['2', 'days'],
      why: 'We are late',
    })
    assert.match(await why(), /“Call-in of that decision” cannot last 2 days: .*From .* that is until/u)
    await changeStepInVain(officer, commission, 'Notice of the key decision', {
      lasts: ['2', 'weeks'],
      why: 'We are late',
    })
    assert.match(await why(), /“Notice of the key decision” cannot last 2 weeks: .*28/u)
    await changeStep(officer, commission, 'Tender', { lasts: ['7', 'weeks'], why: 'Time to answer well' })
    for (const step of ['Tender', 'Call-in of that decision']) {
      await finishStep(officer, commission, step, 'The notice is out', 422)
      assert.match(
        await why(),
        new RegExp(
          `“${step}” cannot be over on 15 July 2024\\. “${cabinet}” is a gate, and no decision is named that opens it\\. .*name the published decision in the gate`,
          'u',
        ),
      )
    }
    await finishStep(officer, commission, cabinet, 'It will be agreed', 422)
    assert.match(await why(), /is a gate, and no decision is named that opens it/u)
    const draft = await startDraft(officer, approving)
    await changeStep(officer, commission, cabinet, {
      gate: { decision: draft, says: 'Return to Cabinet' },
      why: 'A draft is there',
    })
    await finishStep(officer, commission, 'Tender', 'The notice is out', 422)
    assert.match(await why(), new RegExp(`is a gate: ${draft} is not published, so it authorises nothing`, 'u'))
    await finishStep(officer, commission, research, 'Report of the project group')
    await officer.open(`${commission}/timeline`)
    assert.match(await text(officer), /Over on 15 July 2024: Report of the project group/u)

    // Half a pack, and too little time: it opens only with the reason, which is published; or once it is whole.
    const given = consulting([commission.split('/').at(-1) ?? ''])
    const pack = Object.entries(given.pack)
    const K = await draftConsultation(officer, {
      ...given,
      opensOn: '2024-07-15',
      closesOn: '2024-08-18',
      pack: Object.fromEntries(pack.slice(0, 4)),
    })
    await officer.follow('Open it')
    await officer.press('Open it', { status: 422 })
    assert.match(
      await why(),
      /Say why it opens all the same: .*The pack lacks 2 of 6 things: what else was considered, and why it is not proposed; draft equality analysis\./u,
    )
    assert.match(await why(), /35 days; 42 are needed \(Six weeks, as in reference 2237/u)
    await officer.open(`/desk/consultations/${K}/pack`)
    for (const [kind, words] of pack.slice(4)) await addDocument(officer, kind, words)
    await officer.open(`/desk/consultations/${K}/days`)
    await fillDay(officer, 'Last day', '2024-08-26')
    await officer.press('Save and return')
    await openIt(officer, K)

    // Two forms were counted and one is keyed in: what was received is not what was dealt with.
    await answerOnline(await beside(), K, {
      chosen: [[have, 'Yes']],
      written: [`${well} (optional)`, 'The same carer.'],
    })
    const box = await takeInBox(officer, K, 'Radcliffe library, box 1', '2')
    for (const one of [officer, second])
      await keyIn(one, box, '1/1', { chosen: [[`1. ${have}`, 'Yes']], written: [`2. ${well}`, 'Too short.'] })
    await officer.open(box)
    await officer.follow('1/2')
    await officer.choose('No')
    await officer.press('Key it in')
    assert.match(await text(officer), /1 still to do\. You have read every form; 1 waits for a second person/u)
    await officer.follow('1/2')
    await officer.choose('No')
    await officer.press('Key it in', { status: 422 })
    assert.match(await why(), /You keyed in Form 1\/2 yourself\. A second person keys it in/u)
    await officer.open(`/desk/consultations/${K}/finish`)
    await officer.press('Confirm', { status: 422 })
    assert.match(await why(), new RegExp(`${K} cannot be closed yet\\. Its last day is Monday 26 August 2024`, 'u'))
    await moveDays(officer, 43)
    await closeIt(officer, K)
    await putFrame(officer, K, codes, '100')
    await codeAll(officer, K, codes)
    await sayAnalysed(officer, K, 422)
    assert.match(
      await why(),
      /Of 3 received, 1 waits to be analysed or excluded\..*See which on the reconciliation page/u,
    )
    await keyIn(second, box, '1/2', { chosen: [[`1. ${have}`, 'No']] })
    await officer.open(`/desk/consultations/${K}/analysis/wordless`)
    await officer.press('Note them as analysed')

    // One coder alone is not two; what the two see differently is settled; what was raised belongs to a theme.
    await sayAnalysed(officer, K, 422)
    assert.match(await why(), /2 answers wait for a second coder\./u)
    await officer.open(`/desk/consultations/${K}/analysis/next/second`)
    assert.match(await text(officer), /Nothing is left for you to code/u)
    await codeAll(director, K, codes.slice(0, 1), 'second')
    await sayAnalysed(officer, K, 422)
    assert.match(await why(), /On 1 answer two coders differ; settle it\./u)
    await officer.open(`/desk/consultations/${K}/analysis/settle`)
    await officer.follow(/^R-/u)
    await officer.choose('Time enough', { in: 'What holds?' })
    await officer.fill('Why?', 'Too short is of time.')
    await officer.press('Settle it')
    await sayAnalysed(officer, K, 422)
    assert.match(await why(), /“The same people” was raised in 1 answer and belongs to no theme\./u)
    await putTheme(officer, K, {
      title: 'Who comes',
      says: 'The same faces.',
      codes: ['The same people', 'Time enough'],
    })
    await sayAnalysed(officer, K)
    await officer.open(`/desk/consultations/${K}/reconciliation`)
    assert.match(await text(officer), /3 received = 3 analysed \+ 0 excluded \+ 0 waiting\. It adds up/u)
  },
)
