import { row, rows, sql, type Tx } from '#platform/database.ts'
import { toJson } from '#platform/json.ts'
import type { Pence } from '#platform/money.ts'
import type { Connection, Consent, NeedKind, PaymentPreference, Want } from './network.ts'

/** A member, whole: only for those who run the network. */
export type Member = {
  member: string
  name: string
  email: string | null
  phone: string | null
  postAddress: string | null
  contactBy: 'email' | 'phone' | 'post' | 'host'
  connection: Connection
  describes: string | null
  source: string
  consents: Consent[]
  consentedOn: Temporal.PlainDate
  payment: PaymentPreference
  benefit: 'esa' | 'uc' | null
  accessReviewedOn: Temporal.PlainDate | null
  /** The day by which they are asked again what they need. */
  accessReviewBy: Temporal.PlainDate | null
  joinedOn: Temporal.PlainDate
  leftOn: Temporal.PlainDate | null
  needs: { need: NeedKind; words: string | null }[]
}

const columns = sql`m.member, m.name, m.email, m.phone, m.post_address as "postAddress", m.contact_by as "contactBy",
  m.connection, m.describes, m.source, m.consents,
  m.consented_on as "consentedOn", m.payment, m.benefit, m.access_reviewed_on as "accessReviewedOn",
    m.access_review_by as "accessReviewBy", m.joined_on as "joinedOn", m.left_on as "leftOn",
  coalesce((select jsonb_agg(jsonb_build_object('need', d.need, 'words', d.words) order by d.need)
    from network_people.need d
    where d.council = m.council and d.member = m.member and d.ended_on is null), '[]') as needs`

/**
 * Members by name; `words` looks in names, `left` among those who have left. A page goes on after a member and not after a name, so
 * that no name ever stands in an address.
 */
export const membersOf = (
  tx: Tx,
  council: string,
  network: string,
  f: { words: string | null; left: boolean; askAgainOn: Temporal.PlainDate | null; after: string | null; size: number },
): Promise<Member[]> =>
  rows(
    tx,
    sql`select ${columns} from network_people.member m where m.council = ${council} and m.network = ${network}
      and (m.left_on is not null) = ${f.left}
      and (${f.askAgainOn}::date is null or m.access_review_by <= ${f.askAgainOn}::date)
      and (${f.words}::text is null or m.name ilike '%' || ${f.words} || '%')
      and (${f.after}::uuid is null or (lower(m.name), m.member) > (select lower(a.name), a.member
        from network_people.member a where a.council = m.council and a.member = ${f.after}::uuid))
    order by lower(m.name), m.member limit ${f.size}`,
  )

export const findMember = (tx: Tx, council: string, network: string, member: string): Promise<Member | null> =>
  row(
    tx,
    sql`select ${columns} from network_people.member m where m.council = ${council} and m.network = ${network}
      and m.member = ${member}`,
  )

/** Somebody who is a member already under the same name and the same way to reach them. */
export const alreadyMember = async (
  tx: Tx,
  council: string,
  network: string,
  m: Pick<Member, 'name' | 'email' | 'phone'>,
): Promise<boolean> =>
  (await row(
    tx,
    sql`select 1 as is from network_people.member where council = ${council} and network = ${network}
      and left_on is null and lower(name) = lower(${m.name})
    and (lower(email) = lower(${m.email}::text) or phone = ${m.phone}::text)`,
  )) !== null

type Kept = Omit<Member, 'needs' | 'leftOn' | 'accessReviewedOn' | 'accessReviewBy'>

export const insertMember = (tx: Tx, council: string, network: string, m: Kept) =>
  sql`insert into network_people.member (council, member, network, name, email, phone, post_address, contact_by,
    connection, describes, source, consents, consented_on,
      payment, benefit, joined_on)
    values (${council}, ${m.member}, ${network}, ${m.name}, ${m.email}, ${m.phone}, ${m.postAddress}, ${m.contactBy},
      ${m.connection}, ${m.describes}, ${m.source},
      ${m.consents}::text[], ${m.consentedOn}, ${m.payment}, ${m.benefit}, ${m.joinedOn})`.execute(tx)

