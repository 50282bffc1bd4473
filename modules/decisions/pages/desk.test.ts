import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../../../testing/browser.ts'
import { noticed } from '../../../testing/noticed.ts'
import { aCouncil, must } from '../../../testing/world.ts'
import { editDraft } from '../edit-draft.ts'
import { viewRecord } from '../queries.ts'
import { decided, drafted, proposed, published } from './examples.ts'
import { nextLabel } from './draft/clause.ts'

const world = await aCouncil({ on: '2022-08-05' })
const ready = await drafted(world, { title: 'Ready to propose' })
const waiting = await proposed(world, { title: 'Waits for Desmond' })
const signed = await decided(world, { title: 'Waits for Hugo', maker: 'cabinet' })
const open = await published(world, { title: 'In the window' })
const web = await openBrowser(world)
const [priya, desmond, hugo, marguerite] = [
  await web.browser().signIn('Priya Larkin'),
  await web.browser().signIn('Desmond Okoro'),
  await web.browser().signIn('Hugo Pennyfeather'),
  await web.browser().signIn('Marguerite Vane'),
]

test('an officer drafts a decision from nothing, a question at a time, and it goes to authority without a script', async () => {
  const started = await (await priya.open('/desk/decisions/new')).send({ title: 'Short breaks at weekends' })
  assert.match(started.words(), /The draft is started.*Who decides Not yet started.*Propose it Cannot start yet/u)
  const at = started.url.replace(/\?.*/u, '')
  const answer = async (page: string, fields: Record<string, string | string[]>, button?: string) => {
    const after = await (await priya.open(`${at}/${page}`)).send(fields, button)
    assert.equal(after.status, 200, `${page}: ${after.words('main-content')}`)
    return after
  }
  await answer('who-decides', { maker: 'cabinet-member-children' })
  await answer('subject', { subject: 'children/short-breaks' })
  await answer('value', { value: 'stated', pounds: '£750,000' })
  assert.match(
    (await priya.open(`${at}/key`)).words(),
    /threshold is £500,000 over the whole life.*worth £750,000, which is £250,000 more: key by its value/u,
  )
  await answer('key', { isKey: 'yes', subjectToCallIn: 'yes' })
  await answer('purpose', { purpose: 'To give families a rest.' })
  await answer('reasons', { reasons: 'Families asked for weekends.\n\nThe present offer has none.' })
  await answer('alternatives', { kind: 'none' })
  await answer('author', { author: 'Priya Larkin, Head of Commissioning', wards: 'All' })
  await answer('title', { identifiers: '22/00999\nFP-17' })
  await answer('clauses/new', { verb: 'approve', words: 'Approve the weekend offer.' })
  const second = await priya.open(`${at}/clauses/new`)
  assert.match(second.text, /name="label"[^>]*value="b"/u)
  await second.send({ verb: 'delegate', words: 'Delegate contracts to the Director.' })
  const gives = (await priya.open(`${at}/clauses`)).link('Say what it gives clause (b)')
  const clauses = await (
    await priya.open(gives)
  ).send({
    holder: 'director-children',
    powers: ['award', 'contract'],
    limit: 'sum',
    pounds: '700k',
    basis: 'whole-life',
    'last-day': '31',
    'last-month': '3',
    'last-year': '2025',
    'consult-1-post': 'head-legal',
    'consult-1-words': 'after consulting Legal',
    'report-1-words': 'reporting to Cabinet',
    'report-1-days': '30',
  })
  assert.match(
    clauses.words(),
    /The Director of Children’s Services may award a contract and enter into a contract for Short breaks, from the day the decision takes effect, until Monday 31 March 2025\. Up to £700,000 over its whole life\. Only after consulting Legal\. Only with a report: reporting to Cabinet \(within 30 days\)/u,
  )
  const check = await priya.open(`${at}/check`)
  assert.match(check.words(), /Nothing stops it/u)
  assert.match((await check.send({}, 'Propose the decision')).words(), /Proposed\./u)

  const ref = at.split('/').at(-1) ?? ''
  await noticed(world, ref)
  const rosalind = await web.browser().signIn('Rosalind Thwaite')
  assert.match((await rosalind.open('/desk')).words('main-content'), /Waits for you Decide: Short breaks at weekends/u)
  const reading = await rosalind.open(`/desk/decisions/${ref}/sign`)
  assert.match(
    reading.words(),
    /May the Cabinet Member for Children decide this\? Yes, on Friday 5 August 2022, under the scheme of delegation, entry 3\.3/u,
  )
  const gap = await reading.send({ 'conflicts-kind': 'none' }, 'Sign the decision')
  assert.equal(gap.status, 422)
  assert.match(gap.words(), /Say whether any dispensation was given/u)
  assert.match(gap.text, /name="conflicts-kind"[^>]*value="none" checked/u)
  assert.match(
    (await gap.send({ 'dispensations-kind': 'none' }, 'Sign the decision')).words(),
    /Signed\. It authorises nothing until it is published/u,
  )

  const clock = await hugo.open(`/desk/decisions/${ref}/publish`)
  assert.match(
    clock.words(),
    /the last day on which it can be called in is Friday 12 August 2022, so it takes effect on Saturday 13 August 2022/u,
  )
  assert.match((await clock.send({}, 'Publish on Friday 5 August 2022')).words(), /The clock has started/u)
  const words = (await web.browser().open(`/decisions/${ref}`)).words()
  assert.match(words, /Rosalind Thwaite, Cabinet Member for Children/u)
  assert.match(words, /22\/00999/u)
})

