import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import {
  answerUrgency,
  askUrgency,
  dropPlanned,
  enterPlanned,
  giveGeneralException,
  giveKeyNotice,
  movePlanned,
  propose,
  publish,
  recordNoticeElsewhere,
  sign,
  tiePlanned,
  viewDecision,
  viewNotice,
  viewNoticesOf,
  viewPlan,
  viewPlanned,
  withdrawNotice,
} from '../index.ts'
import { drafted, nils } from '../pages/examples.ts'

const world = await aCouncil({ on: '2022-08-05' })
const web = await openBrowser(world)
const [priya, desmond, hugo, marguerite] = [
  world.as('Priya'),
  world.as('Desmond'),
  world.as('Hugo'),
  world.as('Marguerite'),
]
const eight = {
  documents: ['Report of the Director'],
  address: 'County Hall',
  otherDocuments: 'Others may be submitted.',
  howToRequest: 'Write to us.',
}

async function unnoticed(title: string): Promise<{ ref: string; version: number }> {
  const { ref, version } = await drafted(world, { title }, { unnoticed: true })
  must(await world.does(priya, propose, { ref, version }))
  return { ref, version: version + 1 }
}

async function planned(title: string, due: string, decision: string | null = null): Promise<string> {
  return must(
    await world.does(priya, enterPlanned, {
      matter: title,
      maker: 'cabinet-member-adults',
      subject: 'adults/everyday-life',
      isKey: true,
      dueFrom: due,
      dueUntil: due,
      decision,
    }),
  ).ref
}

test('a key decision noticed 27 clear days before is refused with its working, and taken on the first day that has 28', async () => {
  world.on('2022-08-05')
  const { ref, version } = await unnoticed('Noticed in time')
  assert.match(
    no(await world.does(desmond, sign, { ref, version, ...nils })),
    /no notice of it was given: 0 clear days; 28 are needed\. If it cannot wait, there are the general exception .* and special urgency/u,
  )
  const plan = await planned('Noticed in time', '2022-09-03', ref)
  const { ref: notice, earliest } = must(await world.does(hugo, giveKeyNotice, { ref: plan, ...eight }))
  assert.equal(earliest.toString(), '2022-09-03')
  world.on('2022-09-02')
  assert.match(
    no(await world.does(desmond, sign, { ref, version, ...nils })),
    new RegExp(
      `Notice ${notice} was given on Friday 5 August 2022: 27 clear days; 28 are needed\\. The first day on which the decision can be taken is Saturday 3 September 2022`,
      'u',
    ),
  )
  world.on('2022-09-03')
  assert.match(
    no(await world.does(desmond, sign, { ref, version, decidedOn: '2022-09-02', ...nils })),
    /27 clear days/u,
  )
  must(await world.does(desmond, sign, { ref, version, ...nils }))
  must(await world.does(hugo, publish, { ref }))
  assert.equal(must(await world.asks(world.visitor, viewPlanned, { ref: plan })).planned.decisionRef, ref)
  assert.deepEqual(
    must(await world.asks(world.visitor, viewDecision, { ref })).decision.notices?.map((one) => one.ref),
    [notice],
  )
})

test('a notice belongs to the day in London on which it is given, a minute before midnight in summer, at a change of clocks and over 29 February', async () => {
  for (const [title, given, day, first] of [
    ['Before midnight in summer', '2022-07-05T22:59:30Z', '2022-07-05', '2022-08-03'],
    ['After midnight in summer', '2022-07-05T23:00:00Z', '2022-07-06', '2022-08-04'],
    ['On the night the clocks go back', '2022-10-30T00:30:00Z', '2022-10-30', '2022-11-28'],
    ['Over the year’s end', '2022-12-31T23:59:59Z', '2022-12-31', '2023-01-29'],
    ['On the night the clocks go forward', '2023-03-26T00:59:59Z', '2023-03-26', '2023-04-24'],
    ['Over 29 February', '2024-02-01T12:00:00Z', '2024-02-01', '2024-03-01'],
  ] as const) {
    world.on(given)
    const { ref, version } = await unnoticed(title)
    const plan = await planned(title, first, ref)
    const { ref: notice, earliest } = must(await world.does(hugo, giveKeyNotice, { ref: plan, ...eight }))
    assert.equal(earliest.toString(), first, title)
    const seen = must(await world.asks(world.visitor, viewNotice, { ref: notice }))
    assert.equal(seen.notice.givenOn.toString(), day, title)
    const eve = Temporal.PlainDate.from(first).subtract({ days: 1 })
    world.on(`${eve.toString()}T22:00:00Z`)
    assert.match(no(await world.does(desmond, sign, { ref, version, ...nils })), /27 clear days; 28 are needed/u, title)
    world.on(first)
    must(await world.does(desmond, sign, { ref, version, ...nils }))
  }
  world.on('2022-08-05')
})

