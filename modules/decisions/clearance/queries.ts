import { z } from 'zod'
import { calendarOn, postsHeldBy, staff } from '#authority'
import { isWorkingDay, longDay, workingDays, type Calendar } from '#platform/days.ts'
import { ref, uuid } from '#platform/input.ts'
import { done, missing, query } from '#platform/use-case.ts'
import { findDecision } from '../store.ts'
import { standingOf, standingWords, textOf, type Clearance } from './clearance.ts'
import { linesOf } from './needed.ts'
import { waitingClearances } from './store.ts'
import { changesBetween, hashOf, type Change } from './text.ts'
import { aboutRecord, hiddenFrom } from '../secrecy/about-record.ts'

/** Who clears a draft, and how each clearance stands against the text as it is now. */
export const viewClearances = aboutRecord({
  name: 'decisions.view-clearances',
  title: 'See the clearances of a draft',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, actor: { council, account }, today }, { ref }) {
    const draft = await findDecision(tx, council, ref)
    if (!draft) return missing(`There is no decision ${ref}.`)
    const { lines, asked, now, source } = await linesOf(tx, council, draft, today)
    const held = new Set(account ? (await postsHeldBy(tx, council, account, today)).map(({ post }) => post) : [])
    const hash = hashOf(now)
    const calendar = await calendarOn(tx, council, today)
    return done({
      version: draft.version,
      source,
      lines: lines.map(({ counts, ...line }) => ({
        ...line,
        clearance: counts?.clearance ?? null,
        comments: counts?.says ?? null,
        overdue: overdueWords(counts, line.standing, today, calendar),
        yours: held.has(line.post) && line.standing === 'waiting',
      })),
      history: asked.map((one) => ({
        clearance: one.clearance,
        title: one.title,
        askedAt: one.askedAt,
        standing: standingOf(one, hash),
        says: standingWords(one, now),
      })),
    })
  },
})

/** "2 working days late", or null. */
function overdueWords(
  counts: Clearance | null,
  standing: string,
  today: Temporal.PlainDate,
  calendar: Calendar,
): string | null {
  if (!counts || standing !== 'waiting') return null
  return lateWords(counts.due, today, calendar)
}

/** By how many working days something that was due is late; null when it is not. A day off work counts as none. */
export function lateWords(due: Temporal.PlainDate, today: Temporal.PlainDate, calendar: Calendar): string | null {
  if (Temporal.PlainDate.compare(today, due) <= 0) return null
  const days = workingDays(due, today, calendar)
  if (days === 0) return null
  return `${days} working ${days === 1 ? 'day' : 'days'} late, due on ${longDay(due)}${isWorkingDay(today, calendar) ? '' : ', counted to the last working day'}`
}

/** One clearance with the text that it was asked for, and what changed since the same post last cleared one. */
export const viewClearance = aboutRecord({
  name: 'decisions.view-clearance',
  title: 'Read the text to be cleared',
  may: [...staff],
  input: z.object({ ref, clearance: uuid }),
  async run({ tx, actor, council, today }, { ref, clearance }) {
    const draft = await findDecision(tx, council, ref)
    if (!draft) return missing(`There is no decision ${ref}.`)
    const { asked: all, now } = await linesOf(tx, council, draft, today)
    const one = all.find((each) => each.clearance === clearance)
    if (!one) return missing(`${ref} was sent to nobody under that name.`)
    const text = textOf(one)
    const earlier = all
      .slice(0, all.indexOf(one))
      .findLast((each) => each.key === one.key && each.withdrawnAt === null && each.outcome !== null)
    const held = actor.account ? await postsHeldBy(tx, council, actor.account, today) : []
    const standing = standingOf(one, hashOf(now))
    const calendar = await calendarOn(tx, council, today)
    // What is withheld is withheld from the text as it is now. What an older text said in other words is not searched but kept back.
    const { anything } = await hiddenFrom({ tx, actor, council, today }, draft)
    const whole = !anything || one.hash === hashOf(now)
    const shown = (changes: Change[]): Change[] =>
      anything ? changes.map(({ what }) => ({ what, before: null, now: null })) : changes
    const { text: _, ...asked } = one
    return done({
      ref,
      title: draft.title,
      state: draft.state,
      clearance: asked,
      text: whole ? text : null,
      wordsKept: anything,
      standing,
      says: standingWords(one, now),
      late: overdueWords(one, standing, today, calendar),
      earlier: earlier
        ? {
            outcome: earlier.outcome,
            askedAt: earlier.askedAt,
            says: earlier.says,
            changes: shown(changesBetween(textOf(earlier), text)),
          }
        : null,
      since: shown(changesBetween(text, now)),
      yours: held.some(({ post }) => post === one.post),
    })
  },
})

/** What waits for the person who asks to clear it, the first due first. */
export const viewMyClearances = query({
  name: 'decisions.view-my-clearances',
  title: 'See what waits for you to clear',
  may: [...staff],
  input: z.object({}),
  async run({ tx, actor: { council, account }, today }) {
    const held = account ? await postsHeldBy(tx, council, account, today) : []
    const waiting =
      held.length > 0
        ? await waitingClearances(
            tx,
            council,
            held.map(({ post }) => post),
            50,
          )
        : []
    const calendar = await calendarOn(tx, council, today)
    return done({ clearances: waiting.map((one) => ({ ...one, late: lateWords(one.due, today, calendar) })) })
  },
})
