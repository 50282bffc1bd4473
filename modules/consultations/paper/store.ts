import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Answers } from '../questions/follow.ts'

/** What somebody read on a form: the answers, and what was written beside them. */
export type Read = { answers: Answers; said: string | null }
export type Keying = {
  n: 1 | 2 | 3
  keyer: string
  keyerName: string
  read: Read
  because: string | null
  keyedAt: Temporal.Instant
}

export type BatchCount = {
  batch: string
  n: number
  box: string
  openedOn: Temporal.PlainDate
  counted: number
  countedBy: string
  witnessedBy: string
  /** Forms that became responses, forms set aside, forms that somebody has keyed in at least once. */
  settled: number
  void: number
  keyed: number
  voidReasons: { because: string; n: number }[]
}

export const formsCounted = (tx: Tx, council: string, consultation: string): Promise<BatchCount[]> =>
  rows(
    tx,
    sql`select b.batch, b.n, b.box, b.opened_on as "openedOn", b.counted, b.counted_by as "countedBy",
      b.witnessed_by as "witnessedBy",
      (select count(*)::int from consultations.paper_form f join consultations.response r on r.council = f.council
        and r.form = f.form where f.council = b.council and f.batch = b.batch) as settled,
      (select count(*)::int from consultations.paper_form f where f.council = b.council and f.batch = b.batch
        and f.void_because is not null) as void,
      (select count(*)::int from consultations.paper_form f where f.council = b.council and f.batch = b.batch
        and exists (select from consultations.keying k where k.council = f.council and k.form = f.form)) as keyed,
      (select coalesce(jsonb_agg(jsonb_build_object('because', v.because, 'n', v.n)), '[]')
        from (select void_because as because, count(*)::int as n from consultations.paper_form f
        where f.council = b.council and f.batch = b.batch and void_because is not null
          group by void_because) v) as "voidReasons"
    from consultations.paper_batch b where b.council = ${council} and b.consultation = ${consultation} order by b.n
      limit 500`,
  )

export async function insertBatch(
  tx: Tx,
  council: string,
  consultation: string,
  b: {
    batch: string
    box: string
    openedOn: Temporal.PlainDate
    counted: number
    countedBy: string
    witnessedBy: string
    enteredBy: string
  },
  forms: readonly { form: string; n: number; second: boolean }[],
): Promise<number> {
  const made = await row<{ n: number }>(
    tx,
    sql`insert into consultations.paper_batch (council, batch, consultation, n, box, opened_on, counted, counted_by,
      witnessed_by, entered_by)
    select ${council}, ${b.batch}, ${consultation}, coalesce(max(n), 0) + 1, ${b.box}, ${b.openedOn}, ${b.counted},
      ${b.countedBy}, ${b.witnessedBy}, ${b.enteredBy}
    from consultations.paper_batch where council = ${council} and consultation = ${consultation} returning n`,
  )
  await sql`insert into consultations.paper_form (council, form, batch, n, second)
    select ${council}, f.form, ${b.batch}, f.n, f.second
      from jsonb_to_recordset(${JSON.stringify(forms)}::jsonb) as f (form uuid, n int, second boolean)`.execute(tx)
  return made?.n ?? 1
}

export type PaperForm = {
  form: string
  batch: string
  consultation: string
  ref: string
  n: number
  batchN: number
  openedOn: Temporal.PlainDate
  second: boolean
  image: Uint8Array | null
  voidBecause: string | null
  receipt: string | null
  keyings: number
}

const forms = sql`select f.form, f.batch, b.consultation, c.ref, f.n, b.n as "batchN", b.opened_on as "openedOn",
  f.second, f.image, f.void_because as "voidBecause",
    (select r.receipt from consultations.response r where r.council = f.council and r.form = f.form) as receipt,
    (select count(*)::int from consultations.keying k where k.council = f.council and k.form = f.form) as keyings
  from consultations.paper_form f join consultations.paper_batch b using (council, batch)
    join consultations.consultation c on c.council = b.council and c.consultation = b.consultation`

export const formsOf = (tx: Tx, council: string, batch: string): Promise<PaperForm[]> =>
  rows(tx, sql`${forms} where f.council = ${council} and f.batch = ${batch} order by f.n limit 1000`)

export const findForm = (tx: Tx, council: string, form: string): Promise<PaperForm | null> =>
  row(tx, sql`${forms} where f.council = ${council} and f.form = ${form}`)

/** The forms of a box that somebody keyed in. */
export const formsKeyedBy = async (tx: Tx, council: string, batch: string, keyer: string): Promise<string[]> =>
  (
    await rows<{ form: string }>(
      tx,
      sql`select distinct k.form from consultations.keying k join consultations.paper_form f using (council, form)
      where k.council = ${council} and f.batch = ${batch} and k.keyer = ${keyer} limit 1000`,
    )
  ).map(({ form }) => form)

/** Locks a form, so that of two people who key it in the later is the second. */
export const lockForm = (tx: Tx, council: string, form: string) =>
  sql`select from consultations.paper_form where council = ${council} and form = ${form} for update`.execute(tx)

export const keyingsOf = (tx: Tx, council: string, form: string): Promise<Keying[]> =>
  rows(
    tx,
    sql`select n, keyer, keyer_name as "keyerName", answers as read, because, keyed_at as "keyedAt"
      from consultations.keying
    where council = ${council} and form = ${form} order by n`,
  )

export const insertKeying = (tx: Tx, council: string, form: string, k: Keying) =>
  sql`insert into consultations.keying (council, form, n, keyer, keyer_name, answers, because, keyed_at)
    values (${council}, ${form}, ${k.n}, ${k.keyer}, ${k.keyerName}, ${toJson(k.read)}::jsonb, ${k.because},
      ${k.keyedAt})`.execute(tx)

export const setImage = (tx: Tx, council: string, form: string, image: Uint8Array) =>
  sql`update consultations.paper_form set image = ${image} where council = ${council} and form = ${form}`.execute(tx)

export const setVoid = (tx: Tx, council: string, form: string, because: string, by: string) =>
  sql`update consultations.paper_form set void_because = ${because}, void_by = ${by}
    where council = ${council} and form = ${form}`.execute(tx)

/** The keyings of every form that two people keyed in, for the rates of error. */
export const doubleKeyed = (
  tx: Tx,
  council: string,
  consultation: string,
): Promise<{ form: string; keyings: { n: 1 | 2 | 3; keyer: string; keyerName: string; read: Read }[] }[]> =>
  rows(
    tx,
    sql`select f.form, jsonb_agg(jsonb_build_object('n', k.n, 'keyer', k.keyer, 'keyerName', k.keyer_name, 'read',
      k.answers) order by k.n) as keyings
    from consultations.paper_form f join consultations.paper_batch b using (council, batch)
      join consultations.keying k on k.council = f.council and k.form = f.form
    where f.council = ${council} and b.consultation = ${consultation} group by f.form having count(*) >= 2`,
  )