test('refused at 27 days, it is taken under the general exception after five clear working days', async () => {
  world.on('2022-08-05')
  const { ref, version } = await unnoticed('Cannot wait for 28 days')
  const given = must(
    await world.does(hugo, giveGeneralException, {
      ref,
      reasons: 'The grant was confirmed today.',
      told: 'chair',
      toldOn: '2022-08-05',
      how: 'by e-mail',
    }),
  )
  assert.equal(given.earliest.toString(), '2022-08-13')
  world.on('2022-08-12')
  assert.match(
    no(await world.does(desmond, sign, { ref, version, ...nils })),
    /Notice of general exception N-2022-\d{4} was given on Friday 5 August 2022: 4 clear working days; 5 are needed\. The first day .* Saturday 13 August 2022/u,
  )
  world.on('2022-08-13')
  must(await world.does(desmond, sign, { ref, version, ...nils }))
  const seen = must(await world.asks(world.visitor, viewNotice, { ref: given.ref }))
  assert.match(
    JSON.stringify(seen.notice.content),
    /Marguerite Vane, Chair of Health and Care Scrutiny, on Friday 5 August 2022: by e-mail/u,
  )
})

test('special urgency takes the agreement of the scrutiny chair, or of who comes after, with the reason why not the chair', async () => {
  world.on('2022-08-05')
  const { ref, version } = await unnoticed('Urgent')
  assert.match(
    no(await world.does(hugo, askUrgency, { ref, post: 'council-chair', reasons: 'It closes.' })),
    /Say why the Chair of Health and Care Scrutiny could not be asked/u,
  )
  assert.match(
    no(await world.does(hugo, askUrgency, { ref, post: 'director-adults', reasons: 'It closes.' })),
    /Choose one of: Chair of Health and Care Scrutiny, Chair of the Council, Vice-Chair of the Council/u,
  )
  const { request } = must(
    await world.does(hugo, askUrgency, { ref, post: 'scrutiny-chair', reasons: 'It closes on Friday.' }),
  )
  assert.match(no(await world.does(desmond, sign, { ref, version, ...nils })), /no notice of it was given/u)
  assert.match(
    no(await world.does(desmond, answerUrgency, { request, answer: 'agree' })),
    /Desmond Okoro did not hold the post that was asked, Chair of Health and Care Scrutiny/u,
  )
  assert.match(no(await world.does(marguerite, answerUrgency, { request, answer: 'decline' })), /Say why not/u)
  must(await world.does(marguerite, answerUrgency, { request, answer: 'decline', says: 'It was known in June.' }))
  assert.match(
    no(await world.does(marguerite, answerUrgency, { request, answer: 'agree' })),
    /That was declined on Friday 5 August 2022/u,
  )
  const { request: again } = must(
    await world.does(hugo, askUrgency, { ref, post: 'scrutiny-chair', reasons: 'It closes tonight.' }),
  )
  const { notice } = must(await world.does(marguerite, answerUrgency, { request: again, answer: 'agree' }))
  must(await world.does(desmond, sign, { ref, version, ...nils }))
  const words = (await web.browser().open(`/notices/${notice ?? ''}`)).words('main-content')
  assert.match(
    words,
    /Notice of special urgency.*It closes tonight\..*Marguerite Vane, Chair of Health and Care Scrutiny, on Friday 5 August 2022/u,
  )
  assert.match(
    no(await world.does(hugo, askUrgency, { ref, post: 'scrutiny-chair', reasons: 'Afterwards' })),
    /cannot be agreed afterwards|this one is past/u,
  )
})

