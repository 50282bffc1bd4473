import assert from 'node:assert/strict'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { kent, southampton } from '../site/demo/councils/index.ts'
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
  startDraft,
} from './desk.ts'
import { alone, clear, giveNotice, inPublic, larkshireOn, signInVain, withhold, writeReasons } from './governing.ts'
import { openJourneyHouse } from './house.ts'
import { seed } from './seeds.ts'
import { contract, director, shortBreaks, shown } from './short-breaks.ts'
import { story } from './story.ts'
import { errors, fillDay, heading, links, text, type Visitor } from './visitor.ts'

const house = await openJourneyHouse()
const larkshire = (day: string) => () => house.found(larkshireOn(day))

const record = seed('004')

story(
  'Southampton: (iv) and (v) are called in, suspended, judged, heard, referred back, amended and released, while the rest goes on',
  () => house.found({ ...southampton, day: '2018-03-20' }),
  async ({ come, beside }) => {
    const [officer, proper, clerk, member] = [
      await beside('Verity Tidemark'),
      await beside('Wilfred Saltern'),
      await come('Wilfred Saltern'),
      await come('Xanthe Mooring'),
    ]
    if (record) await giveRecord(officer, record)
    const ref = record
      ? await draftFromReading(officer, shortBreaks)
      : await startDraft(officer, 'An offer of short breaks for disabled children')
    await complete(officer, shortBreaks)
    await propose(officer, ref)
    await noticedElsewhere(officer, ref, '2018-02-12')
    await sign(proper, ref)
    await publish(proper, ref)
    const [procurement = '', grants = '', contracts = '', model = ''] = await mandatesOf(officer, ref)
    const [visitor, passer] = [await come(), await beside()]
    const anybody = (who = passer) => inPublic(who, ref)
    const before = await anybody()
    assert.match(before.page, /Call-in open.*Not so far\. It can be called in until 27 March 2018/u)
    assert.match(before.line, /Call-in open/u)

    // Called in on the first day, with what was left out said, and by whoever may.
    await moveDays(proper, 1)
    await officer.open(`/desk/decisions/${ref}/call-in`, { status: 403 })
    await member.open(`/desk/decisions/${ref}`)
    await member.press('Call clauses in')
    await member.choose('(iv) Delegate')
    await member.choose('(v) Delegate')
    await member.press('Call in', { status: 422 })
    assert.match((await errors(member)).join(' '), /Name the members who call it in/u)
    await member.fill('Who calls it in?', 'Xanthe Mooring\nPercy Quayside (invented)\nDelia Marchwood (invented)')
    await member.fill(
      'On which grounds?',
      'The report does not say how families without a social worker will be reached.',
    )
    await member.press('Call in')
    const called = await anybody(visitor)
    assert.match(
      called.page,
      /Some of it is called in.*\(iii\) Approve Not yet in force.*\(iv\) Delegate Called in.*\(v\) Delegate Called in.*To be judged.*Standing Waits to be judged/u,
    )
    assert.match(called.line, /Called in/u)
    assert.match(called.thread, /called in on 21 March 2018: waits to be judged/iu)

    // On the day on which it takes effect the rest goes on; what hangs on the two clauses does not.
    await moveDays(proper, 7)
    await recordAct(officer, {
      under: procurement,
      did: 'Publish a notice',
      what: 'Tender notice published',
      on: '2018-03-28',
    })
    await recordAct(officer, {
      under: grants,
      did: 'Award a grant',
      what: 'Grant to the Kite Club (invented)',
      pounds: '50,000',
      on: '2018-03-28',
    })
    const waits = async (day: string) => {
      await recordAct(officer, { ...contract, under: contracts, on: day, shown: shown('2018-03-27') }, 422)
      assert.match((await errors(officer)).join(' '), /suspended since Wednesday 21 March 2018: clause \(iv\)/u)
    }
    await waits('2018-03-28')

    // Nobody hears what nobody has judged; of two who judge at once the second is told.
    const lawyer = await come('Ulric Harbourne')
    await clerk.open(`/desk/decisions/${ref}`)
    assert.ok(!(await links(clerk)).some(({ words }) => words === 'Record how it was heard'))
    const judging = async (somebody: Visitor, judgement: string, status: number) => {
      await somebody.choose(judgement)
      await somebody.fill('Reasons', 'Three members, in time, on grounds that go to the decision.')
      await somebody.press('Save the judgement', { status })
    }
    for (const one of [clerk, lawyer]) {
      await one.open(`/desk/decisions/${ref}`)
      await one.press('Judge whether it is valid')
    }
    await judging(lawyer, 'It is valid, and goes to scrutiny', 200)
    await judging(clerk, 'It is not valid', 422)
    assert.match((await errors(clerk)).join(' '), /Valid, and waits to be heard|judged/iu)
    const valid = await anybody()
    assert.match(
      valid.page,
      /Judged valid.*To be heard.*Standing Valid, and waits to be heard.*Three members, in time/u,
    )
    assert.match(valid.thread, /called in on 21 March 2018: valid, and waits to be heard/iu)

    // Heard on 5 April, and referred back: still suspended.
    await clerk.open(`/desk/decisions/${ref}`)
    await clerk.press('Fix the hearing')
    await fillDay(clerk, 'On which day?', '2018-04-05')
    await clerk.press('Fix the hearing')
    await moveDays(proper, 8)
    await clerk.open(`/desk/decisions/${ref}`)
    await clerk.press('Record how it was heard')
    await clerk.choose('Xanthe Mooring')
    await clerk.choose('It refers the decision back to whoever decided, with its comments')
    await clerk.fill(
      'Comments',
      'That contracts be limited until the Director has reported on families without a social worker.',
    )
    await clerk.press('Save what scrutiny decided')
    await waits('2018-04-05')
    const back = await anybody()
    assert.match(
      back.page,
      /Some of it is called in.*To be reconsidered.*Standing Referred back to whoever decided.*That contracts be limited/u,
    )
    assert.match(back.line, /Called in/u)
    assert.match(back.thread, /referred back to whoever decided/iu)

    // Cabinet amends (iv) and leaves (v) as it is.
    await moveDays(proper, 5)
    await officer.open(`/desk/decisions/${ref}`)
    assert.ok(!(await links(officer)).some(({ words }) => words === 'Reconsider the decision'))
    const maker = await come('Sylvester Docklow')
    await maker.open(`/desk/decisions/${ref}`)
    await maker.press('Reconsider the decision')
    await maker.choose('Amend it')
    await maker.fill('Reasons', 'Scrutiny is right that families come first.')
    await maker.press('Sign the reconsideration', { status: 422 })
    assert.match((await errors(maker)).join(' '), /Nothing is amended/u)
    const four = { in: 'Clause (iv)' }
    await maker.choose('is amended', four)
    await maker.fill(
      'Its new words',
      'To delegate contracts up to £700,000 to the Director, until the report has been made.',
      four,
    )
    await maker.fill('Up to', '700,000', four)
    await maker.press('Sign the reconsideration')

    const after = await anybody(visitor)
    assert.match(
      after.page,
      /^(?!.*Some of it is called in).*To delegate .*Amended on 10 April 2018 by Cabinet, after it was called in\. It now says: To delegate contracts up to £700,000.*Standing Reconsidered and amended/u,
    )
    assert.match(after.line, /In effect/u)
    assert.match(after.thread, /called in on 21 March 2018: reconsidered and amended on 10 April 2018/iu)
    const now = await mandatesOf(officer, ref)
    assert.equal(now.length, 5)
    const limited = now.find((one) => ![procurement, grants, contracts, model].includes(one)) ?? ''
    await recordAct(officer, { ...contract, under: contracts, on: '2018-04-10', shown: shown('2018-03-27') }, 422)
    assert.match((await errors(officer)).join(' '), /ended/u)
    await recordAct(officer, {
      ...contract,
      under: limited,
      pounds: '700,000',
      on: '2018-04-10',
      shown: shown('2018-03-27'),
    })
    await recordAct(
      officer,
      { ...contract, under: limited, pounds: '1', on: '2018-04-10', shown: shown('2018-03-27') },
      422,
    )
    assert.match((await errors(officer)).join(' '), /£1 more than the £0/u)
    await recordAct(officer, {
      under: model,
      did: 'Take other steps to carry a decision out',
      what: 'The model settled',
      on: '2018-04-10',
      shown: [
        {
          condition: /^To show: following consultation with the Cabinet Member/u,
          says: 'Sylvester Docklow, in person',
          on: '2018-04-09',
        },
      ],
    })
    await visitor.open(`/thread/${limited}`)
    assert.match(await text(visitor), new RegExp(`${director}.*${ref}`.replace('&', '.'), 'u'))
  },
)

