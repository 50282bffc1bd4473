import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { calendarOn, findPost, officer } from '#authority'
import { lastClearDay } from '#platform/days.ts'
import { optionalText, ref, whole } from '#platform/input.ts'
import { done, invalid, refused, useCase } from '#platform/use-case.ts'
import { theDraft } from '../draft.ts'
import { counting, standingOf } from './clearance.ts'
import { clearancesSettled, keptText, textNow } from './needed.ts'
import { clearancesOf, insertClearance, sealedClearance } from './store.ts'

/**
 * Sends a draft to be cleared: by those whom the council’s constitution names, by another post, or both. Each is asked for the text
 * as it is at this moment, and for no other.
 */
export const askClearance = useCase({
  name: 'decisions.ask-clearance',
  title: 'Send a draft for clearance',
  may: [officer],
  input: z.object({
    ref,
    version: whole(1, 1_000_000),
    keys: z.array(z.string().max(90)).max(50).default([]).meta({ description: 'Keys of the council’s own list' }),
    post: optionalText(81).default(null).meta({ description: 'Another post to ask' }),
    workingDays: whole(1, 60).default(5).meta({ description: 'For the other post: within how many working days' }),
    note: optionalText(2000).default(null),
  }),
  async run(work, { ref, version, keys, post, workingDays, note }) {
    const outcome = await theDraft(work, ref, version)
    if (!outcome.ok) return outcome
    const { tx, actor, now: at, today } = work
    const { council, account, name } = actor
    if (!account) return refused('Somebody must ask for a clearance.', [], 'Sign in first.')
    const draft = outcome.value
    const { list } = await clearancesSettled(tx, council, today)
    const unknown = keys.find((key) => !list.some((one) => one.key === key))
    if (unknown !== undefined) return invalid({ keys: `The council has no clearance called ${unknown}.` })
    const wanted = list
      .filter(({ key }) => keys.includes(key))
      .map(({ key, title, post: by, workingDays: days }) => ({ key, title, post: by, workingDays: days }))
    if (post !== null) {
      const named = await findPost(tx, council, post)
      if (!named) return invalid({ post: 'Choose a post of the council.' })
      wanted.push({ key: `post ${post}`, title: named.title, post, workingDays })
    }
    if (wanted.length === 0) return invalid({ keys: 'Choose who is to clear it.' })
    const kept = keptText(await textNow(tx, council, draft))
    const before = await clearancesOf(tx, council, draft.decision)
    const calendar = await calendarOn(tx, council, today)
    const asked = []
    for (const { key, title, post: by, workingDays: days } of wanted) {
      const counts = counting(
        before.filter((one) => one.key === key),
        kept.hash,
      )
      const stands = counts && standingOf(counts, kept.hash)
      if (stands === 'good')
        return refused(`${title} has cleared this text already.`, [], 'Ask again once the text has changed.')
      if (stands === 'waiting')
        return refused(
          `${title} has been asked for this text already.`,
          [],
          'Wait for the answer, or withdraw the request.',
        )
      const holder = await findPost(tx, council, by)
      const due = lastClearDay(today, days, 'working', calendar)
      const one = {
        clearance: randomUUID(),
        decision: draft.decision,
        key,
        title,
        post: by,
        postTitle: holder?.title ?? by,
        note,
        due,
        by: account,
        byName: name,
        ...kept,
      }
      await insertClearance(tx, council, one, at)
      work.seal(
        'clearance',
        one.clearance,
        sealedClearance({
          ...one,
          ref,
          askedAt: at,
          askedBy: account,
          askedByName: name,
          outcome: null,
          says: null,
          answeredAt: null,
          answeredBy: null,
          withdrawnAt: null,
          withdrawnBy: null,
          withdrawnBecause: null,
          voidedAt: null,
          voidedBy: null,
        }),
      )
      work.announce('decisions.clearance-asked', {
        ref,
        clearance: one.clearance,
        post: by,
        title,
        record: draft.title,
        due: due.toString(),
      })
      asked.push(one.clearance)
    }
    return done({ ref, clearances: asked })
  },
})
