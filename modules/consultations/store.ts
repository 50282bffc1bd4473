import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Consultation, Group, Happened, PackDocument, State } from './consultation.ts'
import type { Questionnaire } from './questions/questionnaire.ts'
import type { Wording } from './questions/wording.ts'

type Row = Omit<Consultation, 'groups' | 'questionnaire' | 'questionnaireVersion' | 'wordings' | 'happened'>

/** A consultation, whole; locked when it is about to change. */
export async function findConsultation(
  tx: Tx,
  council: string,
  ref: string,
  lock?: 'lock',
): Promise<Consultation | null> {
  const found = await row<Row>(
    tx,
    sql`select consultation, ref, state, version, title, subject, why, affected, contact, serves,
      opens_on as "opensOn", closes_on as "closesOn", second_keyed as "secondKeyed", drafted_by as "draftedBy",
        changed_at as "changedAt",
      changed_by as "changedBy", opened_act as "openedAct", opened_by as "openedBy"
    from consultations.consultation where council = ${council} and ref = ${ref} ${lock ? sql`for update` : sql``}`,
  )
  if (!found) return null
  const groups = await rows<Group>(
    tx,
    sql`select name, population, source from consultations.affected_group
    where council = ${council} and consultation = ${found.consultation} order by position`,
  )
  const questions = await row<{ version: number; content: Questionnaire }>(
    tx,
    sql`select version, content from consultations.questionnaire
    where council = ${council} and consultation = ${found.consultation} order by version desc limit 1`,
  )
  const wordings = await rows<Omit<Wording, 'publishedAt'> & { publishedAt: Temporal.Instant | null }>(
    tx,
    sql`
    select wording, version, name, language, direction, easy_read as "easyRead", content, published_at as "publishedAt"
    from consultations.wording where council = ${council} and consultation = ${found.consultation}
      order by wording, version`,
  )
  const happened = await rows<Happened>(
    tx,
    sql`select n, what, was, becomes, because, on_day as "on", by_name as "by" from consultations.event
    where council = ${council} and consultation = ${found.consultation} order by n`,
  )
  return {
    ...found,
    groups,
    wordings,
    happened,
    questionnaire: questions?.content ?? { sections: [], equality: [] },
    questionnaireVersion: questions?.version ?? 1,
  }
}

export async function insertConsultation(
  tx: Tx,
  council: string,
  c: { consultation: string; ref: string; title: string; by: string; byName: string },
  at: Temporal.Instant,
): Promise<void> {
  await sql`insert into consultations.consultation (council, consultation, ref, state, title, drafted_by, changed_at,
    changed_by)
    values (${council}, ${c.consultation}, ${c.ref}, 'draft', ${c.title}, ${c.by}, ${at}, ${c.byName})`.execute(tx)
  await sql`insert into consultations.questionnaire (council, consultation, version, content)
    values (${council}, ${c.consultation}, 1, ${toJson({ sections: [], equality: [] })}::jsonb)`.execute(tx)
}

export type Fields = Pick<
  Consultation,
  'title' | 'subject' | 'why' | 'affected' | 'contact' | 'serves' | 'opensOn' | 'closesOn' | 'secondKeyed'
>

export const updateFields = (tx: Tx, council: string, consultation: string, f: Fields) =>
  sql`update consultations.consultation set title = ${f.title}, subject = ${f.subject}, why = ${f.why},
    affected = ${f.affected},
      contact = ${f.contact}, serves = ${f.serves}::text[], opens_on = ${f.opensOn}, closes_on = ${f.closesOn},
        second_keyed = ${f.secondKeyed}
    where council = ${council} and consultation = ${consultation}`.execute(tx)

/** Notes that a draft was changed, by whom and when; its version grows. */
export const touch = (tx: Tx, council: string, consultation: string, byName: string, at: Temporal.Instant) =>
  sql`update consultations.consultation set version = version + 1, changed_at = ${at}, changed_by = ${byName}
    where council = ${council} and consultation = ${consultation}`.execute(tx)

export async function replaceGroups(
  tx: Tx,
  council: string,
  consultation: string,
  groups: readonly Group[],
): Promise<void> {
  await sql`delete from consultations.affected_group
    where council = ${council} and consultation = ${consultation}`.execute(tx)
  for (const [position, { name, population, source }] of groups.entries()) {
    await sql`insert into consultations.affected_group (council, consultation, position, name, population, source)
      values (${council}, ${consultation}, ${position}, ${name}, ${population}, ${source})`.execute(tx)
  }
}

export const updateQuestionnaire = (tx: Tx, council: string, consultation: string, content: Questionnaire) =>
  sql`update consultations.questionnaire set content = ${toJson(content)}::jsonb
    where council = ${council} and consultation = ${consultation} and frozen_at is null`.execute(tx)

export const freezeQuestionnaire = (tx: Tx, council: string, consultation: string, at: Temporal.Instant) =>
  sql`update consultations.questionnaire set frozen_at = ${at}
    where council = ${council} and consultation = ${consultation} and frozen_at is null`.execute(tx)

/** The frozen questionnaire of a consultation in a version. */
export const questionnaireOf = async (
  tx: Tx,
  council: string,
  consultation: string,
  version: number,
): Promise<Questionnaire | null> =>
  (
    await row<{ content: Questionnaire }>(
      tx,
      sql`select content from consultations.questionnaire
    where council = ${council} and consultation = ${consultation} and version = ${version}`,
    )
  )?.content ?? null

