import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { rows, sql } from '#platform/database.ts'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import { analyseWordless, answerTheme, codeResponse, putCode, putTheme, setSecondCoding } from '../analysis/index.ts'
import { answered, opened, someQuestions } from '../examples.ts'
import { publishReport } from '../publication/index.ts'
import { findResponse } from '../responses/store.ts'
import { closeConsultation, handleResponse, markAnalysed, setQuestions, startConsultation } from '../use-cases.ts'
import { viewDraft } from '../queries.ts'
import {
  agreeWords,
  askPermission,
  listWords,
  publishWords,
  readWords,
  viewWords,
  viewWordsDesk,
  withdrawWords,
} from './index.ts'
import { permissionFaults, permissionKey, permissionQuestion } from './permission.ts'
import { reasons, type Reason } from './store.ts'
import { suggestionsIn } from './suggest.ts'

const world = await aCouncil({ on: '2022-09-05' })
const web = await openBrowser(world)
const [priya, ada, visitor] = [world.as('Priya'), world.as('Ada'), world.visitor]

const asking = {
  ...someQuestions,
  sections: [
    ...someQuestions.sections,
    { key: 'publishing', title: 'Publishing what you wrote', lead: null, questions: [permissionQuestion] },
  ],
}

/** A consultation with these responses, reported; gives their references. */
async function reported(of: Record<string, string | number>[]): Promise<{ ref: string; receipts: string[] }> {
  world.on('2022-09-05')
  const ref = await opened(world, '2022-09-05', {}, asking)
  must(await world.does(priya, setSecondCoding, { ref, share: 0, because: 'A test.' }))
  const { code } = must(await world.does(priya, putCode, { ref, title: 'Distance', means: 'How far it is.' }))
  const receipts: string[] = []
  for (const answers of of) {
    const receipt = await answered(world, ref, answers)
    receipts.push(receipt)
    const codes = Object.fromEntries(['q3', 'q8'].filter((key) => key in answers).map((key) => [key, [code]]))
    if (Object.keys(codes).length) must(await world.does(priya, codeResponse, { receipt, codes }))
  }
  must(await world.does(priya, analyseWordless, { ref }))
  const { theme } = must(
    await world.does(priya, putTheme, {
      ref,
      title: 'It is too far',
      says: 'Families cannot get there.',
      codes: [code],
    }),
  )
  world.on('2022-10-17')
  must(await world.does(priya, closeConsultation, { ref }))
  must(await world.does(priya, markAnalysed, { ref }))
  must(
    await world.does(priya, answerTheme, { ref, theme, answer: 'we-will-not', says: 'There is no money for a bus.' }),
  )
  assert.match(no(await world.does(priya, publishWords, { ref })), /beside the report/u)
  must(await world.does(priya, publishReport, { ref, summary: 'We asked.' }))
  return { ref, receipts }
}

const bothRead = async (receipt: string, passages: { words: string; reason: Reason }[] = []): Promise<void> => {
  const { n } = must(await world.does(priya, readWords, { receipt, publish: true, passages }))
  must(await world.does(ada, agreeWords, { receipt, n }))
}

/** Everything that anybody is shown of a consultation, in every format, page after page. */
async function everythingPublic(ref: string): Promise<string> {
  const browser = web.browser()
  const texts: string[] = []
  for (const path of ['', '/report', '/you-said', '/answers.csv', '/answers.json', '/words.csv', '/words.json']) {
    const { status, text } = await browser.open(`/consultations/${ref}${path}`)
    assert.equal(status, 200, path)
    texts.push(text)
  }
  const pdf = await fetch(new URL(`/consultations/${ref}/report.pdf`, web.base))
  texts.push(
    (await extractText(await getDocumentProxy(new Uint8Array(await pdf.arrayBuffer())), { mergePages: true })).text,
  )
  for (const path of [`/consultations/${ref}/words`, `/api/consultations/${ref}/words`]) {
    let after: string | null = ''
    while (after !== null) {
      const page = await browser.open(after === '' ? path : `${path}?after=${after}`)
      assert.equal(page.status, 200)
      texts.push(page.text)
      after = must(await world.asks(visitor, listWords, { ref, ...(after !== '' && { after }) })).next
    }
  }
  return texts.join('\n')
}

