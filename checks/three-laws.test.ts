import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  appoint,
  considerHold,
  delegateOnward,
  issueHold,
  leavePost,
  powerNames,
  recall,
  recordable,
  recordAct,
  recordRetrospective,
  releaseHold,
  revokeMandate,
  undoAct,
} from '#authority'
import {
  callIn,
  hearCallIn,
  judgeCallIn,
  editDraft,
  propose,
  publish,
  putClause,
  putGrant,
  reconsider,
  sign,
  startDraft,
  takeBack,
  viewRecord,
} from '#decisions'
import { rows, sql } from '#platform/database.ts'
import type { Actor } from '#platform/use-case.ts'
import { noticed } from '../testing/noticed.ts'
import { aCouncil } from '../testing/world.ts'

// One council for all runs: what earlier sequences left behind is part of what later ones must cope with.
const world = await aCouncil({ on: '2022-06-01' })
const people = [
  'Priya',
  'Rosalind',
  'Desmond',
  'Ada',
  'Tobias',
  'Hugo',
  'Marguerite',
  'Edmund',
  'Winifred',
  'Isolde',
].map((name) => world.as(name))
const posts = [
  'director-adults',
  'director-children',
  'head-commissioning',
  'cabinet-member-adults',
  'cabinet',
  'head-legal',
]
const subjects = ['', 'adults', 'adults/care-at-home', 'children', 'children/short-breaks']

/** What somebody tries: any use case, by anyone, with references that may or may not exist. */
type Attempt = (known: Known) => Promise<unknown>
type Known = { drafts: string[]; mandates: string[]; acts: string[]; holds: string[] }

const person = fc.constantFrom(...people)
const post = fc.constantFrom(...posts)
const subject = fc.constantFrom(...subjects)
const sum = fc.oneof(
  fc.integer({ min: 0, max: 3000 }).map((pounds) => pounds * 100),
  fc.constantFrom(25_000_000, 50_000_000, 50_000_001, 100_000_000),
)
const pick = fc.nat({ max: 50 })
const days = fc.integer({ min: 0, max: 9 })
const one = <T>(from: readonly T[], at: number): T | undefined =>
  from[from.length - 1 - (at % Math.max(from.length, 1))]

let today = Temporal.PlainDate.from('2022-06-01')
const record = async (who: Actor, ref: string) => {
  const seen = await world.asks(who, viewRecord, { ref })
  return seen.ok ? seen.value : null
}

