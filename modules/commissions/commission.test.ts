import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordAct } from '#authority'
import {
  editDraft,
  propose,
  publish,
  putClause,
  putGrant,
  sign,
  startDraft,
  viewDecision,
  viewRecord,
} from '#decisions'
import { react } from '#platform/jobs.ts'
import { followThread } from '#platform/thread.ts'
import { modules } from '#modules'
import { aCouncil, must, no } from '../../testing/world.ts'
import { carriedOn } from '../../site/demo/commissions/bury-2237.ts'
import {
  assessImpact,
  closeCommission,
  comparePlans,
  considerDuty,
  dropNeed,
  editCommission,
  finishStep,
  linkRecord,
  openCommission,
  owe,
  previewPlan,
  putNeed,
  putOption,
  putRisk,
  recommendOption,
  remindOfDue,
  reopenCommission,
  revisePlan,
  searchCommissions,
  settle,
  showCommission,
  standsInTheWay,
  unlinkRecord,
  viewAppraisal,
  viewCommission,
  viewDue,
  viewDuties,
  viewNeed,
  viewPlan,
  viewRiskHistory,
  viewRisks,
  viewWhole,
  viewWholeThread,
  weighCriteria,
} from './index.ts'

const world = await aCouncil({ on: '2024-06-19' })
const [priya, ada, desmond, hugo] = ['Priya', 'Ada', 'Desmond', 'Hugo'].map((name) => world.as(name)) as [
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
  ReturnType<typeof world.as>,
]
const opening = {
  title: 'Care at home 2025',
  subject: 'adults/care-at-home',
  lead: 'director-adults',
  why: 'The contracts end in October 2025.',
  post: 'head-commissioning',
}
const opened = async (but: Record<string, unknown> = {}) =>
  must(await world.does(priya, openCommission, { ...opening, ...but }))
const withTx = <T>(
  run: (tx: Parameters<typeof standsInTheWay>[0]) => Promise<T>,
  role: 'remit_app' | 'remit_public' = 'remit_app',
) => world.house.database.within({ council: world.council, role }, run)
const nils = { conflicts: 'No conflicts declared.', dispensations: 'No dispensations were given.' }

/** A decision of the Cabinet Member that lets contracts be made; drafted, and with `upTo` carried on. */
async function aDecision(upTo: 'draft' | 'proposed' | 'published' = 'published') {
  let { ref, version } = must(
    await world.does(priya, startDraft, { title: 'Specification and tender for care at home' }),
  )
  ;({ version } = must(
    await world.does(priya, editDraft, {
      ref,
      version,
      changes: {
        maker: 'cabinet-member-adults',
        subject: 'adults/care-at-home',
        isKey: false,
        subjectToCallIn: true,
        value: { kind: 'stated', pence: 400_000_00 },
        reasons: 'The contracts end.',
        alternatives: 'No alternatives were considered.',
      },
    }),
  ))
  ;({ version } = must(
    await world.does(priya, putClause, { ref, version, label: 'a', verb: 'delegate', words: 'Delegate the contracts' }),
  ))
  const { decision } = must(await world.asks(priya, viewRecord, { ref }))
  ;({ version } = must(
    await world.does(priya, putGrant, {
      ref,
      version,
      clause: decision.clauses[0]?.clause,
      holder: 'director-adults',
      powers: ['contract'],
      scope: 'adults/care-at-home',
      ceiling: { basis: 'whole-life', pence: 400_000_00 },
    }),
  ))
  if (upTo === 'draft') return { ref, version }
  must(await world.does(priya, propose, { ref, version }))
  if (upTo === 'proposed') return { ref, version: version + 1 }
  must(await world.does(desmond, sign, { ref, version: version + 1, ...nils }))
  must(await world.does(hugo, publish, { ref }))
  return { ref, version }
}

test('a commission is opened by an act under a mandate, and without the power it is not', async () => {
  const { ref, act } = await opened()
  assert.match(ref, /^C-2024-\d{4}$/u)
  assert.match(act, /^A-2024-/u)
  assert.match(
    no(await world.does(priya, openCommission, { ...opening, post: 'head-legal' })),
    /^The (?!post )[A-Z][^.]* may not open a commission\./u,
  )
  assert.match(
    no(await world.does(priya, openCommission, { ...opening, subject: 'adults/gardens' })),
    /Choose a subject/u,
  )
  assert.match(no(await world.does(desmond, openCommission, opening)), /You may not do this/u)
})

