import { administrator, adoptConstitution, delegateOnward, recordAct } from '#authority'
import {
  addPaper,
  callIn,
  editDraft,
  hearCallIn,
  judgeCallIn,
  propose,
  publish,
  putClause,
  putGrant,
  reconsider,
  restrict,
  sign,
  startDraft,
  viewDecision,
  viewRecord,
} from '#decisions'
import { addCouncil } from '#platform/add-council.ts'
import { londonDay, perform, ask, type House } from '#platform/perform.ts'
import type { Actor, Outcome } from '#platform/use-case.ts'
import { editedAfterClearance, governed, seenBy } from './governed.ts'
import { buryDays, commissionSteps, openBury, signBury } from './commissions/index.ts'
import { consultationSteps } from './consulted.ts'
import { exampleCouncils } from './councils/index.ts'
import { heldSteps } from './held.ts'
import { groundsOfCallIn, larkshire, people } from './larkshire.ts'
import { networkSteps } from './networked.ts'
import { noticeSteps, plannedSteps } from './planned.ts'
import { reportedSteps } from './reported.ts'
import { records, type CalledIn, type DemoRecord } from './records.ts'
import { workingDayBefore, type On, type Step } from './steps.ts'

/**
 * Fills a house in which no council lives yet with Larkshire: its constitution and some decisions at every stage, each made by
 * the same use cases that everyone uses, on the day on which it is said to have happened. Beside it stand councils with rule
 * sets that fit the records Remit was tried on, still without decisions.
 */
export async function furnishDemo(house: House): Promise<void> {
  if ((await house.councils.all()).length) return
  const accounts = await addCouncil(house.database, {
    council: 'larkshire',
    name: 'Larkshire Council',
    demo: true,
    people,
  })
  house.councils.refresh()
  const today = londonDay(house.clock())
  const as = (firstName: string): Actor => {
    const found = accounts.find(({ name }) => name.startsWith(firstName))
    if (!found) throw new Error(`Nobody in Larkshire is called ${firstName}.`)
    return { council: 'larkshire', account: found.account, name: found.name, roles: found.roles }
  }
  await must(perform(house, adoptConstitution, as('Isolde'), larkshire))
  for (const { council, constitution } of exampleCouncils) {
    const there = await addCouncil(house.database, council)
    house.councils.refresh()
    const setUp = { council: council.council, account: null, name: 'Set-up', roles: [administrator] }
    await must(perform(house, adoptConstitution, setUp, constitution))
    const officer = there.find(({ name }) => name === 'Philippa Quillon')
    if (council.council === 'bury' && officer) {
      const actor = { council: 'bury', account: officer.account, name: officer.name, roles: officer.roles }
      const ref = await openBury(onDay(house, buryDays.recorded), actor)
      await signBury(onDay(house, buryDays.signed), actor, ref)
    }
  }
  for (const step of [
    ...steps(as, today),
    ...plannedSteps(as, today),
    ...networkSteps(as, today),
    ...consultationSteps(as, today),
    ...reportedSteps(as, today),
    ...commissionSteps(as, today),
    ...heldSteps(as, today),
  ].sort((a, b) => b.ago - a.ago)) {
    await step.run(onDay(house, workingDayBefore(today, step.ago).toString()))
  }
}

/** What people do and ask on a day, at half past nine. */
function onDay(house: House, day: string): On {
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:30' }).toInstant()
  const then: House = { ...house, clock: () => at }
  return {
    does: (who, useCase, input) => must(perform(then, useCase, who, input)),
    asks: (who, query, input) => must(ask(then, query, who, input)),
  }
}

async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome
  if (settled.ok) return settled.value
  throw new Error(`The demo could not be set up. ${settled.refusal.what} ${settled.refusal.because.join(' ')}`)
}