export const updateMember = (tx: Tx, council: string, m: Omit<Kept, 'joinedOn' | 'source'>) =>
  sql`update network_people.member set name = ${m.name}, email = ${m.email}, phone = ${m.phone},
    post_address = ${m.postAddress}, contact_by = ${m.contactBy},
      connection = ${m.connection}, describes = ${m.describes}, consents = ${m.consents}::text[],
        consented_on = ${m.consentedOn}, payment = ${m.payment}, benefit = ${m.benefit}
    where council = ${council} and member = ${m.member}`.execute(tx)

/** Writes the access needs as they are from today; the day is that of their review, and `again` that by which to ask again. */
export async function setNeeds(
  tx: Tx,
  council: string,
  member: string,
  needs: Member['needs'],
  on: Temporal.PlainDate,
  again: Temporal.PlainDate,
): Promise<void> {
  const same = sql`d.need = n.need and d.words is not distinct from n.words`
  await sql`update network_people.need d set ended_on = ${on} where d.council = ${council} and d.member = ${member}
    and d.ended_on is null
    and not exists (select from jsonb_to_recordset(${toJson(needs)}::jsonb) as n (need text, words text)
      where ${same})`.execute(tx)
  await sql`insert into network_people.need (council, member, need, words, recorded_on)
    select ${council}, ${member}, n.need, n.words, ${on}
      from jsonb_to_recordset(${toJson(needs)}::jsonb) as n (need text, words text)
    where not exists (select from network_people.need d where d.council = ${council} and d.member = ${member}::uuid
      and d.ended_on is null and ${same})
    on conflict (council, member, need, recorded_on) do nothing`.execute(tx)
  await sql`update network_people.member set access_reviewed_on = ${on}, access_review_by = ${again}
    where council = ${council} and member = ${member}`.execute(tx)
}

/** What is not needed once somebody has left is taken out: how to reach them, what they need, how they describe themselves. */
export async function markLeft(tx: Tx, council: string, member: string, on: Temporal.PlainDate): Promise<void> {
  await sql`update network_people.need set ended_on = ${on} where council = ${council} and member = ${member}
    and ended_on is null`.execute(tx)
  await sql`update network_people.member set left_on = ${on}, email = null, phone = null, post_address = null,
    describes = null, benefit = null, consents = '{}',
      access_review_by = null
    where council = ${council} and member = ${member}`.execute(tx)
}

export type Invited = {
  member: string
  name: string
  contactBy: Member['contactBy']
  needs: Member['needs']
  sharesNeeds: boolean
  answer: 'yes' | 'no' | null
  wants: Want[]
  wantsWords: string | null
  attended: boolean | null
  needsMet: boolean | null
  needsWords: string | null
}

export const invitedTo = (tx: Tx, council: string, workshop: string): Promise<Invited[]> =>
  rows(
    tx,
    sql`select m.member, m.name, m.contact_by as "contactBy", 'share-needs' = any (m.consents) as "sharesNeeds",
      i.answer, i.wants, i.wants_words as "wantsWords", i.attended, i.needs_met as "needsMet",
      i.needs_words as "needsWords",
      coalesce((select jsonb_agg(jsonb_build_object('need', d.need, 'words', d.words) order by d.need)
        from network_people.need d
        where d.council = m.council and d.member = m.member and d.ended_on is null), '[]') as needs
    from network_people.invitation i join network_people.member m using (council, member)
    where i.council = ${council} and i.workshop = ${workshop} order by lower(m.name), m.member`,
  )

/** Invites every member who agreed to be invited and has not been yet; those invited now. */
export const inviteAll = async (
  tx: Tx,
  council: string,
  network: string,
  workshop: string,
  on: Temporal.PlainDate,
): Promise<string[]> => {
  const invited = await rows<{ member: string }>(
    tx,
    sql`insert into network_people.invitation (council, workshop, member, invited_on)
    select ${council}, ${workshop}, member, ${on} from network_people.member
    where council = ${council} and network = ${network} and left_on is null and 'invitations' = any (consents)
      on conflict do nothing returning member`,
  )
  return invited.map(({ member }) => member)
}