test('what one changes the second is told of, and a closed commission changes no more until it is reopened', async () => {
  const { ref } = await opened()
  must(
    await world.does(priya, editCommission, {
      ref,
      version: 1,
      title: 'Care at home from 2025',
      lead: 'director-adults',
      why: opening.why,
    }),
  )
  assert.match(
    no(await world.does(ada, editCommission, { ref, version: 1, title: 'Mine', lead: 'director-adults', why: 'x' })),
    /Priya Larkin changed it at 09:00/u,
  )
  must(await world.does(priya, closeCommission, { ref, version: 2, because: 'The service has started.' }))
  assert.match(
    no(
      await world.does(priya, owe, {
        ref,
        words: 'Review',
        source: 'Clause (d)',
        owner: 'director-adults',
        due: '2026-01-01',
      }),
    ),
    /is closed: it no longer changes.*The service has started/u,
  )
  must(await world.does(priya, reopenCommission, { ref, version: 3, because: 'A review is owed.' }))
  assert.equal(must(await world.asks(priya, viewWhole, { ref })).commission.state, 'open')
})

test('replanning keeps every earlier plan, says what moved, and two editions are compared in words', async () => {
  const { ref } = await opened()
  must(
    await world.does(priya, revisePlan, {
      ref,
      edition: 0,
      why: 'From ref 2237',
      change: { kind: 'whole', plan: carriedOn },
    }),
  )
  const change = { kind: 'frame', startsOn: '2025-11-01', regime: 'light-touch', ladder: carriedOn.ladder }
  const preview = must(await world.asks(priya, previewPlan, { ref, change }))
  assert.ok(
    preview.changes.some(({ says }) => /“Mobilisation.*” moves from .* 7 days later/u.test(says)),
    JSON.stringify(preview.changes),
  )
  assert.equal(must(await world.asks(priya, viewPlan, { ref })).latest, 1)
  must(await world.does(priya, revisePlan, { ref, edition: 1, why: 'Providers asked for a week', change }))
  assert.match(
    no(await world.does(ada, revisePlan, { ref, edition: 1, why: 'Mine', change })),
    /Priya Larkin made edition 2: Providers asked for a week/u,
  )
  const compared = must(await world.asks(priya, comparePlans, { ref, from: 1, to: 2 }))
  assert.match(compared.changes[0]?.says ?? '', /must start on 1 November 2025 and not on 25 October 2025/u)
  assert.equal(
    must(await world.asks(priya, viewPlan, { ref, edition: 1 })).seen?.plan.startsOn.toString(),
    '2025-10-25',
  )
  assert.deepEqual(
    must(await world.asks(priya, viewPlan, { ref })).editions.map(({ n, why }) => [n, why]),
    [
      [2, 'Providers asked for a week'],
      [1, 'From ref 2237'],
    ],
  )
})

test('nobody gives a step less than the law asks, and the refusal says which law and until when', async () => {
  const { ref } = await opened()
  must(
    await world.does(priya, revisePlan, {
      ref,
      edition: 0,
      why: 'First plan',
      change: { kind: 'frame', startsOn: '2025-10-27', regime: 'light-touch', ladder: null },
    }),
  )
  const { seen } = must(await world.asks(priya, viewPlan, { ref }))
  const notice = seen?.plan.steps.find(({ id }) => id === 'notice')
  const standstill = seen?.plan.steps.find(({ id }) => id === 'standstill')
  assert.ok(notice && standstill)
  const tooShort = await world.does(priya, revisePlan, {
    ref,
    edition: 1,
    why: 'Hurry',
    change: { kind: 'step', step: { ...notice, length: { count: 28, unit: 'days' } } },
  })
  assert.match(
    no(tooShort),
    /cannot last 28 days: 28 clear days lie between the publication of the notice and the decision\. From .* \(SI 2012\/2089, reg 9\)/u,
  )
  assert.match(
    no(
      await world.does(priya, revisePlan, {
        ref,
        edition: 1,
        why: 'Hurry',
        change: { kind: 'step', step: { ...standstill, length: { count: 7, unit: 'working-days' } } },
      }),
    ),
    /8 working days.*Procurement Act 2023, s51/u,
  )
  must(
    await world.does(priya, revisePlan, {
      ref,
      edition: 1,
      why: 'More time',
      change: { kind: 'step', step: { ...notice, length: { count: 5, unit: 'weeks' } } },
    }),
  )
  assert.match(
    no(
      await world.does(priya, revisePlan, {
        ref,
        edition: 2,
        why: 'Far',
        change: { kind: 'frame', startsOn: '2040-01-02', regime: 'light-touch', ladder: null },
      }),
    ),
    /cannot be counted.*Bank holidays are known/u,
  )
})

