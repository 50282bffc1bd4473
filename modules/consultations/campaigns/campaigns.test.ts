import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rows, sql } from '#platform/database.ts'
import { openBrowser } from '../../../testing/browser.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import {
  codeResponse,
  findToCode,
  putCode,
  setSecondCoding,
  settleCoding,
  viewAnalysis,
  viewToCode,
} from '../analysis/index.ts'
import { answered, opened } from '../examples.ts'
import { viewReconciliation, viewResponse } from '../queries.ts'
import { enterResponse, groupCampaign, handleResponse } from '../use-cases.ts'
import { codeAlike, findAlike, judgeAlike, listAlike, undoAlike, viewAlike } from './index.ts'

const world = await aCouncil({ on: '2022-09-05' })
const [priya, ada] = [world.as('Priya'), world.as('Ada')]
const second = { ...ada, roles: ['commissioning officer'] }
const web = await openBrowser(world)

const letter =
  'We who sign this letter ask the council to keep the day centre in Mill Row open, because the people who go there know each other and the bus stops at its door.'
const own = 'My mother has gone there for eleven years, and she has no other place to go to.'
const code = async (ref: string, title: string): Promise<string> =>
  must(await world.does(priya, putCode, { ref, title, means: `Whoever speaks of ${title}.` })).code
const share = (ref: string, of: number) => world.does(priya, setSecondCoding, { ref, share: of, because: 'A test.' })
const analysis = async (ref: string) => must(await world.asks(priya, viewAnalysis, { ref }))
const list = async (ref: string) => must(await world.asks(priya, listAlike, { ref }))
const group = async (ref: string, n = 1, stands?: 'alike' | 'differs' | 'apart' | 'read' | 'out') =>
  must(await world.asks(priya, viewAlike, { ref, n, ...(stands && { stands }) }))
const commonOf = async (ref: string) => (await list(ref)).groups[0]?.common ?? ''
const stateOf = async (receipt: string) =>
  must(await world.asks(priya, viewResponse, { receipt })).handling.at(-1)?.what

/** A campaign of five: three the same, one with another street, one with a story of its own; and two who wrote for themselves. */
async function campaign(ref: string) {
  const same = []
  for (let n = 0; n < 3; n++) same.push(await answered(world, ref, { q8: letter }))
  const street = await answered(world, ref, { q8: letter.replace('Mill Row', 'Heron Street') })
  const story = await answered(world, ref, { q8: `${letter} ${own}` })
  const alone = await answered(world, ref, {
    q8: 'Longer hours on Fridays would help me more than any new building, and a warm lunch.',
  })
  await answered(world, ref)
  return { same, street, story, alone }
}

test('a campaign is found, coded at once, and whoever added something is read by a person first', async () => {
  const ref = await opened(world, '2022-09-05')
  await share(ref, 0)
  const open = await code(ref, 'Keep it open')
  const { same, street, story, alone } = await campaign(ref)
  assert.equal((await list(ref)).look, null)
  const found = must(await world.does(priya, findAlike, { ref }))
  assert.deepEqual([found.compared, found.texts, found.groups, found.responses], [6, 4, 1, 5])
  const { groups, received, grouped } = await list(ref)
  assert.deepEqual(
    [received, grouped.responses, grouped.groups, same.includes(groups[0]?.common ?? ''), groups[0]?.texts],
    [7, 5, 1, true, 3],
  )
  const seen = await group(ref)
  assert.deepEqual([seen.group.alike, seen.group.differs, seen.shows], [4, 1, 'differs'])
  assert.deepEqual(
    seen.members.map(({ receipt, added, leftOut }) => [receipt, added, leftOut]),
    [[story, 17, 0]],
  )

  assert.match(
    no(await world.does(priya, codeAlike, { ref, n: 1, codes: [[open], [open]], because: 'x' })),
    /answers 1 in words/u,
  )
  assert.match(no(await world.does(priya, codeAlike, { ref, n: 9, codes: [[open]], because: 'x' })), /no group 9/u)
  const did = must(await world.does(priya, codeAlike, { ref, n: 1, codes: [[open]], because: 'One letter.' }))
  assert.deepEqual([did.responses, did.toRead], [4, 1])
  for (const receipt of [...same, street]) assert.equal(await stateOf(receipt), 'analysed')
  assert.equal(await stateOf(story), undefined, 'what somebody added is not lost in the campaign')
  const { codes, answers } = await analysis(ref)
  assert.deepEqual([codes[0]?.used, codes[0]?.grouped, answers.first], [4, 4, 4])
  assert.match(
    no(await world.does(priya, codeAlike, { ref, n: 1, codes: [[open]], because: 'Again.' })),
    /Nothing of group 1 waits to be coded.*1 has to be read by a person first/u,
  )
  // A member may be coded anew by itself, with a reason, and then stands apart from the act.
  must(await world.does(priya, codeResponse, { receipt: street, codes: { q8: [] }, because: 'Another street.' }))
  assert.deepEqual([(await analysis(ref)).codes[0]?.used, (await analysis(ref)).codes[0]?.grouped], [3, 3])

  // Somebody reads the story: it says more, and is coded by itself.
  assert.match(must(await world.asks(priya, viewToCode, { receipt: story })).alike?.stands ?? '', /differs/u)
  must(await world.does(priya, codeResponse, { receipt: story, codes: { q8: [open] } }))
  assert.deepEqual([(await analysis(ref)).codes[0]?.used, (await analysis(ref)).codes[0]?.grouped], [4, 3])
  assert.equal(must(await world.asks(priya, findToCode, { ref })).receipt, alone)
  assert.deepEqual(await world.breaks(), [])
})

