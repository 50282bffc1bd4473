import { row, rows, sql, type Tx } from '#platform/database.ts'

/** An event of a consultation. `taken` are the places given out, `queue` how many wait for one. */
export type Workshop = {
  workshop: string
  title: string
  place: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  access: string | null
  capacity: number | null
  cancelledBecause: string | null
  taken: number
  queue: number
}

const shown = (
  council: string,
) => sql`select w.workshop, w.title, w.place, w.starts_at as "startsAt", w.ends_at as "endsAt", w.access, w.capacity,
    w.cancelled_because as "cancelledBecause",
    (select coalesce(sum(b.places), 0)::int from consultations.booking b
      where b.council = ${council} and b.workshop = w.workshop and b.cancelled_at is null and not b.waiting) as taken,
    (select coalesce(sum(b.places), 0)::int from consultations.booking b
      where b.council = ${council} and b.workshop = w.workshop and b.cancelled_at is null and b.waiting) as queue
  from consultations.workshop w`

export const workshopsOf = (tx: Tx, council: string, consultation: string): Promise<Workshop[]> =>
  rows(
    tx,
    sql`${shown(council)} where w.council = ${council} and w.consultation = ${consultation}
      order by w.starts_at, w.title`,
  )

export const findWorkshop = (tx: Tx, council: string, workshop: string): Promise<(Workshop & { ref: string }) | null> =>
  row(
    tx,
    sql`select s.*, c.ref from (${shown(council)} where w.council = ${council} and w.workshop = ${workshop}) s
    join consultations.workshop w on w.council = ${council} and w.workshop = s.workshop
    join consultations.consultation c on c.council = w.council and c.consultation = w.consultation`,
  )

/** Locks a workshop, so that of two who book the last place one waits. */
export const lockWorkshop = (tx: Tx, council: string, workshop: string) =>
  sql`select from consultations.workshop where council = ${council} and workshop = ${workshop} for update`.execute(tx)

export const insertWorkshop = (
  tx: Tx,
  council: string,
  consultation: string,
  w: Omit<Workshop, 'taken' | 'queue' | 'cancelledBecause'>,
) =>
  sql`insert into consultations.workshop (council, workshop, consultation, title, place, starts_at, ends_at, access,
    capacity)
    values (${council}, ${w.workshop}, ${consultation}, ${w.title}, ${w.place}, ${w.startsAt}, ${w.endsAt}, ${w.access},
      ${w.capacity})`.execute(tx)

export const cancelWorkshop = (tx: Tx, council: string, workshop: string, because: string) =>
  sql`update consultations.workshop set cancelled_because = ${because}
    where council = ${council} and workshop = ${workshop}`.execute(tx)

export type Booking = {
  booking: string
  receipt: string
  name: string
  contact: string
  needs: string | null
  places: number
  waiting: boolean
  bookedAt: Temporal.Instant
  cancelledAt: Temporal.Instant | null
  attended: boolean | null
}

export const bookingsOf = (tx: Tx, council: string, workshop: string): Promise<Booking[]> =>
  rows(
    tx,
    sql`select booking, receipt, name, contact, needs, places, waiting, booked_at as "bookedAt",
      cancelled_at as "cancelledAt", attended
    from consultations.booking where council = ${council} and workshop = ${workshop} order by booked_at, receipt
      limit 1000`,
  )

export const findBooking = (
  tx: Tx,
  council: string,
  receipt: string,
): Promise<(Booking & { workshop: string }) | null> =>
  row(
    tx,
    sql`select workshop, booking, receipt, name, contact, needs, places, waiting, booked_at as "bookedAt",
      cancelled_at as "cancelledAt", attended
    from consultations.booking where council = ${council} and receipt = ${receipt}`,
  )

export const insertBooking = (
  tx: Tx,
  council: string,
  workshop: string,
  b: Omit<Booking, 'cancelledAt' | 'attended'>,
) =>
  sql`insert into consultations.booking (council, booking, workshop, receipt, name, contact, needs, places, waiting,
    booked_at)
    values (${council}, ${b.booking}, ${workshop}, ${b.receipt}, ${b.name}, ${b.contact}, ${b.needs}, ${b.places},
      ${b.waiting}, ${b.bookedAt})`.execute(tx)

export const cancelBooking = (tx: Tx, council: string, booking: string, at: Temporal.Instant) =>
  sql`update consultations.booking set cancelled_at = ${at}
    where council = ${council} and booking = ${booking}`.execute(tx)

export const admitBooking = (tx: Tx, council: string, booking: string) =>
  sql`update consultations.booking set waiting = false where council = ${council} and booking = ${booking}`.execute(tx)

export const setAttended = (tx: Tx, council: string, workshop: string, bookings: readonly string[]) =>
  sql`update consultations.booking set attended = (booking = any (${bookings}::uuid[]))
    where council = ${council} and workshop = ${workshop} and cancelled_at is null`.execute(tx)
