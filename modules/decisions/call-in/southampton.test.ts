import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordAct } from '#authority'
import { southampton } from '../../../site/demo/councils/index.ts'
import { aCouncil, must, no } from '../../../testing/world.ts'
import {
  editDraft,
  propose,
  publish,
  putClause,
  putGrant,
  searchRegister,
  sign,
  startDraft,
  viewDecision,
  viewRecord,
} from '../index.ts'
import { callIn } from './call-in.ts'
import { fixHearing, hearCallIn } from './hear.ts'
import { judgeCallIn } from './judge.ts'
import { viewCallInWindow } from './queries.ts'
import { reconsider } from './reconsider.ts'

// The shape of CAB 17/18 20348 of March 2018: seven clauses, of which two are called in. The words here are our own.
const world = await aCouncil({ ...southampton, on: '2018-03-20' })
const [verity, wilfred, xanthe, ulric, sylvester, rosamund] = [
  'Verity',
  'Wilfred',
  'Xanthe',
  'Ulric',
  'Sylvester',
  'Rosamund',
].map((name) => world.as(name)) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]
const director = 'director-quality-integration'
const breaks = 'children/short-breaks'
const legal = {
  kind: 'consult',
  key: 'legal',
  post: 'service-director-legal',
  words: 'following consultation with the Service Director: Legal & Governance',
}

type Written = [
  label: string,
  verb: string,
  words: string,
  gives?: { holder: string; powers: string[]; ceiling?: Record<string, unknown> | null; conditions?: unknown[] },
]
const written: Written[] = [
  ['i', 'consider', 'To consider the responses to the consultation.'],
  [
    'ii',
    'authorise',
    'To authorise the procurement of services.',
    { holder: 'commissioner', powers: ['procure', 'publish-notice'] },
  ],
  [
    'iii',
    'approve',
    'To approve grants and their criteria.',
    { holder: director, powers: ['grant'], ceiling: { basis: 'financial-year', pence: 200_000_00 } },
  ],
  [
    'iv',
    'delegate',
    'To delegate entering into contracts to the Director.',
    {
      holder: director,
      powers: ['contract'],
      ceiling: { basis: 'whole-life', pence: 1_400_000_00 },
      conditions: [legal],
    },
  ],
  ['v', 'delegate', 'To delegate the final model to the Director.', { holder: director, powers: ['implement'] }],
  [
    'vi',
    'authorise',
    'To authorise the Director to carry it all out.',
    { holder: director, powers: ['vary'], ceiling: { basis: 'each-act', pence: 10_000_00 } },
  ],
  ['vii', 'note', 'To note that two names are kept.'],
]

async function drafted(): Promise<{ ref: string; version: number }> {
  let { ref, version } = must(
    await world.does(verity, startDraft, { title: 'An offer of short breaks for disabled children' }),
  )
  ;({ version } = must(
    await world.does(verity, editDraft, {
      ref,
      version,
      changes: {
        maker: 'cabinet',
        subject: breaks,
        isKey: false,
        keyReasoning: 'It is not known whether the record said so.',
        subjectToCallIn: true,
        value: { kind: 'stated', pence: 1_600_000_00 },
        reasons: 'Criteria that are fair, clear and affordable.',
        alternatives: 'Doing nothing; keeping the criteria; buying the same services again.',
      },
    }),
  ))
  for (const [label, verb, words, gives] of written) {
    ;({ version } = must(await world.does(verity, putClause, { ref, version, label, verb, words })))
    if (!gives) continue
    const { decision } = must(await world.asks(verity, viewRecord, { ref }))
    ;({ version } = must(
      await world.does(verity, putGrant, {
        ref,
        version,
        clause: decision.clauses.at(-1)?.clause,
        scope: breaks,
        ...gives,
      }),
    ))
  }
  return { ref, version }
}

const { ref, version } = await drafted()
must(await world.does(verity, propose, { ref, version }))
must(
  await world.does(wilfred, sign, {
    ref,
    version: version + 1,
    conflicts: 'No conflicts declared.',
    dispensations: 'No dispensations were given.',
  }),
)
must(await world.does(wilfred, publish, { ref }))

const shown = async () => must(await world.asks(world.visitor, viewDecision, { ref }))
const clause = Object.fromEntries(
  must(await world.asks(verity, viewRecord, { ref })).decision.clauses.map((one) => [one.label, one]),
)
const of = async (label: string) => (await shown()).mandates.filter((one) => one.clauseLabel === label)
const act = (under: string | undefined, post: string, power: string, on: string, pence = 0) =>
  world.does(verity, recordAct, {
    post,
    power,
    subject: breaks,
    what: 'A step of the short breaks offer',
    pence,
    day: on,
    under,
    evidence: [{ condition: 'legal', says: 'Ulric Harbourne, by e-mail', day: '2018-03-27' }],
  })
const contract = async (on: string, pence: number, at = 0) =>
  act((await of('iv'))[at]?.ref, director, 'contract', on, pence)
let called = ''

test('published on the day of decision, it may be called in until 27 March and takes effect on the 28th', async () => {
  const { decision } = await shown()
  assert.deepEqual([decision.callIn?.lastDay, decision.effectiveOn], ['2018-03-27', '2018-03-28'])
})

