import { z } from 'zod'
import { everybody, staff } from '#authority'
import { optionalText, pageCursor, uuid, whole } from '#platform/input.ts'
import { cursorAt, readCursor } from '#platform/keyset.ts'
import { done, query } from '#platform/use-case.ts'
import { theDocument, theReading } from './kept.ts'
import { countReadings, countReadingsOf, readingLines, readingsOf, refusedLines } from './store.ts'

/** One reading as it stands, in the shape of a reading, with the file it was read from and every correction. */
export const viewReading = query({
  name: 'intake.view-reading',
  title: 'See a reading',
  may: everybody,
  input: z.object({ reading: uuid }),
  async run(work, { reading: id }) {
    const outcome = await theReading(work, id)
    if (!outcome.ok) return outcome
    const { kept, document, corrections, reading, first, standing } = outcome.value
    const records = await countReadingsOf(work.tx, document.document)
    const { text: _, ...file } = document
    return done({
      id,
      place: kept.place,
      records,
      readAt: kept.readAt,
      document: file,
      reading,
      corrections,
      first,
      standing,
    })
  },
})

/** The same for programs: the reading once, in the shape of a reading. */
export const giveReading = query({
  name: 'intake.give-reading',
  title: 'Read a reading',
  may: everybody,
  input: z.object({ reading: uuid }),
  async run(work, { reading: id }) {
    const outcome = await theReading(work, id)
    if (!outcome.ok) return outcome
    const {
      kept,
      document: { document, sha256, name, size, givenAt, notes },
      corrections,
      reading,
    } = outcome.value
    return done({
      id,
      document,
      sha256: Buffer.from(sha256).toString('hex'),
      name,
      size,
      givenAt,
      notes,
      place: kept.place,
      reading,
      corrections: corrections.map(({ n, part, old, new: now, why, undoes, byName, at }) => ({
        n,
        part,
        old,
        new: now,
        why,
        undoes,
        by: byName,
        at,
      })),
    })
  },
})

const records = 100

/** A document: what it came to, and the records that were read in it, a page at a time. */
export const viewDocument = query({
  name: 'intake.view-document',
  title: 'See a document and the records in it',
  may: everybody,
  input: z.object({ document: uuid, from: whole(0, 100_000).default(0) }),
  async run(work, { document: id, from }) {
    const outcome = await theDocument(work, id)
    if (!outcome.ok) return outcome
    const { text: _, ...document } = outcome.value
    return done({
      document,
      readings: await readingsOf(work.tx, id, { from, size: records }),
      count: await countReadingsOf(work.tx, id),
      from,
      size: records,
    })
  },
})

/** What was read, the latest first; for whoever works at the desk. */
export const listReadings = query({
  name: 'intake.list-readings',
  title: 'List the readings',
  may: staff,
  input: z.object({
    q: optionalText(200),
    by: z.preprocess(
      (given) => (given === '' ? undefined : given),
      z.enum(['staff', 'visitors']).nullable().default(null),
    ),
    after: pageCursor.optional(),
    size: whole(1, 100).default(20),
  }),
  async run({ tx, council }, { q, by, after, size }) {
    const place = after === undefined ? null : placeAt(after)
    const search = { words: q, by }
    const found = await readingLines(tx, council, search, { after: place, size: size + 1 })
    const lines = found.slice(0, size)
    const last = lines.at(-1)
    return done({
      lines,
      count: await countReadings(tx, council, search),
      next: found.length > size && last ? cursorAt([last.readAt.toString(), last.reading]) : null,
      notRead: place === null && q === null ? await refusedLines(tx, council, 10) : [],
    })
  },
})

// A place that was tampered with is the first page.
function placeAt(cursor: string): { at: Temporal.Instant; reading: string } | null {
  const [at = '', reading = ''] = readCursor(cursor, ['text', 'text']) ?? []
  try {
    return uuid.safeParse(reading).success ? { at: Temporal.Instant.from(at), reading } : null
  } catch {
    return null
  }
}
