import { randomUUID } from 'node:crypto'
import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { AgendaItem, Attendance, Meeting, PublicMeeting } from './meeting.ts'

const columns = sql`meeting, ref, body, held_on as "day", at_time as "time", place, in_private as "inPrivate", state,
  agenda_on as "agendaOn", minutes, minutes_on as "minutesOn",
  cancelled_because as "cancelledBecause"`

export const findMeeting = (
  tx: Tx,
  council: string,
  ref: string,
  lock: 'lock' | 'look' = 'look',
): Promise<Meeting | null> =>
  row<Meeting>(
    tx,
    sql`select ${columns} from decisions.meeting
      where council = ${council} and ref = ${ref} ${lock === 'lock' ? sql`for update` : sql``}`,
  )

export const meetingsPage = (
  tx: Tx,
  council: string,
  place: readonly string[] | null,
  size: number,
): Promise<Meeting[]> =>
  rows<Meeting>(
    tx,
    sql`select ${columns} from decisions.meeting
      where council = ${council} ${place ? sql`and (held_on, ref) < (${place[0]}::date, ${place[1]})` : sql``}
    order by held_on desc, ref desc limit ${size}`,
  )

/** Meetings of a body that are still to be held, the next first. */
export const meetingsToCome = (
  tx: Tx,
  council: string,
  body: string | null,
  from: Temporal.PlainDate,
): Promise<Meeting[]> =>
  rows<Meeting>(
    tx,
    sql`select ${columns} from decisions.meeting where council = ${council} and state = 'called'
      and held_on >= ${from}::date
    ${body === null ? sql`` : sql`and body = ${body}`} order by held_on, ref limit 50`,
  )

export const insertMeeting = (
  tx: Tx,
  council: string,
  m: Pick<Meeting, 'meeting' | 'ref' | 'body' | 'day' | 'time' | 'place' | 'inPrivate'>,
) =>
  sql`insert into decisions.meeting (council, meeting, ref, body, held_on, at_time, place, in_private)
    values (${council}, ${m.meeting}, ${m.ref}, ${m.body}, ${m.day}, ${m.time}, ${m.place}, ${m.inPrivate})`.execute(tx)

export const updateMeeting = (tx: Tx, council: string, m: Meeting) =>
  sql`update decisions.meeting set held_on = ${m.day}, at_time = ${m.time}, place = ${m.place},
    in_private = ${m.inPrivate}, state = ${m.state}, agenda_on = ${m.agendaOn},
      minutes = ${m.minutes}, minutes_on = ${m.minutesOn}, cancelled_because = ${m.cancelledBecause}
    where council = ${council} and meeting = ${m.meeting}`.execute(tx)

export const agendaOf = (tx: Tx, council: string, meeting: string): Promise<AgendaItem[]> =>
  rows<AgendaItem>(
    tx,
    sql`select a.agenda_item as "agendaItem", a.position, a.title, a.decision, d.ref as "decisionRef",
      a.in_private as "inPrivate", a.late_because as "lateBecause", a.added_on as "addedOn"
    from decisions.agenda_item a left join decisions.decision d on d.council = a.council and d.decision = a.decision
    where a.council = ${council} and a.meeting = ${meeting} order by a.position, a.title`,
  )

export const insertAgendaItem = (tx: Tx, council: string, meeting: string, a: Omit<AgendaItem, 'decisionRef'>) =>
  sql`insert into decisions.agenda_item (council, agenda_item, meeting, position, title, decision, in_private,
    late_because, added_on)
    values (${council}, ${a.agendaItem}, ${meeting}, ${a.position}, ${a.title}, ${a.decision}, ${a.inPrivate},
      ${a.lateBecause}, ${a.addedOn})`.execute(tx)

export const deleteAgendaItem = (tx: Tx, council: string, item: string) =>
  sql`delete from decisions.agenda_item where council = ${council} and agenda_item = ${item}`.execute(tx)