story(
  'a key decision noticed 27 clear days before is refused; one waits for the 28th, the other is taken under general exception',
  larkshire('2022-08-05'),
  async ({ come, beside }) => {
    const [officer, planner, clerk, maker, visitor] = [
      await beside('Priya'),
      await come('Priya'),
      await come('Hugo'),
      await come('Desmond'),
      await come(),
    ]
    const drafts: Record<string, { ref: string; notice: string }> = {}
    for (const title of ['Support at work', 'Support at college']) {
      const ref = await startDraft(officer, title)
      await complete(officer, alone())
      await propose(officer, ref)
      drafts[title] = {
        ref,
        notice: await giveNotice(
          ...(Object.keys(drafts).length === 0
            ? ([planner, clerk] as const)
            : ([officer, await beside('Hugo')] as const)),
          ref,
          '2022-09-02',
        ),
      }
    }
    const [work = { ref: '', notice: '' }, college = { ref: '', notice: '' }] = Object.values(drafts)
    await visitor.open(work.notice)
    assert.match(await text(visitor), /28 clear calendar days.*it may be decided from Saturday 3 September 2022/u)

    await moveDays(clerk, 28)
    for (const { ref, notice } of [work, college]) {
      await signInVain(maker, ref)
      assert.match(
        (await errors(maker)).join(' '),
        new RegExp(
          `${notice.slice(9)} was given on Friday 5 August 2022: 27 clear days; 28 are needed\\. The first day on which the decision can be taken is Saturday 3 September 2022`,
          'u',
        ),
      )
    }

    // The first notice left a document out: its days count for nothing, and 28 more cannot be waited for.
    await clerk.open(work.notice)
    await clerk.press('Withdraw this notice')
    await clerk.fill('Reasons', 'It left out the report of the grant.')
    await clerk.press('Withdraw the notice')
    await clerk.open(`/desk/decisions/${work.ref}/notices`)
    await clerk.press('General exception')
    await clerk.fill('Why is 28 clear days’ notice impracticable?', 'The grant is lost on 15 September.')
    await clerk.press('Publish the notice today', { status: 422 })
    assert.equal(await clerk.typed('Why is 28 clear days’ notice impracticable?'), 'The grant is lost on 15 September.')
    await clerk.choose('Chair of Health and Care Scrutiny', { in: 'Who was told in writing?' })
    await clerk.fill('How?', 'By letter and e-mail')
    await clerk.press('Publish the notice today')

    await moveDays(clerk, 1)
    await signInVain(maker, work.ref)
    assert.match(
      (await errors(maker)).join(' '),
      /Notice of general exception N-2022-\d+ was given on Friday 2 September 2022: 0 clear working days; 5 are needed\. The first day .* Saturday 10 September 2022/u,
    )
    await sign(maker, college.ref)
    await publish(clerk, college.ref)
    await visitor.open(`/decisions/${college.ref}`)
    assert.match(
      await text(visitor),
      /Who knew of it beforehand\? Notice of a key decision N-2022-\d+, given on 5 August 2022/u,
    )

    await moveDays(clerk, 7)
    await sign(maker, work.ref)
    await publish(clerk, work.ref)
    await visitor.open(`/decisions/${work.ref}`)
    assert.match(
      await text(visitor),
      /Who knew of it beforehand\?.*it stood until 2 September 2022.*general exception N-2022-\d+, given on 2 September 2022/iu,
    )
    await visitor.open('/forward-plan?state=decided')
    assert.match(await text(visitor), /2 entries.*Support at college|2 entries.*Support at work/u)
  },
)

