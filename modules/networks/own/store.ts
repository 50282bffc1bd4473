import { row, rows, sql, type Tx } from '#platform/database.ts'
import type { Issue, Want, Workshop } from '../network.ts'
import type { Member, Payment } from '../people-store.ts'

export type Way = { way: string; member: string; kind: 'link' | 'code'; until: Temporal.Instant }

export const insertWay = (tx: Tx, council: string, w: Way & { digest: Uint8Array; madeAt: Temporal.Instant }) =>
  sql`insert into network_people.way_in (council, way, member, kind, digest, made_at, until)
    values (${council}, ${w.way}, ${w.member}, ${w.kind}, ${w.digest}, ${w.madeAt}, ${w.until})`.execute(tx)

/** The way in that a secret opens, with its network; null where there is none, or none any more. */
export const findWay = (
  tx: Tx,
  council: string,
  kind: Way['kind'],
  digest: Uint8Array,
  at: Temporal.Instant,
): Promise<(Way & { network: string; networkRef: string }) | null> =>
  row(
    tx,
    sql`select w.way, w.member, w.kind, w.until, m.network, n.ref as "networkRef" from network_people.way_in w
      join network_people.member m using (council, member) join networks.network n using (council, network)
    where w.council = ${council} and w.kind = ${kind} and w.digest = ${digest} and w.until > ${at}
      and m.left_on is null`,
  )

export const waysOf = (tx: Tx, council: string, member: string, at: Temporal.Instant): Promise<Way[]> =>
  rows(
    tx,
    sql`select way, member, kind, until from network_people.way_in
    where council = ${council} and member = ${member} and until > ${at} order by until desc, way`,
  )

/** How many links a member was sent since an instant. */
export const linksSince = async (tx: Tx, council: string, member: string, since: Temporal.Instant): Promise<number> =>
  (
    await row<{ n: number }>(
      tx,
      sql`select count(*)::int as n from network_people.way_in
    where council = ${council} and member = ${member} and kind = 'link' and made_at > ${since}`,
    )
  )?.n ?? 0

/** Takes back a member's ways in, but for one that is in use. */
export const dropWays = (tx: Tx, council: string, member: string, but: string | null = null) =>
  sql`delete from network_people.way_in
    where council = ${council} and member = ${member} and (${but}::uuid is null or way <> ${but}::uuid)`.execute(tx)

export const dropPastWays = (tx: Tx, council: string, at: Temporal.Instant) =>
  sql`delete from network_people.way_in where council = ${council} and until <= ${at}`.execute(tx)

/** Members of open networks who can be reached at an address. */
export const membersAt = (
  tx: Tx,
  council: string,
  email: string,
): Promise<{ member: string; name: string; email: string; title: string }[]> =>
  rows(
    tx,
    sql`select m.member, m.name, m.email, n.title from network_people.member m
      join networks.network n using (council, network)
    where m.council = ${council} and lower(m.email) = lower(${email}) and m.left_on is null and n.closed_on is null
    order by n.ref, m.member limit 5`,
  )

export const noticeKinds = {
  invitation: 'An invitation',
  change: 'A changed workshop',
  cancellation: 'A cancelled workshop',
  answer: 'An answer to what they raised',
  payment: 'A payment offered',
  panel: 'A question about a panel',
  report: 'The yearly report',
} as const
export type NoticeKind = keyof typeof noticeKinds

export type Notice = {
  notice: string
  member: string
  kind: NoticeKind
  about: string
  subject: string
  body: string
  way: Member['contactBy']
  agreed: boolean
  letter: string | null
  writtenOn: Temporal.PlainDate
  toldOn: Temporal.PlainDate | null
  toldHow: string | null
}

export const insertNotice = (tx: Tx, council: string, n: Omit<Notice, 'toldOn' | 'toldHow'>) =>
  sql`insert into network_people.notice (council, notice, member, kind, about, subject, body, way, agreed, letter,
    written_on)
    values (${council}, ${n.notice}, ${n.member}, ${n.kind}, ${n.about}, ${n.subject}, ${n.body}, ${n.way}, ${n.agreed},
      ${n.letter}, ${n.writtenOn})`.execute(tx)

const noticeColumns = sql`o.notice, o.member, o.kind, o.about, o.subject, o.body, o.way, o.agreed, o.letter,
  o.written_on as "writtenOn", o.told_on as "toldOn",
  o.told_how as "toldHow"`

/** What members of a network are still to be told, the oldest first; with whether a letter is on its way. */
export const untoldOf = (
  tx: Tx,
  council: string,
  network: string,
  after: string | null,
  size: number,
): Promise<(Notice & { name: string; sentAt: Temporal.Instant | null; trouble: string | null })[]> =>
  rows(
    tx,
    sql`select ${noticeColumns}, m.name, l.sent_at as "sentAt", l.trouble from network_people.notice o
      join network_people.member m using (council, member)
      left join platform.mail l on l.council = o.council and l.id = o.letter
    where o.council = ${council} and m.network = ${network} and o.told_on is null
      and (${after}::uuid is null or (o.written_on, o.notice) > (select a.written_on, a.notice
        from network_people.notice a where a.council = o.council and a.notice = ${after}::uuid))
    order by o.written_on, o.notice limit ${size}`,
  )

export const untoldCount = async (tx: Tx, council: string, network: string): Promise<number> =>
  (
    await row<{ n: number }>(
      tx,
      sql`select count(*)::int as n from network_people.notice o join network_people.member m using (council, member)
    where o.council = ${council} and m.network = ${network} and o.told_on is null`,
    )
  )?.n ?? 0

