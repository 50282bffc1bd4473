import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Work } from '#platform/use-case.ts'
import { channels, type Channel, type Consultation, type Group, type PackDocument, type State } from './consultation.ts'
import { foundOf } from './gunning/gather.ts'
import type { Questionnaire } from './questions/questionnaire.ts'
import type { Wording } from './questions/wording.ts'
import { findConsultation, packOf } from './store.ts'
import { workshopsOf, type Workshop } from './workshops/store.ts'

/** A consultation as the public sees it: all that is shown, and nothing that is not. Days are ISO text, times instants as text. */
export type PublicConsultation = {
  ref: string
  title: string
  state: Exclude<State, 'draft'>
  subject: string
  why: string
  affected: string
  contact: string
  serves: string[]
  opensOn: string
  closesOn: string
  openedBy: string
  openedAct: string
  groups: Group[]
  questionnaire: Questionnaire
  questionnaireVersion: number
  wordings: (Omit<Wording, 'publishedAt'> & { publishedAt: string })[]
  pack: (Omit<PackDocument, 'addedAt' | 'addedBy' | 'because'> & { addedAt: string; because: string | null })[]
  workshops: (Omit<Workshop, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string })[]
  happened: {
    what: string
    was: string | null
    becomes: string | null
    because: string | null
    on: string
    by: string
  }[]
  /** By channel, once it has closed; while it is open, how many have answered is nobody's business but the count's. */
  received: Partial<Record<Channel, number>> | null
  /** The edition of the report that was published here, and what was found of the four Gunning rules, once it is reported. */
  report?: number | null
  evidence?: {
    title: string
    outcome: 'met' | 'not-met' | 'not-applicable'
    says: string | null
    sources: { words: string; href: string | null }[]
  }[]
}

/** Writes the public's copy anew, within the transaction that changed what it shows. A draft has none. */
export async function writePublished(work: Work, ref: string): Promise<void> {
  const { tx, council } = work
  const found = await findConsultation(tx, council, ref)
  if (!found || found.state === 'draft' || !found.openedAct || !found.opensOn || !found.closesOn) return
  const edition =
    (
      await row<{ n: number | null }>(
        tx,
        sql`select max(n) as n from consultations.report
          where council = ${council} and consultation = ${found.consultation}`,
      )
    )?.n ?? null
  const document = {
    ...(await documentOf(tx, council, found)),
    report: edition,
    evidence: found.state === 'reported' ? await foundOf(work, found) : [],
  }
  await sql`insert into consultations.published (council, consultation, ref, title, state, opens_on, closes_on,
    document)
    values (${council}, ${found.consultation}, ${ref}, ${found.title}, ${found.state}, ${found.opensOn},
      ${found.closesOn}, ${toJson(document)}::jsonb)
    on conflict (council, consultation) do update set title = excluded.title, state = excluded.state,
      opens_on = excluded.opens_on,
      closes_on = excluded.closes_on, document = excluded.document`.execute(tx)
}

async function documentOf(tx: Tx, council: string, c: Consultation): Promise<PublicConsultation> {
  const pack = await packOf(tx, council, c.consultation)
  const workshops = await workshopsOf(tx, council, c.consultation)
  const latest = new Map(c.wordings.filter(({ publishedAt }) => publishedAt !== null).map((one) => [one.wording, one]))
  const counted = ['closed', 'analysed', 'reported'].includes(c.state)
  return {
    ref: c.ref,
    title: c.title,
    state: c.state as PublicConsultation['state'],
    subject: c.subject ?? '',
    why: c.why ?? '',
    affected: c.affected ?? '',
    contact: c.contact ?? '',
    serves: c.serves,
    opensOn: String(c.opensOn),
    closesOn: String(c.closesOn),
    openedBy: c.openedBy ?? '',
    openedAct: c.openedAct ?? '',
    groups: c.groups,
    questionnaire: c.questionnaire,
    questionnaireVersion: c.questionnaireVersion,
    wordings: [...latest.values()].map((one) => ({ ...one, publishedAt: String(one.publishedAt) })),
    pack: pack.map(({ addedBy: _, addedAt, ...one }) => ({ ...one, addedAt: addedAt.toString() })),
    workshops: workshops.map((one) => ({ ...one, startsAt: one.startsAt.toString(), endsAt: one.endsAt.toString() })),
    happened: c.happened.map((one) => ({
      ...one,
      was: one.was?.toString() ?? null,
      becomes: one.becomes?.toString() ?? null,
      on: one.on.toString(),
    })),
    received: counted ? await receivedByChannel(tx, council, c.consultation) : null,
  }
}

async function receivedByChannel(
  tx: Tx,
  council: string,
  consultation: string,
): Promise<Partial<Record<Channel, number>>> {
  const counted = await rows<{ channel: Channel; n: number }>(
    tx,
    sql`select channel, count(*)::int as n from consultations.response
    where council = ${council} and consultation = ${consultation} group by channel`,
  )
  return Object.fromEntries(counted.filter(({ channel }) => channel in channels).map(({ channel, n }) => [channel, n]))
}

export type PublishedRow = {
  ref: string
  title: string
  state: State
  opensOn: Temporal.PlainDate
  closesOn: Temporal.PlainDate
}

export const findPublished = async (
  tx: Tx,
  council: string,
  ref: string,
): Promise<{ consultation: string; document: PublicConsultation } | null> =>
  row(tx, sql`select consultation, document from consultations.published where council = ${council} and ref = ${ref}`)

/** The public's copies of what was asked for the sake of some records, or is one of `refs`. */
export const publishedFor = (
  tx: Tx,
  council: string,
  served: readonly string[],
  refs: readonly string[],
): Promise<{ ref: string; state: string; closesOn: Temporal.PlainDate }[]> =>
  rows(
    tx,
    sql`select ref, state, closes_on as "closesOn" from consultations.published where council = ${council}
      and (jsonb_exists_any(document->'serves', ${served}::text[]) or ref = any (${refs}::text[])) order by ref
        limit 50`,
  )

/** Public documents whole, those to which something happened last before the others. */
export const latestPublished = async (tx: Tx, council: string, size: number): Promise<PublicConsultation[]> =>
  (
    await rows<{ document: PublicConsultation }>(
      tx,
      sql`select document from consultations.published where council = ${council}
    order by document #>> '{happened,-1,on}' desc nulls last, ref desc limit ${size}`,
    )
  ).map(({ document }) => document)

/** The public list, the last to close first; `after` is the last of the page before. */
export const publishedPage = (
  tx: Tx,
  council: string,
  f: { after: { closesOn: string; ref: string } | null; size: number },
): Promise<PublishedRow[]> =>
  rows(
    tx,
    sql`select ref, title, state, opens_on as "opensOn", closes_on as "closesOn" from consultations.published
    where council = ${council} and (${f.after?.ref ?? null}::text is null
      or (closes_on, ref) < (${f.after?.closesOn ?? null}::date, ${f.after?.ref ?? null}::text))
    order by closes_on desc, ref desc limit ${f.size}`,
  )
