import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { everybody } from '#authority'
import { keepFile } from '#platform/files.ts'
import { text } from '#platform/input.ts'
import { done, refused, useCase } from '#platform/use-case.ts'
import { readInRoom } from './reading-room/room.ts'
import { givenByStrangers, insertDocument, insertReading, type Said } from './store.ts'
import type { Reading } from './reading.ts'

/** What people without a name may give to one council in a day, so that strangers cannot fill its disk. */
const mostFromStrangers = 2_000n * 2n ** 20n

/** A page that lists more records than this is not kept whole: each would be a record of its own. */
const mostRecords = 1000

const content = z
  .preprocess(
    (given) => (typeof given === 'string' ? Buffer.from(given, 'base64') : given),
    z.instanceof(Uint8Array, { error: 'Give the file’s bytes in base64.' }),
  )
  .meta({ type: 'string', format: 'byte', description: 'The file as it is, in base64' })

/**
 * Reads a document and keeps it: the file exactly as given, found by its digest, and what was read in it. What cannot be read
 * is kept too, with the sentence that says why. Not journalled: a stranger may call it freely, and the document says itself
 * who gave it and when.
 */
export const keepDocument = useCase({
  name: 'intake.keep-document',
  title: 'Read a document and keep it',
  may: everybody,
  journalled: false,
  input: z
    .object({
      name: text(200).meta({ description: 'What the file is called' }),
      mediaType: z.string().max(200).default('application/octet-stream'),
      text: z.string().max(2_000_000).optional().meta({ description: 'The document as text, instead of bytes' }),
      bytes: content.optional(),
    })
    .refine(({ text: words, bytes }) => (words === undefined) !== (bytes === undefined), {
      message: 'Give the document either as text or as bytes.',
      path: ['bytes'],
    }),
  async run({ tx, actor, now }, { name, mediaType, text: words, bytes: given }) {
    const bytes = given ?? new TextEncoder().encode(words)
    const { council, account } = actor
    if (
      account === null
      && (await givenByStrangers(tx, council, now.subtract({ hours: 24 }))) + BigInt(bytes.byteLength)
        > mostFromStrangers
    ) {
      return refused(
        'No more documents are taken from visitors today.',
        'Visitors have given as much in the last 24 hours as is kept in a day.',
        'Sign in, or come again tomorrow. On your own machine, remit read reads without keeping.',
      )
    }
    const outcome = await readInRoom(bytes, name)
    const document = randomUUID()
    const sha256 = await keepFile(
      tx,
      council,
      { name, mediaType: words === undefined ? mediaType : 'text/plain', bytes },
      now,
    )
    const readings = outcome.ok ? outcome.readings.slice(0, mostRecords) : []
    const notes = outcome.ok ? outcome.notes : []
    if (outcome.ok && outcome.readings.length > mostRecords)
      notes.push(`The document lists ${outcome.readings.length} records; the first ${mostRecords} were kept.`)
    await insertDocument(tx, council, {
      document,
      sha256,
      name,
      mediaType,
      size: BigInt(bytes.byteLength),
      givenBy: account,
      givenByName: actor.name,
      givenAt: now,
      text: readings[0]?.text ?? null,
      notes,
      refused: outcome.ok ? null : outcome.because,
    })
    const kept: { reading: string; title: string | null }[] = []
    for (const [place, reading] of readings.entries()) {
      const id = randomUUID()
      await insertReading(tx, council, { reading: id, document, place, readAt: now, said: saidOf(reading) }, name)
      kept.push({ reading: id, title: reading.title?.value ?? null })
    }
    return done({
      document,
      sha256: Buffer.from(sha256).toString('hex'),
      readings: kept,
      notes,
      notRead: outcome.ok ? null : outcome.because,
    })
  },
})

function saidOf(reading: Reading): Said {
  const { file: _file, text: _text, ...said } = reading
  return said
}