/** Keeps a wording as a draft; over the draft that is there, else as the version after the last. */
export async function keepWording(
  tx: Tx,
  council: string,
  consultation: string,
  w: Omit<Wording, 'version' | 'publishedAt'>,
): Promise<void> {
  await sql`delete from consultations.wording where council = ${council} and consultation = ${consultation}
    and wording = ${w.wording} and published_at is null`.execute(tx)
  await sql`insert into consultations.wording (council, consultation, wording, version, name, language, direction,
    easy_read, content)
    select ${council}, ${consultation}, ${w.wording}, coalesce(max(version), 0) + 1, ${w.name}, ${w.language},
      ${w.direction}, ${w.easyRead}, ${toJson(w.content)}::jsonb
    from consultations.wording where council = ${council} and consultation = ${consultation}
      and wording = ${w.wording}`.execute(tx)
}

export const publishWording = (tx: Tx, council: string, consultation: string, wording: string, at: Temporal.Instant) =>
  sql`update consultations.wording set published_at = ${at}
    where council = ${council} and consultation = ${consultation} and wording = ${wording}
      and published_at is null`.execute(tx)

export const setState = (tx: Tx, council: string, consultation: string, state: State) =>
  sql`update consultations.consultation set state = ${state}
    where council = ${council} and consultation = ${consultation}`.execute(tx)

export const setDays = (tx: Tx, council: string, consultation: string, closesOn: Temporal.PlainDate) =>
  sql`update consultations.consultation set closes_on = ${closesOn}
    where council = ${council} and consultation = ${consultation}`.execute(tx)

export const markOpened = (tx: Tx, council: string, consultation: string, o: { act: string; by: string }) =>
  sql`update consultations.consultation set state = 'open', opened_act = ${o.act}, opened_by = ${o.by}
    where council = ${council} and consultation = ${consultation}`.execute(tx)

export const insertHappened = (tx: Tx, council: string, consultation: string, h: Omit<Happened, 'n'>) =>
  sql`insert into consultations.event (council, consultation, n, what, was, becomes, because, on_day, by_name)
    select ${council}, ${consultation}, coalesce(max(n), 0) + 1, ${h.what}, ${h.was}, ${h.becomes}, ${h.because},
      ${h.on}, ${h.by}
    from consultations.event where council = ${council} and consultation = ${consultation}`.execute(tx)

/** Every version of every document of the pack, in the order in which they were added. */
export async function packOf(tx: Tx, council: string, consultation: string): Promise<PackDocument[]> {
  const found = await rows<
    Omit<PackDocument, 'file'> & {
      sha256: Uint8Array | null
      fileName: string | null
      mediaType: string | null
      size: number | null
    }
  >(
    tx,
    sql`
    select document, kind, title, version, is_key as "isKey", words, file as sha256, file_name as "fileName",
      media_type as "mediaType", size,
      because, added_at as "addedAt", added_by as "addedBy"
    from consultations.document where council = ${council} and consultation = ${consultation}
      order by added_at, kind, title, version`,
  )
  return found.map(({ sha256, fileName, mediaType, size, ...rest }) => ({
    ...rest,
    file: sha256 && {
      name: fileName ?? 'file',
      mediaType: mediaType ?? 'application/octet-stream',
      size: size ?? 0,
      sha256: Buffer.from(sha256).toString('hex'),
    },
  }))
}

export async function insertDocument(
  tx: Tx,
  council: string,
  consultation: string,
  d: Omit<PackDocument, 'version'>,
): Promise<number> {
  const made = await row<{ version: number }>(
    tx,
    sql`
    insert into consultations.document (council, document, consultation, kind, title, version, is_key, words, file,
      file_name, media_type, size, because, added_at, added_by)
    select ${council}, ${d.document}, ${consultation}, ${d.kind}, ${d.title}, coalesce(max(version), 0) + 1, ${d.isKey},
      ${d.words},
      ${d.file ? Buffer.from(d.file.sha256, 'hex') : null}::bytea, ${d.file?.name ?? null},
        ${d.file?.mediaType ?? null}, ${d.file?.size ?? null}::int, ${d.because}, ${d.addedAt}, ${d.addedBy}
    from consultations.document where council = ${council} and consultation = ${consultation} and kind = ${d.kind}
      and title = ${d.title}
    returning version`,
  )
  return made?.version ?? 1
}

export type DeskRow = {
  ref: string
  state: State
  title: string
  opensOn: Temporal.PlainDate | null
  closesOn: Temporal.PlainDate | null
  changedAt: Temporal.Instant
  changedBy: string
}

/** Consultations for the desk, the latest change first. */
export const consultationsOnDesk = (
  tx: Tx,
  council: string,
  f: { before: Temporal.Instant | null; size: number },
): Promise<DeskRow[]> =>
  rows(
    tx,
    sql`select ref, state, title, opens_on as "opensOn", closes_on as "closesOn", changed_at as "changedAt",
      changed_by as "changedBy"
    from consultations.consultation
      where council = ${council} and (${f.before}::timestamptz is null or changed_at < ${f.before}::timestamptz)
    order by changed_at desc, ref desc limit ${f.size}`,
  )

/** What the journal sealed when a consultation opened: its questions, in every wording that was published with it. */
export const frozenQuestions = (
  tx: Tx,
  council: string,
  refs: string[],
): Promise<{ ref: string; content: Questionnaire }[]> =>
  rows(
    tx,
    sql`select c.ref, q.content from consultations.questionnaire q
      join consultations.consultation c using (council, consultation)
    where council = ${council} and c.ref = any (${refs}::text[]) and q.frozen_at is not null`,
  )

/** Documents of packs, for comparison with what the journal sealed. */
export const sealedDocuments = (
  tx: Tx,
  council: string,
  ids: string[],
): Promise<
  { document: string; kind: string; title: string; version: number; words: string | null; file: Uint8Array | null }[]
> =>
  rows(
    tx,
    sql`select document, kind, title, version, words, file from consultations.document
      where council = ${council} and document = any (${ids}::uuid[])`,
  )