const attempts: fc.Arbitrary<Attempt> = fc.oneof(
  fc.record({ days }).map((a) => async () => {
    today = today.add(a)
    world.on(today.toString())
  }),
  fc
    .record({ who: person, maker: post, subject, pence: sum, key: fc.boolean(), callable: fc.boolean() })
    .map((a) => async (known: Known) => {
      const started = await world.does(a.who, startDraft, { title: 'A decision' })
      if (!started.ok) return
      known.drafts.push(started.value.ref)
      await world.does(a.who, editDraft, {
        ...started.value,
        changes: {
          maker: a.maker,
          subject: a.subject,
          value: { kind: 'stated', pence: a.pence },
          isKey: a.key,
          subjectToCallIn: a.callable,
          reasons: 'Because.',
          alternatives: 'No alternatives were considered.',
        },
      })
      await world.does(a.who, putClause, {
        ref: started.value.ref,
        version: 2,
        label: 'a',
        verb: 'delegate',
        words: 'Delegate it',
      })
    }),
  fc
    .record({
      who: person,
      at: pick,
      holder: post,
      scope: subject,
      powers: fc.subarray(
        [...powerNames].filter((name) => !name.startsWith('decide')),
        { minLength: 1 },
      ),
      basis: fc.constantFrom('whole-life', 'financial-year', 'each-act', 'no-limit', null),
      pence: sum,
      mayDelegate: fc.boolean(),
    })
    .map((a) => async (known: Known) => {
      const ref = one(known.drafts, a.at)
      const seen = ref && (await record(a.who, ref))
      if (!seen) return
      await world.does(a.who, putGrant, {
        ref,
        version: seen.decision.version,
        clause: seen.decision.clauses[0]?.clause,
        holder: a.holder,
        powers: a.powers,
        scope: a.scope,
        mayDelegate: a.mayDelegate,
        ceiling:
          a.basis === null ? null : a.basis === 'no-limit' ? { basis: a.basis } : { basis: a.basis, pence: a.pence },
      })
    }),
  fc
    .record({ who: person, at: pick, use: fc.constantFrom(propose, takeBack, publish) })
    .map((a) => async (known: Known) => {
      const ref = one(known.drafts, a.at)
      const seen = ref && (await record(a.who, ref))
      if (!seen) return
      if (a.use === propose) {
        // A key decision waits for its notice, which was given elsewhere long ago; some are proposed again and given it twice.
        if (seen.decision.isKey) await noticed(world, ref)
        await world.does(a.who, propose, { ref, version: seen.decision.version })
      } else if (a.use === takeBack) await world.does(a.who, takeBack, { ref })
      else if ((await world.does(a.who, publish, { ref })).ok)
        known.mandates.push(...((await record(a.who, ref))?.mandates.map((mandate) => mandate.ref) ?? []))
    }),
  fc.record({ who: person, at: pick, ago: days }).map((a) => async (known: Known) => {
    const ref = one(known.drafts, a.at)
    const seen = ref && (await record(a.who, ref))
    if (seen)
      await world.does(a.who, sign, {
        ref,
        version: seen.decision.version,
        decidedOn: today.subtract({ days: a.ago }).toString(),
        conflicts: 'No conflicts declared.',
        dispensations: 'No dispensations were given.',
      })
  }),
  fc
    .record({ who: person, at: pick, post, power: fc.constantFrom(...recordable), subject, pence: sum, ago: days })
    .map((a) => async (known: Known) => {
      const under = one(known.mandates, a.at)
      const acted = await world.does(a.who, recordAct, {
        post: a.post,
        power: a.power,
        subject: a.subject,
        what: 'Something',
        pence: a.pence,
        day: today.subtract({ days: a.ago }).toString(),
        ...(under && a.at % 3 ? { under } : {}),
        evidence: [{ condition: 'contract-rules', says: 'Three quotes', day: today.subtract({ days: 9 }).toString() }],
      })
      if (acted.ok) known.acts.push(acted.value.ref)
    }),
  fc
    .record({
      who: person,
      at: pick,
      to: post,
      powers: fc.subarray([...powerNames], { minLength: 1, maxLength: 3 }),
      scope: subject,
      pence: sum,
      in: days,
    })
    .map((a) => async (known: Known) => {
      const mandate = one(known.mandates, a.at)
      if (!mandate) return
      const passed = await world.does(a.who, delegateOnward, {
        mandate,
        to: a.to,
        powers: a.powers,
        scope: a.scope,
        pence: a.pence,
        from: today.add({ days: a.in }).toString(),
        words: 'Part of it',
      })
      if (passed.ok) known.mandates.push(passed.value.ref)
    }),
  fc.record({ who: person, at: pick }).map((a) => async (known: Known) => {
    const act = one(known.acts, a.at)
    if (act) await world.does(a.who, undoAct, { act, because: 'in error' })
  }),
  fc.record({ who: person, at: pick, release: fc.boolean() }).map((a) => async (known: Known) => {
    const ref = one(known.drafts, a.at)
    const seen = ref && (await record(a.who, ref))
    if (!seen) return
    const first = { ref, callIn: seen.callIns[0]?.callIn, says: 'Heard.' }
    if (a.release) {
      await world.does(a.who, judgeCallIn, { ...first, valid: a.at % 2 === 0 })
      await world.does(a.who, hearCallIn, {
        ...first,
        body: 'scrutiny-committee',
        outcome: a.at % 3 === 0 ? 'referred-back' : 'released',
      })
      await world.does(a.who, reconsider, { ...first, outcome: a.at % 2 === 0 ? 'confirmed' : 'rescinded' })
    } else
      await world.does(a.who, callIn, {
        ref,
        clauses: seen.decision.clauses.map(({ clause }) => clause),
        callers: ['A', 'B', 'C'],
        grounds: 'Cost',
      })
  }),
  fc.record({ who: person, at: pick, pence: sum, on: days, revoke: fc.boolean() }).map((a) => async (known: Known) => {
    const mandate = one(known.mandates, a.at)
    if (a.revoke)
      await world.does(a.who, revokeMandate, { mandate, on: today.add({ days: a.on }).toString(), because: 'x' })
    else await world.does(a.who, recall, { mandate, pence: a.pence, because: 'x' })
  }),
  fc
    .record({
      who: person,
      at: pick,
      post,
      power: fc.constantFrom(...recordable),
      subject,
      pence: sum,
      ago: fc.integer({ min: 0, max: 200 }),
    })
    .map((a) => async (known: Known) => {
      const acted = await world.does(a.who, recordRetrospective, {
        post: a.post,
        power: a.power,
        subject: a.subject,
        what: 'Too early',
        pence: a.pence,
        day: today.subtract({ days: a.ago }).toString(),
        under: one(known.mandates, a.at),
        because: 'x',
        evidence: [{ condition: 'contract-rules', says: 'Three quotes', day: today.toString() }],
      })
      if (acted.ok) known.acts.push(acted.value.ref)
    }),
  fc
    .record({
      who: person,
      at: pick,
      section: fc.constantFrom('s5', 's5A', 's114', 'court'),
      reach: fc.oneof(
        fc.constant({ kind: 'council' }),
        subject.filter(Boolean).map((path) => ({ kind: 'subject', subject: path })),
      ),
      move: fc.constantFrom('issue', 'consider', 'release', 'release'),
    })
    .map((a) => async (known: Known) => {
      const hold = one(known.holds, a.at)
      if (a.move === 'consider')
        await world.does(a.who, considerHold, { hold, on: today.toString(), says: 'Considered.' })
      else if (a.move === 'release') await world.does(a.who, releaseHold, { hold, because: 'Over.' })
      else {
        const issued = await world.does(a.who, issueHold, { section: a.section, reach: a.reach, reason: 'Stop.' })
        if (issued.ok) known.holds.push(issued.value.ref)
      }
    }),
  fc.record({ who: person, post, in: days, ago: days, leave: fc.boolean() }).map((a) => async () => {
    if (a.leave)
      await world.does(a.who, leavePost, {
        post: a.post,
        name: 'Ada Quill',
        from: '2012-09-10',
        on: today.subtract({ days: a.ago }).toString(),
      })
    else
      await world.does(a.who, appoint, {
        post: a.post,
        email: 'ada.quill@larkshire.example',
        from: today.add({ days: a.in }).toString(),
        until: today.add({ days: 90 }).toString(),
        acting: true,
      })
  }),
)

