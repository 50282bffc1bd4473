import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { democraticServices, findPost, nextRef } from '#authority'
import { longDay } from '#platform/days.ts'
import { isoDay, optionalText, ref, text, uuid, whole, yesNo } from '#platform/input.ts'
import { done, invalid, missing, refused, useCase, type Outcome, type Work } from '#platform/use-case.ts'
import { isBody } from '../sign.ts'
import { findDecision } from '../store.ts'
import { nilDispensations, nilInterests, type Meeting } from './meeting.ts'
import { writeMeetingPage } from './public.ts'
import {
  agendaOf,
  deleteAgendaItem,
  findMeeting,
  insertAgendaItem,
  insertMeeting,
  meetingOfDecision,
  putAttendance,
  updateMeeting,
} from './store.ts'
import { nothingWithheldIn } from '../secrecy/said-beside.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'Write the time like 14:30.')

async function theMeeting(work: Work, ref: string, state: Meeting['state'] = 'called'): Promise<Outcome<Meeting>> {
  work.about(ref)
  const found = await findMeeting(work.tx, work.actor.council, ref, 'lock')
  if (!found) return missing(`There is no meeting ${ref}.`)
  return found.state === state ? done(found) : refused(`${ref} is ${found.state}.`)
}

const recordsOn = async ({ tx, council }: Work, { meeting }: Meeting): Promise<(string | null)[]> =>
  (await agendaOf(tx, council, meeting)).map(({ decision }) => decision)

/** Calls a meeting of a body. The public sees it when its agenda is published. */
export const callMeeting = useCase({
  name: 'decisions.call-meeting',
  title: 'Call a meeting',
  may: [democraticServices],
  input: z.object({ body: text(81), day: isoDay, time, place: text(300), inPrivate: yesNo.default(false) }),
  async run(work, { body, ...given }) {
    const { tx, council, today } = work
    const post = await findPost(tx, council, body)
    if (!post || !isBody(post)) return invalid({ body: 'Choose a body of the council: a committee, or Cabinet.' })
    if (Temporal.PlainDate.compare(given.day, today) < 0)
      return invalid({ day: `A meeting is called before it is held. ${longDay(given.day)} is past.` })
    const ref = await nextRef(tx, council, 'MT', today)
    work.about(ref)
    await insertMeeting(tx, council, { ...given, meeting: randomUUID(), ref, body })
    return done({ ref })
  },
})

/**
 * Puts an item onto the agenda: a record, or only a title. Once the agenda is published an item comes late, and says why it is
 * urgent, in the words of whoever presides (LGA 1972, s100B(4)(b)).
 */
export const putAgendaItem = useCase({
  name: 'decisions.put-agenda-item',
  title: 'Put an item onto an agenda',
  may: [democraticServices],
  input: z.object({
    ref,
    decision: ref.nullable().default(null),
    title: optionalText(300),
    position: whole(1, 200).optional(),
    inPrivate: yesNo.default(false),
    lateBecause: optionalText(1000),
  }),
  async run(work, { ref, decision: of, title, position, inPrivate, lateBecause }) {
    const outcome = await theMeeting(work, ref)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    const meeting = outcome.value
    const record = of === null ? null : await findDecision(tx, council, of)
    if (of !== null && !record) return invalid({ decision: `There is no decision ${of}.` })
    if (record && record.maker !== meeting.body)
      return invalid({ decision: `${record.ref} is not for this body to decide.` })
    if (record && record.state !== 'draft' && record.state !== 'proposed')
      return refused(`${record.ref} is ${record.state}: it is not put on an agenda.`)
    const on = record && (await meetingOfDecision(tx, council, record.decision))
    if (on && on.state === 'called')
      return refused(`${record.ref} stands on the agenda of ${on.ref}.`, `It meets on ${longDay(on.day)}.`)
    if (inPrivate && title === null)
      return invalid({ title: 'Write a title for the public agenda that gives away no more than it may.' })
    if (!record && title === null) return invalid({ title: 'Name a record, or say what the item is.' })
    if (meeting.agendaOn && lateBecause === null)
      return invalid({
        lateBecause: `The agenda was published on ${longDay(meeting.agendaOn)}. Say why this is urgent.`,
      })
    const items = await agendaOf(tx, council, meeting.meeting)
    if (items.length >= 200) return refused('An agenda has at most 200 items.')
    const clean = await nothingWithheldIn(work, [record?.decision ?? null], 'The agenda', [
      { where: 'the title of the item', text: title },
      { where: 'why it is urgent', text: lateBecause },
    ])
    if (!clean.ok) return clean
    await insertAgendaItem(tx, council, meeting.meeting, {
      agendaItem: randomUUID(),
      position: position ?? (items.at(-1)?.position ?? 0) + 1,
      title: title ?? record?.title ?? '',
      decision: record?.decision ?? null,
      inPrivate,
      lateBecause: meeting.agendaOn ? lateBecause : null,
      addedOn: today,
    })
    await writeMeetingPage(work, meeting)
    return done({ ref })
  },
})

