import { administrator, adoptConstitution, delegateOnward, recordAct } from '#authority'
import { callIn, editDraft, propose, publish, putClause, putGrant, sign, startDraft, viewDecision, viewRecord } from '#decisions'
import { addCouncil } from '#platform/add-council.ts'
import { isWorkingDay } from '#platform/days.ts'
import { londonDay, perform, ask, type House } from '#platform/perform.ts'
import type { Actor, Outcome, Query, UseCase } from '#platform/use-case.ts'
import type { z } from 'zod'
import { exampleCouncils } from './councils/index.ts'
import { larkshire, people } from './larkshire.ts'
import { records, type DemoRecord } from './records.ts'

/**
 * Fills a house in which no council lives yet with Larkshire: its constitution and some decisions at every stage, each made by
 * the same use cases that everyone uses, on the day on which it is said to have happened. Beside it stand councils with rule
 * sets that fit the records Remit was tried on, still without decisions.
 */
export async function furnishDemo(house: House): Promise<void> {
  if ((await house.councils.all()).length) return
  const accounts = await addCouncil(house.database, { council: 'larkshire', name: 'Larkshire Council', demo: true, people })
  house.councils.refresh()
  const today = londonDay(house.clock())
  const as = (firstName: string): Actor => {
    const found = accounts.find(({ name }) => name.startsWith(firstName))
    if (!found) throw new Error(`Nobody in Larkshire is called ${firstName}.`)
    return { council: 'larkshire', account: found.account, name: found.name, roles: found.roles }
  }
  await must(perform(house, adoptConstitution, as('Isolde'), larkshire))
  for (const { council, constitution } of exampleCouncils) {
    await addCouncil(house.database, council)
    house.councils.refresh()
    const setUp = { council: council.council, account: null, name: 'Set-up', roles: [administrator] }
    await must(perform(house, adoptConstitution, setUp, constitution))
  }
  for (const step of steps(as, today).sort((a, b) => b.ago - a.ago)) {
    const at = workingDayBefore(today, step.ago).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:30' }).toInstant()
    const then: House = { ...house, clock: () => at }
    await step.run({
      does: (who, useCase, input) => must(perform(then, useCase, who, input)),
      asks: (who, query, input) => must(ask(then, query, who, input)),
    })
  }
}

// Councils work from Monday to Friday; a step that would fall on another day is taken on the working day before.
export function workingDayBefore(today: Temporal.PlainDate, ago: number): Temporal.PlainDate {
  let day = today.subtract({ days: ago })
  while (!isWorkingDay(day)) day = day.subtract({ days: 1 })
  return day
}

type On = {
  does<In extends z.ZodType, Out>(who: Actor, useCase: UseCase<In, Out>, input: unknown): Promise<Out>
  asks<In extends z.ZodType, Out>(who: Actor, query: Query<In, Out>, input: unknown): Promise<Out>
}
type Step = { ago: number; run(on: On): Promise<void> }

async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome
  if (settled.ok) return settled.value
  throw new Error(`The demo could not be set up. ${settled.refusal.what} ${settled.refusal.because.join(' ')}`)
}

// Each record's steps in the order in which they happened; together they are sorted by day, so that the journal reads like a year.
function steps(as: (name: string) => Actor, today: Temporal.PlainDate): Step[] {
  return records.flatMap((record) => {
    const reached = { draft: 0, proposed: 1, decided: 2, published: 3 }[record.upTo]
    const known = { ref: '', version: 1, mandates: [] as string[] }
    const signedAgo = record.signedAgo ?? 0
    const all: Step[] = [{ ago: signedAgo + 10, run: (on) => draftIt(on, as('Priya'), record, known) }]
    if (reached >= 1) all.push({ ago: signedAgo + 1, run: async (on) => void await on.does(as('Priya'), propose, known) })
    if (reached >= 2) all.push({ ago: signedAgo, run: async (on) => {
      await on.does(as(record.signer), sign, { ref: known.ref, version: known.version + 1, conflicts: 'No conflicts declared.', dispensations: 'No dispensations were given.' })
    } })
    if (reached >= 3) all.push({ ago: record.publishedAgo ?? signedAgo, run: async (on) => {
      await on.does(as('Hugo'), publish, { ref: known.ref })
      known.mandates = (await on.asks(as('Priya'), viewDecision, { ref: known.ref })).mandates.map(({ ref }) => ref)
    } })
    for (const { ago, evidence, grant, ...act } of record.acts ?? []) {
      const day = workingDayBefore(today, ago).toString()
      all.push({ ago, run: async (on) => void await on.does(as('Priya'), recordAct, { ...act, day, under: known.mandates[grant], recordRef: known.ref, evidence: (evidence ?? []).map((one) => ({ ...one, day })) }) })
    }
    const { passesOn, calledIn } = record
    if (passesOn) all.push({ ago: passesOn.ago, run: async (on) => {
      const { by, ago, ...passed } = passesOn
      await on.does(as(by), delegateOnward, { ...passed, mandate: known.mandates[0], from: workingDayBefore(today, ago).toString() })
    } })
    if (calledIn) all.push({ ago: calledIn.ago, run: async (on) => {
      const { decision } = await on.asks(as('Priya'), viewRecord, { ref: known.ref })
      const clauses = decision.clauses.filter(({ label }) => label === calledIn.label).map(({ clause }) => clause)
      await on.does(as('Marguerite'), callIn, { ref: known.ref, clauses, callers: ['Cllr Marguerite Vane', 'Cllr Basil Thornby', 'Cllr June Aldous'], grounds: calledIn.grounds })
    } })
    return all
  })
}

async function draftIt(on: On, priya: Actor, record: DemoRecord, known: { ref: string; version: number }): Promise<void> {
  const { maker, subject, isKey, callable: subjectToCallIn, purpose, reasons, author, wards, identifiers, pence } = record
  let { ref, version } = await on.does(priya, startDraft, { title: record.title })
  const value = pence === null ? null : pence === 'none' ? { kind: 'none' } : { kind: 'stated', pence }
  ;({ version } = await on.does(priya, editDraft, { ref, version, changes: {
    maker, subject, isKey, subjectToCallIn, purpose, reasons, author, value,
    ...(record.upTo === 'draft' ? {} : { alternatives: record.alternatives ?? 'No alternatives were considered.' }), ...(wards ? { wards } : {}), ...(identifiers ? { identifiers } : {}),
  } }))
  for (const { gives, ...clause } of record.clauses) {
    ;({ version } = await on.does(priya, putClause, { ref, version, ...clause }))
    const { decision } = await on.asks(priya, viewRecord, { ref })
    for (const grant of gives ?? []) {
      ;({ version } = await on.does(priya, putGrant, { ref, version, clause: decision.clauses.at(-1)?.clause, ...grant }))
    }
  }
  Object.assign(known, { ref, version })
}