test('a notice is never edited: another takes its place and counts from its own day, or it is withdrawn and counts for nothing', async () => {
  world.on('2022-08-05')
  const { ref, version } = await unnoticed('Replaced')
  const plan = await planned('Replaced', '2022-09-30', ref)
  const first = must(await world.does(hugo, giveKeyNotice, { ref: plan, ...eight })).ref
  world.on('2022-08-10')
  const second = must(
    await world.does(hugo, giveKeyNotice, {
      ref: plan,
      ...eight,
      documents: ['Report', 'Options appraisal'],
      replaces: first,
    }),
  ).ref
  assert.match(
    no(await world.does(hugo, giveKeyNotice, { ref: plan, ...eight, replaces: first })),
    /was withdrawn or replaced before/u,
  )
  world.on('2022-09-05')
  assert.match(
    no(await world.does(desmond, sign, { ref, version, ...nils })),
    new RegExp(`${second} was given on Wednesday 10 August 2022: 25 clear days`, 'u'),
  )
  assert.match(
    (await web.browser().open(`/notices/${first}`)).words('main-content'),
    new RegExp(`Replaced On Wednesday 10 August 2022 another took its place: ${second}`, 'u'),
  )
  must(await world.does(hugo, withdrawNotice, { ref: second, because: 'The plan is reviewed.' }))
  assert.match(no(await world.does(hugo, withdrawNotice, { ref: second, because: 'Again' })), /stands no more/u)
  world.on('2022-10-01')
  assert.match(no(await world.does(desmond, sign, { ref, version, ...nils })), /no notice of it was given/u)
})

test('a notice leaves none of the eight things out', async () => {
  world.on('2022-08-05')
  const plan = await planned('Incomplete', '2022-10-01')
  assert.match(
    no(
      await world.does(hugo, giveKeyNotice, {
        ref: plan,
        documents: [],
        address: '',
        otherDocuments: 'Others may be submitted.',
        howToRequest: '',
      }),
    ),
    /does not say \(e\) the documents submitted, or that there are none yet; \(f\) the address from which copies can be had; \(h\) how to ask for them\./u,
  )
  const cabinet = must(
    await world.does(priya, enterPlanned, {
      matter: 'By Cabinet',
      maker: 'cabinet',
      subject: 'adults',
      isKey: true,
      dueFrom: '2022-10-01',
      dueUntil: '2022-10-31',
    }),
  ).ref
  const { ref } = must(await world.does(hugo, giveKeyNotice, { ref: cabinet, ...eight }))
  const words = (await web.browser().open(`/notices/${ref}`)).words('main-content')
  assert.match(
    words,
    /\(a\) What A key decision is to be made\. \(b\) Matter By Cabinet \(c\) Body that decides Cabinet \(c\) Its members Desmond Okoro Rosalind Thwaite \(d\) When between Saturday 1 October 2022 and Monday 31 October 2022 \(e\) Documents/u,
  )
})

test('a notice given elsewhere counts from its day there and says so', async () => {
  world.on('2022-08-05')
  const { ref, version } = await unnoticed('Noticed on the old website')
  assert.match(
    no(await world.does(hugo, recordNoticeElsewhere, { ref, givenOn: '2022-08-06', said: 'It' })),
    /is still to come/u,
  )
  assert.match(
    no(
      await world.does(hugo, recordNoticeElsewhere, {
        ref,
        givenOn: '2022-07-01',
        said: 'It',
        address: 'javascript:alert(1)',
      }),
    ),
    /Enter a web address/u,
  )
  const { ref: notice } = must(
    await world.does(hugo, recordNoticeElsewhere, {
      ref,
      givenOn: '2022-07-07',
      address: 'https://democracy.example/mgIssue.aspx?IId=1',
      said: 'Care at home, by the Cabinet Member',
    }),
  )
  must(await world.does(desmond, sign, { ref, version, ...nils }))
  assert.match(
    (await web.browser().open(`/notices/${notice}`)).words('main-content'),
    /Given elsewhere https:\/\/democracy\.example\/mgIssue\.aspx\?IId=1, recorded here on Friday 5 August 2022/u,
  )
})

