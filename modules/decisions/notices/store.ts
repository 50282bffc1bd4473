import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Notice, NoticeKind } from './notice.ts'

// What was withheld after a notice was given is not in what everybody is shown of it; what was sealed stays as it was.
const columnsWith = (
  content: ReturnType<typeof sql>,
) => sql`notice, ref, kind, matter, item, decision, meeting, given_on as "givenOn",
  given_by as "givenBy", elsewhere, ${content} as content, rule,
  rule_source as "ruleSource", earliest, replaces, replaced_by as "replacedBy", ended_on as "endedOn",
    withdrawn_because as "withdrawnBecause"`
const columns = columnsWith(sql`coalesce(content_shown, content)`)

export const findNotice = (
  tx: Tx,
  council: string,
  ref: string,
  lock: 'lock' | 'look' = 'look',
): Promise<Notice | null> =>
  row<Notice>(
    tx,
    sql`select ${columns} from decisions.notice
      where council = ${council} and ref = ${ref} ${lock === 'lock' ? sql`for update` : sql``}`,
  )

/** All that was given of a decision: of its record, or of its entry in the forward plan; the earliest first. */
export const noticesOfDecision = (tx: Tx, council: string, decision: string): Promise<Notice[]> =>
  rows<Notice>(
    tx,
    sql`select ${columns} from decisions.notice n where council = ${council} and (decision = ${decision}
      or item in (select item from decisions.plan_item p where p.council = ${council} and p.decision = ${decision}))
    order by given_on, ref`,
  )

export const noticesOfItem = (tx: Tx, council: string, item: string): Promise<Notice[]> =>
  rows<Notice>(
    tx,
    sql`select ${columns} from decisions.notice where council = ${council} and item = ${item} order by given_on, ref`,
  )

export const noticesOfMeeting = (tx: Tx, council: string, meeting: string): Promise<Notice[]> =>
  rows<Notice>(
    tx,
    sql`select ${columns} from decisions.notice where council = ${council} and meeting = ${meeting}
      order by given_on, ref`,
  )

/** The latest notices, a page at a time. */
export const noticesPage = (
  tx: Tx,
  council: string,
  filter: { kind: NoticeKind | null; place: readonly string[] | null; size: number },
): Promise<Notice[]> =>
  rows<Notice>(
    tx,
    sql`select ${columns} from decisions.notice where council = ${council}
      ${filter.kind ? sql`and kind = ${filter.kind}` : sql``}
      ${filter.place ? sql`and (given_on, ref) < (${filter.place[0]}::date, ${filter.place[1]})` : sql``}
    order by given_on desc, ref desc limit ${filter.size}`,
  )

export const insertNotice = (tx: Tx, council: string, n: Omit<Notice, 'replacedBy' | 'endedOn' | 'withdrawnBecause'>) =>
  sql`insert into decisions.notice (council, notice, ref, kind, matter, item, decision, meeting, given_on, given_by,
    elsewhere, content, rule, rule_source, earliest, replaces)
    values (${council}, ${n.notice}, ${n.ref}, ${n.kind}, ${n.matter}, ${n.item}, ${n.decision}, ${n.meeting},
      ${n.givenOn}, ${n.givenBy},
      ${n.elsewhere && toJson(n.elsewhere)}::jsonb, ${toJson(n.content)}::jsonb, ${n.rule && toJson(n.rule)}::jsonb,
        ${n.ruleSource}, ${n.earliest}, ${n.replaces})`.execute(tx)

export const endNotice = (
  tx: Tx,
  council: string,
  notice: string,
  e: { on: Temporal.PlainDate; because: string | null; replacedBy: string | null },
) =>
  sql`update decisions.notice set ended_on = ${e.on}, withdrawn_because = ${e.because}, replaced_by = ${e.replacedBy}
    where council = ${council} and notice = ${notice}`.execute(tx)

/** What the journal sealed when a notice was given; that it was withdrawn or replaced later is no part of it. */
export const sealedNotices = (tx: Tx, council: string, refs: string[]): Promise<Notice[]> =>
  rows<Notice>(
    tx,
    sql`select ${columnsWith(sql`content`)} from decisions.notice
      where council = ${council} and ref = any (${refs}::text[])`,
  )

export type UrgencyRequest = {
  request: string
  kind: 'special-urgency' | 'private-urgency'
  matter: string
  item: string | null
  decision: string | null
  meeting: string | null
  reasons: string
  post: string
  passedOver: { post: string; title: string; why: string }[]
  askedOn: Temporal.PlainDate
  askedBy: string
  agreed: boolean | null
  answeredOn: Temporal.PlainDate | null
  answeredBy: string | null
  says: string | null
  notice: string | null
}

const asked = sql`request, kind, matter, item, decision, meeting, reasons, post, passed_over as "passedOver",
  asked_on as "askedOn", asked_by as "askedBy", agreed,
  answered_on as "answeredOn", answered_by as "answeredBy", says, notice`

export const findRequest = (
  tx: Tx,
  council: string,
  request: string,
  lock: 'lock' | 'look' = 'look',
): Promise<UrgencyRequest | null> =>
  row<UrgencyRequest>(
    tx,
    sql`select ${asked} from decisions.urgency_request
      where council = ${council} and request = ${request} ${lock === 'lock' ? sql`for update` : sql``}`,
  )

export const requestsOf = (tx: Tx, council: string, decision: string): Promise<UrgencyRequest[]> =>
  rows<UrgencyRequest>(
    tx,
    sql`select ${asked} from decisions.urgency_request where council = ${council} and decision = ${decision}
      order by asked_on, request`,
  )