/** Takes an item off an agenda that is not published yet. */
export const removeAgendaItem = useCase({
  name: 'decisions.remove-agenda-item',
  title: 'Take an item off an agenda',
  may: [democraticServices],
  input: z.object({ ref, item: uuid }),
  async run(work, { ref, item }) {
    const outcome = await theMeeting(work, ref)
    if (!outcome.ok) return outcome
    const { tx, council } = work
    if (outcome.value.agendaOn) return refused('The agenda is published: its items stay to be read.')
    if (!(await agendaOf(tx, council, outcome.value.meeting)).some(({ agendaItem }) => agendaItem === item))
      return missing(`${ref} has no such item.`)
    await deleteAgendaItem(tx, council, item)
    return done({ ref })
  },
})

/** Publishes an agenda: from today its days count. */
export const publishAgenda = useCase({
  name: 'decisions.publish-agenda',
  title: 'Publish an agenda',
  may: [democraticServices],
  input: z.object({ ref }),
  async run(work, { ref }) {
    const outcome = await theMeeting(work, ref)
    if (!outcome.ok) return outcome
    const meeting = outcome.value
    const { tx, council, today } = work
    if (meeting.agendaOn) return refused(`The agenda of ${ref} was published on ${longDay(meeting.agendaOn)}.`)
    if (!(await agendaOf(tx, council, meeting.meeting)).length)
      return refused('There is nothing on the agenda yet.', [], 'Put an item onto it.')
    const published = { ...meeting, agendaOn: today }
    await updateMeeting(tx, council, published)
    await writeMeetingPage(work, published)
    work.announce('decisions.agenda-published', { ref, body: meeting.body, day: meeting.day.toString() })
    return done({ ref })
  },
})

/** Cancels a meeting, with the reason. What stood on its agenda may be put on another. */
export const cancelMeeting = useCase({
  name: 'decisions.cancel-meeting',
  title: 'Cancel a meeting',
  may: [democraticServices],
  input: z.object({ ref, because: text(1000) }),
  async run(work, { ref, because }) {
    const outcome = await theMeeting(work, ref)
    if (!outcome.ok) return outcome
    const clean = await nothingWithheldIn(
      work,
      await recordsOn(work, outcome.value),
      'The notice that it is cancelled',
      [{ where: 'why it is cancelled', text: because }],
    )
    if (!clean.ok) return clean
    const cancelled: Meeting = { ...outcome.value, state: 'cancelled', cancelledBecause: because }
    await updateMeeting(work.tx, work.actor.council, cancelled)
    await writeMeetingPage(work, cancelled)
    return done({ ref })
  },
})

/** What is sealed of the minutes. */
export const sealedMinutes = (minutes: string | null, attendance: readonly unknown[]): unknown => ({
  minutes,
  attendance,
})

/** Keeps the minutes of a meeting: who was there, what each declared (or positively nothing), and what was said. They are sealed. */
export const keepMinutes = useCase({
  name: 'decisions.keep-minutes',
  title: 'Keep the minutes of a meeting',
  may: [democraticServices],
  input: z.object({
    ref,
    minutes: text(50_000),
    attendance: z
      .array(
        z.object({ name: text(200), present: yesNo, interests: optionalText(2000), dispensations: optionalText(2000) }),
      )
      .min(1, 'Say who was there.')
      .max(200),
  }),
  async run(work, { ref, minutes, attendance }) {
    const outcome = await theMeeting(work, ref)
    if (!outcome.ok) return outcome
    const { tx, council, today } = work
    const meeting = outcome.value
    if (Temporal.PlainDate.compare(meeting.day, today) > 0)
      return refused(`${ref} meets on ${longDay(meeting.day)}, which is still to come.`)
    if (!meeting.agendaOn) return refused('Its agenda was never published.', [], 'Publish the agenda first.')
    const people = attendance.map(({ interests, dispensations, ...one }) => ({
      ...one,
      interests: interests ?? nilInterests,
      dispensations: dispensations ?? nilDispensations,
    }))
    const clean = await nothingWithheldIn(work, await recordsOn(work, meeting), 'The minutes, which are published,', [
      { where: 'what was said', text: minutes },
      ...people.flatMap(({ name, interests, dispensations }) => [
        { where: `what ${name} declared`, text: interests },
        { where: `the dispensation of ${name}`, text: dispensations },
      ]),
    ])
    if (!clean.ok) return clean
    await putAttendance(tx, council, meeting.meeting, people)
    const held: Meeting = { ...meeting, state: 'held', minutes, minutesOn: today }
    await updateMeeting(tx, council, held)
    await writeMeetingPage(work, held)
    work.seal('minutes', ref, sealedMinutes(minutes, people))
    return done({ ref })
  },
})