test('a gate blocks what comes after it until its decision takes effect, and a call-in shuts it again', async () => {
  world.on('2025-02-03')
  const { ref } = await opened()
  must(
    await world.does(priya, revisePlan, {
      ref,
      edition: 0,
      why: 'From ref 2237',
      change: { kind: 'whole', plan: carriedOn },
    }),
  )
  let day = '2025-02-03'
  const blocked = () => withTx((tx) => standsInTheWay(tx, world.council, ref, 'tender', Temporal.PlainDate.from(day)))
  assert.match(
    (await blocked()).join(' '),
    /“Return to Cabinet for the specification and the tender” is a gate, and no decision is named/u,
  )
  // Nor may it be bought under a mandate that allows it, while the commission is not as far as that; about no commission it may.
  const bought = (about?: string) =>
    world.does(priya, recordAct, {
      post: 'head-commissioning',
      power: 'procure',
      subject: 'adults/care-at-home',
      what: 'Tender opened',
      day,
      ...(about && { recordRef: about }),
    })
  assert.match(
    no(await bought(ref)),
    new RegExp(`${ref} is not as far as that.*“Return to Cabinet.*is a gate, and no decision is named`, 'u'),
  )
  must(await bought())
  const decision = await aDecision()
  const gateOf = (id: string, edition: number) =>
    world.asks(priya, viewPlan, { ref }).then((outcome) => {
      const step = must(outcome).seen?.plan.steps.find((one) => one.id === id)
      return world.does(priya, revisePlan, {
        ref,
        edition,
        why: 'The decision is named',
        change: { kind: 'step', step: { ...step, gate: { decision: decision.ref, says: 'Return to Cabinet' } } },
      })
    })
  const over = (step: string, edition: number) =>
    world.does(priya, finishStep, { ref, edition, step, on: day, says: 'The file' })
  must(await gateOf('cabinet', 1))
  // The meeting decided, and its decision may still be called in: what comes after it waits.
  must(await over('cabinet', 2))
  for (const step of ['call-in', 'tender'])
    assert.match(
      no(await over(step, 3)),
      new RegExp(`cannot be over on 3 February 2025.*is a gate: ${decision.ref} takes effect on Tuesday 11`, 'u'),
    )
  // Nor by whoever changes the step itself instead of noting it.
  const tender = must(await world.asks(priya, viewPlan, { ref })).seen?.plan.steps.find(({ id }) => id === 'tender')
  assert.match(
    no(
      await world.does(priya, revisePlan, {
        ref,
        edition: 3,
        why: 'It is over',
        change: { kind: 'step', step: { ...tender, done: { on: day, says: 'The file' } } },
      }),
    ),
    /cannot be over on 3 February 2025/u,
  )
  must(await gateOf('permission', 3))
  assert.match(
    (await blocked()).join(' '),
    new RegExp(`${decision.ref} takes effect on Tuesday 11 February 2025, unless it is called in`, 'u'),
  )
  day = '2025-02-11'
  assert.deepEqual(await blocked(), [])
  world.on(day)
  must(await bought(ref))
  must(await over('call-in', 4))
  assert.match(
    no(
      await world.does(priya, revisePlan, {
        ref,
        edition: 5,
        why: 'x',
        change: {
          kind: 'step',
          step: { id: 'x', kind: 'cabinet', title: 'X', gate: { decision: 'D-2025-0999', says: '' } },
        },
      }),
    ),
    /D-2025-0999 is not a decision/u,
  )
})

