import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Answers } from '../questions/follow.ts'

/** Answers on their way: saved, not sent. */
export type Started = {
  ref: string
  consultation: string
  key: string
  wording: string
  codeDigest: Uint8Array | null
  answers: Answers
  savedAt: Temporal.Instant
}
export type StartedFile = { sha256: Uint8Array; name: string; mediaType: string; bytes: Uint8Array }

export const findStarted = (tx: Tx, council: string, digest: Uint8Array, lock?: 'lock'): Promise<Started | null> =>
  row(
    tx,
    sql`select c.ref, s.consultation, s.client_key as key, s.wording, s.code_digest as "codeDigest", s.answers,
      s.saved_at as "savedAt"
    from consultations.started s join consultations.consultation c using (council, consultation)
    where s.council = ${council} and s.digest = ${digest} ${lock ? sql`for update of s` : sql``}`,
  )

export const insertStarted = (
  tx: Tx,
  council: string,
  s: { digest: Uint8Array; consultation: string; key: string; wording: string; codeDigest: Uint8Array | null },
  at: Temporal.Instant,
) =>
  sql`insert into consultations.started (council, consultation, digest, client_key, wording, code_digest, answers,
    saved_at)
    values (${council}, ${s.consultation}, ${s.digest}, ${s.key}, ${s.wording}, ${s.codeDigest}, '{}', ${at})
      on conflict do nothing`.execute(tx)

export const updateStarted = (tx: Tx, council: string, digest: Uint8Array, answers: Answers, at: Temporal.Instant) =>
  sql`update consultations.started set answers = ${toJson(answers)}::jsonb, saved_at = ${at}
    where council = ${council} and digest = ${digest}`.execute(tx)

export const deleteStarted = (tx: Tx, council: string, digest: Uint8Array) =>
  sql`delete from consultations.started where council = ${council} and digest = ${digest}`.execute(tx)

/** Answers that nobody has touched for 30 days are gone; a few at a time, whenever somebody begins. */
export const sweepStarted = (tx: Tx, council: string, now: Temporal.Instant) =>
  sql`delete from consultations.started
    where council = ${council} and digest in (select digest from consultations.started
    where council = ${council} and saved_at < ${now.subtract({ hours: 30 * 24 })} order by saved_at
      limit 100 for update skip locked)`.execute(tx)

export const insertStartedFile = (tx: Tx, council: string, digest: Uint8Array, f: StartedFile) =>
  sql`insert into consultations.started_file (council, digest, sha256, name, media_type, bytes)
    values (${council}, ${digest}, ${f.sha256}, ${f.name}, ${f.mediaType}, ${f.bytes}) on conflict do nothing`.execute(
    tx,
  )

export const startedFiles = (tx: Tx, council: string, digest: Uint8Array): Promise<StartedFile[]> =>
  rows(
    tx,
    sql`select sha256, name, media_type as "mediaType", bytes from consultations.started_file
      where council = ${council} and digest = ${digest} order by name`,
  )

export const startedFileNames = (
  tx: Tx,
  council: string,
  digest: Uint8Array,
): Promise<{ sha256: Uint8Array; name: string }[]> =>
  rows(
    tx,
    sql`select sha256, name from consultations.started_file where council = ${council} and digest = ${digest}
      order by name`,
  )