story(
  'cleared, then edited: the clearance is void and says by whom and what, nothing goes on, and the old text or a new clearance mends it',
  larkshire('2026-09-07'),
  async ({ come, beside }) => {
    const [officer, finance, legal, lawyer] = [
      await come('Priya'),
      await come('Winifred'),
      await come('Edmund'),
      await beside('Edmund'),
    ]
    const [author, maker, clerk] = [await beside('Priya'), await beside('Desmond'), await beside('Hugo')]
    const title = 'Quiet hours in every library'
    const ref = await startDraft(author, title)
    const plan = alone()
    await complete(author, plan)
    const check = async () => {
      await officer.open(`/desk/decisions/${ref}/check`)
      return text(officer)
    }
    assert.match(await check(), /Finance.*It can be proposed once nothing stops it/u)
    const send = async () => {
      await officer.open(`/desk/decisions/${ref}/clearances`)
      await officer.press('Send for clearance')
    }
    await send()
    // Finance is not for legal to clear: the text is there to be read, and no question.
    await legal.open(`/desk/decisions/${ref}/clearances`)
    await legal.follow(/^Read what was sent ?: Finance$/u)
    assert.doesNotMatch(await text(legal), /Do you clear this text\?/u)
    await clear(finance, title)
    assert.match(await check(), /Legal.*It can be proposed once nothing stops it/u)
    await clear(lawyer, title)
    assert.match(await check(), /Propose it/u)

    // The page is left open, and beside it the text is changed.
    await writeReasons(author, ref, 'The hours were asked for by nobody.')
    await officer.press('Propose the decision', { status: 409 })
    assert.match(
      await text(officer),
      /changed while you had it open.*cleared the text of .*changed since by Priya Larkin: reasons/u,
    )
    await officer.open(`/desk/decisions/${ref}`)
    for (const who of ['Finance: Winifred Cole', 'Legal: Edmund Starling'])
      assert.match(
        await text(officer),
        new RegExp(`${who} .*changed since by Priya Larkin: reasons.*Void: changed since`, 'u'),
      )
    const stopped = await check()
    assert.match(stopped, /changed since by Priya Larkin: reasons.*It can be proposed once nothing stops it/u)
    assert.doesNotMatch(stopped, /It goes to the/u)

    // The old text is the text that was cleared.
    await writeReasons(officer, ref, plan.reasons)
    assert.match(await check(), /Propose it It goes to the Cabinet Member for Adult Social Care/u)

    await writeReasons(officer, ref, 'The hours were asked for by those who use them, and tried for a year.')
    await send()
    await finance.open('/desk')
    await finance.follow(`Clear: ${title}`)
    assert.match(await text(finance), /What changed since the text of .*Reasons .*\[put in:.*tried for a year/u)
    await clear(finance, title)
    await clear(lawyer, title)
    await propose(officer, ref)
    await noticedElsewhere(author, ref, '2026-08-01')
    await sign(maker, ref)
    await publish(clerk, ref)
    const visitor = await come()
    await visitor.open(`/decisions/${ref}`)
    assert.match(await text(visitor), /Who cleared it beforehand\?.*Finance: Winifred Cole.*Legal: Edmund Starling/u)
  },
)

story(
  'an urgent decision takes the chair’s consent, is exempt from call-in with another, and stands in the annual report',
  larkshire('2026-05-05'),
  async ({ come, beside }) => {
    const [officer, clerk, maker, chair] = [
      await beside('Priya'),
      await come('Hugo'),
      await beside('Desmond'),
      await come('Marguerite'),
    ]
    const title = 'Support when a provider closes tonight'
    const ref = await startDraft(officer, title)
    await complete(officer, alone())
    await propose(officer, ref)
    await signInVain(maker, ref)
    assert.match((await errors(maker)).join(' '), /no notice of it was given/u)

    await officer.open(`/desk/decisions/${ref}/notices/urgency`, { status: 403 })
    await clerk.open(`/desk/decisions/${ref}/notices`)
    await clerk.press('Special urgency')
    await clerk.fill('Why is it urgent, and why can it not be deferred?', 'The provider closes at midnight.')
    await clerk.choose('Chair of the Council', { in: 'Who is asked to agree?' })
    await clerk.press('Ask for agreement', { status: 422 })
    assert.match((await errors(clerk)).join(' '), /why the Chair of Health and Care Scrutiny could not be asked/u)
    await clerk.choose('Chair of Health and Care Scrutiny', { in: 'Who is asked to agree?' })
    await clerk.press('Ask for agreement')
    // The clerk does not agree in the chair's place.
    await clerk.follow('Waits for an answer')
    await clerk.choose('I agree that it is urgent and cannot reasonably be deferred')
    await clerk.press('Send your answer', { status: 422 })
    assert.match(
      (await errors(clerk)).join(' '),
      /did not hold the post that was asked, Chair of Health and Care Scrutiny/u,
    )
    await chair.open('/desk')
    await chair.follow(`Say whether it is urgent: ${title}`)
    await chair.choose('I agree that it is urgent and cannot reasonably be deferred')
    await chair.press('Send your answer')
    await sign(maker, ref)

    await clerk.open(`/desk/decisions/${ref}`)
    await clerk.follow('It is too urgent to be called in')
    await clerk.press('Record the agreement', { status: 422 })
    await clerk.choose('June Aldous')
    await clerk.fill('Why can it not wait?', 'Six people would have nobody tomorrow.')
    await clerk.press('Record the agreement')
    await publish(clerk, ref)
    const visitor = await come()
    await visitor.open(`/decisions/${ref}`)
    assert.match(
      await text(visitor),
      /In effect.*exempt from call-in as urgent: June Aldous, Chair of the Council, agreed on 5 May 2026.*Six people would have nobody tomorrow/u,
    )
    const [mandate = ''] = await mandatesOf(visitor, ref)
    await recordAct(officer, {
      under: mandate,
      did: 'Commit money',
      what: 'Cover by Brookfield Care (invented)',
      pounds: '20,000',
      on: '2026-05-05',
    })
    await chair.open('/desk/call-in')
    assert.doesNotMatch(await text(chair), new RegExp(title, 'u'))
    await visitor.open('/reports/urgent-decisions')
    assert.match(
      await text(visitor),
      new RegExp(`1 urgent decision.*${ref}, ${title}.*The provider closes at midnight\\..*Marguerite Vane`, 'u'),
    )
    assert.match((await visitor.take('/reports/urgent-decisions.csv')).body, new RegExp(ref, 'u'))
  },
)

const secret = /Tansy|4,321/u

story(
  'an exempt appendix and a withheld passage: who needs to know reads them, and the public gets the words in no form',
  larkshire('2022-08-04'),
  async ({ base, come, beside }) => {
    const [officer, author, clerk, maker] = [
      await come('Priya'),
      await beside('Priya'),
      await beside('Hugo'),
      await beside('Desmond'),
    ]
    const ref = await startDraft(author, 'A framework for days out')
    await complete(
      author,
      alone({
        isKey: false,
        callIn: true,
        value: { pounds: '90,000' },
        reasons: 'The present framework ends. Tansy Meadow bid least, at £4,321. People asked for more choice.',
      }),
    )
    for (const [kind, title, words] of [
      ['Report', 'Report of the Director', 'Days out are asked for.'],
      ['Appendix', 'Appendix: scores', 'Tansy Meadow 81, at £4,321'],
    ] as const) {
      await officer.open(`/desk/decisions/${ref}/papers`)
      await officer.press('Attach a paper')
      await officer.upload('The file', { name: `${kind.toLowerCase()}.txt`, bytes: words, type: 'text/plain' })
      await officer.choose(kind, { in: 'What is it to the decision?' })
      await officer.fill('Title', title)
      await officer.press('Attach it')
    }
    // Nothing is withheld without its ground, its reason and a day.
    await officer.open(`/desk/decisions/${ref}/restrictions`)
    await officer.follow('In the reasons')
    await officer.press('Withhold it', { status: 422 })
    assert.match(
      (await errors(officer)).join(' '),
      /Choose whether it is confidential or exempt\. Say why the public interest is better served.*Say who decided this\./u,
    )
    await withhold(officer, ref, 'In the reasons', '2023-08-04', ['Tansy Meadow bid least, at £4,321.'])
    const appendix =
      (await links(officer))
        .find(({ words }) => words === 'In the paper “Appendix: scores”')
        ?.href.split('/')
        .at(-1) ?? ''
    await withhold(officer, ref, 'In the paper “Appendix: scores”', '2023-08-04')
    await propose(author, ref)
    await sign(maker, ref)
    await publish(clerk, ref)

    // Anybody: pages, data, documents, feeds and searches.
    const visitor = await come()
    await visitor.open(`/decisions/${ref}`)
    assert.match(
      await text(visitor),
      /The present framework ends\. \[Withheld: paragraph 3, financial or business affairs\] People asked for more choice\..*Is anything withheld\? Yes/u,
    )
    const papers = (await links(visitor)).filter(({ href }) => href.includes('/papers/'))
    assert.deepEqual(
      papers.map(({ words }) => words),
      ['Report of the Director'],
    )
    assert.equal((await (await beside()).take(`/decisions/${ref}/papers/${appendix}`)).status, 404)
    const given = async (who: Visitor) => {
      const pages = [
        `/decisions/${ref}`,
        `/thread/${ref}`,
        `/decisions/${ref}.json`,
        '/register.json',
        '/register.csv',
        '/register.atom',
        '/call-in.ics',
        '/call-in.atom',
        '/forward-plan.atom',
        '/acts',
        '/mandates',
        `/api/decisions/${ref}`,
        ...papers.map(({ href }) => href),
      ]
      const taken = [`/decisions/${ref}.pdf`, `/decisions/${ref}.docx`]
      const [pdf, docx] = [await who.take(taken[0] ?? ''), await who.take(taken[1] ?? '')]
      const texts = await Promise.all([
        extractText(await getDocumentProxy(new Uint8Array(pdf.bytes)), { mergePages: true }).then(
          ({ text: words }) => words,
        ),
        mammoth.extractRawText({ buffer: Buffer.from(docx.bytes) }).then(({ value }) => value),
      ])
      for (const words of texts) assert.match(words, /Withheld: paragraph 3/u)
      const said = new Map<string, string>(taken.map((path, at) => [path, texts[at] ?? '']))
      for (const path of pages) {
        const { status, body } = await who.take(path)
        assert.equal(status, 200, path)
        said.set(path, body)
      }
      return said
    }
    for (const [path, body] of await given(visitor)) assert.doesNotMatch(body, secret, path)
    for (const words of ['Tansy', '4,321', 'bid least']) {
      const { body } = await visitor.take(`/register.json?q=${encodeURIComponent(words)}`)
      assert.deepEqual((JSON.parse(body) as { decisions: unknown[] }).decisions, [], words)
    }
    await visitor.open(`/desk/decisions/${ref}/withheld`)
    assert.equal(await heading(visitor), 'Who would you like to be?')

    // A member who needs to know reads it on purpose, and that is kept.
    const member = await come('Marguerite')
    await member.open(`/desk/decisions/${ref}`)
    assert.doesNotMatch(await member.source(), secret)
    await member.press('Read what is withheld')
    assert.doesNotMatch(await member.source(), secret)
    await member.press('Read what is withheld')
    assert.match(await text(member), /Tansy Meadow bid least, at £4,321\..*Read “Appendix: scores”/u)
    await clerk.open(`/desk/decisions/${ref}/restrictions`)
    assert.match(await text(clerk), /Who read it Marguerite Vane, Thursday 4 August 2022: 2 passages and papers/u)

    // An officer works on all of it; and on the public page has what the public has.
    await officer.open(`/desk/decisions/${ref}`)
    assert.match(await text(officer), /Tansy Meadow bid least, at £4,321/u)
    assert.doesNotMatch((await officer.take(`/decisions/${ref}`)).body, secret)

    // Another council's officer has nothing at home, and is a stranger here even with the session of that council.
    const other = await house.found({ ...kent, day: '2022-08-04' })
    const stranger = await come('Nathaniel Cobnut', other.base)
    await stranger.open(`/desk/decisions/${ref}`, { status: 404 })
    for (const path of [`/desk/decisions/${ref}`, `/desk/decisions/${ref}/withheld`]) {
      await stranger.open(`${base}${path}`)
      assert.equal(await heading(stranger), 'Who would you like to be?')
    }
    await stranger.open(`${base}/decisions/${ref}`)
    assert.doesNotMatch(await stranger.source(), secret)
  },
)

story(
  'a section 114 report stops a call-off half way: one act goes on by consent, and after release it goes on exactly as before',
  larkshire('2022-08-15'),
  async ({ come, beside }) => {
    const [officer, clerk, maker, finance] = [
      await beside('Priya'),
      await beside('Hugo'),
      await beside('Desmond'),
      await come('Winifred'),
    ]
    const ref = await startDraft(officer, 'Calling off quiet hours')
    await complete(
      officer,
      alone({
        isKey: false,
        callIn: false,
        value: { pounds: '90,000' },
        clauses: [
          {
            label: 'a',
            verb: 'Delegate',
            words: 'To delegate calling off to the Director.',
            gives: [
              {
                to: 'Director of Adult Social Care',
                powers: ['Commit money'],
                about: 'Support for autistic people',
                limit: { pounds: '90,000' },
              },
            ],
          },
        ],
      }),
    )
    await propose(officer, ref)
    await sign(maker, ref)
    await publish(clerk, ref)
    const [mandate = ''] = await mandatesOf(officer, ref)
    const callOff = (what: string, pounds: string, on: string, more: object = {}, status = 200) =>
      recordAct(
        officer,
        { under: mandate, did: 'Commit money', what: `Call-off for ${what} (invented)`, pounds, on, ...more },
        status,
      )
    const left = async (visitor: Visitor) => {
      await visitor.open(`/mandates/${mandate}`)
      return text(visitor)
    }
    const visitor = await come()
    await callOff('Larch House', '40,000', '2022-08-15')
    assert.match(await left(visitor), /£50,000/u)

    // Only the chief finance officer issues it; the officer who calls off has no such page.
    await officer.open('/desk/holds/new', { status: 403 })
    await moveDays(clerk, 7)
    await finance.open('/holds')
    await finance.press('Issue a report or record an order')
    await finance.choose(/^Report of the s151 officer on the council/u, { in: 'What is it issued under?' })
    await finance.choose('The whole council', { in: 'How far does it reach?' })
    await finance.fill('Why?', 'There is no balanced budget.')
    await finance.press('Put it on hold')
    const hold = finance.address()
    await visitor.open('/holds')
    assert.match(await text(visitor), /On hold today/u)

    const caller = await come('Priya')
    await recordAct(
      caller,
      {
        under: mandate,
        did: 'Commit money',
        what: 'Call-off for Birch House (invented)',
        pounds: '10,000',
        on: '2022-08-22',
      },
      422,
    )
    assert.match((await errors(caller)).join(' '), /Ask the s151 officer to consent in writing and show it/u)
    assert.equal(await caller.typed('Value in pounds'), '10,000')
    await callOff('Birch House', '10,000', '2022-08-22', {
      shown: [
        {
          condition: /^To show: the s151 officer consented in writing/u,
          says: 'Letter of Winifred Cole',
          on: '2022-08-22',
        },
      ],
    })

    // Not released before a meeting considered it, nor by who did not issue it.
    await finance.open(hold)
    await finance.press('Release it')
    await finance.fill('Why may it go on?', 'A budget is set.')
    await finance.press('Release it', { status: 422 })
    assert.match((await errors(finance)).join(' '), /No meeting has considered the report yet/u)
    await clerk.open(`${hold}/release`, { status: 403 })
    await moveDays(clerk, 7)
    await clerk.open(hold)
    await clerk.press('Record what the meeting resolved')
    await clerk.fill('What did the meeting resolve?', 'An emergency budget; minute 7.')
    await clerk.press('Record it')
    await finance.open(`${hold}/release`)
    await finance.fill('Why may it go on?', 'A budget is set.')
    await finance.press('Release it', { status: 422 })
    await moveDays(clerk, 3)
    await finance.press('Release it')
    assert.match(await text(finance), /Nothing: it was released/u)

    assert.match(await left(visitor), /£40,000/u)
    await callOff('Cedar House', '40,000.01', '2022-09-01', {}, 422)
    assert.match((await errors(officer)).join(' '), /£40,000\.01 is £0\.01 more than the £40,000/u)
    await callOff('Cedar House', '40,000', '2022-09-01')
    await visitor.open(`/acts?mandate=${mandate}`)
    assert.match(await text(visitor), /3 acts/u)
  },
)

story(
  'a step left out: nothing is signed before it is proposed, published before it is signed, or called in too late, by too few or by the wrong people',
  larkshire('2022-08-05'),
  async ({ come, beside }) => {
    const [officer, clerk, maker, member] = [
      await beside('Priya'),
      await beside('Hugo'),
      await beside('Desmond'),
      await come('Marguerite'),
    ]
    const ref = await startDraft(officer, 'Quiet hours without a step')
    const at = `/desk/decisions/${ref}`
    const offered = async (somebody: Visitor) => {
      await somebody.open(at)
      return (await links(somebody)).map(({ words }) => words)
    }
    assert.match(
      await (async () => {
        await officer.follow('Check what is found, and what it will authorise')
        return text(officer)
      })(),
      /It can be proposed once nothing stops it/u,
    )
    await officer.open(at)
    await complete(officer, alone({ isKey: false, value: { pounds: '90,000' } }))
    for (const path of ['sign', 'publish']) await officer.open(`${at}/${path}`, { status: 403 })
    assert.ok(!(await offered(maker)).includes('Read and sign'))
    await propose(officer, ref)
    assert.ok(!(await offered(clerk)).includes('See the clock and publish'))
    // Somebody who decides other things reads it, and may not sign it.
    const other = await come('Tobias')
    await signInVain(other, ref)
    assert.match((await errors(other)).join(' '), /Cabinet Member for Adult Social Care/u)
    await sign(maker, ref)
    assert.ok(!(await offered(member)).includes('Call clauses in'))
    await publish(clerk, ref)

    await maker.open(`${at}/call-in`, { status: 403 })
    const callsIn = async (names: string, status: number) => {
      await member.choose('(a) Delegate')
      await member.fill('Who calls it in?', names)
      await member.fill('On which grounds?', 'Nobody was asked.')
      await member.press('Call in', { status })
    }
    await member.open(`${at}/call-in`)
    await callsIn('Marguerite Vane', 422)
    assert.match((await errors(member)).join(' '), /3/u)
    assert.equal((await member.typed('On which grounds?')).trim(), 'Nobody was asked.')
    // The page is left open over the last day.
    await moveDays(clerk, 8)
    await callsIn('Marguerite Vane\nBasil Thornby\nJune Aldous', 422)
    assert.match((await errors(member)).join(' '), /12 August 2022/u)
    assert.ok(!(await offered(member)).includes('Call clauses in'))
  },
)