test('options are compared, weights that do not add up are refused, and what would change the winner is told exactly', async () => {
  const { ref } = await opened()
  const criteria = [
    { id: 'quality', title: 'Quality', weight: 60 },
    { id: 'cost', title: 'Cost', weight: 40 },
  ]
  assert.match(
    no(
      await world.does(priya, weighCriteria, {
        ref,
        edition: 0,
        why: 'Agreed by the project group',
        question: 'How?',
        criteria: [criteria[0], { ...criteria[1], weight: 35 }],
      }),
    ),
    /add up to 95; 100 are needed, 5 more/u,
  )
  must(
    await world.does(priya, weighCriteria, {
      ref,
      edition: 0,
      why: 'Agreed by the project group',
      question: 'How should care at home be provided from 2025?',
      criteria,
    }),
  )
  const option = (id: string, kind: string, title: string, quality: number, cost: number) => ({
    id,
    kind,
    title,
    says: '',
    costs: [{ year: 2025, pence: 1_000_000_00 }],
    scores: [
      { criterion: 'quality', score: quality, why: 'As found' },
      { criterion: 'cost', score: cost, why: 'As priced' },
    ],
  })
  must(
    await world.does(priya, putOption, {
      ref,
      edition: 1,
      why: 'Costed',
      option: option('buy', 'buy', 'A framework', 5, 0),
    }),
  )
  const unfinished = must(await world.asks(priya, viewAppraisal, { ref })).seen
  assert.deepEqual(
    unfinished?.findings.filter(({ outcome }) => outcome === 'not-met').map(({ rule }) => rule),
    ['appraisal-compares-doing-nothing', 'appraisal-compares-in-house'],
  )
  must(
    await world.does(priya, putOption, {
      ref,
      edition: 2,
      why: 'Costed',
      option: option('in-house', 'in-house', 'The council’s own team', 0, 3),
    }),
  )
  must(
    await world.does(priya, putOption, {
      ref,
      edition: 3,
      why: 'Costed',
      option: option('nothing', 'do-nothing', 'Go on as now', 0, 0),
    }),
  )
  must(
    await world.does(priya, recommendOption, {
      ref,
      edition: 4,
      why: 'The group agreed',
      option: 'buy',
      because: 'Quality counts most.',
    }),
  )
  const { seen } = must(await world.asks(priya, viewAppraisal, { ref }))
  assert.deepEqual(
    seen?.findings.filter(({ outcome }) => outcome === 'not-met'),
    [],
  )
  assert.deepEqual(
    seen?.ranked.map(({ option: { id }, total }) => [id, total]),
    [
      ['buy', 300],
      ['in-house', 120],
      ['nothing', 0],
    ],
  )
  assert.deepEqual(
    seen?.sensitivity[0]?.turns && [
      seen.sensitivity[0].turns.weight.num * 2n === seen.sensitivity[0].turns.weight.den * 75n,
      seen.sensitivity[0].turns.to[0]?.id,
    ],
    [true, 'in-house'],
  )
})

test('a risk is watched by a post until a day, and its history is kept', async () => {
  const { ref } = await opened()
  const risk = {
    id: 'market',
    title: 'Too few providers bid',
    says: '',
    owner: 'head-commissioning',
    likelihood: 4,
    impact: 5,
    mitigation: 'Talk to providers early',
    reviewOn: '2025-06-01',
  }
  must(await world.does(priya, putRisk, { ref, edition: 0, why: 'First register', risk }))
  must(
    await world.does(priya, putRisk, {
      ref,
      edition: 1,
      why: 'Twelve came to the market day',
      risk: { ...risk, likelihood: 2 },
    }),
  )
  assert.match(
    no(await world.does(priya, putRisk, { ref, edition: 2, why: 'x', risk: { ...risk, owner: 'nobody' } })),
    /Choose a post/u,
  )
  const { states } = must(await world.asks(priya, viewRiskHistory, { ref, risk: 'market' }))
  assert.deepEqual(
    states.map(({ risk: one, why }) => [one.likelihood, why]),
    [
      [2, 'Twelve came to the market day'],
      [4, 'First register'],
    ],
  )
  world.on('2025-06-02')
  assert.equal(must(await world.asks(priya, viewRisks, { ref })).open[0]?.reviewOverdue, true)
  world.on('2025-02-03')
})

