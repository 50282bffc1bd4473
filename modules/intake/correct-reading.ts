import { z } from 'zod'
import { everybody } from '#authority'
import { canonicalJson } from '#platform/json.ts'
import { optionalText, uuid, whole } from '#platform/input.ts'
import { changed, done, invalid, refused, useCase } from '#platform/use-case.ts'
import { theReading } from './kept.ts'
import { partInput } from './part-input.ts'
import { partOf, readingOf, standingAfter, valueOf, type PartValue } from './parts.ts'
import { findInRoom } from './reading-room/room.ts'
import { insertCorrection } from './store.ts'

const mostCorrections = 500

/**
 * Corrects a part of a reading, or undoes a correction. What was read stays as it was read; the correction says what stood
 * there, what stands there now, by whom and why. The rules are asked again. Not journalled: whoever has the address of a
 * visitor's reading may correct it, and the corrections are a journal of their own.
 */
export const correctReading = useCase({
  name: 'intake.correct-reading',
  title: 'Correct a reading',
  may: everybody,
  journalled: false,
  input: z.object({
    reading: uuid,
    seen: whole(0, mostCorrections).meta({ description: 'How many corrections the reading had when it was looked at' }),
    part: z.string().max(40).meta({ description: 'Which part: title, decidedOn, clauses.0' }),
    value: z
      .unknown()
      .meta({
        description:
          'What it should say: text, a day, true or false, an object for a clause or a sum; null where the record does not say',
      }),
    words: optionalText(20_000).meta({ description: 'The words of the document that say so' }),
    undo: whole(1, mostCorrections)
      .nullable()
      .default(null)
      .meta({ description: 'The correction to undo, instead of a value' }),
    why: optionalText(1000),
  }),
  async run(work, { reading: id, seen, part: name, value, words, undo, why }) {
    const outcome = await theReading(work, id)
    if (!outcome.ok) return outcome
    const { corrections, first, standing } = outcome.value
    if (seen !== corrections.length) {
      const last = corrections.at(-1)
      return changed(
        'This reading changed while you had it open.',
        last ? `${last.byName} corrected it meanwhile.` : [],
      )
    }
    if (corrections.length >= mostCorrections)
      return refused(
        'This reading has been corrected as often as one can be.',
        `It has ${mostCorrections} corrections.`,
        'Give the document again and correct the new reading.',
      )
    const part = partOf(name)
    const old = part && valueOf(standing, part)
    if (!part || old === undefined) return invalid({ part: 'There is no such part of a reading.' })
    let now: PartValue
    if (undo === null) {
      const read = partInput(part, { value, words, old, text: first.text })
      if (!read.ok) return invalid(read.errors)
      now = read.value
    } else {
      const undone = corrections.find(({ n }) => n === undo)
      const latest = corrections.findLast((one) => one.part === name)
      if (!undone || undone !== latest)
        return refused(
          'This correction can no longer be undone.',
          'The same part was corrected again after it.',
          'Correct the part to what it should say.',
        )
      now = undone.old as PartValue
    }
    if (canonicalJson(now) === canonicalJson(old))
      return invalid({ value: 'It says this already. Change it, or leave it as it is.' })
    const findings = await findInRoom(readingOf(standingAfter(first, [...corrections, { part: name, new: now }])))
    const written = await insertCorrection(work.tx, work.actor.council, id, {
      n: corrections.length + 1,
      part: name,
      old,
      new: now,
      why,
      undoes: undo,
      by: work.actor.account,
      byName: work.actor.name,
      at: work.now,
      findings,
    })
    if (!written)
      return changed('This reading changed while you had it open.', 'Somebody corrected it at the same moment.')
    return done({ reading: id, n: corrections.length + 1, part: name, old, new: now })
  },
})