/** What waits for the answer of somebody who holds these posts. */
export const requestsFor = (tx: Tx, council: string, posts: readonly string[]): Promise<UrgencyRequest[]> =>
  rows<UrgencyRequest>(
    tx,
    sql`select ${asked} from decisions.urgency_request where council = ${council} and agreed is null
      and post = any (${[...posts]}::text[]) order by asked_on, request limit 50`,
  )

export const insertRequest = (
  tx: Tx,
  council: string,
  r: Pick<
    UrgencyRequest,
    | 'request'
    | 'kind'
    | 'matter'
    | 'item'
    | 'decision'
    | 'meeting'
    | 'reasons'
    | 'post'
    | 'passedOver'
    | 'askedOn'
    | 'askedBy'
  >,
) =>
  sql`insert into decisions.urgency_request (council, request, kind, matter, item, decision, meeting, reasons, post,
    passed_over, asked_on, asked_by)
    values (${council}, ${r.request}, ${r.kind}, ${r.matter}, ${r.item}, ${r.decision}, ${r.meeting}, ${r.reasons},
      ${r.post}, ${toJson(r.passedOver)}::jsonb, ${r.askedOn}, ${r.askedBy})`.execute(tx)

export const answerRequest = (
  tx: Tx,
  council: string,
  request: string,
  a: { agreed: boolean; on: Temporal.PlainDate; by: string; says: string | null; notice: string | null },
) =>
  sql`update decisions.urgency_request set agreed = ${a.agreed}, answered_on = ${a.on}, answered_by = ${a.by},
    says = ${a.says}, notice = ${a.notice}
    where council = ${council} and request = ${request}`.execute(tx)

export type Representation = {
  representation: string
  receivedOn: Temporal.PlainDate
  name: string | null
  words: string
  response: string | null
  answeredOn: Temporal.PlainDate | null
}

export const representationsOf = (tx: Tx, council: string, notice: string): Promise<Representation[]> =>
  rows<Representation>(
    tx,
    sql`select representation, received_on as "receivedOn", name, words, response, answered_on as "answeredOn"
      from decisions.representation
    where council = ${council} and notice = ${notice} order by received_on, representation limit 500`,
  )

export const countRepresentations = async (tx: Tx, council: string, notice: string): Promise<number> =>
  Number(
    (
      await row<{ n: bigint }>(
        tx,
        sql`select count(*) as n from decisions.representation where council = ${council} and notice = ${notice}`,
      )
    )?.n ?? 0n,
  )

export const insertRepresentation = (
  tx: Tx,
  council: string,
  r: { representation: string; notice: string; on: Temporal.PlainDate; name: string | null; words: string },
) =>
  sql`insert into decisions.representation (council, representation, notice, received_on, name, words)
    values (${council}, ${r.representation}, ${r.notice}, ${r.on}, ${r.name}, ${r.words})`.execute(tx)

export const answerRepresentation = (
  tx: Tx,
  council: string,
  representation: string,
  a: { response: string; on: Temporal.PlainDate },
) =>
  sql`update decisions.representation set response = ${a.response}, answered_on = ${a.on}
    where council = ${council} and representation = ${representation}`.execute(tx)

/** The public reference of a decision, once it has one. */
export const publicRef = async (tx: Tx, council: string, decision: string | null): Promise<string | null> =>
  decision === null
    ? null
    : ((
        await row<{ ref: string }>(
          tx,
          sql`select ref from decisions.register where council = ${council} and decision = ${decision}`,
        )
      )?.ref ?? null)

/** The notices that a record has to do with, as they were sealed: its own, its entry's in the forward plan, its meetings'. */
export const noticesAround = (
  tx: Tx,
  council: string,
  decision: string,
): Promise<
  (Pick<Notice, 'notice' | 'content' | 'decision' | 'item' | 'meeting'> & { shown: Notice['content'] | null })[]
> =>
  rows(
    tx,
    sql`select notice, content, decision, item, meeting, content_shown as shown from decisions.notice n
    where council = ${council} and (decision = ${decision}
      or item in (select item from decisions.plan_item p where p.council = ${council} and p.decision = ${decision})
      or meeting in (select meeting from decisions.agenda_item a
        where a.council = ${council} and a.decision = ${decision}))
    order by ref`,
  )

/** The records that a notice is about: its own, that of its entry in the forward plan, and those on the agenda of its meeting. */
export const recordsOfNotice = async (
  tx: Tx,
  council: string,
  {
    decision = null,
    item = null,
    meeting = null,
  }: { decision?: string | null | undefined; item?: string | null | undefined; meeting?: string | null | undefined },
): Promise<string[]> =>
  (
    await rows<{ decision: string }>(
      tx,
      sql`select decision from decisions.decision where council = ${council} and decision = ${decision}::uuid
      union select decision from decisions.plan_item where council = ${council} and item = ${item}::uuid
        and decision is not null
      union select decision from decisions.agenda_item where council = ${council} and meeting = ${meeting}::uuid
        and decision is not null`,
    )
  ).map((one) => one.decision)

/** What everybody is shown of a notice from now on; null shows it as it was given. */
export const showNotice = (tx: Tx, council: string, notice: string, content: Notice['content'] | null) =>
  sql`update decisions.notice set content_shown = ${content && toJson(content)}::jsonb
    where council = ${council} and notice = ${notice}`.execute(tx)