test('a decision that relies on the commission’s duties is not signed before they are written, and then it is', async () => {
  world.on('2025-03-03')
  const { ref } = await opened()
  const { ref: decision, version } = await aDecision('proposed')
  must(await world.does(priya, linkRecord, { ref, record: decision, says: 'Approves the tender', relies: true }))
  assert.match(
    no(await world.does(desmond, sign, { ref: decision, version, ...nils })),
    new RegExp(
      `relies on what ${ref} says of equality and duties, and nothing was written there before Monday 3 March 2025`,
      'u',
    ),
  )
  must(
    await world.does(priya, considerDuty, {
      ref,
      edition: 0,
      why: 'Report, part 5',
      entry: { duty: 'equality', considered: 'Who loses time with a carer they know.', where: 'Report, paragraph 5.2' },
    }),
  )
  assert.match(
    no(
      await world.does(priya, assessImpact, {
        ref,
        edition: 1,
        why: 'x',
        entry: { characteristic: 'age', effect: 'worse', evidence: 'Seven in ten are over 80.' },
      }),
    ),
    /Say what is done about it/u,
  )
  must(
    await world.does(priya, assessImpact, {
      ref,
      edition: 1,
      why: 'Survey',
      entry: {
        characteristic: 'age',
        effect: 'worse',
        evidence: 'Seven in ten are over 80.',
        mitigation: 'Nobody changes carer in winter.',
      },
    }),
  )
  assert.match(
    no(await world.does(desmond, sign, { ref: decision, version, ...nils })),
    /nothing was written there before Monday 3 March 2025/u,
  )
  world.on('2025-03-04')
  must(await world.does(desmond, sign, { ref: decision, version, ...nils }))
  const { seen } = must(await world.asks(priya, viewDuties, { ref }))
  assert.match(seen.findings[0]?.says ?? '', /Nothing is written about: Best value/u)
})

test('need and market: a single bidder, a provider that left and an old figure are flagged', async () => {
  world.on('2025-02-03')
  const { ref } = await opened()
  const put = async (edition: number, entry: unknown) =>
    must(await world.does(priya, putNeed, { ref, edition, why: 'Market position statement', entry }))
  await put(0, {
    kind: 'figure',
    figure: {
      id: 'people',
      topic: 'users',
      cohort: 'All',
      measure: 'People with care at home each day',
      value: 800,
      unit: 'people',
      on: '2022-06-19',
      source: 'Report',
    },
  })
  await put(1, { kind: 'lot', lot: { id: 'east', title: 'East', bidders: 1, on: '2024-11-01', source: 'Last tender' } })
  await put(2, {
    kind: 'exit',
    exit: { id: 'elm', provider: 'Elm Home Care (invented)', on: '2024-06-30', says: 'Wages', source: 'Letter' },
  })
  const { seen } = must(await world.asks(priya, viewNeed, { ref }))
  const words = seen.findings
    .filter(({ outcome }) => outcome === 'not-met')
    .map(({ says }) => says)
    .join(' ')
  assert.match(
    words,
    /East: a single bidder.*Elm Home Care \(invented\) on 30 June 2024.*People with care at home each day, All \(19 June 2022\)/u,
  )
  must(await world.does(priya, dropNeed, { ref, edition: 3, why: 'Corrected', kind: 'lot', id: 'east' }))
  assert.equal(must(await world.asks(priya, viewNeed, { ref })).seen.statement.lots.length, 0)
})

