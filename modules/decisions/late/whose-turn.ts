import { calendarOn, posts, settingOn } from '#authority'
import type { Tx } from '#platform/database.ts'
import { lastClearDay, longDay, workingDays } from '#platform/days.ts'
import { waitingClearances } from '../clearance/store.ts'
import { isBody } from '../jointly/makers.ts'
import { judgedWithin } from './judged-within.ts'
import { waitingToDecide, waitingToJudge, waitingToPublish } from './store.ts'

/** Something that waits for somebody: to be cleared, decided or published, or a call-in to be judged. */
export type Waiting = {
  kind: 'clear' | 'decide' | 'publish' | 'judge'
  /** What it is known by: a request for clearance, a record and a post, or a call-in. */
  item: string
  ref: string
  title: string
  /** For a clearance, which one. */
  clearance: string | null
  /** The post whose turn it is; null for democratic services. */
  post: string | null
  waitsFor: string
  since: Temporal.PlainDate
  /** Null where the council has not settled how long it may take. */
  due: Temporal.PlainDate | null
  /** Working days beyond the day on which it was due; 0 while it is in time. */
  lateBy: number
}

const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('Europe/London').toPlainDate()

/** Everything that waits for somebody on a day, what is late first, then the longest waiting. */
export async function whoseTurn(tx: Tx, council: string, today: Temporal.PlainDate): Promise<Waiting[]> {
  const turns = (await settingOn(tx, council, 'turns', today))?.value ?? null
  const calendar = await calendarOn(tx, council, today)
  const known = new Map((await posts(tx, council)).map((post) => [post.post, post]))
  const within = (since: Temporal.PlainDate, days: number | undefined) =>
    days === undefined ? null : lastClearDay(since, days, 'working', calendar)
  const late = (due: Temporal.PlainDate | null) =>
    due && Temporal.PlainDate.compare(today, due) > 0 ? workingDays(due, today, calendar) : 0
  const waiting = [
    ...(await waitingClearances(tx, council, null, 500)).map((one): Omit<Waiting, 'lateBy'> => ({
      kind: 'clear',
      item: one.clearance,
      ref: one.ref,
      title: one.recordTitle,
      clearance: one.title,
      post: one.post,
      waitsFor: one.postTitle,
      since: dayOf(one.askedAt),
      due: one.due,
    })),
    ...(await waitingToDecide(tx, council, (post) => known.get(post))).map((one): Omit<Waiting, 'lateBy'> => {
      const body = isBody({ kind: one.kind as Parameters<typeof isBody>[0]['kind'] })
      const since = dayOf(one.since)
      return {
        kind: 'decide',
        item: `${one.ref} ${one.post}`,
        ref: one.ref,
        title: one.title,
        clearance: null,
        post: body ? null : one.post,
        waitsFor: one.postTitle,
        since,
        due: within(since, turns?.decide),
      }
    }),
    ...(await waitingToPublish(tx, council)).map((one): Omit<Waiting, 'lateBy'> => ({
      kind: 'publish',
      item: one.ref,
      ref: one.ref,
      title: one.title,
      clearance: null,
      post: null,
      waitsFor: 'democratic services',
      since: one.since,
      due: within(one.since, turns?.publish),
    })),
    ...(await waitingToJudge(tx, council)).map((one): Omit<Waiting, 'lateBy'> => ({
      kind: 'judge',
      item: one.callIn,
      ref: one.ref,
      title: one.title,
      clearance: null,
      post: null,
      waitsFor: 'democratic services or the monitoring officer',
      since: one.since,
      due: within(one.since, turns?.judge ?? judgedWithin.on(one.since)),
    })),
  ].map((one): Waiting => ({ ...one, lateBy: late(one.due) }))
  return waiting.sort((a, b) => b.lateBy - a.lateBy || Temporal.PlainDate.compare(a.since, b.since))
}

/** "2 working days late, due on Friday 5 August 2022", or null while it is in time. */
export const lateWords = ({ due, lateBy }: Pick<Waiting, 'due' | 'lateBy'>): string | null =>
  due === null || lateBy === 0
    ? null
    : `${lateBy} working ${lateBy === 1 ? 'day' : 'days'} late, due on ${longDay(due)}`

/** "To be cleared for Finance by the Chief Finance Officer". */
export function turnWords({ kind, clearance, waitsFor }: Pick<Waiting, 'kind' | 'clearance' | 'waitsFor'>): string {
  switch (kind) {
    case 'clear':
      return clearance === waitsFor
        ? `To be cleared by the ${waitsFor}`
        : `To be cleared for ${clearance ?? ''} by the ${waitsFor}`
    case 'decide':
      return `To be decided by the ${waitsFor}`
    case 'publish':
      return `To be published by ${waitsFor}`
    case 'judge':
      return `A call-in, to be judged valid or not by ${waitsFor}`
  }
}