// A run that does nothing proves nothing: most sequences start with somebody who carries a decision to authority.
const carried: fc.Arbitrary<Attempt> = fc
  .record({
    holder: post,
    basis: fc.constantFrom('whole-life', 'financial-year', 'each-act'),
    pence: sum,
    scope: subject,
    mayDelegate: fc.boolean(),
  })
  .map((a) => async (known: Known) => {
    const [priya, hugo] = [world.as('Priya'), world.as('Hugo')]
    const started = await world.does(priya, startDraft, { title: 'Carried through' })
    if (!started.ok) return
    const { ref } = started.value
    await world.does(priya, editDraft, {
      ref,
      version: 1,
      changes: {
        maker: 'cabinet',
        subject: 'adults',
        value: { kind: 'none' },
        isKey: false,
        subjectToCallIn: false,
        reasons: 'Because.',
        alternatives: 'No alternatives were considered.',
      },
    })
    await world.does(priya, putClause, { ref, version: 2, label: 'a', verb: 'delegate', words: 'Delegate it' })
    const seen = await record(priya, ref)
    await world.does(priya, putGrant, {
      ref,
      version: 3,
      clause: seen?.decision.clauses[0]?.clause,
      holder: a.holder,
      powers: ['contract', 'commit', 'extend'],
      scope: a.scope,
      mayDelegate: a.mayDelegate,
      ceiling: { basis: a.basis, pence: a.pence },
    })
    await world.does(priya, propose, { ref, version: 4 })
    await world.does(hugo, sign, {
      ref,
      version: 5,
      conflicts: 'No conflicts declared.',
      dispensations: 'No dispensations were given.',
    })
    await world.does(hugo, publish, { ref })
    known.drafts.push(ref)
    const given = (await record(priya, ref))?.mandates.map((mandate) => mandate.ref) ?? []
    known.mandates.push(...given)
    // A penny is spent where there is one to spend, so that later attempts meet a mandate that is already in use.
    const acted = await world.does(priya, recordAct, {
      post: a.holder,
      power: 'commit',
      subject: a.scope,
      what: 'The first penny',
      pence: 1,
      day: today.toString(),
      under: given[0],
    })
    if (acted.ok) known.acts.push(acted.value.ref)
  })

