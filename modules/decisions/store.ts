import type { Ceiling, Condition, Power } from '#authority'
import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Clause, Decision, Grant, State, Value, Verb } from './decision.ts'

const columns = sql`decision, ref, state, version, title, identifiers, maker, subject, is_key as "isKey",
  key_reasoning as "keyReasoning",
  value_kind as "valueKind", value_pence as "valuePence", subject_to_call_in as "subjectToCallIn", purpose, reasons,
    alternatives, conflicts,
  dispensations, author, wards, supersedes, reading, drafted_by as "draftedBy", changed_at as "changedAt",
    changed_by as "changedBy",
  decided_on as "decidedOn", decided_by as "decidedBy", decided_act as "decidedAct",
    refused_because as "refusedBecause",
  published_on as "publishedOn", effective_on as "effectiveOn", call_in_last_day as "callInLastDay",
    superseded_by as "supersededBy"`

type Bare = Omit<Decision, 'clauses' | 'value'> & { valueKind: Value['kind'] | null; valuePence: bigint | null }

/** Reads a decision with its clauses and grants, its row locked until the end of the transaction when it is about to change. */
export async function findDecision(
  tx: Tx,
  council: string,
  ref: string,
  lock: 'lock' | 'look' = 'look',
): Promise<Decision | null> {
  const found = await row<Bare>(
    tx,
    sql`select ${columns} from decisions.decision
      where council = ${council} and ref = ${ref} ${lock === 'lock' ? sql`for update` : sql``}`,
  )
  return found && { ...withValue(found), clauses: await clausesOf(tx, council, found.decision) }
}

function withValue({ valueKind, valuePence, ...rest }: Bare): Omit<Decision, 'clauses'> {
  const value: Value | null =
    valueKind === 'stated' ? { kind: 'stated', pence: valuePence ?? 0n } : valueKind && { kind: valueKind }
  return { ...rest, value }
}

export async function clausesOf(tx: Tx, council: string, decision: string): Promise<Clause[]> {
  const clauses = await rows<Omit<Clause, 'grants'>>(
    tx,
    sql`select clause, position, label, verb, words from decisions.clause
    where council = ${council} and decision = ${decision} order by position`,
  )
  const grants = await rows<
    Omit<Grant, 'ceiling'> & { clause: string; basis: Ceiling['basis'] | null; pence: bigint | null }
  >(
    tx,
    sql`
    select g.clause, g.clause_grant as grant, g.holder, g.powers, g.scope, g.basis, g.pence, g.from_day as "from",
      g.until_day as "until",
      g.may_delegate as "mayDelegate", g.conditions, g.mandate
    from decisions.clause_grant g join decisions.clause c on c.council = g.council and c.clause = g.clause
    where c.council = ${council} and c.decision = ${decision} order by g.holder, g.clause_grant`,
  )
  return clauses.map((clause) => ({
    ...clause,
    grants: grants
      .filter((grant) => grant.clause === clause.clause)
      .map(({ clause: _, basis, pence, ...grant }) => ({ ...grant, ceiling: ceilingOf(basis, pence) })),
  }))
}

const ceilingOf = (basis: Ceiling['basis'] | null, pence: bigint | null): Ceiling | null =>
  basis === null ? null : basis === 'no-limit' || pence === null ? { basis: 'no-limit', pence: null } : { basis, pence }

export const insertDraft = (
  tx: Tx,
  council: string,
  d: { decision: string; ref: string; title: string; by: string; byName: string; reading: string | null },
  at: Temporal.Instant,
) =>
  sql`insert into decisions.decision (council, decision, ref, state, title, reading, drafted_by, drafted_at, changed_at,
    changed_by)
    values (${council}, ${d.decision}, ${d.ref}, 'draft', ${d.title}, ${d.reading}, ${d.by}, ${at}, ${at},
      ${d.byName})`.execute(tx)

/** The fields of a draft that its author fills in. */
export type Fields = Pick<
  Decision,
  | 'title'
  | 'identifiers'
  | 'maker'
  | 'subject'
  | 'isKey'
  | 'keyReasoning'
  | 'value'
  | 'subjectToCallIn'
  | 'purpose'
  | 'reasons'
  | 'alternatives'
  | 'conflicts'
  | 'dispensations'
  | 'author'
  | 'wards'
  | 'supersedes'
>

