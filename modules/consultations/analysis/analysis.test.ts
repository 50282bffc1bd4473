import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rows, sql } from '#platform/database.ts'
import { aCouncil, must, no, type World } from '../../../testing/world.ts'
import { answered, opened } from '../examples.ts'
import { listResponses, viewReconciliation, viewResponse } from '../queries.ts'
import type { Questionnaire } from '../questions/questionnaire.ts'
import { closeConsultation, enterResponse, handleResponse, markAnalysed, markReported, respond } from '../use-cases.ts'
import { isSecondCoded } from './coding.ts'
import {
  analyseWordless,
  answerTheme,
  codeResponse,
  findToCode,
  listToSettle,
  putCode,
  putTheme,
  releaseTables,
  setSecondCoding,
  settleCoding,
  viewAnalysis,
  viewAnalysisHistory,
  viewToCode,
} from './index.ts'

const world = await aCouncil({ on: '2022-09-05' })
const [priya, ada, winifred] = [world.as('Priya'), world.as('Ada'), world.as('Winifred')]
const officers = [priya, ada].filter(({ roles }) => roles.includes('commissioning officer'))
const second = officers[1] ?? { ...winifred, roles: ['commissioning officer'] }

const code = async (ref: string, title: string): Promise<string> =>
  must(await world.does(priya, putCode, { ref, title, means: `Whoever speaks of ${title}.` })).code
const analysis = async (ref: string) => must(await world.asks(priya, viewAnalysis, { ref }))
const share = async (ref: string, of: number) =>
  world.does(priya, setSecondCoding, { ref, share: of, because: 'A test.' })

test('a code keeps every version, and an answer the words of its code as they were when it was coded', async () => {
  const ref = await opened(world, '2022-09-05')
  await share(ref, 0)
  const near = await code(ref, 'Closeness')
  assert.match(
    no(await world.does(priya, putCode, { ref, title: 'closeness', means: 'x' })),
    /Another code has this title/u,
  )
  const receipt = await answered(world, ref, { q8: 'Somewhere near, please.' })
  assert.equal(must(await world.asks(priya, findToCode, { ref })).receipt, receipt)
  assert.match(no(await world.does(priya, codeResponse, { receipt, codes: {} })), /Code every answer/u)
  assert.match(
    no(await world.does(priya, codeResponse, { receipt, codes: { q4: [near], q8: [] } })),
    /says nothing in words to q4/u,
  )
  must(await world.does(priya, codeResponse, { receipt, codes: { q8: [near] } }))
  assert.match(
    no(await world.does(priya, putCode, { ref, code: near, title: 'Distance', means: 'How far it is.' })),
    /Say why the code changes/u,
  )
  must(
    await world.does(priya, putCode, {
      ref,
      code: near,
      title: 'Distance',
      means: 'How far it is.',
      because: 'Also those who find it far.',
    }),
  )
  const { codings } = must(await world.asks(priya, viewToCode, { receipt }))
  assert.deepEqual(codings[0]?.codes, [{ code: near, n: 1, title: 'Closeness' }])
  assert.deepEqual(
    must(await world.asks(priya, viewAnalysisHistory, { ref })).codes.map(({ n, title, by }) => `${n} ${title} ${by}`),
    [`1 Closeness ${priya.name}`, `2 Distance ${priya.name}`],
  )
  assert.equal(must(await world.asks(priya, viewResponse, { receipt })).handling.at(-1)?.what, 'analysed')
  assert.match(no(await world.does(priya, codeResponse, { receipt, codes: { q8: [] } })), /Say why you code it anew/u)
  must(await world.does(priya, codeResponse, { receipt, codes: { q8: [] }, because: 'It was a slip.' }))
  assert.equal((await analysis(ref)).codes[0]?.used, 0)
  assert.equal(must(await world.asks(priya, findToCode, { ref })).receipt, null)
})

