import { row, rows, sql, type Tx } from '#platform/database.ts'

export type Ground = 'not-executive' | 'not-relevant' | 'political-adviser' | 'exempt'

export type DocumentRequest = {
  request: string
  ref: string
  title: string
  basis: 'member' | 'scrutiny'
  askedOn: Temporal.PlainDate
  askedBy: string
  askedAccount: string
  document: string
  relevance: string | null
  due: Temporal.PlainDate
  answeredOn: Temporal.PlainDate | null
  answeredBy: string | null
  outcome: 'given' | 'refused' | null
  ground: Ground | null
  says: string | null
  fileName: string | null
}

const columns = sql`q.request, d.ref, d.title, q.basis, q.asked_on as "askedOn", q.asked_by as "askedBy",
  q.asked_account as "askedAccount", q.document, q.relevance,
  q.due, q.answered_on as "answeredOn", q.answered_by as "answeredBy", q.outcome, q.ground, q.says,
    q.file_name as "fileName"`
const tables = sql`decisions.document_request q join decisions.decision d on d.council = q.council
  and d.decision = q.decision`

export type NewRequest = Pick<
  DocumentRequest,
  'request' | 'basis' | 'askedOn' | 'askedBy' | 'askedAccount' | 'document' | 'relevance' | 'due'
> & { decision: string }

export const insertRequest = (tx: Tx, council: string, q: NewRequest, at: Temporal.Instant) =>
  sql`insert into decisions.document_request (council, request, decision, basis, asked_at, asked_on, asked_by,
    asked_account, document, relevance, due)
    values (${council}, ${q.request}, ${q.decision}, ${q.basis}, ${at}, ${q.askedOn}, ${q.askedBy}, ${q.askedAccount},
      ${q.document}, ${q.relevance}, ${q.due})`.execute(tx)

export const findRequest = (tx: Tx, council: string, request: string): Promise<DocumentRequest | null> =>
  row<DocumentRequest>(
    tx,
    sql`select ${columns} from ${tables} where q.council = ${council} and q.request = ${request}`,
  )

export const answerRequest = (
  tx: Tx,
  council: string,
  q: {
    request: string
    on: Temporal.PlainDate
    by: string
    outcome: 'given' | 'refused'
    ground: Ground | null
    says: string | null
    file: Uint8Array | null
    fileName: string | null
  },
) =>
  sql`update decisions.document_request set answered_on = ${q.on}, answered_by = ${q.by}, outcome = ${q.outcome},
    ground = ${q.ground}, says = ${q.says},
      file = ${q.file}, file_name = ${q.fileName}
    where council = ${council} and request = ${q.request} and outcome is null`.execute(tx)

/** What is still to be answered, the first due first; of one member, or of all. */
export const openRequests = (
  tx: Tx,
  council: string,
  account: string | null,
  size: number,
): Promise<DocumentRequest[]> =>
  rows<DocumentRequest>(
    tx,
    sql`select ${columns} from ${tables} where q.council = ${council} and q.outcome is null
    and (${account}::uuid is null or q.asked_account = ${account}::uuid) order by q.due, q.request limit ${size}`,
  )

/** What was answered last. */
export const answeredRequests = (
  tx: Tx,
  council: string,
  account: string | null,
  size: number,
): Promise<DocumentRequest[]> =>
  rows<DocumentRequest>(
    tx,
    sql`select ${columns} from ${tables} where q.council = ${council} and q.outcome is not null
    and (${account}::uuid is null or q.asked_account = ${account}::uuid) order by q.answered_on desc, q.request desc
      limit ${size}`,
  )

export const fileOfRequest = (
  tx: Tx,
  council: string,
  request: string,
): Promise<{ name: string; mediaType: string; bytes: Uint8Array } | null> =>
  row(
    tx,
    sql`select q.file_name as name, f.media_type as "mediaType", f.bytes from decisions.document_request q
    join platform.file f on f.council = q.council and f.sha256 = q.file
      where q.council = ${council} and q.request = ${request}`,
  )