export const setInvitationAnswer = (
  tx: Tx,
  council: string,
  workshop: string,
  member: string,
  a: { answer: 'yes' | 'no'; wants: Want[]; wantsWords: string | null },
) =>
  row<{ member: string }>(
    tx,
    sql`update network_people.invitation set answer = ${a.answer}, wants = ${a.wants}::text[],
      wants_words = ${a.wantsWords} where council = ${council} and workshop = ${workshop} and member = ${member}
      returning member`,
  )

/** Takes back everybody's answer to an invitation, because the day or the hours have changed. */
export const askAnew = (tx: Tx, council: string, workshop: string) =>
  sql`update network_people.invitation set answer = null where council = ${council} and workshop = ${workshop}
    and answer = 'yes'`.execute(tx)

export const setAttended = (
  tx: Tx,
  council: string,
  workshop: string,
  a: { member: string; attended: boolean; needsMet: boolean | null; needsWords: string | null },
) =>
  sql`update network_people.invitation set attended = ${a.attended}, needs_met = ${a.needsMet},
    needs_words = ${a.needsWords}
    where council = ${council} and workshop = ${workshop} and member = ${a.member}`.execute(tx)

export const insertRaiser = (tx: Tx, council: string, issue: string, member: string) =>
  sql`insert into network_people.raised (council, issue, member) values (${council}, ${issue}, ${member})`.execute(tx)

export const raiserOf = (
  tx: Tx,
  council: string,
  issue: string,
): Promise<{ member: string; name: string; contactBy: Member['contactBy'] } | null> =>
  row(
    tx,
    sql`select m.member, m.name, m.contact_by as "contactBy" from network_people.raised r
      join network_people.member m using (council, member)
    where r.council = ${council} and r.issue = ${issue}`,
  )

export type Payment = {
  payment: string
  member: string
  name: string
  workshop: string
  day: Temporal.PlainDate
  minutes: number
  fee: Pence
  expenses: Pence
  carerCover: Pence
  preference: PaymentPreference
  warnings: string[]
  state: 'offered' | 'accepted' | 'declined' | 'paid'
}

const paymentColumns = sql`p.payment, p.member, m.name, w.ref as workshop, p.day, p.minutes, p.fee_pence as fee,
  p.expenses_pence as expenses,
  p.carer_cover_pence as "carerCover", p.preference, p.warnings, p.state`

export const paymentsOf = (
  tx: Tx,
  council: string,
  network: string,
  span: { from: Temporal.PlainDate; until: Temporal.PlainDate },
): Promise<Payment[]> =>
  rows(
    tx,
    sql`select ${paymentColumns} from network_people.payment p join network_people.member m using (council, member)
      join networks.workshop w on w.council = p.council and w.workshop = p.workshop
    where p.council = ${council} and w.network = ${network} and p.day >= ${span.from} and p.day < ${span.until}
      order by p.day desc, lower(m.name), p.payment`,
  )

export const findPayment = (
  tx: Tx,
  council: string,
  payment: string,
): Promise<(Payment & { network: string }) | null> =>
  row(
    tx,
    sql`select ${paymentColumns}, w.network from network_people.payment p
      join network_people.member m using (council, member)
      join networks.workshop w on w.council = p.council and w.workshop = p.workshop
    where p.council = ${council} and p.payment = ${payment} for update of p`,
  )

/** Fees that somebody has in a span of days, but for one payment; accepted, offered or paid: a declined one is no income. */
export const feesOf = async (
  tx: Tx,
  council: string,
  member: string,
  span: { from: Temporal.PlainDate; until: Temporal.PlainDate },
  except: string | null = null,
): Promise<Pence> =>
  (
    await row<{ fees: bigint }>(
      tx,
      sql`select coalesce(sum(fee_pence), 0)::bigint as fees from network_people.payment
    where council = ${council} and member = ${member} and state <> 'declined' and preference in ('money', 'voucher')
      and day >= ${span.from} and day < ${span.until}
      and (${except}::uuid is null or payment <> ${except}::uuid)`,
    )
  )?.fees ?? 0n