test('a second person codes without seeing the first, they are compared, and where they differ it is settled with a reason', async () => {
  const ref = await opened(world, '2022-09-05')
  await share(ref, 100)
  const [near, cost] = [await code(ref, 'Closeness'), await code(ref, 'Cost')]
  const receipts = [
    await answered(world, ref, { q8: 'Near and cheap, please.' }),
    await answered(world, ref, { q8: 'It costs too much.' }),
  ]
  for (const receipt of receipts)
    must(await world.does(priya, codeResponse, { receipt, codes: { q8: [receipt === receipts[0] ? near : cost] } }))
  assert.match(no(await world.does(priya, markAnalysed, { ref })), /cannot become analysed/u)
  const blind = must(await world.asks(second, viewToCode, { receipt: receipts[0] }))
  assert.deepEqual([blind.turn, blind.coded, blind.codings], [2, [], []])
  assert.equal(must(await world.asks(priya, findToCode, { ref, as: 'second' })).receipt, null)
  assert.ok(must(await world.asks(second, findToCode, { ref, as: 'second' })).receipt)
  must(await world.does(second, codeResponse, { receipt: receipts[0], codes: { q8: [near, cost] } }))
  must(await world.does(second, codeResponse, { receipt: receipts[1], codes: { q8: [cost] } }))
  assert.match(
    no(await world.does(priya, codeResponse, { receipt: receipts[0], codes: { q8: [cost] }, because: 'To agree.' })),
    /coded by two people/u,
  )
  const { agreement, codes, answers } = await analysis(ref)
  // Of four judgements three agree; chance, with 2 of 4 and 3 of 4 said yes, brings 8 of 16: (4 × 3 − 8) ÷ (16 − 8).
  assert.deepEqual(
    [agreement.words, agreement.kappa, answers.differs, answers.agreed],
    ['0.50', { over: 4n, under: 8n }, 1, 1],
  )
  assert.deepEqual(
    codes.map(({ used }) => used),
    [1, 1],
  )
  world.on('2022-10-17')
  must(await world.does(priya, closeConsultation, { ref }))
  assert.match(
    no(await world.does(priya, markAnalysed, { ref })),
    /two coders differ; settle it.*“Closeness” was raised in 1 answer and belongs to no theme/u,
  )
  const { lines } = must(await world.asks(priya, listToSettle, { ref }))
  assert.deepEqual(
    lines.map(({ receipt, first, second: other }) => [receipt, first.length, other.length]),
    [[receipts[0], 1, 2]],
  )
  assert.match(
    no(await world.does(priya, settleCoding, { receipt: receipts[0], question: 'q8', codes: [near] })),
    /because|Enter|Say/u,
  )
  must(
    await world.does(priya, settleCoding, {
      receipt: receipts[0],
      question: 'q8',
      codes: [near, cost],
      because: 'It speaks of both.',
    }),
  )
  const used = new Map((await analysis(ref)).codes.map((one) => [one.title, one.used]))
  assert.deepEqual([used.get('Closeness'), used.get('Cost')], [1, 2])
  const { theme } = must(
    await world.does(priya, putTheme, {
      ref,
      title: 'What it takes to come',
      says: 'Way and price keep people away.',
      codes: [near, cost],
    }),
  )
  must(await world.does(priya, markAnalysed, { ref }))
  assert.match(
    no(await world.does(priya, markReported, { ref, where: 'Online' })),
    /“What it takes to come” is not answered/u,
  )
  assert.match(
    no(await world.does(priya, answerTheme, { ref, theme, answer: 'we-will', says: 'We will pay for buses.' })),
    /in which clause/u,
  )
  assert.match(
    no(
      await world.does(priya, answerTheme, {
        ref,
        theme,
        answer: 'we-will',
        says: 'x',
        traces: [{ kind: 'decision', ref: 'D-2022-0999', label: 'a' }],
      }),
    ),
    /There is no decision D-2022-0999/u,
  )
  must(
    await world.does(priya, answerTheme, {
      ref,
      theme,
      answer: 'we-will',
      says: 'We will pay for buses.',
      traces: [{ kind: 'specification', ref: 'Short breaks specification, version 1', label: '4.2' }],
    }),
  )
  must(await world.does(priya, markReported, { ref, where: 'Online' }))
  assert.deepEqual(await world.breaks(), [])
  world.on('2022-09-05')
})

test('which answers two people code is in the response itself, and about as many as was said', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 0, max: 99 }), (response, of) => {
      assert.equal(isSecondCoded(response, 0), false)
      assert.equal(isSecondCoded(response, 100), true)
      assert.ok(!isSecondCoded(response, of) || isSecondCoded(response, of + 1), 'a larger share contains a smaller')
    }),
  )
})

