import type { ClauseGrant } from '#authority'
import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { CallInState, ClosedState } from './states.ts'

/** A member who calls a decision in, with the post that lets them. Without an account where the council names no posts. */
export type CalledBy = {
  name: string
  account: string | null
  post: string | null
  title: string | null
  withdrawn?: string
}

export type Advice = { by: string; says: string; contrary: boolean }

/** What a step carries besides its words. Days are ISO text. */
export type StepDetail = {
  body?: string
  hearing?: string
  attended?: string[]
  advice?: Advice[]
  findings?: string[]
  act?: string
  due?: string
  late?: boolean
  name?: string
  from?: string
}

export type Step = { what: string; on: Temporal.PlainDate; by: string; says: string | null; detail: StepDetail }

/** One request to call clauses in, with everything that was done about it. */
export type CallIn = {
  callIn: string
  state: CallInState
  calledOn: Temporal.PlainDate
  receivedAt: Temporal.Instant | null
  by: string
  callers: string
  calledBy: CalledBy[]
  grounds: string | null
  chosen: string[]
  substitute: string | null
  due: Temporal.PlainDate | null
  body: string | null
  hearing: Temporal.PlainDate | null
  correctBy: Temporal.PlainDate | null
  outcome: ClosedState | null
  releasedOn: Temporal.PlainDate | null
  outcomeSays: string | null
  clauses: { clause: string; hold: string }[]
  steps: Step[]
}

type Bare = Omit<CallIn, 'steps'>

export async function callInsOf(tx: Tx, council: string, decision: string): Promise<CallIn[]> {
  const found = await rows<Bare>(
    tx,
    sql`select i.call_in as "callIn", i.state, i.called_on as "calledOn", i.received_at as "receivedAt",
      i.by_account as by,
      i.callers, i.called_by as "calledBy", i.grounds, i.chosen, i.substitute, i.due, i.body, i.hearing,
        i.correct_by as "correctBy", i.outcome,
      i.released_on as "releasedOn", i.outcome_says as "outcomeSays",
      (select jsonb_agg(jsonb_build_object('clause', c.clause, 'hold', c.hold) order by k.position)
        from decisions.called_clause c
        join decisions.clause k using (council, clause)
          where c.council = i.council and c.call_in = i.call_in) as clauses
    from decisions.call_in i where i.council = ${council} and i.decision = ${decision}
      order by i.called_on, i.received_at, i.call_in`,
  )
  if (!found.length) return []
  const steps = await rows<Step & { callIn: string }>(
    tx,
    sql`select s.call_in as "callIn", s.what, s.on_day as "on", s.by_name as by, s.says, s.detail
    from decisions.call_in_step s join decisions.call_in i on i.council = s.council and i.call_in = s.call_in
    where i.council = ${council} and i.decision = ${decision} order by s.call_in, s.step`,
  )
  return found.map((one) => ({
    ...one,
    steps: steps.filter(({ callIn }) => callIn === one.callIn).map(({ callIn: _, ...step }) => step),
  }))
}

export type NewCallIn = {
  callIn: string
  on: Temporal.PlainDate
  at: Temporal.Instant
  callers: string
  calledBy: CalledBy[]
  grounds: string | null
  chosen: string[]
  substitute: string | null
  by: string
  clauses: { clause: string; hold: string }[]
}

export async function insertCallIn(tx: Tx, council: string, decision: string, c: NewCallIn): Promise<void> {
  await sql`insert into decisions.call_in (council, call_in, decision, called_on, received_at, callers, called_by,
    grounds, chosen, substitute, by_account)
    values (${council}, ${c.callIn}, ${decision}, ${c.on}, ${c.at}, ${c.callers}, ${toJson(c.calledBy)}::jsonb,
      ${c.grounds}, ${c.chosen}::text[],
      ${c.substitute}, ${c.by})`.execute(tx)
  for (const { clause, hold } of c.clauses) {
    await sql`insert into decisions.called_clause (council, call_in, clause, hold)
      values (${council}, ${c.callIn}, ${clause}, ${hold})`.execute(tx)
  }
}

export type NewStep = {
  what: string
  on: Temporal.PlainDate
  at: Temporal.Instant
  by: string
  account: string | null
  says: string | null
  detail: StepDetail
}

export const insertStep = (tx: Tx, council: string, callIn: string, s: NewStep) =>
  sql`insert into decisions.call_in_step (council, call_in, step, what, on_day, at, by_name, by_account, says, detail)
    select ${council}, ${callIn}, coalesce(max(step), 0) + 1, ${s.what}, ${s.on}::date, ${s.at}::timestamptz, ${s.by},
      ${s.account}::uuid, ${s.says}, ${toJson(s.detail)}::jsonb
    from decisions.call_in_step where council = ${council} and call_in = ${callIn}`.execute(tx)

export const setCallInState = (
  tx: Tx,
  council: string,
  callIn: string,
  state: CallInState,
  due: Temporal.PlainDate | null,
) =>
  sql`update decisions.call_in set state = ${state}, due = ${due}
    where council = ${council} and call_in = ${callIn}`.execute(tx)

export const setHearing = (tx: Tx, council: string, callIn: string, body: string, on: Temporal.PlainDate) =>
  sql`update decisions.call_in set body = ${body}, hearing = ${on}
    where council = ${council} and call_in = ${callIn}`.execute(tx)

export const setCallers = (tx: Tx, council: string, callIn: string, calledBy: CalledBy[]) =>
  sql`update decisions.call_in set called_by = ${toJson(calledBy)}::jsonb
    where council = ${council} and call_in = ${callIn}`.execute(tx)

export const setCorrectBy = (tx: Tx, council: string, callIn: string, by: Temporal.PlainDate) =>
  sql`update decisions.call_in set correct_by = ${by} where council = ${council} and call_in = ${callIn}`.execute(tx)