/** The meeting on whose agenda a record stands: the latest that was not cancelled. */
export const meetingOfDecision = (
  tx: Tx,
  council: string,
  decision: string,
): Promise<(Meeting & { itemInPrivate: boolean; lateBecause: string | null }) | null> =>
  row(
    tx,
    sql`select m.meeting, m.ref, m.body, m.held_on as "day", m.at_time as "time", m.place, m.in_private as "inPrivate",
      m.state, m.agenda_on as "agendaOn", m.minutes, m.minutes_on as "minutesOn",
      m.cancelled_because as "cancelledBecause", a.in_private as "itemInPrivate", a.late_because as "lateBecause"
    from decisions.agenda_item a join decisions.meeting m using (council, meeting)
    where a.council = ${council} and a.decision = ${decision} and m.state <> 'cancelled'
      order by m.held_on desc, m.ref desc limit 1`,
  )

/** Published decisions among the items of a meeting, by the record: what the minutes lead to. */
export const publishedAt = (tx: Tx, council: string, meeting: string): Promise<{ decision: string; ref: string }[]> =>
  rows(
    tx,
    sql`select d.decision, d.ref from decisions.agenda_item a join decisions.decision d using (council, decision)
    where a.council = ${council} and a.meeting = ${meeting} and d.state in ('published', 'superseded')`,
  )

export const attendanceOf = (tx: Tx, council: string, meeting: string): Promise<Attendance[]> =>
  rows<Attendance>(
    tx,
    sql`select name, present, interests, dispensations from decisions.attendance
      where council = ${council} and meeting = ${meeting} order by n`,
  )

export async function putAttendance(
  tx: Tx,
  council: string,
  meeting: string,
  people: readonly Attendance[],
): Promise<void> {
  await sql`delete from decisions.attendance where council = ${council} and meeting = ${meeting}`.execute(tx)
  for (const [n, one] of people.entries()) {
    await sql`insert into decisions.attendance (council, attendance, meeting, n, name, present, interests,
      dispensations)
      values (${council}, ${randomUUID()}, ${meeting}, ${n}, ${one.name}, ${one.present}, ${one.interests},
        ${one.dispensations})`.execute(tx)
  }
}

export const putMeetingPage = (tx: Tx, council: string, meeting: string, bodyTitle: string, d: PublicMeeting) =>
  sql`insert into decisions.meeting_page (council, meeting, ref, body, body_title, held_on, document)
    values (${council}, ${meeting}, ${d.ref}, ${d.body}, ${bodyTitle}, ${d.day}::date, ${toJson(d)}::jsonb)
    on conflict (council, meeting) do update set held_on = excluded.held_on, document = excluded.document`.execute(tx)

export const publicMeeting = async (tx: Tx, council: string, ref: string): Promise<PublicMeeting | null> =>
  (
    await row<{ document: PublicMeeting }>(
      tx,
      sql`select document from decisions.meeting_page where council = ${council} and ref = ${ref}`,
    )
  )?.document ?? null

export const publicMeetings = async (
  tx: Tx,
  council: string,
  place: readonly string[] | null,
  size: number,
): Promise<PublicMeeting[]> =>
  (
    await rows<{ document: PublicMeeting }>(
      tx,
      sql`select document from decisions.meeting_page
        where council = ${council} ${place ? sql`and (held_on, ref) < (${place[0]}::date, ${place[1]})` : sql``}
    order by held_on desc, ref desc limit ${size}`,
    )
  ).map(({ document }) => document)

/** The sealed minutes of meetings. */
export const minutesKept = (
  tx: Tx,
  council: string,
  refs: string[],
): Promise<{ meeting: string; ref: string; minutes: string | null }[]> =>
  rows(
    tx,
    sql`select meeting, ref, minutes from decisions.meeting where council = ${council} and ref = any (${refs}::text[])`,
  )
