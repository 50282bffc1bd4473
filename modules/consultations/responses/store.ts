import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Channel, State } from '../consultation.ts'
import type { Answers } from '../questions/follow.ts'

export type KeptFileOf = { sha256: string; name: string; mediaType: string; size: number }

export type NewResponse = {
  response: string
  consultation: string
  receipt: string
  channel: Channel
  receivedAt: Temporal.Instant
  receivedOn: Temporal.PlainDate
  late: boolean
  questionnaire: number
  wording: string
  answers: Answers
  said: string | null
  files: KeptFileOf[]
  clientKey: string
  contentHash: Uint8Array
  textHash: Uint8Array | null
  codeDigest: Uint8Array | null
  form: string | null
  workshop: string | null
  enteredBy: string | null
}

/** What a response is received into: few columns, because it is asked for every one of them. */
export type Receiving = {
  consultation: string
  state: State
  opensOn: Temporal.PlainDate | null
  closesOn: Temporal.PlainDate | null
  questionnaire: number
}

export const receivingInto = (tx: Tx, council: string, ref: string): Promise<Receiving | null> =>
  row(
    tx,
    sql`select c.consultation, c.state, c.opens_on as "opensOn", c.closes_on as "closesOn",
      (select max(q.version) from consultations.questionnaire q
        where q.council = c.council and q.consultation = c.consultation) as questionnaire
    from consultations.consultation c where c.council = ${council} and c.ref = ${ref}`,
  )

/**
 * Writes responses of one council in one statement; for each, false when the same was received before under the same key, or stands
 * earlier among these. Of two transactions at once the second waits for the first.
 */
export async function insertResponses(tx: Tx, council: string, responses: readonly NewResponse[]): Promise<boolean[]> {
  const written = await rows<{ response: string }>(
    tx,
    sql`insert into consultations.response (council, response, consultation, receipt, channel, received_at, received_on,
      late,
      questionnaire, wording, answers, said, files, client_key, content_hash, text_hash, code_digest, form, workshop,
        entered_by)
    select ${council}, r.response, r.consultation, r.receipt, r.channel, r."receivedAt", r."receivedOn", r.late,
      r.questionnaire,
      r.wording, r.answers, r.said, r.files, r."clientKey", decode(r."contentHash", 'hex'), decode(r."textHash", 'hex'),
      decode(r."codeDigest", 'hex'), r.form, r.workshop, r."enteredBy"
    from jsonb_to_recordset(${toJson(responses.map(inLetters))}::jsonb) as r (response uuid, consultation uuid,
      receipt text,
      channel text, "receivedAt" timestamptz, "receivedOn" date, late boolean, questionnaire int, wording text,
        answers jsonb,
      said text, files jsonb, "clientKey" uuid, "contentHash" text, "textHash" text, "codeDigest" text, form uuid,
        workshop uuid,
      "enteredBy" text)
    on conflict (council, consultation, client_key, content_hash) do nothing returning response`,
  )
  const kept = new Set(written.map(({ response }) => response))
  return responses.map(({ response }) => kept.has(response))
}

// JSON has no bytes.
const inLetters = (r: NewResponse) => ({
  ...r,
  contentHash: hex(r.contentHash),
  textHash: hex(r.textHash),
  codeDigest: hex(r.codeDigest),
})

/** What was received under a key: the one with this content where there is one, else the first. Asked by `same_key`, whatever is known of sizes. */
export const receivedUnder = (
  tx: Tx,
  council: string,
  consultation: string,
  key: string,
  content: Uint8Array | null,
): Promise<{ receipt: string; receivedAt: Temporal.Instant } | null> =>
  row(
    tx,
    sql`select receipt, received_at as "receivedAt" from consultations.response
    where client_key = ${key} and council || '' = ${council} and consultation::text = ${consultation}
      and (${content}::bytea is null or content_hash = ${content}::bytea) order by received_at limit 1`,
  )

export type ResponseRow = NewResponse & { ref: string }

const whole = sql`select r.response, r.consultation, c.ref, r.receipt, r.channel, r.received_at as "receivedAt",
  r.received_on as "receivedOn", r.late,
    r.questionnaire, r.wording, r.answers, r.said, r.files, r.client_key as "clientKey",
      r.content_hash as "contentHash", r.text_hash as "textHash",
    r.code_digest as "codeDigest", r.form, r.workshop, r.entered_by as "enteredBy"
  from consultations.response r join consultations.consultation c using (council, consultation)`

export const findResponse = (tx: Tx, council: string, receipt: string): Promise<ResponseRow | null> =>
  row(tx, sql`${whole} where r.council = ${council} and r.receipt = ${receipt}`)