test('a review within two years is owed: the owner is written to when it is noted and when it is due, once, and then it is done', async () => {
  world.on('2022-07-01')
  const { ref } = await opened({
    title: 'Community support',
    subject: 'children/community-support',
    lead: 'director-children',
  })
  const { owed } = must(
    await world.does(priya, owe, {
      ref,
      words: 'Look into in-house delivery',
      source: 'Clause (d)',
      owner: 'director-children',
      due: '2024-03-31',
    }),
  )
  world.on('2024-03-30')
  assert.equal(must(await world.does(priya, remindOfDue, {})).reminded, 0)
  world.on('2024-04-01')
  assert.deepEqual(
    must(await world.asks(priya, viewDue, {})).due.map(({ words, reminded }) => [words, reminded]),
    [['Look into in-house delivery', false]],
  )
  assert.match(
    must(await world.asks(priya, viewWhole, { ref })).owed[0]?.findings[0]?.says ?? '',
    /is overdue by 1 day\./u,
  )
  assert.equal(must(await world.does(priya, remindOfDue, {})).reminded, 1)
  assert.equal(must(await world.does(priya, remindOfDue, {})).reminded, 0)
  const waiting: unknown[] = await world.house.database.asOwner(
    async (connection) =>
      (
        await connection.query(
          `select council, id, topic, payload from platform.outbox where topic like 'commissions.%'`,
          [],
        )
      ).rows,
  )
  const reactions = modules.flatMap(({ reactions: some }) => some ?? [])
  for (const announced of waiting as Parameters<typeof react>[2][]) await react(world.house, reactions, announced)
  const letters = await world.house.database.asOwner(
    async (connection) =>
      (
        await connection.query(
          `select m.subject from platform.mail m join platform.account a using (council, account) where a.name like 'Tobias%'`,
          [],
        )
      ).rows as { subject: string }[],
  )
  assert.deepEqual(
    letters
      .map(({ subject }) => subject)
      .filter((one) => one.includes('in-house'))
      .toSorted(),
    ['By 31 March 2024: Look into in-house delivery', 'Due on 31 March 2024: Look into in-house delivery'],
  )
  must(await world.does(priya, settle, { ref, owed, on: '2024-04-01', evidence: 'Report to Cabinet' }))
  assert.match(no(await world.does(priya, settle, { ref, owed, on: '2024-04-01', evidence: 'Again' })), /done already/u)
})