test('the forward plan remembers each day that something had, who moved it and why; what leaves it says why', async () => {
  world.on('2022-08-05')
  const plan = await planned('Slips twice', '2022-09-01')
  world.on('2022-08-20')
  must(
    await world.does(priya, movePlanned, {
      ref: plan,
      dueFrom: '2022-10-01',
      dueUntil: '2022-10-01',
      because: 'The survey is late.',
    }),
  )
  assert.match(
    no(
      await world.does(priya, movePlanned, {
        ref: plan,
        dueFrom: '2022-10-01',
        dueUntil: '2022-10-01',
        because: 'Again',
      }),
    ),
    /due then already/u,
  )
  world.on('2022-09-25')
  must(
    await world.does(hugo, movePlanned, {
      ref: plan,
      dueFrom: '2022-11-01',
      dueUntil: '2022-11-30',
      because: 'Purdah.',
    }),
  )
  const browser = web.browser()
  const words = (await browser.open(`/forward-plan/${plan}`)).words('main-content')
  assert.match(
    words,
    /Decision due between Tuesday 1 November 2022 and Wednesday 30 November 2022 Originally due Thursday 1 September 2022; 90 days later now/u,
  )
  assert.match(
    words,
    /On 20 August 2022 Priya Larkin moved it from Thursday 1 September 2022 to Saturday 1 October 2022: The survey is late\..*Hugo Pennyfeather moved it.*Purdah/u,
  )
  const json = JSON.parse((await browser.open('/forward-plan.json?slipped=yes')).text) as {
    entries: { ref: string; slippedDays: number; slips: number }[]
  }
  assert.deepEqual(
    json.entries.map(({ ref, slippedDays, slips }) => [ref, slippedDays, slips]),
    [[plan, 90, 2]],
  )
  assert.match(
    (await browser.open('/forward-plan.csv?q=slips')).text,
    new RegExp(
      `${plan},Slips twice,Cabinet Member for Adult Social Care,yes,adults/everyday-life,2022-11-01,2022-11-30,2022-09-01,2022-09-01,90,2,`,
      'u',
    ),
  )
  must(await world.does(priya, dropPlanned, { ref: plan, how: 'withdrawn', because: 'No longer needed.' }))
  assert.match(
    no(
      await world.does(priya, movePlanned, {
        ref: plan,
        dueFrom: '2022-12-01',
        dueUntil: '2022-12-01',
        because: 'Again',
      }),
    ),
    /is withdrawn: it no longer changes/u,
  )
  assert.ok(!must(await world.asks(world.visitor, viewPlan, { size: 500 })).items.some(({ ref }) => ref === plan))
  assert.match(
    (await browser.open('/forward-plan?state=withdrawn')).words('main-content'),
    /Slips twice.*Withdrawn No longer needed\./u,
  )
})

test('an entry is tied to the record of the same matter, and its notices count for it', async () => {
  world.on('2022-08-05')
  const plan = await planned('Tied later', '2022-09-10')
  must(await world.does(hugo, giveKeyNotice, { ref: plan, ...eight }))
  const cabinet = must(
    await world.does(priya, enterPlanned, {
      matter: 'For Cabinet',
      maker: 'cabinet',
      subject: 'adults',
      isKey: true,
      dueFrom: '2022-09-10',
      dueUntil: '2022-09-10',
    }),
  ).ref
  world.on('2022-09-10')
  const { ref, version } = await unnoticed('Tied later')
  assert.match(
    no(await world.does(priya, tiePlanned, { ref: cabinet, decision: ref })),
    /are not for the same to decide/u,
  )
  must(await world.does(priya, tiePlanned, { ref: plan, decision: ref }))
  assert.equal(must(await world.asks(hugo, viewNoticesOf, { ref })).said?.outcome, 'met')
  must(await world.does(desmond, sign, { ref, version, ...nils }))
})

