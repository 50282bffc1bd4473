import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Issue, IssueOutcome, Network, RunNetwork, Topic, Workshop } from './network.ts'

const shown = sql`network, ref, title, subject, purpose, lead_post as "leadPost", serves, host_name as "hostName", area,
  connected_by as "connectedBy", topics,
  yearly_budget_pence as "yearlyBudget", opened_on as "openedOn", opened_act as "openedAct", closed_on as "closedOn"`

/** A network as everybody may see it. */
export const publicNetwork = (tx: Tx, council: string, ref: string): Promise<Network | null> =>
  row(tx, sql`select ${shown} from networks.network where council = ${council} and ref = ${ref}`)

/** A network for those who run it; its row is locked when something is about to change. */
export const findNetwork = (
  tx: Tx,
  council: string,
  ref: string,
  lock: 'lock' | 'look' = 'look',
): Promise<RunNetwork | null> =>
  row(
    tx,
    sql`select ${shown}, host_account as "hostAccount", hourly_fee_pence as "hourlyFee" from networks.network
    where council = ${council} and ref = ${ref} ${lock === 'lock' ? sql`for update` : sql``}`,
  )

export const networksOf = (tx: Tx, council: string, after: string | null, size: number): Promise<Network[]> =>
  rows(
    tx,
    sql`select ${shown} from networks.network where council = ${council} and (${after}::text is null or ref < ${after})
      order by ref desc limit ${size}`,
  )

/** The account that signs in under an address with a role, or null. */
export const accountWithRole = async (tx: Tx, council: string, email: string, role: string): Promise<string | null> =>
  (
    await row<{ account: string }>(
      tx,
      sql`select account from platform.account where council = ${council} and active and lower(email) = lower(${email})
        and ${role} = any (roles)`,
    )
  )?.account ?? null

/** The networks whose host somebody is. */
export const hostedBy = (tx: Tx, council: string, account: string): Promise<{ ref: string; title: string }[]> =>
  rows(
    tx,
    sql`select ref, title from networks.network where council = ${council} and host_account = ${account}
      order by ref desc`,
  )

export const insertNetwork = (tx: Tx, council: string, n: RunNetwork) =>
  sql`insert into networks.network (council, network, ref, title, subject, purpose, lead_post, serves, host_name,
    host_account, area, connected_by, topics,
      yearly_budget_pence, hourly_fee_pence, opened_on, opened_act)
    values (${council}, ${n.network}, ${n.ref}, ${n.title}, ${n.subject}, ${n.purpose}, ${n.leadPost}, ${n.serves},
      ${n.hostName}, ${n.hostAccount}, ${n.area},
      ${n.connectedBy}, ${toJson(n.topics satisfies Topic[])}::jsonb, ${n.yearlyBudget}, ${n.hourlyFee}, ${n.openedOn},
        ${n.openedAct})`.execute(tx)

export const setHost = (tx: Tx, council: string, network: string, host: { name: string; account: string | null }) =>
  sql`update networks.network set host_name = ${host.name}, host_account = ${host.account}
    where council = ${council} and network = ${network}`.execute(tx)

const workshopColumns = sql`workshop, ref, title, day, from_minute as "fromMinute", until_minute as "untilMinute",
  place, online, agenda, access_plan as "accessPlan",
  places, state, cancelled_because as "cancelledBecause"`

export const workshopsOf = (tx: Tx, council: string, network: string, size = 200): Promise<Workshop[]> =>
  rows(
    tx,
    sql`select ${workshopColumns} from networks.workshop where council = ${council} and network = ${network}
      order by day desc, ref desc limit ${size}`,
  )

export const findWorkshop = (
  tx: Tx,
  council: string,
  ref: string,
): Promise<(Workshop & { network: string; networkRef: string }) | null> =>
  row(
    tx,
    sql`select ${sql.raw(`w.workshop, w.ref, w.title, w.day, w.from_minute as "fromMinute", w.until_minute as "untilMinute", w.place, w.online, w.agenda,
      w.access_plan as "accessPlan", w.places, w.state, w.cancelled_because as "cancelledBecause"`)}, w.network,
        n.ref as "networkRef"
    from networks.workshop w join networks.network n using (council, network)
      where w.council = ${council} and w.ref = ${ref}`,
  )

/** What was written down at a workshop: for those who run the network. */
export const notesOf = async (tx: Tx, council: string, workshop: string): Promise<string | null> =>
  (
    await row<{ notes: string | null }>(
      tx,
      sql`select notes from networks.workshop where council = ${council} and workshop = ${workshop}`,
    )
  )?.notes ?? null

export const insertWorkshop = (
  tx: Tx,
  council: string,
  network: string,
  w: Omit<Workshop, 'state' | 'cancelledBecause'>,
) =>
  sql`insert into networks.workshop (council, workshop, network, ref, title, day, from_minute, until_minute, place,
    online, agenda, access_plan, places, state)
    values (${council}, ${w.workshop}, ${network}, ${w.ref}, ${w.title}, ${w.day}, ${w.fromMinute}, ${w.untilMinute},
      ${w.place}, ${w.online}, ${w.agenda},
      ${w.accessPlan}, ${w.places}, 'planned')`.execute(tx)

