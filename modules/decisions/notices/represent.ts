import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { democraticServices, everybody } from '#authority'
import { optionalText, ref, text, uuid } from '#platform/input.ts'
import { done, missing, refused, useCase } from '#platform/use-case.ts'
import { agendaOf } from '../meetings/store.ts'
import { stands } from './notice.ts'
import {
  answerRepresentation,
  countRepresentations,
  findNotice,
  insertRepresentation,
  representationsOf,
} from './store.ts'
import { nothingWithheldIn } from '../secrecy/said-beside.ts'

// So that one stranger cannot fill a council's table; the council's post box stays open to all.
const most = 500

/** Says why a meeting should be held in public (reg 5(4)(b)). Anybody may; it is published with the answer, without the name. */
export const represent = useCase({
  name: 'decisions.represent',
  title: 'Say why a meeting should be open',
  may: everybody,
  input: z.object({ ref, name: optionalText(120), words: text(4000) }),
  async run(work, { ref, name, words }) {
    const { tx, council, today } = work
    work.about(ref)
    const notice = await findNotice(tx, council, ref)
    if (!notice) return missing(`There is no notice ${ref}.`)
    if (notice.kind !== 'private-meeting' || !stands(notice))
      return refused('Nothing can be said about this notice any more.', [], 'Write to the council.')
    if ((await countRepresentations(tx, council, notice.notice)) >= most)
      return refused(
        'So many have written that no more can be taken here.',
        `${most} were received.`,
        'Write to the council.',
      )
    await insertRepresentation(tx, council, {
      representation: randomUUID(),
      notice: notice.notice,
      on: today,
      name,
      words,
    })
    work.announce('decisions.represented', { ref, title: notice.matter })
    return done({ ref })
  },
})

/** Answers what somebody said about a meeting in private. */
export const respond = useCase({
  name: 'decisions.respond-to-representation',
  title: 'Answer a representation',
  may: [democraticServices],
  input: z.object({ ref, representation: uuid, response: text(4000) }),
  async run(work, { ref, representation, response }) {
    const { tx, council, today } = work
    work.about(ref)
    const notice = await findNotice(tx, council, ref)
    const found =
      notice
      && (await representationsOf(tx, council, notice.notice)).find((one) => one.representation === representation)
    if (!found) return missing(`${ref} has no such representation.`)
    const meeting = notice.meeting === null ? [] : await agendaOf(tx, council, notice.meeting)
    const clean = await nothingWithheldIn(
      work,
      [notice.decision, ...meeting.map(({ decision }) => decision)],
      'This answer, which is published,',
      [{ where: 'the answer', text: response }],
    )
    if (!clean.ok) return clean
    await answerRepresentation(tx, council, representation, { response, on: today })
    return done({ ref })
  },
})