test('tables are released under the small-number rule, kept, and not released again for a handful more', async () => {
  const ref = await opened(world, '2022-09-05')
  for (let n = 0; n < 40; n++) await answered(world, ref, { q4: n < 3 ? 1 : n < 20 ? 4 : 5 })
  assert.match(no(await world.does(priya, releaseTables, { ref })), /once everything is analysed/u)
  must(await world.does(priya, analyseWordless, { ref }))
  world.on('2022-10-17')
  const late = must(
    await world.does(priya, enterResponse, {
      ref,
      channel: 'letter',
      receivedOn: '2022-10-17',
      said: 'Too late, I know.',
    }),
  ).receipt
  must(
    await world.does(priya, handleResponse, {
      receipt: late,
      what: 'excluded',
      because: 'It is about another service.',
    }),
  )
  must(await world.does(priya, closeConsultation, { ref }))
  must(await world.does(priya, markAnalysed, { ref }))
  const { tables } = must(await world.does(priya, releaseTables, { ref }))
  const clear = tables.tables.find(({ key }) => key === 'q4')
  assert.deepEqual(clear?.cells, [
    { label: '1, Not at all', shown: null },
    { label: '2', shown: null },
    { label: '3', shown: null },
    { label: '4', shown: null },
    { label: '5, Entirely', shown: 20 },
    { label: 'Not asked or not answered', shown: 0 },
  ])
  assert.match(no(await world.does(priya, releaseTables, { ref })), /Nothing has changed/u)
  must(await world.does(priya, handleResponse, { receipt: late, what: 'restored', because: 'It is about this one.' }))
  must(await world.does(priya, handleResponse, { receipt: late, what: 'analysed' }))
  assert.match(no(await world.does(priya, releaseTables, { ref })), /at least 10 more/u)
  assert.deepEqual(await world.breaks(), [])
  world.on('2022-09-05')
})

const travel: Questionnaire = {
  sections: [
    {
      key: 's1',
      title: 'Getting there',
      lead: null,
      questions: [
        asking('by', 'multiple', 'How do you come?', ['bus', 'train', 'foot']),
        asking('late', 'single', 'Is it on time?', ['yes', 'no'], [{ question: 'by', is: ['bus', 'train'] }]),
        asking('area', 'single', 'Where do you live?', ['town', 'village']),
        asking(
          'far',
          'single',
          'Is the stop too far?',
          ['yes', 'no'],
          [
            { question: 'area', is: ['village'] },
            { question: 'by', is: ['bus'] },
          ],
        ),
        asking(
          'both',
          'single',
          'Why both?',
          ['need', 'like'],
          [
            { question: 'area', is: ['village'] },
            { question: 'by', is: ['train', 'foot'] },
          ],
        ),
      ],
    },
  ],
  equality: [],
}

function asking(
  key: string,
  kind: 'single' | 'multiple',
  words: string,
  options: string[],
  showIf: { question: string; is: string[] }[] = [],
) {
  const plain = { help: null, required: false, rows: [], scale: null }
  return { ...plain, key, kind, words, showIf, options: options.map((one) => ({ key: one, words: one })) }
}

test('a question put to those who gave several answers at once is tabulated, or left out with the reason', async () => {
  const ref = await opened(world, '2022-09-05', {}, travel)
  const came = async (n: number, answers: (at: number) => Record<string, unknown>) => {
    for (let at = 0; at < n; at++) must(await world.does(world.visitor, respond, { ref, answers: answers(at) }))
  }
  const late = (at: number) => (at % 2 ? 'yes' : 'no')
  await came(20, (at) => ({ by: ['bus'], late: late(at), area: 'town' }))
  await came(16, (at) => ({ by: ['train'], late: late(at), area: 'village', both: 'need' }))
  await came(24, (at) => ({ by: ['bus', 'train'], late: late(at), area: 'village', far: late(at), both: 'like' }))
  await came(20, () => ({ by: ['foot'], area: 'town' }))
  must(await world.does(priya, analyseWordless, { ref }))
  world.on('2022-10-17')
  must(await world.does(priya, closeConsultation, { ref }))
  must(await world.does(priya, markAnalysed, { ref }))
  const { tables } = must(await world.does(priya, releaseTables, { ref }))
  const cells = (key: string) => tables.tables.find((one) => one.key === key)?.cells.map(({ shown }) => shown)
  assert.deepEqual(cells('by/bus'), [45, 35])
  assert.deepEqual(cells('late'), [30, 30, 20], 'sixty came by bus or train')
  assert.deepEqual(cells('far'), [10, 10, 55], 'twenty-four of the villages came by bus')
  assert.deepEqual(cells('both'), [null, null, null])
  assert.deepEqual(tables.not, [
    '“Why both?” is not shown: who was asked it hangs on answers to several questions, and how many gave them is not counted.',
  ])
  world.on('2022-09-05')
})