test('no sequence of use cases, in any order and by any mix of people, breaks one of the three laws', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(carried, { minLength: 1, maxLength: 2 }),
      fc.array(attempts, { minLength: 8, maxLength: 25 }),
      async (first, then) => {
        const known: Known = { drafts: [], mandates: [], acts: [], holds: [] }
        for (const attempt of [...first, ...then]) await attempt(known)
        await releaseAll(known)
        await lawOne()
        await lawTwo()
        assert.deepEqual(await world.breaks(), [])
      },
    ),
    { numRuns: Number(process.env['REMIT_PROPERTY_RUNS'] ?? 30) },
  )
})

test('and the sequences did something: acts stand, authority was passed on, and there were refusals', async () => {
  const [counted] = await look<{ acts: bigint; passed: bigint; refused: bigint }>(sql`select
    (select count(*) from authority.act) as acts,
      (select count(*) from authority.mandate where source = 'sub-delegation') as passed,
    (select count(*) from platform.journal where outcome = 'refused') as refused`)
  assert.ok(
    counted && counted.acts > 30n && counted.refused > 20n,
    `${counted?.acts} acts, ${counted?.passed} passed on, ${counted?.refused} refused`,
  )
})

// A council that stays on hold does nothing more: what a sequence put on hold is released before the next.
async function releaseAll({ holds }: Known) {
  for (const hold of holds)
    for (const who of [world.as('Edmund'), world.as('Winifred')])
      await world.does(who, considerHold, { hold, on: today.toString(), says: 'Considered.' })
  if (holds.length) today = today.add({ days: 7 })
  world.on(today.toString())
  for (const hold of holds)
    for (const who of [world.as('Edmund'), world.as('Winifred')])
      await world.does(who, releaseHold, { hold, because: 'Over.' })
}

const look = <R>(statement: Parameters<typeof rows>[1]): Promise<R[]> =>
  world.house.database.within({ council: world.council, role: 'remit_app' }, (tx) => rows<R>(tx, statement))