test('the question is added to a draft once; asked of some only, or required, it is no free choice and does not open', async () => {
  let { ref, version } = must(await world.does(priya, startConsultation, { title: 'Something' }))
  ;({ version } = must(await world.does(priya, setQuestions, { ref, version, questionnaire: someQuestions })))
  must(await world.does(priya, askPermission, { ref, version }))
  const { consultation } = must(await world.asks(priya, viewDraft, { ref }))
  assert.equal(consultation.questionnaire.sections.at(-1)?.questions[0]?.key, permissionKey)
  assert.match(no(await world.does(priya, askPermission, { ref, version: version + 1 })), /asks for that already/u)
  assert.deepEqual(permissionFaults(asking), [])
  const wrong = { ...permissionQuestion, required: true, showIf: [{ question: 'q1', is: ['yes'] }] }
  assert.equal(permissionFaults({ sections: [{ key: 's', title: 'S', lead: null, questions: [wrong] }] }).length, 2)
})

test('what looks like personal data is suggested: an NHS number only when its last digit checks', () => {
  const text =
    'Write to maren@example.org or call 01234 567890. My NHS number is 943 476 5919, not 943 476 5918. We live at 12 Mill Row, LK1 2AB. Mrs Quickfen helps. 2,500 families agree.'
  assert.deepEqual(
    suggestionsIn(text).map(({ words, looksLike }) => [words, looksLike]),
    [
      ['maren@example.org', 'an e-mail address'],
      ['01234 567890', 'a telephone number'],
      ['943 476 5919', 'an NHS number'],
      ['12 Mill Row', 'an address'],
      ['LK1 2AB', 'a postcode'],
      ['Mrs Quickfen', 'a title with a name'],
    ],
  )
  assert.deepEqual(suggestionsIn('The 2022 report says 40 per cent; £1,250,000 is too much.'), [])
})

test('two people read what somebody wrote; passages are withheld wherever they stand, and nothing else is told', async () => {
  const { ref, receipts } = await reported([
    ...Array.from({ length: 12 }, () => ({ q4: 4 })),
    { q8: 'Mrs Quickfen of Mill Row was kind. Ask Mrs Quickfen.', [permissionKey]: 'yes' },
    { q8: 'Nobody may read this aloud.', [permissionKey]: 'no' },
    { q8: 'I left the question empty.' },
    { q1: 'no', q3: 'I am the only one at the Larkton centre.', [permissionKey]: 'yes' },
  ])
  const [permitted = '', refusedIt = '', silent = '', alone = ''] = receipts.slice(12)
  for (const receipt of [refusedIt, silent])
    assert.match(no(await world.does(priya, readWords, { receipt, publish: true })), /silence is no/u)
  const passages = [{ words: 'mrs quickfen', reason: 'third-party' }]
  assert.match(
    no(
      await world.does(priya, readWords, {
        receipt: permitted,
        publish: true,
        passages: [{ words: 'Mr Nobody', reason: 'third-party' }],
      }),
    ),
    /do not stand in the response/u,
  )
  assert.match(no(await world.does(priya, readWords, { receipt: permitted, publish: false })), /Say why nothing/u)
  const { n } = must(await world.does(priya, readWords, { receipt: permitted, publish: true, passages }))
  assert.match(no(await world.does(priya, agreeWords, { receipt: permitted, n })), /somebody else’s/u)
  assert.equal(must(await world.does(priya, publishWords, { ref })).published, 0, 'one person alone publishes nothing')
  const anew = must(await world.does(priya, readWords, { receipt: permitted, publish: true, passages })).n
  assert.match(no(await world.does(ada, agreeWords, { receipt: permitted, n })), /has read .* anew/u)
  must(await world.does(ada, agreeWords, { receipt: permitted, n: anew }))
  await bothRead(alone)
  const { published, withheld } = must(await world.does(priya, publishWords, { ref }))
  assert.equal(published, 1)
  assert.match(withheld.join(' '), /“Why not\?” was asked of fewer than \d+ people/u)
  const { words, questions } = must(await world.asks(visitor, listWords, { ref }))
  assert.deepEqual(
    words.map(({ body }) => body),
    ['[Withheld: about somebody else] of Mill Row was kind. Ask [Withheld: about somebody else].'],
  )
  assert.deepEqual(
    questions.map(({ asked, n: of }) => [asked, of]),
    [['Anything else?', 1]],
  )
  const all = await everythingPublic(ref)
  for (const never of ['Quickfen', 'read this aloud', 'left the question empty', 'Larkton centre', ...receipts])
    assert.ok(!all.includes(never), never)

  // Read anew it is out until somebody agrees again; excluded it is out for good.
  must(await world.does(ada, readWords, { receipt: permitted, publish: true, passages: [] }))
  assert.equal(must(await world.asks(visitor, listWords, { ref })).words.length, 0)
  must(await world.does(priya, agreeWords, { receipt: permitted, n: anew + 2 }))
  must(await world.does(priya, publishWords, { ref }))
  must(await world.does(priya, handleResponse, { receipt: permitted, what: 'excluded', because: 'Sent twice.' }))
  assert.equal(must(await world.asks(visitor, listWords, { ref })).words.length, 0)
  assert.equal(must(await world.does(priya, publishWords, { ref })).published, 0)
})