export const responsesByReceipt = (tx: Tx, council: string, receipts: string[]): Promise<ResponseRow[]> =>
  rows(tx, sql`${whole} where r.council = ${council} and r.receipt = any (${receipts}::text[])`)

/** What the journal binds of a response: all of it. The receipt is random, so that nobody can guess short answers from a digest. */
export const sealedResponse = (r: Omit<NewResponse, 'response' | 'consultation'> & { ref: string }) => ({
  receipt: r.receipt,
  consultation: r.ref,
  channel: r.channel,
  receivedAt: r.receivedAt.toString({ smallestUnit: 'microsecond' }),
  receivedOn: r.receivedOn.toString(),
  late: r.late,
  questionnaire: r.questionnaire,
  wording: r.wording,
  answers: r.answers,
  said: r.said,
  files: r.files,
  key: r.clientKey,
  content: hex(r.contentHash),
  text: hex(r.textHash),
  code: hex(r.codeDigest),
  form: r.form,
  workshop: r.workshop,
  enteredBy: r.enteredBy,
})

// In letters, because the two drivers give bytes that JSON writes differently.
const hex = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('hex')

export const knowsCode = async (tx: Tx, council: string, consultation: string, digest: Uint8Array): Promise<boolean> =>
  (await row(
    tx,
    sql`select from consultations.code where council = ${council} and consultation = ${consultation}
      and digest = ${digest}`,
  )) !== null

export async function insertCodes(
  tx: Tx,
  council: string,
  consultation: string,
  digests: readonly Uint8Array[],
  on: Temporal.PlainDate,
): Promise<number> {
  const made = await row<{ batch: number }>(
    tx,
    sql`
    with next as (select coalesce(max(batch), 0) + 1 as batch from consultations.code
      where council = ${council} and consultation = ${consultation})
    insert into consultations.code (council, consultation, digest, batch, made_on)
    select ${council}, ${consultation}, decode(d, 'hex'), next.batch, ${on}
      from next, unnest(${digests.map((one) => Buffer.from(one).toString('hex'))}::text[]) d
    on conflict do nothing returning batch`,
  )
  return made?.batch ?? 0
}

export const codesMade = (
  tx: Tx,
  council: string,
  consultation: string,
): Promise<{ batch: number; madeOn: Temporal.PlainDate; codes: number; used: number }[]> =>
  rows(
    tx,
    sql`select batch, min(made_on) as "madeOn", count(*)::int as codes,
      count(*) filter (where exists (select from consultations.response r
        where r.council = k.council and r.consultation = k.consultation and r.code_digest = k.digest))::int as used
    from consultations.code k where council = ${council} and consultation = ${consultation} group by batch
      order by batch`,
  )

export type Handled = {
  n: number
  what: 'excluded' | 'restored' | 'analysed' | 'waiting'
  because: string | null
  at: Temporal.Instant
  by: string
}

export const handlingOf = (tx: Tx, council: string, response: string): Promise<Handled[]> =>
  rows(
    tx,
    sql`select n, what, because, at, by_name as "by" from consultations.handling
      where council = ${council} and response = ${response} order by n`,
  )

export const insertHandling = (tx: Tx, council: string, response: string, h: Omit<Handled, 'n'>) =>
  sql`insert into consultations.handling (council, response, n, what, because, at, by_name)
    select ${council}, ${response}, coalesce(max(n), 0) + 1, ${h.what}, ${h.because}, ${h.at}, ${h.by}
    from consultations.handling where council = ${council} and response = ${response}`.execute(tx)

/** Why a response looks like another one that came before it; `first` is the earliest with which it shares that. */
export type Twin = { reason: 'same-key' | 'same-code' | 'same-content' | 'same-words'; first: string }

/**
 * For each of these responses, what it shares with an earlier one. Worked out from what was received and never written down, so
 * that no order of arrival can hide one: the same form sent again with other content, the same one-time code, the same answers with
 * something written at length in them, the same words in an otherwise different response. Of those in the same words the first
 * hundred are looked at: where they all say the same otherwise too, that is a reason of its own.
 */