test('clauses (iv) and (v) are called in; what hangs on them stops, and the decision stays in the window with its other clauses', async () => {
  world.on('2018-03-21')
  ;({ callIn: called } = must(
    await world.does(xanthe, callIn, {
      ref,
      clauses: [clause['iv']?.clause, clause['v']?.clause],
      callers: ['Xanthe Mooring', 'Percy Quayside', 'Delia Marchwood'],
      grounds: 'Nobody says how families without a social worker are reached.',
    }),
  ))
  const { decisions: open } = must(await world.asks(xanthe, viewCallInWindow, {}))
  assert.deepEqual(
    open.map((one) => [one.ref, one.clauses]),
    [[ref, 3]],
  )
  const { decision, standing } = await shown()
  assert.equal(standing, 'called in')
  assert.deepEqual(
    decision.clauses.filter((one) => one.calledIn).map(({ label }) => label),
    ['iv', 'v'],
  )
})

test('the other clauses go on: the procurement starts when the decision takes effect, a contract waits', async () => {
  world.on('2018-03-28')
  must(await act((await of('ii'))[0]?.ref, 'commissioner', 'publish-notice', '2018-03-28'))
  must(await act((await of('iii'))[0]?.ref, director, 'grant', '2018-03-28', 50_000_00))
  assert.match(no(await contract('2018-03-28', 600_000_00)), /suspended since Wednesday 21 March 2018: clause \(iv\)/u)
})

test('the monitoring officer finds it valid, and scrutiny hears it after Easter', async () => {
  must(
    await world.does(ulric, judgeCallIn, {
      ref,
      callIn: called,
      valid: true,
      says: 'Three members, in time, on grounds that go to the decision.',
    }),
  )
  must(await world.does(wilfred, fixHearing, { ref, callIn: called, body: 'scrutiny-committee', on: '2018-04-05' }))
  assert.deepEqual((await shown()).decision.callIns[0]?.hearing, {
    body: 'Scrutiny Committee (example)',
    on: '2018-04-05',
  })
  world.on('2018-04-05')
  must(
    await world.does(wilfred, hearCallIn, {
      ref,
      callIn: called,
      attended: ['Xanthe Mooring', 'Sylvester Docklow'],
      outcome: 'referred-back',
      says: 'That contracts be limited until the Director has reported on families without a social worker.',
    }),
  )
  assert.match(no(await contract('2018-04-05', 600_000_00)), /suspended/u)
  assert.equal((await shown()).decision.callIns[0]?.state, 'referred-back')
})

test('Cabinet amends (iv) and lets (v) stand: who does not hold the post cannot sign, and only what was called in changes', async () => {
  world.on('2018-04-10')
  const input = (clauses: unknown[]) => ({
    ref,
    callIn: called,
    outcome: 'amended',
    says: 'Scrutiny is right that families come first.',
    clauses,
  })
  const grants = [
    {
      holder: director,
      powers: ['contract'],
      scope: breaks,
      ceiling: { basis: 'whole-life', pence: 700_000_00 },
      conditions: [legal],
    },
  ]
  const amended = {
    clause: clause['iv']?.clause,
    becomes: 'amended',
    words: 'To delegate contracts up to £700,000 to the Director, until the report has been made.',
    grants,
  }
  assert.match(
    no(await world.does(wilfred, reconsider, input([{ clause: clause['ii']?.clause, becomes: 'rescinded' }]))),
    /was not called in/u,
  )
  assert.match(no(await world.does(wilfred, reconsider, input([]))), /Nothing is amended/u)
  assert.match(
    no(
      await world.does({ ...rosamund, account: verity.account, name: 'Verity Tidemark' }, reconsider, input([amended])),
    ),
    /is for the Cabinet to decide/u,
  )
  must(await world.does(sylvester, reconsider, input([amended])))
})

test('released: the old mandate of (iv) ended unused, the new one begins that day within its own limit, and (v) stands as it did', async () => {
  const [older, newer] = await of('iv')
  assert.deepEqual([older?.state, older?.exercised, older?.until?.toString()], ['ended', 0n, '2018-04-10'])
  assert.deepEqual([newer?.state, newer?.from.toString()], ['in effect', '2018-04-10'])
  assert.match(no(await contract('2018-04-09', 1)), /suspended/u)
  assert.match(no(await contract('2018-04-10', 1)), /ended/u)
  must(await contract('2018-04-10', 700_000_00, 1))
  assert.match(no(await contract('2018-04-10', 1, 1)), /£0\.01 more than the £0/u)
  must(await act((await of('v'))[0]?.ref, director, 'implement', '2018-04-10'))
})

test('the record as it was signed stays word for word, the amendment stands beside it, and the chain holds', async () => {
  const { decision, standing } = await shown()
  assert.equal(standing, 'effective')
  assert.equal(decision.clauses[3]?.words, written[3]?.[2])
  assert.deepEqual(
    decision.amendments?.map(({ label, kind, words, ended, given, by }) => [
      label,
      kind,
      words,
      ended.length,
      given.length,
      by,
    ]),
    [
      [
        'iv',
        'amended',
        'To delegate contracts up to £700,000 to the Director, until the report has been made.',
        1,
        1,
        'Cabinet',
      ],
    ],
  )
  assert.deepEqual(
    decision.callIns[0]?.steps?.map(({ what }) => what),
    ['received', 'valid', 'hearing-fixed', 'referred-back', 'amended'],
  )
  assert.equal(must(await world.asks(world.visitor, searchRegister, { standing: 'called in' })).count, 0)
  assert.deepEqual(await world.breaks(), [])
})
