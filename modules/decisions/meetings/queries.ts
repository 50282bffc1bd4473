import { z } from 'zod'
import { everybody, findPost, holdersOf, posts, staff } from '#authority'
import { within } from '#platform/days.ts'
import { pageCursor, ref } from '#platform/input.ts'
import { pageFrom, placeIn } from '#platform/keyset.ts'
import { done, missing, query, refused } from '#platform/use-case.ts'
import { daysFor } from '../notices/days-for.ts'
import { noticesOfMeeting } from '../notices/store.ts'
import { isBody } from '../sign.ts'
import { findDecision } from '../store.ts'
import {
  agendaOf,
  attendanceOf,
  findMeeting,
  meetingOfDecision,
  meetingsPage,
  meetingsToCome,
  publicMeeting,
  publicMeetings,
} from './store.ts'
import { aboutRecord } from '../secrecy/about-record.ts'

/** Meetings whose agendas are published, the latest first. */
export const listMeetings = query({
  name: 'decisions.list-meetings',
  title: 'See the meetings',
  may: everybody,
  input: z.object({ after: pageCursor.optional() }),
  async run({ tx, council }, { after }) {
    const place = placeIn({ after }, ['day', 'text'])
    if (!place) return refused('This place in the list is not known.', [], 'Start again from the first page.')
    const { lines, next } = pageFrom(await publicMeetings(tx, council, place.values, 21), 20, place, (one) => [
      one.day,
      one.ref,
    ])
    return done({ meetings: lines, next })
  },
})

/** A meeting as anybody may see it. */
export const viewMeeting = query({
  name: 'decisions.view-meeting',
  title: 'Read about a meeting',
  may: everybody,
  input: z.object({ ref }),
  async run({ tx, council }, { ref }) {
    const found = await publicMeeting(tx, council, ref)
    return found ? done({ meeting: found }) : missing(`There is no meeting ${ref} with a published agenda.`)
  },
})

/** Every meeting, on the desk. */
export const viewMeetingsDesk = query({
  name: 'decisions.view-meetings-desk',
  title: 'See the meetings on the desk',
  may: [...staff],
  input: z.object({ after: pageCursor.optional() }),
  async run({ tx, council }, { after }) {
    const place = placeIn({ after }, ['day', 'text'])
    if (!place) return refused('This place in the list is not known.', [], 'Start again from the first page.')
    const known = await posts(tx, council)
    const titles = new Map(known.map(({ post, title }) => [post, title]))
    const { lines, next } = pageFrom(await meetingsPage(tx, council, place.values, 21), 20, place, (one) => [
      one.day.toString(),
      one.ref,
    ])
    return done({
      meetings: lines.map((one) => ({ ...one, bodyTitle: titles.get(one.body) ?? one.body })),
      next,
      bodies: known.filter(isBody).map(({ post, title }) => ({ post, title })),
    })
  },
})

/** One meeting on the desk: its agenda with the records, how the days of its agenda count, its notices and who belongs to it. */
export const viewMeetingOnDesk = query({
  name: 'decisions.view-meeting-on-desk',
  title: 'Read about a meeting on the desk',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, council, today }, { ref }) {
    const found = await findMeeting(tx, council, ref)
    if (!found) return missing(`There is no meeting ${ref}.`)
    const members = (await holdersOf(tx, council, found.body))
      .filter(({ from, until }) => within(found.day, from, until))
      .map(({ name }) => name)
    return done({
      meeting: found,
      bodyTitle: (await findPost(tx, council, found.body))?.title ?? found.body,
      agenda: await agendaOf(tx, council, found.meeting),
      attendance: await attendanceOf(tx, council, found.meeting),
      notices: await noticesOfMeeting(tx, council, found.meeting),
      members: [...new Set(members)].sort(),
      days: await daysFor(tx, council, 'agenda', found.agendaOn ?? today),
    })
  },
})

/** The meeting at which a record is to be decided, and those of its body that are still to come. */
export const viewMeetingOf = aboutRecord({
  name: 'decisions.view-meeting-of',
  title: 'See at which meeting a decision is taken',
  may: [...staff],
  input: z.object({ ref }),
  async run({ tx, council, today }, { ref }) {
    const decision = await findDecision(tx, council, ref)
    if (!decision) return missing(`There is no decision ${ref}.`)
    return done({
      meeting: await meetingOfDecision(tx, council, decision.decision),
      toCome: decision.maker === null ? [] : await meetingsToCome(tx, council, decision.maker, today),
    })
  },
})