test('of two at one question the second sees who was first and what it says now, and loses nothing', async () => {
  const { ref } = await drafted(world, { title: 'Two at once' })
  const page = await priya.open(`/desk/decisions/${ref}/reasons`)
  const { decision } = must(await world.asks(world.as('Ada'), viewRecord, { ref }))
  must(
    await world.does(world.as('Ada'), editDraft, {
      ref,
      version: decision.version,
      changes: { reasons: 'Ada’s reasons.' },
    }),
  )
  const refused = await page.send({ reasons: 'Priya’s <b>reasons</b>.' }, 'Save and return')
  assert.equal(refused.status, 409)
  assert.match(refused.words(), /Ada Quill changed it at 09:00.*What the record says now: Ada’s reasons\./u)
  assert.match(refused.text, /Priya’s &lt;b&gt;reasons&lt;\/b&gt;\.<\/textarea>/u)
  await refused.send({}, 'Save and return')
  assert.equal(must(await world.asks(world.as('Ada'), viewRecord, { ref })).decision.reasons, 'Priya’s <b>reasons</b>.')
})

test('what cannot be taken stays in its box, with a sentence beside it', async () => {
  const { ref } = ready
  const value = await (await priya.open(`/desk/decisions/${ref}/value`)).send({ value: 'stated', pounds: 'a lot' })
  assert.equal(value.status, 422)
  assert.match(value.words(), /There is a problem “a lot” is no amount in pounds/u)
  assert.match(value.text, /value="a lot"/u)
  const older = await (await priya.open(`/desk/decisions/${ref}/supersedes`)).send({ supersedes: 'D-1999-0001' })
  assert.match(older.words(), /D-1999-0001 is not a published decision of this council/u)
  const { decision } = must(await world.asks(world.as('Priya'), viewRecord, { ref }))
  const grant = await (
    await priya.open(`/desk/decisions/${ref}/clauses/${decision.clauses[0]?.clause ?? ''}/gives/new`)
  ).send({ 'from-day': '31', 'from-month': '2', 'from-year': '2023', 'procedure-2-words': 'under the rules' }, 'Save')
  assert.match(
    grant.words(),
    /Choose the post.*Choose at least one power.*Choose one: a sum, no limit.*There is no such day as 31 2 2023/u,
  )
  assert.match(grant.text, /name="procedure-2-words"[^>]*value="under the rules"/u)
})

test('clauses are put in order, and a part is removed only after asking', async () => {
  const { ref } = await drafted(world, { title: 'In order' })
  const at = `/desk/decisions/${ref}/clauses`
  const moved = await (await priya.open(at)).send({}, 'Move up clause (c)')
  assert.ok(moved.text.indexOf('Clause (c)') < moved.text.indexOf('Clause (b)'))
  const sure = await priya.open(moved.link('Remove clause (c)'))
  assert.match(sure.words(), /Remove clause \(c\)\? Note the equality impact assessment/u)
  assert.match((await sure.send({}, 'Remove it')).words(), /Removed\. /u)
  const gone = await priya.open((await priya.open(at)).link('Remove what clause (b) gives'))
  assert.doesNotMatch((await gone.send({}, 'Remove it')).words(), /£600,000/u)
})

test('a draft with gaps shows what stops it, and cannot be proposed', async () => {
  const page = await (await priya.open('/desk/decisions/new')).send({ title: 'Gaps' })
  const check = await priya.open(page.link('Check what is found'))
  assert.match(
    check.words(),
    /What stops it Put right It is not said who decides.*It can be proposed once nothing stops it/u,
  )
  assert.throws(() => check.send({}, 'Propose the decision'))
})

test('a form sent twice is done once', async () => {
  const page = await priya.open('/desk/decisions/new')
  const [first, second] = [await page.send({ title: 'Sent twice' }), await page.send({ title: 'Sent twice' })]
  assert.equal(first.url, second.url)
})