test('the public sees what is shown and no more: chosen parts, published records; a draft linked to it stays unseen', async () => {
  world.on('2025-02-03')
  const { ref } = await opened()
  const draft = await aDecision('draft')
  const decision = await aDecision()
  must(await world.does(priya, linkRecord, { ref, record: draft.ref, says: 'Secret plans' }))
  must(await world.does(priya, linkRecord, { ref, record: decision.ref, says: 'Approves the tender' }))
  must(await world.does(priya, linkRecord, { ref, record: 'CON-77', says: 'The old contract', kind: 'Contract' }))
  must(
    await world.does(priya, revisePlan, { ref, edition: 0, why: 'First', change: { kind: 'whole', plan: carriedOn } }),
  )
  must(
    await world.does(priya, putRisk, {
      ref,
      edition: 0,
      why: 'First',
      risk: {
        id: 'r',
        title: 'Quiet risk',
        owner: 'head-commissioning',
        likelihood: 1,
        impact: 1,
        mitigation: 'x',
        reviewOn: '2025-03-01',
      },
    }),
  )
  assert.match(no(await world.asks(world.visitor, viewCommission, { ref })), /no public commission/u)
  must(await world.does(priya, showCommission, { ref, version: 1, isPublic: true, shows: ['timeline'] }))
  const seen = must(await world.asks(world.visitor, viewCommission, { ref }))
  assert.equal(seen.timeline?.plan.steps.length, carriedOn.steps.length)
  assert.equal(seen.risks, null)
  const text = JSON.stringify(seen, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
  assert.doesNotMatch(text, /Quiet risk/u)
  assert.deepEqual(
    seen.commission.links.map(({ record }) => record),
    [decision.ref],
  )
  assert.equal(
    must(await world.asks(world.visitor, searchCommissions, { q: 'care' })).lines.some((one) => one.ref === ref),
    true,
  )
  must(await world.does(priya, showCommission, { ref, version: 2, isPublic: false }))
  assert.match(no(await world.asks(world.visitor, viewCommission, { ref })), /no public commission/u)
})

test('the thread goes from need to pounds: at the desk whole, for the public what is published, and by its reference', async () => {
  world.on('2025-02-03')
  const { ref, act } = await opened()
  const decision = await aDecision()
  must(await world.does(priya, linkRecord, { ref, record: decision.ref, says: 'Approves the tender' }))
  must(
    await world.does(priya, putNeed, {
      ref,
      edition: 0,
      why: 'Report',
      entry: {
        kind: 'figure',
        figure: {
          id: 'p',
          topic: 'users',
          cohort: 'All',
          measure: 'People each day',
          value: 800,
          unit: 'people',
          on: '2024-06-19',
          source: 'Report',
        },
      },
    }),
  )
  must(await world.does(priya, showCommission, { ref, version: 1, isPublic: true, shows: ['need'] }))
  world.on('2025-02-14')
  const mandate = must(await world.asks(world.visitor, viewDecision, { ref: decision.ref })).mandates[0]?.ref
  const contract = must(
    await world.does(priya, recordAct, {
      post: 'director-adults',
      power: 'contract',
      subject: 'adults/care-at-home',
      what: 'Contract with Brookfield Care (invented)',
      pence: 300_000_00,
      day: '2025-02-14',
      under: mandate,
    }),
  ).ref
  const { layers } = must(await world.asks(priya, viewWholeThread, { ref }))
  assert.deepEqual(
    layers.map(({ layer, boxes }) => [layer, boxes.length]),
    [
      ['need', 1],
      ['commission', 1],
      ['shaped', 0],
      ['decision', 1],
      ['authority', 1],
      ['pounds', 1],
    ],
  )
  assert.equal(layers.at(-1)?.boxes[0]?.value, '£300,000')
  const thread = await withTx(
    (tx) =>
      followThread(
        modules.flatMap(({ trace }) => trace ?? []),
        tx,
        world.council,
        ref,
      ),
    'remit_public',
  )
  const refs = thread?.nodes.map((node) => node.ref) ?? []
  for (const one of [act, decision.ref, mandate, contract]) assert.ok(refs.includes(one ?? ''), one ?? '')
  assert.equal(refs.at(-1), ref)
  assert.match(thread?.nodes.at(-1)?.says ?? '', /Need: People each day, All: 800 people/u)
})

test('links are typed, dated and ended with a reason; a reference that Remit never gave is a slip', async () => {
  const { ref } = await opened()
  const { link } = must(
    await world.does(priya, linkRecord, {
      ref,
      record: 'CON-2021-17',
      says: 'The contract that runs',
      kind: 'Contract',
    }),
  )
  assert.match(
    no(await world.does(priya, linkRecord, { ref, record: 'D-2025-9999', says: 'x' })),
    /There is no record D-2025-9999/u,
  )
  assert.match(no(await world.does(priya, linkRecord, { ref, record: 'CON-2021-17', says: 'x' })), /linked already/u)
  must(await world.does(priya, unlinkRecord, { ref, link, because: 'It is another service’s' }))
  assert.deepEqual(
    must(await world.asks(priya, viewWhole, { ref })).links.map(({ kind, linkedBy, endedBecause }) => [
      kind,
      linkedBy,
      endedBecause,
    ]),
    [['Contract', 'Priya Larkin', 'It is another service’s']],
  )
})

test('a step is over once it is, and that is noted with what shows it', async () => {
  const { ref } = await opened()
  must(
    await world.does(priya, revisePlan, {
      ref,
      edition: 0,
      why: 'From ref 2237',
      change: { kind: 'whole', plan: carriedOn },
    }),
  )
  assert.match(
    no(await world.does(priya, finishStep, { ref, edition: 1, step: 'research', on: '2026-10-01', says: 'Done' })),
    /still to come/u,
  )
  assert.match(
    no(await world.does(priya, finishStep, { ref, edition: 1, step: 'cabinet', on: '2025-02-03', says: 'Agreed' })),
    /“Return to Cabinet .*” cannot be over on 3 February 2025.*no decision is named that opens it/u,
  )
  must(
    await world.does(priya, finishStep, {
      ref,
      edition: 1,
      step: 'research',
      on: '2024-09-30',
      says: 'Report to the board',
    }),
  )
  const { seen } = must(await world.asks(priya, viewPlan, { ref }))
  assert.equal(seen?.plan.steps.find(({ id }) => id === 'research')?.done?.says, 'Report to the board')
})

test('every edition is sealed: what the journal bound is what the database keeps', async () => {
  assert.deepEqual(await world.breaks(), [])
})