/** What a network's payments come to in a span of days; what was declined costs nothing. */
export const spentIn = async (
  tx: Tx,
  council: string,
  network: string,
  span: { from: Temporal.PlainDate; until: Temporal.PlainDate },
): Promise<Pence> =>
  (
    await row<{ spent: bigint }>(
      tx,
      sql`select coalesce(sum(p.fee_pence + p.expenses_pence + p.carer_cover_pence), 0)::bigint as spent
    from network_people.payment p join networks.workshop w on w.council = p.council and w.workshop = p.workshop
    where p.council = ${council} and w.network = ${network} and p.state <> 'declined' and p.day >= ${span.from}
      and p.day < ${span.until}`,
    )
  )?.spent ?? 0n

export const insertPayment = (
  tx: Tx,
  council: string,
  p: Omit<Payment, 'name' | 'state' | 'workshop'> & { workshopId: string },
) =>
  row<{ payment: string }>(
    tx,
    sql`insert into network_people.payment (council, payment, member, workshop, day, minutes, fee_pence, expenses_pence,
      carer_cover_pence,
      preference, warnings, state, changed_on)
    values (${council}, ${p.payment}, ${p.member}, ${p.workshopId}, ${p.day}, ${p.minutes}, ${p.fee}, ${p.expenses},
      ${p.carerCover}, ${p.preference},
      ${toJson(p.warnings)}::jsonb, 'offered', ${p.day}) on conflict (council, member, workshop) do nothing
        returning payment`,
  )

export const setPaymentState = (
  tx: Tx,
  council: string,
  payment: string,
  state: Payment['state'],
  on: Temporal.PlainDate,
  preference: PaymentPreference | null = null,
) =>
  sql`update network_people.payment set state = ${state}, changed_on = ${on},
    preference = coalesce(${preference}, preference) where council = ${council} and payment = ${payment}`.execute(tx)

export type Seat = {
  seat: string
  member: string
  name: string
  what: string
  askedOn: Temporal.PlainDate
  answer: 'yes' | 'no' | null
}

export const seatsOf = (tx: Tx, council: string, network: string): Promise<Seat[]> =>
  rows(
    tx,
    sql`select s.seat, s.member, m.name, s.what, s.asked_on as "askedOn", s.answer from network_people.seat s
      join network_people.member m using (council, member)
    where s.council = ${council} and m.network = ${network} order by s.asked_on desc, s.seat limit 200`,
  )

export const insertSeat = (
  tx: Tx,
  council: string,
  s: { seat: string; member: string; what: string; on: Temporal.PlainDate },
) =>
  sql`insert into network_people.seat (council, seat, member, what, asked_on)
    values (${council}, ${s.seat}, ${s.member}, ${s.what}, ${s.on})`.execute(tx)

export const answerSeat = (
  tx: Tx,
  council: string,
  network: string,
  seat: string,
  answer: 'yes' | 'no',
  on: Temporal.PlainDate,
) =>
  row<{ seat: string }>(
    tx,
    sql`update network_people.seat s set answer = ${answer}, answered_on = ${on} from network_people.member m
    where m.council = s.council and m.member = s.member and m.network = ${network} and s.council = ${council}
      and s.seat = ${seat} and s.answer is null returning s.seat`,
  )

/** Notes that somebody has described themselves in a year, and not how; false when they had. */
export const noteDescribed = async (tx: Tx, council: string, member: string, year: number): Promise<boolean> =>
  (await row(
    tx,
    sql`insert into network_people.described (council, member, year) values (${council}, ${member}, ${year})
      on conflict do nothing returning member`,
  )) !== null

export const membersCount = async (
  tx: Tx,
  council: string,
  network: string,
  on: Temporal.PlainDate,
): Promise<{ members: number; withNeeds: number; askAgain: number }> =>
  (await row<{ members: number; withNeeds: number; askAgain: number }>(
    tx,
    sql`select count(*)::int as members, count(*) filter (where exists (select from network_people.need d
      where d.council = m.council and d.member = m.member and d.ended_on is null))::int as "withNeeds",
      count(*) filter (where access_review_by <= ${on})::int as "askAgain"
    from network_people.member m where council = ${council} and network = ${network} and left_on is null`,
  )) ?? { members: 0, withNeeds: 0, askAgain: 0 }