export const updateWorkshop = (tx: Tx, council: string, w: Omit<Workshop, 'ref' | 'state' | 'cancelledBecause'>) =>
  sql`update networks.workshop set title = ${w.title}, day = ${w.day}, from_minute = ${w.fromMinute},
    until_minute = ${w.untilMinute}, place = ${w.place},
      online = ${w.online}, agenda = ${w.agenda}, access_plan = ${w.accessPlan}, places = ${w.places}
    where council = ${council} and workshop = ${w.workshop}`.execute(tx)

export const markHeld = (tx: Tx, council: string, workshop: string, notes: string) =>
  sql`update networks.workshop set state = 'held', notes = ${notes}
    where council = ${council} and workshop = ${workshop}`.execute(tx)

export const markCancelled = (tx: Tx, council: string, workshop: string, because: string) =>
  sql`update networks.workshop set state = 'cancelled', cancelled_because = ${because}
    where council = ${council} and workshop = ${workshop}`.execute(tx)

const issueColumns = sql`issue, ref, topic, says, raised_on as "raisedOn", how, owner_body as "ownerBody",
  answer_by as "answerBy", outcome, answer,
  answered_on as "answeredOn", told_on as "toldOn", public`

export type IssueFilter = {
  topic: string | null
  open: boolean | null
  after: { raisedOn: Temporal.PlainDate; ref: string } | null
  size: number
}

/** Issues of a network, the latest first; the public role is shown only those that are public. */
export const issuesOf = (tx: Tx, council: string, network: string, f: IssueFilter): Promise<Issue[]> =>
  rows(
    tx,
    sql`select ${issueColumns} from networks.issue where council = ${council} and network = ${network}
      and (${f.topic}::text is null or topic = ${f.topic})
        and (${f.open}::boolean is null or (told_on is null) = ${f.open})
      and (${f.after?.ref ?? null}::text is null
        or (raised_on, ref) < (${f.after?.raisedOn ?? null}::date, ${f.after?.ref ?? null}::text))
    order by raised_on desc, ref desc limit ${f.size}`,
  )

export const findIssue = (
  tx: Tx,
  council: string,
  ref: string,
  lock: 'lock' | 'look' = 'look',
): Promise<
  (Issue & { network: string; networkRef: string; ownerName: string | null; toldHow: string | null }) | null
> =>
  row(
    tx,
    sql`select i.issue, i.ref, i.topic, i.says, i.raised_on as "raisedOn", i.how, i.owner_body as "ownerBody",
      i.owner_name as "ownerName", i.answer_by as "answerBy",
      i.outcome, i.answer, i.answered_on as "answeredOn", i.told_on as "toldOn", i.told_how as "toldHow", i.public,
        i.network, n.ref as "networkRef"
    from networks.issue i join networks.network n using (council, network)
      where i.council = ${council} and i.ref = ${ref} ${lock === 'lock' ? sql`for update of i` : sql``}`,
  )

export const insertIssue = (
  tx: Tx,
  council: string,
  network: string,
  i: Pick<Issue, 'issue' | 'ref' | 'topic' | 'says' | 'raisedOn' | 'how'> & { workshop: string | null },
) =>
  sql`insert into networks.issue (council, issue, network, ref, topic, says, raised_on, how, workshop)
    values (${council}, ${i.issue}, ${network}, ${i.ref}, ${i.topic}, ${i.says}, ${i.raisedOn}, ${i.how},
      ${i.workshop})`.execute(tx)

export const setOwner = (
  tx: Tx,
  council: string,
  issue: string,
  o: { body: string; name: string | null; answerBy: Temporal.PlainDate },
) =>
  sql`update networks.issue set owner_body = ${o.body}, owner_name = ${o.name}, answer_by = ${o.answerBy}
    where council = ${council} and issue = ${issue}`.execute(tx)

export const setAnswer = (
  tx: Tx,
  council: string,
  issue: string,
  a: { outcome: IssueOutcome; answer: string; on: Temporal.PlainDate },
) =>
  sql`update networks.issue set outcome = ${a.outcome}, answer = ${a.answer}, answered_on = ${a.on}
    where council = ${council} and issue = ${issue}`.execute(tx)

export const setTold = (tx: Tx, council: string, issue: string, t: { on: Temporal.PlainDate; how: string }) =>
  sql`update networks.issue set told_on = ${t.on}, told_how = ${t.how}
    where council = ${council} and issue = ${issue}`.execute(tx)

export const setPublic = (tx: Tx, council: string, issue: string, is: boolean) =>
  sql`update networks.issue set public = ${is} where council = ${council} and issue = ${issue}`.execute(tx)

export type Answer = { answer: string; title: string; share: number }
export type Measure = { measure: string; title: string; source: string; answers: Answer[] }