test('with the reference on the receipt the permission is withdrawn: it is out at once and stays out, and what was received stays', async () => {
  const { ref, receipts } = await reported([
    ...Array.from({ length: 11 }, () => ({ q4: 3 })),
    { q8: 'A bus would help us all.', [permissionKey]: 'yes' },
    { q8: 'Longer hours, please.', [permissionKey]: 'yes' },
  ])
  const [first = '', second = ''] = receipts.slice(11)
  await bothRead(first)
  await bothRead(second)
  must(await world.does(priya, publishWords, { ref }))
  assert.match(
    no(await world.does(visitor, withdrawWords, { ref, receipt: 'R-00000-00000' })),
    /not one of this consultation/u,
  )
  const before = await world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
    findResponse(tx, world.council, first),
  )
  must(await world.does(visitor, withdrawWords, { ref, receipt: ` ${first.toLowerCase()} ` }))
  must(await world.does(visitor, withdrawWords, { ref, receipt: first }))
  assert.deepEqual(
    must(await world.asks(visitor, listWords, { ref })).words.map(({ body }) => body),
    ['Longer hours, please.'],
  )
  must(await world.does(priya, publishWords, { ref }))
  assert.ok(!(await everythingPublic(ref)).includes('A bus would help'))
  assert.match(no(await world.does(ada, readWords, { receipt: first, publish: true })), /has withdrawn the permission/u)
  assert.deepEqual(
    await world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) =>
      findResponse(tx, world.council, first),
    ),
    before,
  )
  const journal = await world.house.database.asOwner(
    async (connection) => (await connection.query('select entry as text from platform.journal', [])).rows,
  )
  for (const never of ['A bus would help', 'Longer hours', 'Quickfen'])
    assert.ok(!JSON.stringify(journal).includes(never), `${never} stands in the journal`)
  assert.deepEqual(await world.breaks(), [])
  const { counts } = must(await world.asks(priya, viewWordsDesk, { ref }))
  assert.deepEqual(counts.map(({ stands, n }) => `${stands} ${n}`).sort(), ['agreed 1', 'withdrawn 1'])
})

test('the public role cannot ask which response words are of', async () => {
  await assert.rejects(
    world.house.database.within({ council: world.council, role: 'remit_public' }, (tx) =>
      rows(tx, sql`select response from consultations.published_words`),
    ),
    /permission denied/u,
  )
})