export const closeCallIn = (
  tx: Tx,
  council: string,
  callIn: string,
  c: { outcome: ClosedState; on: Temporal.PlainDate; says: string | null },
) =>
  sql`update decisions.call_in set outcome = ${c.outcome}, released_on = ${c.on}, outcome_says = ${c.says}
    where council = ${council} and call_in = ${callIn}`.execute(tx)

export type Amendment = {
  amendment: string
  callIn: string
  clause: string
  kind: 'amended' | 'rescinded'
  words: string | null
  ended: string[]
  given: string[]
  on: Temporal.PlainDate
  from: Temporal.PlainDate
  by: string
  act: string
  reasons: string
}

export const insertAmendment = (tx: Tx, council: string, a: Amendment, sealed: unknown) =>
  sql`insert into decisions.amendment (council, amendment, call_in, clause, kind, words, ended, given, made_on,
    from_day, made_by, act, reasons, sealed)
    values (${council}, ${a.amendment}, ${a.callIn}, ${a.clause}, ${a.kind}, ${a.words}, ${a.ended}::text[],
      ${a.given}::text[], ${a.on}, ${a.from},
      ${a.by}, ${a.act}, ${a.reasons}, ${toJson(sealed)}::jsonb)`.execute(tx)

export const amendmentsOf = (tx: Tx, council: string, decision: string): Promise<Amendment[]> =>
  rows<Amendment>(
    tx,
    sql`select a.amendment, a.call_in as "callIn", a.clause, a.kind, a.words, a.ended, a.given, a.made_on as "on",
      a.from_day as "from",
      a.made_by as by, a.act, a.reasons
    from decisions.amendment a join decisions.clause c on c.council = a.council and c.clause = a.clause
    where a.council = ${council} and c.decision = ${decision} order by a.made_on, c.position, a.amendment`,
  )

/** What the journal sealed of amendments. */
export const sealedAmendmentsOf = (
  tx: Tx,
  council: string,
  amendments: string[],
): Promise<{ amendment: string; sealed: unknown }[]> =>
  rows(
    tx,
    sql`select amendment, sealed from decisions.amendment
      where council = ${council} and amendment = any (${amendments}::text[])`,
  )

/** What an amended clause gives instead, apart from what its record says of it. */
export type AmendedGrant = Omit<ClauseGrant, 'clause' | 'decisionRef' | 'clauseLabel' | 'words' | 'from'> & {
  from: Temporal.PlainDate | null
}

export type Waiver = { post: string; agreedBy: string; agreedOn: Temporal.PlainDate; reasons: string }

export const waiverOf = (tx: Tx, council: string, decision: string): Promise<Waiver | null> =>
  row<Waiver>(
    tx,
    sql`select post, agreed_by as "agreedBy", agreed_on as "agreedOn", reasons from decisions.call_in_waiver
    where council = ${council} and decision = ${decision}`,
  )

export const insertWaiver = (
  tx: Tx,
  council: string,
  decision: string,
  w: Waiver & { by: string },
  at: Temporal.Instant,
) =>
  sql`insert into decisions.call_in_waiver (council, decision, post, agreed_by, agreed_on, reasons, recorded_by,
    recorded_at)
    values (${council}, ${decision}, ${w.post}, ${w.agreedBy}, ${w.agreedOn}, ${w.reasons}, ${w.by}, ${at})`.execute(tx)

/** Exemptions from call-in of a time, by the day of publication: what the annual report counts. `until` is the first day after. */
export const waiversBetween = (
  tx: Tx,
  council: string,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<(Waiver & { ref: string; title: string; publishedOn: Temporal.PlainDate })[]> =>
  rows(
    tx,
    sql`select d.ref, d.title, d.published_on as "publishedOn", w.post, w.agreed_by as "agreedBy",
      w.agreed_on as "agreedOn", w.reasons
    from decisions.call_in_waiver w join decisions.decision d on d.council = w.council and d.decision = w.decision
    where w.council = ${council} and d.published_on >= ${from} and d.published_on < ${until}
      order by d.published_on, d.ref limit 500`,
  )

/** An open call-in with the decision that it is about. */
export type Running = Pick<CallIn, 'callIn' | 'state' | 'calledOn' | 'callers' | 'due' | 'hearing'> & {
  ref: string
  title: string
  maker: string | null
  labels: (string | null)[]
}

/** Call-ins that are open, the first that is due first. */
export const runningCallIns = (tx: Tx, council: string, size: number): Promise<Running[]> =>
  rows<Running>(
    tx,
    sql`select i.call_in as "callIn", i.state, i.called_on as "calledOn", i.callers, i.due, i.hearing, d.ref, d.title,
      d.maker,
      array(select k.label from decisions.called_clause c join decisions.clause k on k.council = c.council
        and k.clause = c.clause
        where c.council = i.council and c.call_in = i.call_in order by k.position) as labels
    from decisions.call_in i join decisions.decision d on d.council = i.council and d.decision = i.decision
    where i.council = ${council} and i.outcome is null order by i.due nulls last, i.called_on, i.call_in limit ${size}`,
  )

/** Opens a call-in again that was closed in error; what was closed stays in its steps. */
export const reopenCallIn = (tx: Tx, council: string, callIn: string) =>
  sql`update decisions.call_in set outcome = null, released_on = null, outcome_says = null
    where council = ${council} and call_in = ${callIn}`.execute(tx)

/** The hold that suspends what hangs on a clause from now on. The one before it stays as it was. */
export const setHold = (tx: Tx, council: string, callIn: string, clause: string, hold: string) =>
  sql`update decisions.called_clause set hold = ${hold}
    where council = ${council} and call_in = ${callIn} and clause = ${clause}`.execute(tx)