// Each record's steps in the order in which they happened; together they are sorted by day, so that the journal reads like a year.
function steps(as: (name: string) => Actor, today: Temporal.PlainDate): Step[] {
  return records.flatMap((record) => {
    const reached = { draft: 0, proposed: 1, decided: 2, published: 3 }[record.upTo]
    const known: Known = { ref: '', version: 1, mandates: [], callIn: '' }
    const signedAgo = record.signedAgo ?? 0
    const all: Step[] = [{ ago: signedAgo + 10, run: (on) => draftIt(on, as('Priya'), record, known) }]
    const { report, withheld } = record
    if (report !== undefined)
      all.push({
        ago: signedAgo + 10,
        run: async (on) => {
          const about = {
            kind: 'report',
            title: `Report: ${record.title}`,
            author: record.author,
            name: 'report.txt',
            bytes: new TextEncoder().encode(report),
          }
          ;({ version: known.version } = await on.does(as('Priya'), addPaper, { ...known, ...about }))
        },
      })
    if (reached >= 2) all.push(...noticeSteps(as, today, record, known))
    if (reached >= 1)
      all.push({ ago: signedAgo + 2, run: (on) => governed(on, as, known, workingDayBefore(today, signedAgo + 2)) })
    else all.push({ ago: 2, run: (on) => editedAfterClearance(on, as, known) })
    if (reached >= 1)
      all.push({ ago: signedAgo + 1, run: async (on) => void (await on.does(as('Priya'), propose, known)) })
    if (reached >= 2)
      all.push({
        ago: signedAgo,
        run: async (on) => {
          await seenBy(on, as(record.signer), known.ref)
          await on.does(as(record.signer), sign, {
            ref: known.ref,
            version: known.version + 1,
            conflicts: 'No conflicts declared.',
            dispensations: 'No dispensations were given.',
          })
        },
      })
    if (reached >= 3)
      all.push({
        ago: record.publishedAgo ?? signedAgo,
        run: async (on) => {
          if (withheld !== undefined)
            await on.does(as('Hugo'), restrict, {
              ref: known.ref,
              place: 'reasons',
              passages: [withheld],
              kind: 'exempt',
              codes: ['3'],
              publicInterest: 'Organisations would not tell the council their price before a competition.',
              decidedBy: 'Hugo Pennyfeather, Head of Democratic Services',
              reviewOn: today.add({ months: 10 }).toString(),
            })
          await on.does(as('Hugo'), publish, { ref: known.ref })
          known.mandates = (await on.asks(as('Priya'), viewDecision, { ref: known.ref })).mandates.map(({ ref }) => ref)
        },
      })
    for (const { ago, evidence, grant, ...act } of record.acts ?? []) {
      const day = workingDayBefore(today, ago).toString()
      all.push({
        ago,
        run: async (on) =>
          void (await on.does(as('Priya'), recordAct, {
            ...act,
            day,
            under: known.mandates[grant],
            recordRef: known.ref,
            evidence: (evidence ?? []).map((one) => ({ ...one, day })),
          })),
      })
    }
    const { passesOn, calledIn } = record
    if (passesOn)
      all.push({
        ago: passesOn.ago,
        run: async (on) => {
          const { by, ago, ...passed } = passesOn
          await on.does(as(by), delegateOnward, {
            ...passed,
            mandate: known.mandates[0],
            from: workingDayBefore(today, ago).toString(),
          })
        },
      })
    if (calledIn)
      all.push({
        ago: calledIn.ago,
        run: async (on) => {
          const { decision } = await on.asks(as('Priya'), viewRecord, { ref: known.ref })
          const clauses = decision.clauses.filter(({ label }) => label === calledIn.label).map(({ clause }) => clause)
          const { chosen, grounds } = calledIn
          const callers = ['Cllr Marguerite Vane', 'Cllr Basil Thornby', 'Cllr June Aldous']
          ;({ callIn: known.callIn } = await on.does(as('Marguerite'), callIn, {
            ref: known.ref,
            clauses,
            callers,
            chosen: [groundsOfCallIn[chosen]],
            grounds,
          }))
        },
      })
    if (calledIn?.heard) all.push(...heard(as, calledIn.label, calledIn.heard, known))
    return all
  })
}

type Known = { ref: string; version: number; mandates: string[]; callIn: string }

// A call-in that was judged, heard and referred back, and its clause amended: what it gave before has ended.
function heard(as: (name: string) => Actor, label: string, told: NonNullable<CalledIn['heard']>, known: Known): Step[] {
  const at = () => ({ ref: known.ref, callIn: known.callIn })
  return [
    {
      ago: told.judgedAgo,
      run: async (on) =>
        void (await on.does(as('Edmund'), judgeCallIn, {
          ...at(),
          valid: true,
          says: 'Enough members, a ground of the list, in time.',
        })),
    },
    {
      ago: told.ago,
      run: async (on) =>
        void (await on.does(as('Hugo'), hearCallIn, {
          ...at(),
          body: 'scrutiny-committee',
          attended: ['Marguerite Vane', 'Desmond Okoro'],
          outcome: 'referred-back',
          says: told.says,
        })),
    },
    {
      ago: told.reconsideredAgo,
      run: async (on) => {
        const { decision } = await on.asks(as('Priya'), viewRecord, { ref: known.ref })
        const clause = decision.clauses.find((one) => one.label === label)
        const grants = (clause?.grants ?? []).map(({ grant: _, mandate: __, ...given }) => given)
        await on.does(as('Desmond'), reconsider, {
          ...at(),
          outcome: 'amended',
          says: told.reasons,
          clauses: [{ clause: clause?.clause, becomes: 'amended', words: told.words, grants }],
        })
        known.mandates = (await on.asks(as('Priya'), viewDecision, { ref: known.ref })).mandates
          .filter(({ state }) => state !== 'ended')
          .map(({ ref }) => ref)
      },
    },
  ]
}

async function draftIt(on: On, priya: Actor, record: DemoRecord, known: Known): Promise<void> {
  const {
    maker,
    subject,
    isKey,
    callable: subjectToCallIn,
    purpose,
    reasons,
    author,
    wards,
    identifiers,
    pence,
  } = record
  let { ref, version } = await on.does(priya, startDraft, { title: record.title })
  const value = pence === null ? null : pence === 'none' ? { kind: 'none' } : { kind: 'stated', pence }
  ;({ version } = await on.does(priya, editDraft, {
    ref,
    version,
    changes: {
      maker,
      subject,
      isKey,
      subjectToCallIn,
      purpose,
      reasons,
      author,
      value,
      ...(record.upTo === 'draft' ? {} : { alternatives: record.alternatives ?? 'No alternatives were considered.' }),
      ...(wards ? { wards } : {}),
      ...(identifiers ? { identifiers } : {}),
    },
  }))
  for (const { gives, ...clause } of record.clauses) {
    ;({ version } = await on.does(priya, putClause, { ref, version, ...clause }))
    const { decision } = await on.asks(priya, viewRecord, { ref })
    for (const grant of gives ?? []) {
      ;({ version } = await on.does(priya, putGrant, {
        ref,
        version,
        clause: decision.clauses.at(-1)?.clause,
        ...grant,
      }))
    }
  }
  Object.assign(known, { ref, version })
}
