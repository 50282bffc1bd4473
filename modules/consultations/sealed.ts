import type { Sealed } from '#platform/journal.ts'
import { rows, sql } from '#platform/database.ts'
import { equalitySealed } from './equality/mix.ts'
import { responsesByReceipt, sealedResponse } from './responses/store.ts'
import { frozenQuestions, sealedDocuments } from './store.ts'

const hex = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('hex')

/** What the journal binds of this module, read back for comparison. */
export const sealedRecords: Sealed[] = [
  {
    kind: 'response',
    content: async (tx, council, receipts) =>
      new Map((await responsesByReceipt(tx, council, receipts)).map((one) => [one.receipt, sealedResponse(one)])),
  },
  {
    kind: 'questionnaire',
    content: async (tx, council, refs) =>
      new Map((await frozenQuestions(tx, council, refs)).map(({ ref, content }) => [ref, content])),
  },
  {
    kind: 'pack-document',
    content: async (tx, council, ids) =>
      new Map(
        (await sealedDocuments(tx, council, ids)).map(({ document, file, ...rest }) => [
          document,
          { ...rest, file: hex(file) },
        ]),
      ),
  },
  {
    kind: 'form-image',
    content: async (tx, council, ids) =>
      new Map(
        (
          await rows<{ form: string; image: Uint8Array | null }>(
            tx,
            sql`select form, image from consultations.paper_form
      where council = ${council} and form = any (${ids}::uuid[])`,
          )
        ).map(({ form, image }) => [form, { image: hex(image) }]),
      ),
  },
  {
    kind: 'equality-answers',
    content: async (tx, council, refs) => {
      const found = await rows<{ ref: string; consultation: string }>(
        tx,
        sql`select ref, consultation from consultations.consultation
          where council = ${council} and ref = any (${refs}::text[])`,
      )
      const contents = new Map<string, unknown>()
      for (const { ref, consultation } of found) contents.set(ref, await equalitySealed({ tx, council }, consultation))
      return contents
    },
  },
]
