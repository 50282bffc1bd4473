import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'

export type Report = { decision: string; reasons: string; maker: string; agrees: boolean; whyNotKey: string | null }

export type Challenge = {
  challenge: string
  decision: string
  ref: string
  title: string
  maker: string | null
  committee: string
  raisedOn: Temporal.PlainDate
  raisedBy: string
  reasons: string
  due: Temporal.PlainDate
  answeredOn: Temporal.PlainDate | null
  answeredBy: string | null
  report: Report | null
  closedOn: Temporal.PlainDate | null
  outcome: 'satisfied' | 'not-satisfied' | null
  outcomeSays: string | null
}

const columns = sql`k.challenge, k.decision, d.ref, d.title, d.maker, k.committee, k.raised_on as "raisedOn",
  k.raised_by as "raisedBy", k.reasons, k.due, k.answered_on as "answeredOn", k.answered_by as "answeredBy", k.report,
    k.closed_on as "closedOn", k.outcome,
  k.outcome_says as "outcomeSays"`
const tables = sql`decisions.key_challenge k join decisions.decision d on d.council = k.council
  and d.decision = k.decision`

export const insertChallenge = (
  tx: Tx,
  council: string,
  c: {
    challenge: string
    decision: string
    committee: string
    on: Temporal.PlainDate
    by: string
    account: string
    reasons: string
    due: Temporal.PlainDate
  },
) =>
  sql`insert into decisions.key_challenge (council, challenge, decision, committee, raised_on, raised_by,
    raised_account, reasons, due)
    values (${council}, ${c.challenge}, ${c.decision}, ${c.committee}, ${c.on}, ${c.by}, ${c.account}, ${c.reasons},
      ${c.due})`.execute(tx)

export const challengesOf = (tx: Tx, council: string, decision: string): Promise<Challenge[]> =>
  rows<Challenge>(
    tx,
    sql`select ${columns} from ${tables} where k.council = ${council} and k.decision = ${decision}
      order by k.raised_on, k.challenge`,
  )

export const findChallenge = (tx: Tx, council: string, challenge: string): Promise<Challenge | null> =>
  row<Challenge>(
    tx,
    sql`select ${columns} from ${tables} where k.council = ${council} and k.challenge = ${challenge} for update of k`,
  )

/** Challenges that are not closed, the first due first. */
export const openChallenges = (tx: Tx, council: string, size: number): Promise<Challenge[]> =>
  rows<Challenge>(
    tx,
    sql`select ${columns} from ${tables} where k.council = ${council} and k.closed_on is null
      order by k.due, k.challenge limit ${size}`,
  )

export const answerChallenge = (
  tx: Tx,
  council: string,
  challenge: string,
  on: Temporal.PlainDate,
  by: string,
  report: Report,
) =>
  sql`update decisions.key_challenge set answered_on = ${on}, answered_by = ${by}, report = ${toJson(report)}::jsonb
    where council = ${council} and challenge = ${challenge}`.execute(tx)

export const closeChallenge = (
  tx: Tx,
  council: string,
  challenge: string,
  on: Temporal.PlainDate,
  outcome: string,
  says: string,
) =>
  sql`update decisions.key_challenge set closed_on = ${on}, outcome = ${outcome}, outcome_says = ${says}
    where council = ${council} and challenge = ${challenge}`.execute(tx)