test('a coding of a group is undone as one act: its members wait again, and the history keeps what was coded', async () => {
  const ref = await opened(world, '2022-09-05')
  await share(ref, 0)
  const open = await code(ref, 'Keep it open')
  const { same, street } = await campaign(ref)
  must(await world.does(priya, findAlike, { ref }))
  const { act } = must(await world.does(priya, codeAlike, { ref, n: 1, codes: [[open]], because: 'One letter.' }))
  must(await world.does(priya, handleResponse, { receipt: street, what: 'excluded', because: 'Sent from a test.' }))
  assert.match(no(await world.does(priya, undoAlike, { ref, n: 1, act, because: '' })), /Say why it is undone/u)
  must(await world.does(priya, undoAlike, { ref, n: 1, act, because: 'It also speaks of the bus.' }))
  for (const receipt of same) assert.equal(await stateOf(receipt), 'waiting')
  assert.equal(await stateOf(street), 'excluded')
  const { codes, answers } = await analysis(ref)
  assert.deepEqual([codes[0]?.used, codes[0]?.grouped, answers.first], [0, 0, 0])
  assert.match(no(await world.does(priya, undoAlike, { ref, n: 1, act, because: 'Again.' })), /has undone it already/u)
  assert.equal(must(await world.asks(priya, viewToCode, { receipt: same[0] })).codings.length, 1)
  const bus = await code(ref, 'The bus')
  must(await world.does(priya, codeAlike, { ref, n: 1, codes: [[open, bus]], because: 'One letter, two demands.' }))
  assert.deepEqual(
    (await analysis(ref)).codes.map(({ used }) => used),
    [3, 3],
  )
  must(await world.does(priya, handleResponse, { receipt: street, what: 'restored', because: 'It was none.' }))
  assert.deepEqual(
    (await analysis(ref)).codes.map(({ used }) => used),
    [3, 3],
    'taken in again it waits, uncoded',
  )
  assert.deepEqual(
    (await group(ref)).codings.map(({ by, undoneBecause }) => [by, undoneBecause]),
    [
      [priya.name, null],
      [priya.name, 'It also speaks of the bus.'],
    ],
  )
  const journal = await world.house.database.asOwner(
    async (connection) => (await connection.query(`select entry as text from platform.journal`, [])).rows,
  )
  const acts = journal
    .map((one) => JSON.stringify(one))
    .filter((one) => one.includes('consultations.code-alike') && one.includes(ref))
  assert.equal(acts.length, 2, 'one act, however many members')
  assert.deepEqual(await world.breaks(), [])
})

test('members are read, taken out and taken in again, and stay so when groups are found anew', async () => {
  const ref = await opened(world, '2022-09-05')
  await share(ref, 0)
  const open = await code(ref, 'Keep it open')
  const { street, story, alone, same } = await campaign(ref)
  must(await world.does(priya, findAlike, { ref }))
  const first = await commonOf(ref)
  const judge = (receipt: string, what: 'read' | 'out' | 'back', because = 'Read.') =>
    world.does(priya, judgeAlike, { ref, n: 1, receipt, what, because })
  assert.match(no(await judge(alone, 'out')), /is not in group 1/u)
  assert.match(no(await judge(first, 'out')), /found by the words of/u)
  assert.match(no(await judge(street, 'read')), /has not to be read first/u)
  must(await judge(street, 'out', 'It is about another centre.'))
  must(await judge(story, 'read', 'She says the same.'))
  assert.match(no(await judge(street, 'out')), /taken out of the group already/u)
  must(
    await world.does(priya, groupCampaign, { ref, name: 'Friends of Mill Row', like: first, because: 'One letter.' }),
  )
  for (let n = 0; n < 2; n++) await answered(world, ref, { q8: letter.replace('Mill Row', `House ${n}`) })
  must(await world.does(priya, findAlike, { ref }))
  const { group: seen } = await group(ref)
  assert.deepEqual([seen.alike, seen.read, seen.out, seen.responses, seen.name], [5, 1, 1, 6, 'Friends of Mill Row'])
  assert.deepEqual(
    (await group(ref, 1, 'out')).members.map(({ receipt, because }) => [receipt, because]),
    [[street, 'It is about another centre.']],
  )
  const reconciliation = must(await world.asks(priya, viewReconciliation, { ref }))
  assert.deepEqual([reconciliation.campaigns[0]?.n, reconciliation.reconciled.total.received], [6, 9])
  assert.equal(
    must(await world.does(priya, codeAlike, { ref, n: 1, codes: [[open]], because: 'One letter.' })).responses,
    6,
  )
  assert.match(no(await judge(same.find((one) => one !== first) ?? '', 'out')), /is coded/u)
  must(await judge(street, 'back', 'It is about this one after all.'))
  assert.deepEqual(
    (await group(ref, 1, 'differs')).members.map(({ receipt }) => receipt),
    [street],
  )
  assert.deepEqual(await world.breaks(), [])
})

