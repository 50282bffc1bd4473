import { findPost } from '#authority'
import type { Tx } from '#platform/database.ts'
import type { Clause, Decision } from '../decision.ts'
import type { CallInState } from './states.ts'
import { amendmentsOf, callInsOf, waiverOf, type Advice, type CallIn } from './store.ts'

/** A call-in as the public sees it: who, which clauses, why, and how it went. Days are ISO text. */
export type PublicCallIn = {
  calledOn: string
  callers: string
  /** The same with the posts that let them, and whether they have withdrawn since. */
  calledBy?: { name: string; title: string | null; withdrawn: string | null }[]
  /** In their own words; empty where only grounds of the list are chosen. */
  grounds: string
  chosen?: string[]
  substitute?: string | null
  /** By letter, and by their place in the record, from 0. */
  clauses: (string | null)[]
  places?: number[]
  state?: CallInState
  due?: string | null
  hearing?: { body: string; on: string } | null
  steps?: PublicStep[]
  outcome: string | null
  releasedOn: string | null
  says: string | null
}

export type PublicStep = {
  what: string
  on: string
  says: string | null
  body: string | null
  hearing: string | null
  attended: string[]
  advice: Advice[]
  act: string | null
  due: string | null
  late: boolean
  name: string | null
  from: string | null
}

/** What reconsideration made of a clause; the clause as it was signed stands unchanged beside it. */
export type PublicAmendment = {
  label: string | null
  place: number
  kind: 'amended' | 'rescinded'
  words: string | null
  ended: string[]
  given: string[]
  on: string
  from: string
  by: string
  act: string
  reasons: string
}

export type PublicWaiver = { agreedBy: string; post: string; agreedOn: string; reasons: string }

/** What the part of call-in adds to what the public sees of a decision. */
export async function shownOfCallIn(
  tx: Tx,
  council: string,
  { decision, clauses }: Decision,
): Promise<{ callIns: PublicCallIn[]; amendments?: PublicAmendment[]; callInWaiver?: PublicWaiver }> {
  const place = (clause: string) => clauses.findIndex((one) => one.clause === clause)
  const label = (clause: string) => clauses[place(clause)]?.label ?? null
  const titles = new Map<string, string>()
  const callIns = await callInsOf(tx, council, decision)
  for (const { body } of callIns)
    if (body !== null) titles.set(body, (await findPost(tx, council, body))?.title ?? body)
  const amendments = await amendmentsOf(tx, council, decision)
  const waiver = await waiverOf(tx, council, decision)
  return {
    callIns: callIns.map((one) =>
      callInAsPublic(one, clauses, one.body === null ? null : (titles.get(one.body) ?? one.body)),
    ),
    ...(amendments.length > 0 && {
      amendments: amendments.map(({ clause, kind, words, ended, given, on, from, by, act, reasons }) => ({
        label: label(clause),
        place: place(clause),
        kind,
        words,
        ended,
        given,
        on: on.toString(),
        from: from.toString(),
        by,
        act,
        reasons,
      })),
    }),
    ...(waiver && {
      callInWaiver: {
        agreedBy: waiver.agreedBy,
        post: (await findPost(tx, council, waiver.post))?.title ?? waiver.post,
        agreedOn: waiver.agreedOn.toString(),
        reasons: waiver.reasons,
      },
    }),
  }
}

/** A call-in as the public sees it, `body` being the title of the committee that hears it. */
export function callInAsPublic(one: CallIn, clauses: readonly Clause[], body: string | null): PublicCallIn {
  const places = one.clauses.map(({ clause }) => clauses.findIndex((each) => each.clause === clause))
  return {
    calledOn: one.calledOn.toString(),
    callers: one.callers,
    grounds: one.grounds ?? '',
    chosen: one.chosen,
    substitute: one.substitute,
    calledBy: one.calledBy.map(({ name, title, withdrawn }) => ({ name, title, withdrawn: withdrawn ?? null })),
    clauses: places.map((place) => clauses[place]?.label ?? null),
    places,
    state: one.state,
    due: one.due?.toString() ?? null,
    hearing: body !== null && one.hearing ? { body, on: one.hearing.toString() } : null,
    steps: one.steps.map(stepOf),
    outcome: one.outcome,
    releasedOn: one.releasedOn?.toString() ?? null,
    says: one.outcomeSays,
  }
}

// Who kept the record of a step is the desk's business; whoever called in, heard and decided is named in what the step says.
const stepOf = ({ what, on, says, detail: d }: CallIn['steps'][number]): PublicStep => ({
  what,
  on: on.toString(),
  says,
  body: d.body ?? null,
  hearing: d.hearing ?? null,
  attended: d.attended ?? [],
  advice: d.advice ?? [],
  act: d.act ?? null,
  due: d.due ?? null,
  late: d.late ?? false,
  name: d.name ?? null,
  from: d.from ?? null,
})