export async function updateFields(tx: Tx, council: string, decision: string, f: Fields): Promise<void> {
  await sql`update decisions.decision set title = ${f.title}, identifiers = ${f.identifiers}::text[],
    maker = ${f.maker}, subject = ${f.subject},
      is_key = ${f.isKey}, key_reasoning = ${f.keyReasoning}, value_kind = ${f.value?.kind ?? null},
      value_pence = ${f.value?.kind === 'stated' ? f.value.pence : null}, subject_to_call_in = ${f.subjectToCallIn},
        purpose = ${f.purpose},
      reasons = ${f.reasons}, alternatives = ${f.alternatives}, conflicts = ${f.conflicts},
        dispensations = ${f.dispensations},
      author = ${f.author}, wards = ${f.wards}, supersedes = ${f.supersedes}
    where council = ${council} and decision = ${decision}`.execute(tx)
}

/** Notes that a draft was changed, by whom and when; its version grows. */
export const touch = (tx: Tx, council: string, decision: string, byName: string, at: Temporal.Instant) =>
  sql`update decisions.decision set version = version + 1, changed_at = ${at}, changed_by = ${byName}
    where council = ${council} and decision = ${decision}`.execute(tx)

export const setState = (tx: Tx, council: string, decision: string, state: State) =>
  sql`update decisions.decision set state = ${state} where council = ${council} and decision = ${decision}`.execute(tx)

export const insertClause = (
  tx: Tx,
  council: string,
  decision: string,
  c: { clause: string; position: number; label: string | null; verb: Verb; words: string },
) =>
  sql`insert into decisions.clause (council, clause, decision, position, label, verb, words)
    values (${council}, ${c.clause}, ${decision}, ${c.position}, ${c.label}, ${c.verb}, ${c.words})`.execute(tx)

export const updateClause = (
  tx: Tx,
  council: string,
  c: { clause: string; position: number; label: string | null; verb: Verb; words: string },
) =>
  sql`update decisions.clause set position = ${c.position}, label = ${c.label}, verb = ${c.verb}, words = ${c.words}
    where council = ${council} and clause = ${c.clause}`.execute(tx)

export async function deleteClause(tx: Tx, council: string, clause: string): Promise<void> {
  await sql`delete from decisions.clause_grant where council = ${council} and clause = ${clause}`.execute(tx)
  await sql`delete from decisions.clause where council = ${council} and clause = ${clause}`.execute(tx)
}

export type NewGrant = {
  grant: string
  clause: string
  holder: string
  powers: Power[]
  scope: string
  ceiling: Ceiling | null
  from: Temporal.PlainDate | null
  until: Temporal.PlainDate | null
  mayDelegate: boolean
  conditions: Condition[]
}

export const insertGrant = (tx: Tx, council: string, g: NewGrant) =>
  sql`insert into decisions.clause_grant (council, clause_grant, clause, holder, powers, scope, basis, pence, from_day,
    until_day, may_delegate, conditions)
    values (${council}, ${g.grant}, ${g.clause}, ${g.holder}, ${g.powers}::text[], ${g.scope},
      ${g.ceiling?.basis ?? null}, ${g.ceiling?.pence ?? null},
      ${g.from}, ${g.until}, ${g.mayDelegate}, ${toJson(g.conditions)}::jsonb)`.execute(tx)

export const deleteGrant = (tx: Tx, council: string, grant: string) =>
  sql`delete from decisions.clause_grant where council = ${council} and clause_grant = ${grant}`.execute(tx)

export const grantBecame = (tx: Tx, council: string, grant: string, mandate: string) =>
  sql`update decisions.clause_grant set mandate = ${mandate}
    where council = ${council} and clause_grant = ${grant}`.execute(tx)

export const markDecided = (
  tx: Tx,
  council: string,
  decision: string,
  d: { on: Temporal.PlainDate; by: string; act: string; signed: unknown },
) =>
  sql`update decisions.decision set state = 'decided', decided_on = ${d.on}, decided_by = ${d.by},
    decided_act = ${d.act}, signed = ${toJson(d.signed)}::jsonb
    where council = ${council} and decision = ${decision}`.execute(tx)

export const markRefused = (tx: Tx, council: string, decision: string, because: string) =>
  sql`update decisions.decision set state = 'refused', refused_because = ${because}
    where council = ${council} and decision = ${decision}`.execute(tx)

export type PublishedWith = {
  on: Temporal.PlainDate
  effective: Temporal.PlainDate
  lastDay: Temporal.PlainDate | null
  rule: unknown
  source: string | null
}

export const markPublished = (tx: Tx, council: string, decision: string, p: PublishedWith) =>
  sql`update decisions.decision set state = 'published', published_on = ${p.on}, effective_on = ${p.effective},
    call_in_last_day = ${p.lastDay},
      call_in_rule = ${p.rule === null ? null : toJson(p.rule)}::jsonb, call_in_source = ${p.source}
    where council = ${council} and decision = ${decision}`.execute(tx)