export const findNotice = (
  tx: Tx,
  council: string,
  notice: string,
): Promise<(Notice & { name: string; networkRef: string }) | null> =>
  row(
    tx,
    sql`select ${noticeColumns}, m.name, n.ref as "networkRef" from network_people.notice o
      join network_people.member m using (council, member)
      join networks.network n using (council, network)
    where o.council = ${council} and o.notice = ${notice}`,
  )

export const setNoticeTold = (tx: Tx, council: string, notice: string, t: { on: Temporal.PlainDate; how: string }) =>
  sql`update network_people.notice set told_on = ${t.on}, told_how = ${t.how}
    where council = ${council} and notice = ${notice} and told_on is null`.execute(tx)

/** Notes that a member has been told what all notices of a kind about something say. */
export const setToldAbout = (
  tx: Tx,
  council: string,
  of: { member: string; kind: NoticeKind; about: string },
  t: { on: Temporal.PlainDate; how: string },
) =>
  sql`update network_people.notice set told_on = ${t.on}, told_how = ${t.how}
    where council = ${council} and member = ${of.member} and kind = ${of.kind} and about = ${of.about}
      and told_on is null`.execute(tx)

/** Notes that nobody is to be told any more that they are invited to a workshop, or that it has changed: it is over, or off. */
export const setInvitationsOver = (
  tx: Tx,
  council: string,
  workshop: string,
  t: { on: Temporal.PlainDate; how: string },
) =>
  sql`update network_people.notice set told_on = ${t.on}, told_how = ${t.how}
    where council = ${council} and about = ${workshop} and kind in ('invitation', 'change')
      and told_on is null`.execute(tx)

export const dropNotices = (tx: Tx, council: string, member: string) =>
  sql`delete from network_people.notice where council = ${council} and member = ${member}`.execute(tx)

/** Notices whose letter has gone out and which nobody has noted as told yet. */
export const gone = (
  tx: Tx,
  council: string,
  size: number,
): Promise<{ notice: string; kind: NoticeKind; about: string; sentAt: Temporal.Instant }[]> =>
  rows(
    tx,
    sql`select o.notice, o.kind, o.about, l.sent_at as "sentAt" from network_people.notice o
      join platform.mail l on l.council = o.council and l.id = o.letter
    where o.council = ${council} and o.told_on is null and l.sent_at is not null order by l.sent_at, o.notice
      limit ${size}`,
  )

/** Whether an address is still somebody's in a network. */
export const addressInUse = async (tx: Tx, council: string, email: string): Promise<boolean> =>
  (await row(
    tx,
    sql`select 1 as is from network_people.member where council = ${council} and lower(email) = lower(${email})
      and left_on is null limit 1`,
  )) !== null

export type OwnInvitation = Workshop & {
  answer: 'yes' | 'no' | null
  wants: Want[]
  wantsWords: string | null
  attended: boolean | null
}

/** Workshops that a member was invited to, the latest first. */
export const invitationsOf = (tx: Tx, council: string, member: string): Promise<OwnInvitation[]> =>
  rows(
    tx,
    sql`select w.workshop, w.ref, w.title, w.day, w.from_minute as "fromMinute", w.until_minute as "untilMinute",
      w.place, w.online, w.agenda,
      w.access_plan as "accessPlan", w.places, w.state, w.cancelled_because as "cancelledBecause", i.answer, i.wants,
        i.wants_words as "wantsWords", i.attended
    from network_people.invitation i join networks.workshop w using (council, workshop)
    where i.council = ${council} and i.member = ${member} order by w.day desc, w.ref desc limit 60`,
  )

export type OwnPayment = Omit<Payment, 'member' | 'name'> & { title: string }

export const ownPayments = (tx: Tx, council: string, member: string): Promise<OwnPayment[]> =>
  rows(
    tx,
    sql`select p.payment, w.ref as workshop, w.title, p.day, p.minutes, p.fee_pence as fee,
      p.expenses_pence as expenses,
      p.carer_cover_pence as "carerCover", p.preference, p.warnings, p.state
    from network_people.payment p join networks.workshop w using (council, workshop)
    where p.council = ${council} and p.member = ${member} order by p.day desc, p.payment limit 200`,
  )

export type OwnIssue = Omit<Issue, 'public' | 'how'>

export const raisedBy = (tx: Tx, council: string, member: string): Promise<OwnIssue[]> =>
  rows(
    tx,
    sql`select i.issue, i.ref, i.topic, i.says, i.raised_on as "raisedOn", i.owner_body as "ownerBody",
      i.answer_by as "answerBy", i.outcome, i.answer,
      i.answered_on as "answeredOn", i.told_on as "toldOn"
    from network_people.raised r join networks.issue i using (council, issue)
    where r.council = ${council} and r.member = ${member} order by i.raised_on desc, i.ref desc limit 200`,
  )

export type OwnSeat = { seat: string; what: string; askedOn: Temporal.PlainDate; answer: 'yes' | 'no' | null }

export const ownSeats = (tx: Tx, council: string, member: string): Promise<OwnSeat[]> =>
  rows(
    tx,
    sql`select seat, what, asked_on as "askedOn", answer from network_people.seat
    where council = ${council} and member = ${member} order by asked_on desc, seat limit 60`,
  )

/** The member whose payment or seat it is. */
export const seatMember = async (tx: Tx, council: string, seat: string): Promise<string | null> =>
  (
    await row<{ member: string }>(
      tx,
      sql`select member from network_people.seat where council = ${council} and seat = ${seat}`,
    )
  )?.member ?? null