/** What the running totals have to be: counted again from all that stands coded and is not excluded. */
const recounted = (of: World, ref: string) =>
  of.house.database.within({ council: of.council, role: 'remit_app' }, async (tx) => {
    const kept = await rows<{ kind: string; key: string; n: number }>(
      tx,
      sql`select t.kind, t.key, t.amount as n from consultations.coding_tally t
    join consultations.consultation c using (council, consultation) where c.ref = ${ref} and t.kind in ('used', 'state')
      and t.amount <> 0 order by 1, 2`,
    )
    const counted = await rows<{ kind: string; key: string; n: number }>(
      tx,
      sql`with standing as (select d.* from consultations.coded d
      join consultations.consultation c using (council, consultation)
        where c.ref = ${ref} and coalesce((select h.what from consultations.handling h
        where h.council = d.council and h.response = d.response order by n desc limit 1), 'waiting') <> 'excluded')
    select 'used' as kind, u::text as key, count(*)::int as n from standing, unnest(codes) u group by 2
    union all select 'state', state, count(*)::int from standing group by 2 order by 1, 2`,
    )
    return { kept, counted }
  })

type Step = {
  at: number
  what: 'code' | 'second' | 'settle' | 'exclude' | 'restore' | 'analyse' | 'late' | 'twice'
  codes: number
}
const steps = fc.array(
  fc.record<Step>({
    at: fc.nat(5),
    what: fc.constantFrom('code', 'code', 'second', 'settle', 'exclude', 'restore', 'analyse', 'late', 'twice'),
    codes: fc.nat(3),
  }),
  { minLength: 4, maxLength: 14 },
)

test('received is analysed and excluded and waiting, and totals are what a recount finds, after any order of late, double, excluded and re-coded', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (given) => {
      const ref = await opened(world, '2022-09-05')
      await share(ref, 60)
      const frame = [await code(ref, 'One'), await code(ref, 'Two')]
      const receipts = [await answered(world, ref, { q8: 'First.' }), await answered(world, ref)]
      const chosen = (n: number) => frame.filter((_, at) => (n >> at) % 2 === 1)
      for (const { at, what, codes } of given) {
        const receipt = receipts[at % receipts.length] ?? ''
        const { passages } = must(await world.asks(priya, viewToCode, { receipt }))
        const coding = Object.fromEntries(passages.map(({ question }) => [question, chosen(codes)]))
        // Whether each is done or refused is another test's business: the sums hold either way.
        switch (what) {
          case 'code':
            await world.does(priya, codeResponse, { receipt, codes: coding, because: 'Read again.' })
            break
          case 'second':
            await world.does(second, codeResponse, { receipt, codes: coding })
            break
          case 'settle':
            await world.does(priya, settleCoding, {
              receipt,
              question: passages[0]?.question ?? 'q8',
              codes: chosen(codes),
              because: 'Talked over.',
            })
            break
          case 'exclude':
            await world.does(priya, handleResponse, { receipt, what: 'excluded', because: 'Out.' })
            break
          case 'restore':
            await world.does(priya, handleResponse, { receipt, what: 'restored', because: 'In.' })
            break
          case 'analyse':
            await world.does(priya, handleResponse, { receipt, what: codes % 2 ? 'analysed' : 'waiting' })
            break
          case 'late':
            receipts.push(
              must(
                await world.does(priya, enterResponse, {
                  ref,
                  channel: 'letter',
                  receivedOn: '2022-09-05',
                  said: `Letter ${receipts.length}.`,
                }),
              ).receipt,
            )
            break
          case 'twice':
            receipts.push(await answered(world, ref, { q8: 'First.' }))
            break
        }
        const { reconciled } = must(await world.asks(priya, viewReconciliation, { ref }))
        assert.deepEqual([reconciled.adds, reconciled.total.received], [true, receipts.length])
      }
      const { kept, counted } = await recounted(world, ref)
      assert.deepEqual(kept, counted)
      assert.equal(must(await world.asks(priya, listResponses, { ref, size: 200 })).responses.length, receipts.length)
    }),
    { numRuns: 12 },
  )
})