export const markSuperseded = (tx: Tx, council: string, decision: string, by: string) =>
  sql`update decisions.decision set state = 'superseded', superseded_by = ${by}
    where council = ${council} and decision = ${decision}`.execute(tx)

/** The call-in rule as it was applied when the decision was published. */
export const callInRuleOfDecision = (
  tx: Tx,
  council: string,
  decision: string,
): Promise<{ rule: unknown; source: string | null } | null> =>
  row(
    tx,
    sql`select call_in_rule as rule, call_in_source as source from decisions.decision
      where council = ${council} and decision = ${decision} and call_in_rule is not null`,
  )

export type DraftRow = {
  ref: string
  state: State
  title: string
  maker: string | null
  changedAt: Temporal.Instant
  changedBy: string
  decidedOn: Temporal.PlainDate | null
}

/** Records that are still on the desk (not yet published), the latest change first. */
export const onTheDesk = (
  tx: Tx,
  council: string,
  filter: { states: readonly State[]; words?: string; before?: Temporal.Instant; size: number },
): Promise<DraftRow[]> =>
  rows<DraftRow>(
    tx,
    sql`select d.ref, d.state, d.title, d.maker, d.changed_at as "changedAt", d.changed_by as "changedBy",
      d.decided_on as "decidedOn"
    from decisions.decision d where d.council = ${council} and d.state = any (${filter.states}::text[])
      and (${filter.words ?? null}::text is null or d.title ilike '%' || ${filter.words ?? null}::text || '%'
        or d.ref ilike ${filter.words ?? null}::text || '%')
      and (${filter.before ?? null}::timestamptz is null or d.changed_at < ${filter.before ?? null}::timestamptz)
    order by d.changed_at desc, d.ref desc limit ${filter.size}`,
  )

export type WaitingRow = DraftRow & { waits: 'decide' | 'publish' | 'call-in' | 'draft' }

/** What waits for one person, at most 50 of each kind: the longest first, but their own drafts with the latest change first. */
export const waitingFor = (
  tx: Tx,
  council: string,
  who: { deciding: string[]; publishes: boolean; drafter: string | null },
): Promise<WaitingRow[]> =>
  rows<WaitingRow>(
    tx,
    sql`select ref, state, title, maker, changed_at as "changedAt", changed_by as "changedBy",
      decided_on as "decidedOn", waits from (
      (select d.*, 'call-in' as waits, 1 as rank, extract(epoch from d.changed_at) as place from decisions.decision d
        where ${who.publishes} and d.council = ${council} and d.state = 'published'
          and exists (select from decisions.call_in i
          where i.council = d.council and i.decision = d.decision and i.outcome is null) order by d.changed_at limit 50)
      union all (select d.*, 'publish', 2, extract(epoch from d.changed_at) from decisions.decision d
        where ${who.publishes} and d.council = ${council} and d.state = 'decided' order by d.changed_at limit 50)
      union all (select d.*, 'decide', 3, extract(epoch from d.changed_at) from decisions.decision d
        where d.council = ${council} and d.state = 'proposed' and exists (
          select from (select d.maker as post union all select j.post from decisions.joint_maker j
            where j.council = d.council and j.decision = d.decision) as m
          where m.post = any (${who.deciding}::text[]) and not exists (select from decisions.signature s
            where s.council = d.council and s.decision = d.decision and s.version = d.version and s.post = m.post))
              order by d.changed_at limit 50)
      union all (select d.*, 'draft', 4, -extract(epoch from d.changed_at) from decisions.decision d
        where d.council = ${council} and d.state = 'draft' and d.drafted_by = ${who.drafter}::uuid
          order by d.changed_at desc limit 50)
    ) as waiting order by rank, place`,
  )

/** What the journal sealed when the decision was signed. */
export const signedRecords = (tx: Tx, council: string, refs: string[]): Promise<{ ref: string; signed: unknown }[]> =>
  rows(
    tx,
    sql`select ref, signed from decisions.decision where council = ${council} and ref = any (${refs}::text[])
      and signed is not null`,
  )

/** The records that were drafted from a reading. */
export const draftsFrom = (
  tx: Tx,
  council: string,
  reading: string,
): Promise<{ ref: string; title: string; state: State }[]> =>
  rows(
    tx,
    sql`select ref, title, state from decisions.decision where council = ${council} and reading = ${reading}::uuid
      order by ref limit 20`,
  )