export const measuresOf = (tx: Tx, council: string, network: string): Promise<Measure[]> =>
  rows(
    tx,
    sql`select measure, title, source, answers from networks.measure where council = ${council} and network = ${network}
      order by position, measure`,
  )

export const putMeasure = (tx: Tx, council: string, network: string, m: Measure) =>
  sql`insert into networks.measure (council, network, measure, position, title, source, answers)
    values (${council}, ${network}, ${m.measure},
      (select count(*) from networks.measure where council = ${council} and network = ${network}), ${m.title},
      ${m.source},
      ${toJson(m.answers)}::jsonb)
    on conflict (council, network, measure) do update set title = excluded.title, source = excluded.source,
      answers = excluded.answers`.execute(tx)

/** Counts one more person under each of the answers that they gave. */
export async function countAnswers(
  tx: Tx,
  council: string,
  network: string,
  year: number,
  answers: { measure: string; answer: string }[],
): Promise<void> {
  for (const { measure, answer } of answers) {
    await sql`insert into networks.tally (council, network, year, measure, answer, people)
      values (${council}, ${network}, ${year}, ${measure}, ${answer}, 1)
      on conflict (council, network, year, measure, answer) do update set people = networks.tally.people + 1`.execute(
      tx,
    )
  }
}

export const talliesOf = (
  tx: Tx,
  council: string,
  network: string,
  year: number,
): Promise<{ measure: string; answer: string; people: number }[]> =>
  rows(
    tx,
    sql`select measure, answer, people from networks.tally where council = ${council} and network = ${network}
      and year = ${year}`,
  )

export type Release<S> = { release: number; year: number; publishedOn: Temporal.PlainDate; shown: S }

export const insertRelease = (
  tx: Tx,
  council: string,
  network: string,
  r: { release: number; year: number; on: Temporal.PlainDate; counted: unknown; shown: unknown },
) =>
  sql`insert into networks.representation (council, network, release, year, published_on, counted, shown)
    values (${council}, ${network}, ${r.release}, ${r.year}, ${r.on}, ${toJson(r.counted)}::jsonb,
      ${toJson(r.shown)}::jsonb)`.execute(tx)

/** What was published, the latest first; the counts behind it are for those who run the network. */
export const releasesOf = <S>(tx: Tx, council: string, network: string): Promise<Release<S>[]> =>
  rows(
    tx,
    sql`select release, year, published_on as "publishedOn", shown from networks.representation
      where council = ${council} and network = ${network} order by release desc`,
  )

export const countedBehind = <C>(
  tx: Tx,
  council: string,
  network: string,
): Promise<{ release: number; year: number; counted: C }[]> =>
  rows(
    tx,
    sql`select release, year, counted from networks.representation where council = ${council} and network = ${network}
      order by release`,
  )

/** Figures of a year for its report: counts only. */
export const yearFigures = async (
  tx: Tx,
  council: string,
  network: string,
  span: { from: Temporal.PlainDate; until: Temporal.PlainDate },
) =>
  (await row<{
    held: number
    raised: number
    answered: number
    told: number
    will: number
    medianDays: number | null
    invited: number
    came: number
    needsMet: number
    needsAsked: number
    members: number
    joined: number
    left: number
    returned: number
  }>(
    tx,
    sql`
    select (select count(*)::int from networks.workshop where council = ${council} and network = ${network}
      and state = 'held' and day >= ${span.from} and day < ${span.until}) as held,
      i.raised, i.answered, i.told, i.will, i."medianDays", a.*, m.*
    from (select count(*)::int as raised, count(answered_on)::int as answered, count(told_on)::int as told,
      count(*) filter (where outcome in ('will', 'partly'))::int as will,
        (percentile_cont(0.5) within group (order by answered_on - raised_on))::float8 as "medianDays"
      from networks.issue where council = ${council} and network = ${network} and raised_on >= ${span.from}
        and raised_on < ${span.until}) i,
      (select count(*)::int as invited, count(*) filter (where v.attended)::int as came,
        count(*) filter (where v.needs_met)::int as "needsMet", count(v.needs_met)::int as "needsAsked",
        (count(distinct v.member) filter (where v.attended
          and v.member in (select e.member from network_people.invitation e
          join networks.workshop x using (council, workshop)
          where e.council = ${council} and x.network = ${network} and e.attended and x.day < w.day)))::int as returned
      from network_people.invitation v join networks.workshop w using (council, workshop)
        where v.council = ${council} and w.network = ${network} and w.state = 'held'
        and w.day >= ${span.from} and w.day < ${span.until}) a,
      (select count(*) filter (where joined_on < ${span.until}
        and (left_on is null or left_on >= ${span.until}))::int as members,
        count(*) filter (where joined_on >= ${span.from} and joined_on < ${span.until})::int as joined,
          count(*) filter (where left_on >= ${span.from} and left_on < ${span.until})::int as left
      from network_people.member where council = ${council} and network = ${network}) m`,
  )) ?? null