test('on pages: an officer reads, ticks a suggestion, a colleague agrees, it is published, searched and taken out', async () => {
  const { ref, receipts } = await reported([
    ...Array.from({ length: 11 }, () => ({ q4: 3 })),
    { q8: 'Call me on 01234 567890 about the bus. Mr Larkspur drives badly.', [permissionKey]: 'yes' },
  ])
  const receipt = receipts[11] ?? ''
  const [hers, theirs, everybody] = [
    await web.browser().signIn('Priya Larkin'),
    await web.browser().signIn('Ada Quill'),
    web.browser(),
  ]
  let page = await hers.open(`/desk/consultations/${ref}/words`)
  page = await hers.open(page.link(receipt))
  assert.match(page.words(), /Suggestions: these look like personal data.*01234 567890 Looks like a telephone number/u)
  page = await page.send({ publish: 'yes', 'words-0': 'Somebody Else', 'reason-0': 'third-party' })
  assert.equal(page.status, 422)
  assert.match(page.words(), /These words do not stand in the response/u)
  page = await page.send({
    publish: 'yes',
    suggested: ['01234 567890'],
    'words-0': 'Mr Larkspur drives badly',
    'reason-0': 'defamatory',
  })
  assert.match(page.words(), /As Priya Larkin would publish it Waits for a second person/u)
  page = await theirs.open(`/desk/responses/${receipt}/words`)
  await page.send({}, 'I have read it, and agree')
  page = await hers.open(`/desk/consultations/${ref}/words`)
  page = await page.send({}, 'Publish what two people have read')
  assert.match(page.words(), /Published 1/u)
  page = await everybody.open(`/consultations/${ref}/report`)
  page = await everybody.open(page.link('What people wrote'))
  assert.match(
    page.words(),
    /Call me on \[Withheld: personal data\] about the bus\. \[Withheld: could damage somebody’s good name\]/u,
  )
  assert.match((await everybody.open(`/consultations/${ref}/words?q=bus`)).words(), /Call me on/u)
  assert.match((await everybody.open(`/consultations/${ref}/words?q=100%25`)).words(), /Nobody wrote that/u)
  page = await (await everybody.open(`/consultations/${ref}/words/withdraw`)).send({ receipt: 'R-1' })
  assert.match(page.words(), /Check it against your receipt/u)
  page = await page.send({ receipt })
  assert.match(page.words(), /Your words are taken out/u)
  assert.match((await everybody.open(`/consultations/${ref}/words`)).words(), /Nothing is published/u)
})

test('whatever is withheld, and whatever nobody permitted, stands in no public format', async () => {
  // The same numbers each time, so that what fails once fails again.
  let seed = 20_221_017
  const upTo = (n: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % n
  }
  const kinds = Object.keys(reasons) as Reason[]
  const drawn = Array.from({ length: 26 }, (_, at) => {
    const secrets = Array.from({ length: 1 + upTo(3) }, (__, n) => `Zebedee${at}x${n} Quill`)
    const filler = () => ['the bus', 'is late', 'and dear', 'on Mondays'][upTo(4)] ?? ''
    const words = [
      `Opening${at}z`,
      ...secrets.flatMap((secret) => [filler(), secret, filler(), upTo(2) ? secret.toUpperCase() : filler()]),
    ].join(' ')
    return { words, secrets, permission: ['yes', 'yes', 'no', ''][upTo(4)] ?? '', fate: upTo(5) }
  })
  const { ref, receipts } = await reported([
    ...drawn.map(({ words, permission }) => ({ q8: words, ...(permission !== '' && { [permissionKey]: permission }) })),
    { q4: 3 },
  ])
  const shown: string[] = []
  const never: string[] = []
  const withdrawn: string[] = []
  for (const [at, one] of drawn.entries()) {
    const receipt = receipts[at] ?? ''
    const opening = `Opening${at}z`
    if (one.permission !== 'yes') {
      never.push(opening, ...one.secrets)
      continue
    }
    const passages = one.secrets.map((words) => ({ words, reason: kinds[upTo(kinds.length)] ?? 'personal-data' }))
    never.push(...one.secrets)
    if (one.fate === 0)
      never.push(opening) // nobody reads it
    else if (one.fate === 1) {
      // Nothing of it is published.
      const { n } = must(
        await world.does(priya, readWords, { receipt, publish: false, because: 'All of it is private.' }),
      )
      must(await world.does(ada, agreeWords, { receipt, n }))
      never.push(opening)
    } else {
      await bothRead(receipt, passages)
      if (one.fate === 2) withdrawn.push(receipt)
      ;(one.fate === 2 ? never : shown).push(opening)
    }
  }
  must(await world.does(priya, publishWords, { ref }))
  for (const receipt of withdrawn) must(await world.does(visitor, withdrawWords, { ref, receipt }))
  must(await world.does(priya, publishWords, { ref }))
  const all = (await everythingPublic(ref)).toLowerCase()
  assert.ok(all.includes('families cannot get there'), 'the PDF is read')
  assert.ok(shown.length > 3 && never.length > 20, `${shown.length} shown, ${never.length} not`)
  for (const one of shown) assert.ok(all.includes(one.toLowerCase()), `${one} is not published`)
  for (const one of never) assert.ok(!all.includes(one.toLowerCase()), `${one} is published`)
  assert.ok(must(await world.asks(priya, viewWords, { receipt: receipts[0] })).answers.length > 0)
})