test('the desk says what waits for whom, and is searched', async () => {
  assert.match(
    (await desmond.open('/desk')).words('main-content'),
    /You hold: Cabinet; Cabinet Member for Adult Social Care; Full Council\..*Waits for you Decide: Waits for Desmond/u,
  )
  assert.match((await hugo.open('/desk')).words('main-content'), /Publish: Waits for Hugo/u)
  const found = (await (await priya.open('/desk')).send({ q: 'for desmond', state: 'proposed' })).words('main-content')
  assert.match(found, /Not published yet.*Waits for Desmond D-2022-\d{4} Cabinet Member for Adult Social Care/u)
  assert.match((await priya.open('/desk?q=nothing-like-it')).words(), /Nothing on the desk matches/u)
})

test('what is proposed is refused with reasons, taken back, or withdrawn', async () => {
  const { ref } = waiting
  const back = await (await priya.open(`/desk/decisions/${ref}/take-back`)).send({}, 'Take it back')
  assert.match(back.words(), /Taken back to draft/u)
  await (await priya.open(`/desk/decisions/${ref}/check`)).send({}, 'Propose the decision')
  const blank = await (await desmond.open(`/desk/decisions/${ref}/refuse`)).send({ because: ' ' })
  assert.match(blank.words(), /Enter some text/u)
  assert.match((await blank.send({ because: 'Too dear.' })).words(), /Refused\..*Refused because Too dear\./u)
  const { ref: other } = await drafted(world, { title: 'Not wanted' })
  assert.match(
    (await (await priya.open(`/desk/decisions/${other}/withdraw`)).send({}, 'Withdraw it')).words(),
    /Withdrawn\./u,
  )
})

test('scrutiny calls clauses in from the window, and democratic services release them', async () => {
  const window = await marguerite.open('/desk/call-in')
  const form = await marguerite.open(window.link('Call in In the window'))
  const { decision } = must(await world.asks(world.as('Priya'), viewRecord, { ref: open }))
  const b = decision.clauses[1]?.clause ?? ''
  const few = await form.send({ clauses: [b], callers: 'Cllr Vane', grounds: 'The price was not tested.' })
  assert.equal(few.status, 422)
  assert.match(few.words(), /It takes 3 members to call a decision in\. 1 is named/u)
  assert.match(few.text, new RegExp(`value="${b}" checked`, 'u'))
  assert.match(
    (await few.send({ callers: 'Cllr Vane\nCllr Birch\nCllr Moss' })).words(),
    /Called in\. What hangs on the chosen clauses is suspended/u,
  )
  assert.match((await hugo.open('/desk')).words('main-content'), /Deal with the call-in: In the window/u)
  const record = async () => hugo.open(`/desk/decisions/${open}`)
  const judged = await (
    await hugo.open((await record()).link('Judge whether it is valid'))
  ).send({ valid: 'yes', says: 'In order.' })
  assert.match(judged.words(), /Judged\. Those who called it in have been told/u)
  const heard = await (
    await hugo.open((await record()).link('Record how it was heard'))
  ).send({ body: 'scrutiny-committee', outcome: 'released', says: 'Heard on 5 August.' })
  assert.match(
    heard.words(),
    /Saved\. Whoever comes next has been told\..*Released 5 August 2022, heard by Health and Care Scrutiny Committee/u,
  )
})

test('a body’s decision that cannot be called in takes effect when it is published', async () => {
  const ref = await decided(world, { title: 'No clock', subjectToCallIn: false })
  assert.match(
    (await hugo.open(`/desk/decisions/${ref}/publish`)).words(),
    /On Friday 5 August 2022, the day of its publication: it is not subject to call-in/u,
  )
  assert.match(
    (await hugo.open(`/desk/decisions/${signed}/publish`)).words(),
    /Decided on Friday 5 August 2022 by Cabinet/u,
  )
})

test('a page of the desk opens only to those whose it is', async () => {
  assert.match((await web.browser().open('/desk')).url, /^\/sign-in\?next=%2Fdesk/u)
  for (const path of [`/desk/decisions/${ready.ref}/reasons`, '/desk/decisions/new', '/desk/call-in'])
    assert.equal((await desmond.open(path)).status, 403, path)
  assert.equal((await priya.open(`/desk/decisions/${signed}/publish`)).status, 403)
  assert.equal((await priya.open('/desk/decisions/D-1999-0001')).status, 404)
})

test('the next letter follows the last, in letters, numerals or figures', () => {
  const next = (...labels: (string | null)[]) => nextLabel(labels.map((label) => ({ label })))
  assert.deepEqual(
    [
      next(),
      next('a', 'b'),
      next('i', 'ii', 'iii'),
      next('1', '2'),
      next('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'),
      next(null),
      next('i'),
    ],
    ['a', 'c', 'iv', '3', 'j', '', 'ii'],
  )
})