test('for any day of notice, the day before the first is refused and the first is accepted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom('key-decision', 'general-exception'),
      async (days, kind) => {
        const given = Temporal.PlainDate.from('2020-12-01').add({ days })
        world.on('2022-08-05')
        const { ref, version } = await unnoticed('Any day')
        const { earliest } = must(
          await world.does(hugo, recordNoticeElsewhere, { ref, kind, givenOn: given.toString(), said: 'It' }),
        )
        assert.match(
          no(
            await world.does(desmond, sign, {
              ref,
              version,
              decidedOn: earliest.subtract({ days: 1 }).toString(),
              ...nils,
            }),
          ),
          new RegExp(`The first day on which the decision can be taken is [A-Z][a-z]+day ${earliest.day} `, 'u'),
        )
        must(await world.does(desmond, sign, { ref, version, decidedOn: earliest.toString(), ...nils }))
      },
    ),
    { numRuns: 5 },
  )
})

test('everything is done on pages: planned, noticed, and urgency asked and agreed, with what was typed kept', async () => {
  world.on('2022-08-05')
  const { ref } = await unnoticed('On pages')
  const [clerk, chair] = [
    await web.browser().signIn('Hugo Pennyfeather'),
    await web.browser().signIn('Marguerite Vane'),
  ]
  const notices = await clerk.open(`/desk/decisions/${ref}/notices`)
  assert.match(notices.words('main-content'), /Not met It is a key decision and no notice of it was given/u)
  const wrong = await (
    await clerk.open(notices.link('Enter it in the forward plan'))
  ).send({ 'dueFrom-day': '31', 'dueFrom-month': '2', 'dueFrom-year': '2023', leadOfficer: 'Priya' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.words(), /There is no such day as 31 2 2023/u)
  assert.match(wrong.text, /value="Priya"/u)
  const back = await wrong.send({ 'dueFrom-day': '30', 'dueFrom-month': '9' })
  const give = await clerk.open(back.link('Give notice of a key decision'))
  assert.match(
    give.words(),
    /the decision can be taken from Saturday 3 September 2022: 28 clear calendar days \(Part 4, access to information rules 13 and 15\)/u,
  )
  const short = await give.send({ documents: 'Report', address: '' })
  assert.match(short.words(), /The notice does not say \(f\)/u)
  assert.match(
    (await short.send({ address: 'County Hall' })).words(),
    /Notice of a key decision.*Stands.*\(f\) Where copies can be had County Hall/u,
  )
  assert.match(
    (await clerk.open(`/desk/decisions/${ref}/notices`)).words('main-content'),
    /0 clear days; 28 are needed.*Given Notice of a key decision N-2022-\d{4}/u,
  )
  await (
    await clerk.open(`/desk/decisions/${ref}/notices/urgency`)
  ).send({ post: 'scrutiny-chair', reasons: 'It cannot wait.' })
  const asked = await clerk.open((await clerk.open(`/desk/decisions/${ref}/notices`)).link('Waits for an answer'))
  assert.match(
    (await chair.open('/desk')).words('main-content'),
    /Say whether it is urgent: On pages asked by Hugo Pennyfeather/u,
  )
  assert.match(
    (await chair.open(asked.url)).words(),
    /Why it cannot wait It cannot wait\. If you agree, the reasons and your name are published at once/u,
  )
  assert.match((await (await chair.open(asked.url)).send({ answer: 'agree' })).words(), /Notice of special urgency/u)
  assert.match((await web.browser().open('/notices?kind=special-urgency')).words('main-content'), /On pages/u)
  assert.match(
    (await clerk.open(`/desk/decisions/${ref}`)).words('main-content'),
    /Notice before it was decided Met Special urgency was agreed on Friday 5 August 2022/u,
  )
  const exception = await (
    await clerk.open(`/desk/decisions/${ref}/notices/exception`)
  ).send({ reasons: 'It came late.', told: 'chair', how: 'by letter' })
  assert.match(exception.words('main-content'), /Notice of a general exception N-2022/u)
  const [entry] = must(await world.asks(world.visitor, viewPlan, { q: '"On pages"' })).items
  assert.match(
    (await clerk.open(`/forward-plan/${entry?.ref ?? ''}`)).words('main-content'),
    /Reason for urgency It came late\./u,
  )
})

test('after all this the chain holds, every notice as it was sealed', async () =>
  assert.deepEqual(await world.breaks(), []))
