import type { Visit } from '#platform/page.ts'

/** Something in another room that waits for whoever has signed in. */
export type Waits = {
  /** What is to be done, as a command: "Review the risk". */
  does: string
  title: string
  href: string
  /** What it belongs to: a reference, with what else tells it from others. */
  of: string
  /** The last day on which it is in time; null where nothing says. */
  due: Temporal.PlainDate | null
}

/** One room's answer, asked with the rights of whoever looks at their desk; nothing for those whom it does not concern. */
export type Waiter = (visit: Visit) => Promise<Waits[]>

const waiters: Waiter[] = []

/** Has a room that stands above this one put what waits in it on people's desks. Called where the house is put together. */
export const waitsWith = (waiter: Waiter): void => {
  waiters.push(waiter)
}

/** What waits in the other rooms: what has to be done soonest first, and what has no day last. */
export async function waitsElsewhere(visit: Visit): Promise<(Waits & { late: boolean })[]> {
  const found: Waits[] = []
  for (const waiter of waiters) found.push(...(await waiter(visit)))
  return found
    .map((one) => ({ ...one, late: one.due !== null && Temporal.PlainDate.compare(one.due, visit.today) < 0 }))
    .sort((a, b) => (a.due && b.due ? Temporal.PlainDate.compare(a.due, b.due) : Number(!a.due) - Number(!b.due)))
}
