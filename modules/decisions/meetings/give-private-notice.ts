import { z } from 'zod'
import { democraticServices, findPost } from '#authority'
import { longDay } from '#platform/days.ts'
import { ref, text } from '#platform/input.ts'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { daysFor } from '../notices/days-for.ts'
import { give } from '../notices/give.ts'
import { stands } from '../notices/notice.ts'
import { noticesOfMeeting, representationsOf } from '../notices/store.ts'
import { agendaOf, findMeeting } from './store.ts'

/** Gives the first notice of a meeting in private (reg 5(2)), with the reasons. Anybody may then say why it should be open. */
export const givePrivateNotice = useCase({
  name: 'decisions.give-private-notice',
  title: 'Give notice of a meeting in private',
  may: [democraticServices],
  input: z.object({ ref, reasons: text(4000), replaces: ref.nullable().default(null) }),
  async run(work, { ref, reasons, replaces }) {
    const { tx, council, today } = work
    work.about(ref)
    const meeting = await findMeeting(tx, council, ref)
    if (!meeting) return missing(`There is no meeting ${ref}.`)
    if (meeting.state !== 'called') return refused(`${ref} is ${meeting.state}.`)
    const closed = (await agendaOf(tx, council, meeting.meeting)).filter(({ inPrivate }) => inPrivate)
    if (!meeting.inPrivate && !closed.length)
      return refused(
        `Nothing of ${ref} is to be taken in private.`,
        [],
        'Mark the meeting or an item of its agenda as private first.',
      )
    const body = await findPost(tx, council, meeting.body)
    const given = await give(work, {
      kind: 'private-meeting',
      matter: `${body?.title ?? meeting.body}, ${longDay(meeting.day)}${meeting.inPrivate ? '' : `: ${closed.map(({ title }) => title).join('; ')}`}`,
      meeting: meeting.meeting,
      replaces,
      days: await daysFor(tx, council, 'private-meeting', today),
      content: [
        {
          key: 'What',
          words: [
            meeting.inPrivate
              ? 'The meeting is to be held in private.'
              : 'Part of the meeting is to be held in private.',
          ],
        },
        {
          key: 'Meeting',
          words: [
            `${body?.title ?? meeting.body}, on ${longDay(meeting.day)} at ${meeting.time}, ${meeting.place} (${ref})`,
          ],
        },
        ...(meeting.inPrivate ? [] : [{ key: 'What is taken in private', words: closed.map(({ title }) => title) }]),
        { key: 'Reasons', words: [reasons] },
      ],
    })
    return given.ok ? done({ ref: given.value.ref, earliest: given.value.earliest }) : given
  },
})

/** Gives the second notice (reg 5(4)): the reasons again, what was said against it, and the answer to each. */
export const givePrivateNoticeAgain = useCase({
  name: 'decisions.give-private-notice-again',
  title: 'Give the second notice of a meeting in private',
  may: [democraticServices],
  input: z.object({ ref, reasons: text(4000) }),
  async run(work, { ref, reasons }) {
    const { tx, council, today } = work
    work.about(ref)
    const meeting = await findMeeting(tx, council, ref)
    if (!meeting) return missing(`There is no meeting ${ref}.`)
    const given = (await noticesOfMeeting(tx, council, meeting.meeting)).filter(stands)
    const first = given.find(({ kind }) => kind === 'private-meeting')
    if (!first)
      return refused(`No first notice of ${ref} stands.`, [], 'Give the first notice; 28 clear days run from it.')
    const before = given.find(({ kind }) => kind === 'private-meeting-again')
    const said = await representationsOf(tx, council, first.notice)
    const unanswered = said.filter(({ response }) => response === null)
    if (unanswered.length)
      return refused(
        `${unanswered.length} ${unanswered.length === 1 ? 'representation is' : 'representations are'} not answered yet.`,
        'The second notice states what was received and the response.',
        'Answer each first.',
      )
    const outcome = await give(work, {
      kind: 'private-meeting-again',
      matter: first.matter,
      meeting: meeting.meeting,
      replaces: before?.ref ?? null,
      days: await daysFor(tx, council, 'private-meeting-again', today),
      content: [
        {
          key: 'What',
          words: [
            `The meeting of ${longDay(meeting.day)}, or part of it, is to be held in private, as ${first.ref} gave notice.`,
          ],
        },
        { key: 'Reasons', words: [reasons] },
        {
          key: 'Representations received',
          words: said.length ? said.map(({ words }, at) => `${at + 1}. ${words}`) : ['None were received.'],
        },
        ...(said.length
          ? [{ key: 'The council’s response', words: said.map(({ response }, at) => `${at + 1}. ${response ?? ''}`) }]
          : []),
      ],
    })
    return outcome.ok ? done({ ref: outcome.value.ref, earliest: outcome.value.earliest }) : outcome
  },
})