// Law 1, told again in SQL and not in the words of the code that enforces it: every act has a mandate that was in effect. An act
// that was undone keeps nobody from ending the mandate on the very day of it; it was in effect when the act was done.
async function lawOne() {
  const lawless = await look(sql`
    select a.ref, m.ref as mandate from authority.act a join authority.mandate m on m.council = a.council
      and m.mandate = a.mandate
    where a.undoes is null and a.retrospective is null and not (
      a.post = m.holder and a.power = any (m.powers)
        and (m.scope = '' or a.subject = m.scope or a.subject like m.scope || '/%')
      and a.day >= m.from_day and (m.until_day is null or a.day < m.until_day
        or (m.ended_because is not null and exists (
        select from authority.act u where u.council = a.council and u.undoes = a.act)))
      and exists (select 1 from authority.holding h where h.council = a.council and h.post = a.post
        and h.from_day <= a.day and (h.until_day is null or h.until_day > a.day))
      and not exists (select 1 from authority.hold h where h.council = a.council and h.mandate = a.mandate
        and h.from_day < a.day and (h.until_day is null or h.until_day > a.day))
      and not exists (select 1 from authority.statutory_hold s where s.council = a.council and s.issued_on < a.day
        and (s.until_day is null or s.until_day > a.day)
        and (s.powers is null or a.power = any (s.powers))
          and (s.reach = 'council' or s.subject = a.subject or a.subject = '' or a.subject like s.subject || '/%'
          or s.subject like a.subject || '/%')))`)
  assert.deepEqual(lawless, [])
  // What was done before there was authority is on record as that, and nothing else is.
  assert.deepEqual(
    await look(sql`select a.ref from authority.act a join authority.mandate m on m.council = a.council
      and m.mandate = a.mandate
    where a.retrospective is not null and a.day >= m.from_day`),
    [],
  )
}

// Law 2: per mandate, what was exercised and passed on stays within the ceiling, and the running totals are the ledger's sums.
async function lawTwo() {
  const overspent = await look(sql`
    with used as (
      select m.council, m.mandate, m.ref, m.exercised_pence, m.passed_on_pence, m.recalled_pence,
        coalesce((select sum(l.pence) from authority.ledger l where l.council = m.council and l.mandate = m.mandate
          and l.kind = 'exercised'), 0) as exercised,
        coalesce((select sum(l.pence) from authority.ledger l where l.council = m.council and l.mandate = m.mandate
          and l.kind = 'passed-on'), 0) as passed,
        coalesce((select sum(l.pence) from authority.ledger l where l.council = m.council and l.mandate = m.mandate
          and l.kind = 'recalled'), 0) as recalled,
        coalesce((select max(y) from (select sum(a.value_pence) as y from authority.act a
          where a.council = m.council and a.mandate = m.mandate
          group by extract(year from greatest(a.day, m.from_day) - interval '3 months')) years), 0) as most_in_a_year,
        coalesce((select max(a.value_pence) from authority.act a where a.council = m.council and a.mandate = m.mandate),
          0) as largest
      from authority.mandate m)
    select u.ref, c.basis, c.pence, u.exercised, u.passed from used u
    left join authority.ceiling c on c.council = u.council and c.mandate = u.mandate
    where u.exercised <> u.exercised_pence or u.passed <> u.passed_on_pence or u.recalled <> u.recalled_pence
      or (c.basis = 'whole-life' and u.exercised + u.passed + u.recalled > c.pence)
      or (c.basis = 'financial-year' and (u.most_in_a_year + u.recalled > c.pence or u.passed + u.recalled > c.pence))
      or (c.basis = 'each-act' and u.largest > c.pence)`)
  assert.deepEqual(overspent, [])
  const wider = await look(sql`
    select child.ref from authority.mandate child join authority.mandate parent on parent.council = child.council
      and parent.mandate = child.parent
    where not (child.powers <@ parent.powers
      and (parent.scope = '' or child.scope = parent.scope or child.scope like parent.scope || '/%')
      and child.from_day >= parent.from_day and (parent.until_day is null or child.until_day <= parent.until_day)
      and child.conditions @> parent.conditions)`)
  assert.deepEqual(wider, [])
}
