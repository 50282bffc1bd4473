import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { officer } from '#authority'
import { longDay } from '#platform/days.ts'
import { keepFile } from '#platform/files.ts'
import { isoDay, ref, text, uuid } from '#platform/input.ts'
import { invalid, useCase } from '#platform/use-case.ts'
import { givenFile, typeOf } from '../given-file.ts'
import { answersInput } from '../questions/check-answers.ts'
import { findWorkshop } from '../workshops/store.ts'
import { receive } from './receive.ts'

/** Enters what came by telephone, letter or e-mail, or was said at a workshop: answers to the questions, words of their own, or both. */
export const enterResponse = useCase({
  name: 'consultations.enter-response',
  title: 'Enter a response that came another way',
  may: [officer],
  input: z.object({
    ref,
    key: uuid.default(() => randomUUID()),
    channel: z.enum(['telephone', 'letter', 'email', 'workshop'], 'Choose how it came.'),
    receivedOn: isoDay,
    answers: answersInput.default({}),
    said: text(100_000).nullable().default(null),
    file: givenFile.nullable().default(null),
    workshop: uuid.nullable().default(null),
  }),
  remembers: ({ ref, key, channel, receivedOn, workshop }) => ({ ref, key, channel, receivedOn, workshop }),
  async run(work, { receivedOn, file, ...given }) {
    const {
      tx,
      actor: { council, name },
      today,
      now,
    } = work
    work.about(given.ref)
    if (Temporal.PlainDate.compare(receivedOn, today) > 0)
      return invalid({
        receivedOn: `${longDay(receivedOn)} is still to come. Give the day on which it reached the council.`,
      })
    if (given.workshop !== null) {
      const workshop = await findWorkshop(tx, council, given.workshop)
      if (workshop?.ref !== given.ref) return invalid({ workshop: 'Choose a workshop of this consultation.' })
    }
    const mediaType = file && typeOf(file.bytes)
    if (file && !mediaType)
      return invalid({ file: 'Choose a PDF, a Word document, a picture, a sound or video file, or plain text.' })
    const kept =
      file && mediaType
        ? [
            {
              sha256: Buffer.from(await keepFile(tx, council, { ...file, mediaType }, now)).toString('hex'),
              name: file.name,
              mediaType,
              size: file.bytes.byteLength,
            },
          ]
        : []
    return receive(work, { ...given, receivedOn, files: kept, complete: false, enteredBy: name })
  },
})