export const twinsOf = (
  tx: Tx,
  council: string,
  responses: readonly string[],
): Promise<(Twin & { response: string })[]> =>
  rows(
    tx,
    sql`select r.response, t.reason, t.first from consultations.response r cross join lateral (
      select 'same-key' as reason, (select e.receipt from consultations.response e
        where e.council = r.council and e.consultation = r.consultation
        and e.client_key = r.client_key and (e.received_at, e.response) < (r.received_at, r.response)
          order by e.received_at, e.response limit 1) as first
      union all select 'same-code', (select e.receipt from consultations.response e
        where e.council = r.council and e.consultation = r.consultation
        and r.code_digest is not null and e.code_digest = r.code_digest
          and (e.received_at, e.response) < (r.received_at, r.response) order by e.received_at, e.response limit 1)
      union all select 'same-content',
        (select e.receipt from consultations.response e where e.council = r.council and e.consultation = r.consultation
        and r.text_hash is not null and e.content_hash = r.content_hash
        and (e.received_at, e.response) < (r.received_at, r.response) order by e.received_at, e.response limit 1)
      union all select 'same-words', (select e.receipt
        from (select e.receipt, e.content_hash from consultations.response e
        where e.council = r.council and e.consultation = r.consultation and r.text_hash is not null
          and e.text_hash = r.text_hash
          and (e.received_at, e.response) < (r.received_at, r.response) order by e.received_at, e.response limit 100) e
        where e.content_hash <> r.content_hash limit 1)
    ) t where r.council = ${council} and r.response = any (${responses}::uuid[]) and t.first is not null`,
  )

export type ListedResponse = {
  response: string
  receipt: string
  channel: Channel
  receivedAt: Temporal.Instant
  receivedOn: Temporal.PlainDate
  late: boolean
  what: 'excluded' | 'analysed' | 'waiting'
  because: string | null
  opening: string | null
}
export type ResponseFilter = {
  channel: Channel | null
  what: 'excluded' | 'analysed' | 'waiting' | null
  late: boolean | null
}

/** Responses in the order in which they came, a page at a time. Late is late by the last day as it stands. */
export const responsePage = (
  tx: Tx,
  council: string,
  consultation: string,
  f: ResponseFilter & { after: { at: string; response: string } | null; size: number },
): Promise<ListedResponse[]> =>
  rows(
    tx,
    // What is not asked for is left out of the words: a plan for all cases would read all rows. What came late was written down after
    // the last day too: that is where they are looked for.
    sql`select r.response, r.receipt, r.channel, r.received_at as "receivedAt", r.received_on as "receivedOn", s.late,
      s.what, s.because,
      left(coalesce(r.said, (select string_agg(value #>> '{}', ' ') from jsonb_each(r.answers)
        where jsonb_typeof(value) = 'string' and length(value #>> '{}') > 20)), 160) as opening
    from (select s.council, s.response, s.received_at, s.what, s.because, s.received_on > c.closes_on as late
      from consultations.standing s join consultations.consultation c using (council, consultation)
      where s.council = ${council} and s.consultation = ${consultation}
        ${f.channel ? sql`and s.channel = ${f.channel}` : sql``} ${f.what ? sql`and s.what = ${f.what}` : sql``}
        ${f.late === null ? sql`` : f.late ? sql`and s.received_on > c.closes_on and s.received_at >= c.closes_on` : sql`and s.received_on <= c.closes_on`}
        ${f.after ? sql`and (s.received_at, s.response) > (${f.after.at}::timestamptz, ${f.after.response}::uuid)` : sql``}
      order by s.received_at, s.response limit ${f.size}) s join consultations.response r using (council, response)
    order by s.received_at, s.response`,
  )

/** How many of each, by channel; forms of paper that were counted and not yet keyed in stand in `reconcile.ts`. */
export const countedByChannel = (
  tx: Tx,
  council: string,
  consultation: string,
): Promise<{ channel: Channel; what: 'excluded' | 'analysed' | 'waiting'; n: number; late: number }[]> =>
  rows(
    tx,
    sql`select channel, what, sum(amount)::int as n,
      coalesce(sum(amount) filter (where received_on > closes_on), 0)::int as late
    from consultations.response_count join consultations.consultation c using (council, consultation)
    where council = ${council} and consultation = ${consultation} group by channel, what having sum(amount) > 0`,
  )

export const exclusionReasons = (
  tx: Tx,
  council: string,
  consultation: string,
): Promise<{ because: string; n: number }[]> =>
  rows(
    tx,
    sql`select because, sum(amount)::int as n from consultations.response_count
    where council = ${council} and consultation = ${consultation} and what = 'excluded' group by because
      having sum(amount) > 0 order by n desc, because limit 200`,
  )

/** How many share something with an earlier response, by reason. */
export const twinCounts = (
  tx: Tx,
  council: string,
  consultation: string,
): Promise<{ reason: Twin['reason']; n: number }[]> =>
  rows(
    tx,
    sql`select reason, coalesce(amount, 0) as n
    from unnest(array['same-key', 'same-code', 'same-content', 'same-words']) with ordinality as o (reason, at)
    left join (select reason, amount from consultations.twin_count
      where council = ${council} and consultation = ${consultation}) t using (reason)
    order by o.at`,
  )