test('a letter and an online answer belong together; whoever writes elsewhere as well is coded by itself', async () => {
  const ref = await opened(world, '2022-09-05')
  await share(ref, 0)
  const open = await code(ref, 'Keep it open')
  await answered(world, ref, { q8: letter })
  await answered(world, ref, { q8: letter })
  const byLetter = must(
    await world.does(priya, enterResponse, { ref, channel: 'letter', receivedOn: '2022-09-05', said: letter }),
  ).receipt
  const both = must(
    await world.does(priya, enterResponse, {
      ref,
      channel: 'letter',
      receivedOn: '2022-09-05',
      answers: { q8: letter },
      said: 'See you on Friday.',
    }),
  ).receipt
  must(await world.does(priya, findAlike, { ref }))
  assert.deepEqual(
    (await group(ref, 1, 'apart')).members.map(({ receipt }) => receipt),
    [both],
  )
  must(await world.does(priya, codeAlike, { ref, n: 1, codes: [[open]], because: 'One letter.' }))
  assert.equal(await stateOf(byLetter), 'analysed')
  assert.equal(await stateOf(both), undefined)
  assert.match(
    no(await world.does(priya, judgeAlike, { ref, n: 1, receipt: both, what: 'read', because: 'x' })),
    /answers other questions in words as well/u,
  )
})

test('of a group one response goes to a second coder, who does not see the first; settled otherwise, the group says so', async () => {
  const ref = await opened(world, '2022-09-05')
  await share(ref, 100)
  const [open, bus] = [await code(ref, 'Keep it open'), await code(ref, 'The bus')]
  await campaign(ref)
  must(await world.does(priya, findAlike, { ref }))
  const first = await commonOf(ref)
  const { act } = must(await world.does(priya, codeAlike, { ref, n: 1, codes: [[open]], because: 'One letter.' }))
  assert.deepEqual(
    (({ first: one, second: two }) => [one, two])((await analysis(ref)).answers),
    [3, 1],
    'copies of one judgement do not count as many',
  )
  assert.equal(must(await world.asks(second, findToCode, { ref, as: 'second' })).receipt, first)
  assert.deepEqual(must(await world.asks(second, viewToCode, { receipt: first })).codings, [])
  must(await world.does(second, codeResponse, { receipt: first, codes: { q8: [open, bus] } }))
  must(
    await world.does(priya, settleCoding, {
      receipt: first,
      question: 'q8',
      codes: [open, bus],
      because: 'Both are asked for.',
    }),
  )
  const hers = await web.browser().signIn('Priya Larkin')
  assert.match(
    (await hers.open(`/desk/consultations/${ref}/analysis/alike/1`)).words(),
    /Look again Two people settled/u,
  )
  assert.equal(must(await world.does(priya, undoAlike, { ref, n: 1, act, because: 'As settled.' })).kept, 0)
  must(await world.does(priya, codeAlike, { ref, n: 1, codes: [[open, bus]], because: 'As settled.' }))
  assert.deepEqual(
    (await analysis(ref)).codes.map(({ used, grouped }) => [used, grouped]),
    [
      [4, 3],
      [4, 3],
    ],
  )
  assert.deepEqual(await world.breaks(), [])
})

test('after any order of finding, coding, undoing, judging and excluding, running counts are what a recount finds', async () => {
  const step = fc.record({
    what: fc.constantFrom('find', 'code', 'undo', 'read', 'out', 'back', 'exclude', 'restore', 'one', 'more'),
    at: fc.nat(6),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const ref = await opened(world, '2022-09-05')
      await share(ref, 40)
      const open = await code(ref, 'Keep it open')
      const { same, street, story } = await campaign(ref)
      const receipts = [...same, street, story]
      must(await world.does(priya, findAlike, { ref }))
      for (const { what, at } of steps) {
        const receipt = receipts[at % receipts.length] ?? ''
        // Whether each is done or refused is another test's business: the sums hold either way.
        if (what === 'find') await world.does(priya, findAlike, { ref })
        else if (what === 'code')
          await world.does(priya, codeAlike, { ref, n: 1, codes: [[open]], because: 'One letter.' })
        else if (what === 'undo')
          await world.does(priya, undoAlike, {
            ref,
            n: 1,
            act: (await group(ref)).codings.find(({ undoneAt }) => !undoneAt)?.act ?? '',
            because: 'A slip.',
          })
        else if (what === 'exclude' || what === 'restore')
          await world.does(priya, handleResponse, {
            receipt,
            what: what === 'exclude' ? 'excluded' : 'restored',
            because: 'A test.',
          })
        else if (what === 'one')
          await world.does(priya, codeResponse, { receipt, codes: { q8: at % 2 ? [open] : [] }, because: 'Read.' })
        else if (what === 'more')
          receipts.push(await answered(world, ref, { q8: letter.replace('Mill Row', `House ${at}`) }))
        else await world.does(priya, judgeAlike, { ref, n: 1, receipt, what, because: 'Read.' })
      }
      const [kept, counted] = await world.house.database.within(
        { council: world.council, role: 'remit_app' },
        async (tx) => [
          await rows(
            tx,
            sql`select 'tally ' || kind || ' ' || key as what, amount as n from consultations.coding_tally t
              join consultations.consultation c using (council, consultation)
            where c.ref = ${ref} and kind in ('used', 'grouped', 'state') and amount <> 0
          union all select 'stands ' || s.stands, s.n from consultations.alike_group g
            join consultations.consultation c using (council, consultation)
            cross join lateral (values ('alike', alike), ('differs', differs), ('apart', apart), ('read', read),
              ('out', out)) s (stands, n) where c.ref = ${ref} and s.n <> 0 order by 1`,
          ),
          await rows(
            tx,
            sql`with d as (select d.* from consultations.coded d join consultations.standing s using (council, response)
              join consultations.consultation c on c.council = d.council and c.consultation = d.consultation
              where c.ref = ${ref} and s.what <> 'excluded')
          select 'tally used ' || k as what, count(*)::int as n from d cross join lateral unnest(codes) k group by 1
          union all select 'tally grouped ' || k, count(*)::int from d cross join lateral unnest(codes) k
            where act is not null group by 1
          union all select 'tally state ' || state, count(*)::int from d group by 1
          union all select 'stands ' || stands, count(*)::int from consultations.alike a
            join consultations.consultation c using (council, consultation) where c.ref = ${ref} group by 1 order by 1`,
          ),
        ],
      )
      assert.deepEqual(kept, counted)
      const { reconciled } = must(await world.asks(priya, viewReconciliation, { ref }))
      assert.ok(reconciled.adds)
    }),
    { numRuns: 10 },
  )
  assert.deepEqual(await world.breaks(), [])
})

test('on pages: an officer looks for a campaign, sees what somebody added, codes it, and undoes it, without a script', async () => {
  const ref = await opened(world, '2022-09-05')
  await share(ref, 0)
  const open = await code(ref, 'Keep it open')
  const { story } = await campaign(ref)
  const hers = await web.browser().signIn('Priya Larkin')
  let page = await hers.open(`/desk/consultations/${ref}/analysis`)
  page = await hers.open(page.link('Look for it'))
  page = await page.send({}, 'Look for what was written alike')
  assert.match(page.words(), /7 responses, of which 5 in 1 group that was written alike/u)
  page = await hers.open(page.link('Group 1'))
  assert.match(page.words(), /1 response to be read by a person first/u)
  assert.match(page.text, /<ins\s*>.*My mother has gone there for eleven years/su)
  assert.match(page.words(), new RegExp(`${story}: adds 17 words`, 'u'))
  page = await hers.open(page.link('Code them at once'))
  const wrong = await page.send({ 'codes-0': [open] })
  assert.equal(wrong.status, 422)
  assert.match(wrong.words(), /Say why one coding fits them all/u)
  page = await wrong.send({ 'codes-0': [open], because: 'One letter.' })
  assert.match(page.words(), /4 responses coded by Priya Larkin: Keep it open/u)
  assert.match((await hers.open(`/desk/consultations/${ref}/analysis`)).words(), /4 of them coded as a group/u)
  const judged = await (
    await hers.open(page.link(`Say whether it belongs: ${story}`))
  ).send({ what: 'read', because: 'The same demand.' })
  assert.match(judged.words(), /Read, and no more than the others say: 1/u)
  page = await (
    await hers.open(page.link('Undo the coding of Monday 5 September 2022'))
  ).send({ because: 'It speaks of the bus.' })
  assert.match(page.words(), /Undone by Priya Larkin: It speaks of the bus/u)
})
